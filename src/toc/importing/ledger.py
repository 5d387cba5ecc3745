"""What a strategy knows already, and the text of its spreadsheet with more in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from toc.loading.columns import NAMED, Columns
from toc.tables.numbers import write_value
from toc.tables.writing import as_csv

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.loading import Loaded
    from toc.loading.readings import Readings
    from toc.model import Reading, Strategy
    from toc.tables import Row

__all__ = ["Known", "Subject", "known_values", "subject_of", "written"]

Subject: TypeAlias = tuple[str, object, tuple[tuple[str, str], ...]]
"""What a value is of: the indicator, the date, and the group."""

_FLAG: Final = "flag"


@dataclass(frozen=True, slots=True)
class Known:
    """A value that a strategy has already.

    Attributes:
        value: the value.
        number: which reading of the spreadsheet it is; None where it stands in the YAML.
    """

    value: float | str
    number: int | None = None


def subject_of(reading: Reading) -> Subject:
    """Say what a reading is of."""
    return reading.indicator, reading.date, tuple(sorted(reading.by.items()))


def known_values(strategy: Strategy) -> Mapping[Subject, list[Known]]:
    """Give what was measured so far, in the spreadsheet and inline."""
    found: dict[Subject, list[Known]] = {}
    for number, reading in enumerate(strategy.readings):
        found.setdefault(subject_of(reading), []).append(Known(reading.value, number))
    for name, indicator in strategy.indicators.items():
        for date, one in indicator.actual.items():
            if one.value is not None:
                found.setdefault((name, date, ()), []).append(Known(one.value))
    return found


def written(loaded: Loaded, added: Sequence[Reading], replaced: Mapping[int, Reading]) -> str:
    """Give the text of the spreadsheet of readings with more in it.

    What stands there stays as it is, to the character; a column that is new is added to
    the heads alone, for rows may be shorter than they.

    Args:
        loaded: the strategy.
        added: the readings to append, in their order.
        replaced: readings to stand in the place of others, by their number.
    """
    readings = loaded.readings
    if readings is None or readings.columns is None or readings.sheet.source is None:
        return _new(added)
    return _Pages(readings, [*added, *replaced.values()]).written(added, replaced)


def _new(added: Sequence[Reading]) -> str:
    heads = [*NAMED, *_missing(Columns.of(NAMED), added)]
    rows = (_cells(one, heads, has_commas=False) for one in added)
    return as_csv([heads, *rows])


def _missing(columns: Columns, added: Sequence[Reading]) -> list[str]:
    """Name the columns that readings need and a table does not have."""
    groups = {name for _, name in columns.groups}
    wanted = [name for reading in added for name in _needed(reading)]
    return [name for name in dict.fromkeys(wanted) if name not in columns.at.keys() | groups]


def _needed(reading: Reading) -> Iterator[str]:
    if reading.source:
        yield "source"
    if reading.note:
        yield "note"
    if reading.flag:
        yield _FLAG
    yield from reading.by


def _cells(reading: Reading, heads: Sequence[str], *, has_commas: bool) -> list[str]:
    own = {
        "indicator": reading.indicator,
        "date": str(reading.date),
        "value": write_value(reading.value, has_commas=has_commas),
        "source": reading.source,
        "note": reading.note,
        _FLAG: reading.flag,
    }
    return [own[head] if head in own else reading.by.get(head, "") for head in heads]


class _Pages:
    """The text of a spreadsheet that is added to."""

    def __init__(self, readings: Readings, coming: Sequence[Reading]) -> None:
        assert readings.columns is not None
        assert readings.sheet.source is not None
        self.readings = readings
        self.sheet = readings.sheet
        self.text = readings.sheet.source.text
        self.more = _missing(readings.columns, coming)
        self.heads = [*_heads(readings.columns), *self.more]
        self.end = "\r\n" if "\r\n" in self.text else "\r" if "\r" in self.text else "\n"
        self.has_commas = self._has_commas(readings.columns.at["value"])

    def _has_commas(self, column: int) -> bool:
        """Whether decimals are written with a comma here, or would be in this locale."""
        if self.sheet.separator == ",":
            return False
        values = [row.cell(column) for row in self.readings.origins]
        return any("," in value for value in values) or not any("." in one for one in values)

    def written(self, added: Sequence[Reading], replaced: Mapping[int, Reading]) -> str:
        """Give the text with rows replaced and appended."""
        rows = {number: self.readings.origins[number] for number in replaced}
        changes = {
            self.sheet.stretch(row): self._line(replaced[number], row.cells)
            for number, row in rows.items()
        }
        if self.more:
            head = self.sheet.rows[0]
            place = self.sheet.stretch(head)[1]
            changes[place, place] = self._with_more(head)
        text = _changed(self.text, changes)
        gap = "" if text.endswith(("\n", "\r")) else self.end
        lines = "".join(self._line(one) + self.end for one in added)
        return f"{text}{gap}{lines}" if lines else text

    def _with_more(self, head: Row) -> str:
        """Write the heads of new columns, at the places that their cells will have."""
        columns = self.readings.columns
        assert columns is not None
        gaps = [""] * (columns.width - len(head.cells))
        row = as_csv([[*gaps, *self.more]], separator=self.sheet.separator, end="")
        return f"{self.sheet.separator}{row}"

    def _line(self, reading: Reading, before: Sequence[str] = ()) -> str:
        """Write a row; what stood in columns without a name stays."""
        cells = _cells(reading, self.heads, has_commas=self.has_commas)
        kept = [*before, *[""] * len(cells)]
        filled = [
            cell if head else old for head, cell, old in zip(self.heads, cells, kept, strict=False)
        ]
        # The heads are written already: only they have to show what parts cells.
        return as_csv([[], filled], separator=self.sheet.separator, end="")


def _heads(columns: Columns) -> list[str]:
    """Give the heads by what they mean, one for each column of the table."""
    heads = [""] * columns.width
    for name, place in (*columns.at.items(), *((name, place) for place, name in columns.groups)):
        heads[place] = name
    return heads


def _changed(text: str, changes: Mapping[tuple[int, int], str]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in sorted(changes):
        parts += [text[done:start], changes[start, end]]
        done = end
    return "".join([*parts, text[done:]])
