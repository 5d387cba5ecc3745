"""How a delivered table is laid out, seen from its heads."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from toc.loading.columns import NAMED, Columns
from toc.model.refusals import Refusal
from toc.spelling import folded
from toc.tables.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from toc.model import Strategy
    from toc.tables import Row, Sheet

__all__ = ["Layout", "Names", "layout_of"]

_LOOKED_AT: Final = 20
"""So many rows may stand above the heads: a title, a date, who filled it in."""

_OF_OURS: Final = frozenset(
    folded(name)
    for name in (
        *("title", "titlu", "denumire", "denumirea indicatorului", "indicator title"),
        *("unit", "unitate", "unitatea", "unitate de măsură", "um", "u.m."),
        *("no", "no.", "nr", "nr.", "nr. crt", "nr. crt.", "row", "rând", "why", "de ce"),
    )
)
"""Columns that are there for whoever fills the table in."""


class Names:
    """The names by which a delivery may call an indicator: id, former id, title, or as mapped.

    Args:
        strategy: the strategy whose indicators are meant.
        mapped: what else they are called, each with the id of the indicator.
    """

    def __init__(self, strategy: Strategy, mapped: Mapping[str, str]) -> None:
        """Fold all names once; a title that two indicators share names neither."""
        titles: dict[str, set[str]] = {}
        for key, indicator in strategy.indicators.items():
            for title in indicator.title.wordings.values() if indicator.title else ():
                titles.setdefault(folded(title.strip()), set()).add(key)
        ids = {key.lower(): key for key in strategy.indicators}
        former = {
            old: new for old, new in strategy.former_ids.items() if new in strategy.indicators
        }
        self._known = {
            **{title: next(iter(keys)) for title, keys in titles.items() if len(keys) == 1},
            **former,
            **ids,
            **{folded(name.strip()): ids[key.lower()] for name, key in mapped.items()},
        }
        groups = [label for one in strategy.indicators.values() for label in one.by]
        read = [name for reading in strategy.readings for name in reading.by]
        self.groups = frozenset(map(folded, (*groups, *read)))

    def find(self, name: str) -> str | None:
        """Give the id of the indicator that a name means, if there is one."""
        return self._known.get(name.lower()) or self._known.get(folded(name))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a delivered table what stands.

    Attributes:
        head: the row with the heads.
        rows: the rows below it.
        columns: the columns with a meaning of their own, and the groups.
        dates: the columns whose head is a date.
        indicators: the columns whose head names an indicator, with its id.
        unread: the heads of columns of which nobody knows what they hold.
        above: how many rows stand above the heads.
    """

    head: Row
    rows: tuple[Row, ...]
    columns: Columns
    dates: tuple[int, ...] = ()
    indicators: tuple[tuple[int, str], ...] = ()
    unread: tuple[str, ...] = field(default=(), compare=False)
    above: int = 0

    @property
    def is_long(self) -> bool:
        """Whether each row is one reading."""
        return not self.columns.missing


def layout_of(sheet: Sheet, names: Names) -> Layout | None:
    """Find the heads of a delivered table, and what they say of its form.

    Args:
        sheet: the table.
        names: what its indicators may be called.

    Returns:
        The layout, or None where no row among the first looks like heads.
    """
    for above, head in enumerate(sheet.rows[:_LOOKED_AT]):
        rows = sheet.rows[above + 1 :]
        columns = Columns.of(head.cells)
        if not columns.missing:
            return _long(head, rows, columns, above)
        found = _wide(head, rows, columns, names, above)
        if found is not None:
            return found
    return None


def _long(head: Row, rows: tuple[Row, ...], columns: Columns, above: int) -> Layout:
    groups = [(place, name) for place, name in columns.groups if folded(name) not in _OF_OURS]
    return Layout(head, rows, replace(columns, groups=tuple(groups)), above=above)


def _wide(
    head: Row, rows: tuple[Row, ...], columns: Columns, names: Names, above: int
) -> Layout | None:
    dates = tuple(_dates(columns))
    indicators = (*_indicators(columns, names), *_sole(head, columns, names))
    if "indicator" in columns.at and dates:
        indicators = ()
    elif "date" in columns.at and indicators:
        dates = ()
    else:
        return None
    used = {*dates, *(place for place, _ in indicators)}
    groups, unread = _parted(columns.groups, used, names.groups)
    own = {name: place for name, place in columns.at.items() if name != "value"}
    kept = replace(columns, at=own, groups=groups)
    return Layout(head, rows, kept, dates, indicators, unread, above)


def _dates(columns: Columns) -> Iterator[int]:
    for place, name in columns.groups:
        try:
            read_date(name)
        except Refusal:
            continue
        yield place


def _indicators(columns: Columns, names: Names) -> Iterator[tuple[int, str]]:
    for place, name in columns.groups:
        found = names.find(name)
        if found is not None:
            yield place, found


def _sole(head: Row, columns: Columns, names: Names) -> Iterator[tuple[int, str]]:
    """Take the column of values for that of the one indicator that it was mapped to."""
    place = columns.at.get("value", -1)
    found = names.find(head.cell(place)) if place >= 0 else None
    if found is not None:
        yield place, found


def _parted(
    others: Iterable[tuple[int, str]], used: Collection[int], known: frozenset[str]
) -> tuple[tuple[tuple[int, str], ...], tuple[str, ...]]:
    """Part what is left over into groups that are known and heads that are not."""
    left = [(place, name) for place, name in others if place not in used]
    groups = tuple(one for one in left if folded(one[1]) in known)
    unread = (name for _, name in left if folded(name) not in known | _OF_OURS)
    return groups, tuple(unread)


def heads_wanted(separator: str) -> str:
    """Say how the heads of a table with a row for each reading are written."""
    return (separator or ", ").join(NAMED)
