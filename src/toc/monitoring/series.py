"""The values of an indicator over time: those of the whole apart from those of groups."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.errors import UnknownNameError
from toc.findings import KEY
from toc.model import Text
from toc.monitoring.moments import bounded, exact, when
from toc.spelling import nearest
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from toc.findings import Route
    from toc.model import Date, Indicator, Measurement, Strategy
    from toc.words import Sayable

__all__ = ["Observation", "Series", "find_indicator", "series"]

_UNMEASURED = frozenset("fz")
"""A forecast was not measured, and what does not apply has no value."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One value.

    Attributes:
        date: when.
        value: the number, or the level in words.
        flag: what statistics offices say of it, one letter each.
        groups: of which group it is, as pairs of a disaggregation and a group; none for the
            whole.
        source: where it is from.
        note: what to know about it.
        route: where it is written; a row of the spreadsheet has only its indicator's.
        joined: how it was joined from the values of groups; empty where it was read.
    """

    date: Date
    value: int | float | str
    flag: str = ""
    groups: tuple[tuple[str, str], ...] = ()
    source: Sayable | None = None
    note: Sayable | None = None
    route: Route = ()
    joined: str = ""

    @property
    def is_measured(self) -> bool:
        """Whether it was observed: a forecast and what does not apply were not."""
        return _UNMEASURED.isdisjoint(self.flag)


@dataclass(frozen=True, slots=True)
class Series:
    """The values of an indicator, in order of time.

    Attributes:
        indicator: its id.
        headline: the values of the whole.
        groups: the values of groups.
    """

    indicator: str
    headline: tuple[Observation, ...]
    groups: tuple[Observation, ...]

    @property
    def measured(self) -> tuple[Observation, ...]:
        """The values of the whole that were observed."""
        return tuple(one for one in self.headline if one.is_measured)

    @property
    def latest(self) -> Observation | None:
        """The last value of the whole that was observed."""
        return self.measured[-1] if self.measured else None


def find_indicator(strategy: Strategy, name: str) -> str:
    """Give the id of an indicator as it is spelled where it stands.

    Raises:
        UnknownNameError: when there is none of that name.
    """
    known = {key.lower(): key for key in strategy.indicators}
    if name.lower() in known:
        return known[name.lower()]
    message = Message("no indicator is called “{id}”", {"id": name})
    near = nearest(name, strategy.indicators)
    if near is not None:
        values = {"message": message, "near": near}
        message = Message("{message}; did you mean “{near}”?", values)
    raise UnknownNameError(message)


def series(strategy: Strategy, indicator: str, on: date | None = None) -> Series:
    """Give the values of an indicator: those written in it and those of the spreadsheet.

    A value counts from the first day of its date on.  Where a date has values of groups
    and none of the whole, and the indicator says that groups are added up or averaged
    (`aggregate: sum` or `mean`), the groups of a disaggregation are joined.

    Args:
        strategy: the strategy.
        indicator: the id of the indicator.
        on: the day for which is asked; what is dated later does not count.

    Raises:
        UnknownNameError: when there is no such indicator.
    """
    name = find_indicator(strategy, indicator)
    entry = strategy.indicators[name]
    found = [
        one
        for one in (*_written(name, entry), *_read(strategy, name))
        if on is None or one.date.first <= on
    ]
    whole = _once(one for one in found if not one.groups)
    groups = sorted((one for one in found if one.groups), key=_rank)
    dates = {one.date for one in whole}
    joined = _joined(entry, (one for one in groups if one.date not in dates))
    return Series(name, tuple(sorted((*whole, *joined), key=_rank)), tuple(groups))


def _once(found: Iterable[Observation]) -> Collection[Observation]:
    """Give each value once, with all that is said of it anywhere."""
    kept: dict[tuple[object, ...], Observation] = {}
    for one in sorted(found, key=_rank):
        key = (one.date, one.value, one.is_measured)
        flag = one.flag if key not in kept else "".join(sorted({*one.flag, *kept[key].flag}))
        kept[key] = replace(one, flag=flag)
    return kept.values()


def _rank(one: Observation) -> tuple[object, ...]:
    return (*when(one.date), one.groups, str(one.value), one.flag, str(one.source), str(one.note))


def _written(name: str, entry: Indicator) -> Iterator[Observation]:
    for dated, one in entry.actual.items():
        yield from _measurement(entry, dated, one, ("indicators", name, "actual", str(dated)))


def _measurement(
    entry: Indicator, dated: Date, one: Measurement, route: Route
) -> Iterator[Observation]:
    if one.value is not None:
        yield Observation(dated, one.value, one.flag, (), one.source, one.note, route)
    kind = entry.by[0] if len(entry.by) == 1 else ""
    for group, value in one.by.items():
        of = ((kind, group),)
        yield Observation(dated, value, one.flag, of, one.source, one.note, (*route, "by", group))


def _read(strategy: Strategy, name: str) -> Iterator[Observation]:
    route = ("indicators", name, KEY)
    for one in strategy.readings_by_indicator.get(name.lower(), ()):
        source, note = (Text.of(text) if text else None for text in (one.source, one.note))
        of = tuple(sorted(one.by.items()))
        yield Observation(one.date, one.value, one.flag, of, source, note, route)


def _joined(entry: Indicator, groups: Iterable[Observation]) -> Iterator[Observation]:
    if entry.aggregate not in ("sum", "mean"):
        return
    by_kind: defaultdict[tuple[Date, str], list[Observation]] = defaultdict(list)
    for one in groups:
        if len(one.groups) == 1 and not isinstance(one.value, str):
            by_kind[one.date, one.groups[0][0]].append(one)
    done: set[Date] = set()
    for (dated, _), parts in sorted(
        by_kind.items(), key=lambda item: (when(item[0][0]), item[0][1])
    ):
        if len(parts) > 1 and dated not in done:
            done.add(dated)
            yield _of_all(entry.aggregate, dated, parts)


def _of_all(how: str, dated: Date, parts: Sequence[Observation]) -> Observation:
    numbers = (exact(one.value) for one in parts if not isinstance(one.value, str))
    total = sum(numbers, Fraction())
    value = total if how == "sum" else total / len(parts)
    flag = "".join(sorted({letter for one in parts for letter in one.flag}))
    plain = int(value) if value.denominator == 1 else bounded(value)
    return Observation(dated, plain, flag, (), parts[0].source, None, parts[0].route, how)
