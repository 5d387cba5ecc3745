"""The readings of a delivery, each with the cell that it came from, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from toc.importing.layout import Layout, Names, heads_wanted, layout_of
from toc.loading.faulty_rows import (
    MERGED,
    TOO_LONG,
    doubled_columns,
    empty,
    unknown_flag,
    unknown_indicator,
    value_of,
)
from toc.model.indicators import FLAGS, Reading
from toc.model.refusals import Refusal
from toc.spelling import Speller
from toc.tables.dates import read_date
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.findings import Finding
    from toc.model import Date, Strategy
    from toc.tables import Row, Sheet

__all__ = ["Delivered", "Delivery", "Refused", "take"]

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Delivered:
    """A reading, and the cell that it came from.

    Attributes:
        reading: the reading.
        row: the row of the delivery.
        column: the column of its value, from 0.
    """

    reading: Reading
    row: Row
    column: int


@dataclass(frozen=True, slots=True)
class Refused:
    """What of a delivery cannot be taken.

    Attributes:
        row: the row of the delivery.
        finding: what is wrong with it, and what to do.
    """

    row: Row
    finding: Finding


@dataclass(slots=True)
class Delivery:
    """What a delivered table holds.

    Attributes:
        sheet: the table.
        layout: how it is laid out; None where nobody can tell.
        taken: its readings, in its own order.
        refused: what cannot be taken.
        notes: what was assumed to read it.
        unfilled: how many rows have no value yet.
    """

    sheet: Sheet
    layout: Layout | None = None
    taken: list[Delivered] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    unfilled: int = 0


def take(sheet: Sheet, strategy: Strategy, names: Names) -> Delivery:
    """Take the readings out of a delivered table.

    Args:
        sheet: the table.
        strategy: the strategy that they are about.
        names: what its indicators may be called.
    """
    found = Delivery(sheet, notes=list(sheet.findings))
    found.layout = layout_of(sheet, names)
    if found.layout is None:
        if sheet.rows:
            found.notes.append(_no_heads(sheet))
        return found
    found.notes += doubled_columns(sheet, found.layout.head, found.layout.columns)
    taker = _Taker(found, found.layout, strategy, names)
    for row in found.layout.rows:
        taker.take(row)
    return found


def _no_heads(sheet: Sheet) -> Finding:
    return sheet.fault(
        sheet.rows[0],
        None,
        Message("no row says which column holds what"),
        Message(
            "write the heads as {form}, or dates beside “indicator”, or indicators beside “date”",
            {"form": heads_wanted(sheet.separator)},
        ),
        rule="table-unreadable",
    )


class _RefusedError(Exception):
    pass


class _Taker:
    """Takes readings out of rows of one layout."""

    def __init__(self, found: Delivery, layout: Layout, strategy: Strategy, names: Names) -> None:
        self.found = found
        self.sheet = found.sheet
        self.layout = layout
        self.columns = layout.columns
        self.indicators = strategy.indicators
        self.names = names
        self.speller = Speller(strategy.indicators)
        self.has_commas = found.sheet.separator != ","

    def take(self, row: Row) -> None:
        """Take what a row holds; each value that cannot be read is told by itself."""
        if len(row.cells) > self.columns.width and not self.sheet.is_workbook:
            self._refuse(row, None, *TOO_LONG)
        elif self.layout.is_long:
            self._take_one(row)
        else:
            self._take_many(row)

    def _take_one(self, row: Row) -> None:
        column = self.columns.at["value"]
        if not row.cell(column):
            self._unfilled(row)
            return
        try:
            indicator = self._indicator(row)
            date = self._date(row)
            self._keep(row, column, indicator, date)
        except _RefusedError:
            return

    def _unfilled(self, row: Row) -> None:
        """Leave out a row that waits for its value; one that says more is told."""
        said = [name for name in ("source", "note", "flag") if self._text(row, name)]
        if said:
            self._refuse(row, self.columns.at["value"], *empty("value"))
        else:
            self.found.unfilled += 1

    def _take_many(self, row: Row) -> None:
        """Take the values of a row with several; what is empty was not measured."""
        filled = [one for one in self._values(row) if row.cell(one)]
        if not filled:
            self.found.unfilled += 1
            return
        try:
            own = self._indicator(row) if self.layout.dates else self._date(row)
        except _RefusedError:
            return
        heads = dict(self.layout.indicators)
        for column in filled:
            try:
                if isinstance(own, str):
                    self._keep(row, column, own, read_date(self.layout.head.cell(column)))
                else:
                    self._keep(row, column, heads[column], own)
            except _RefusedError:
                continue

    def _values(self, row: Row) -> Iterator[int]:
        places = self.layout.dates or [place for place, _ in self.layout.indicators]
        yield from (place for place in places if place < len(row.cells))

    def _keep(self, row: Row, column: int, indicator: str, date: Date) -> None:
        if (row.number, column) in self.sheet.filled:
            self._refuse(row, column, *MERGED)
            raise _RefusedError
        reading = Reading(
            indicator,
            date,
            self._read(
                row,
                column,
                lambda text: value_of(
                    text, indicator=self.indicators[indicator], has_commas=self.has_commas
                ),
            ),
            self._text(row, "source"),
            self._text(row, "note"),
            {name: text for place, name in self.columns.groups if (text := row.cell(place))},
            self._flag(row),
        )
        self.found.taken.append(Delivered(reading, row, column))

    def _indicator(self, row: Row) -> str:
        name = self._text(row, "indicator")
        found = self.names.find(name)
        if found is None:
            said = unknown_indicator(name, self.speller) if name else empty("indicator")
            self._refuse(row, self.columns.at["indicator"], *said, rule="reference-dangling")
            raise _RefusedError
        return found

    def _date(self, row: Row) -> Date:
        column = self.columns.at["date"]
        if not row.cell(column):
            self._refuse(row, column, *empty("date"))
            raise _RefusedError
        return self._read(row, column, read_date)

    def _read(self, row: Row, column: int, read: Callable[[str], _Value]) -> _Value:
        try:
            return read(row.cell(column))
        except Refusal as error:
            context = error.context or {}
            self._refuse(row, column, context["message"], context["mend"])
            raise _RefusedError from None

    def _flag(self, row: Row) -> str:
        text = self._text(row, "flag").lower()
        if set(text) <= set(FLAGS):
            return text
        self._refuse(row, self.columns.at["flag"], *unknown_flag(text))
        raise _RefusedError

    def _text(self, row: Row, name: str) -> str:
        place = self.columns.at.get(name)
        return "" if place is None else row.cell(place)

    def _refuse(
        self,
        row: Row,
        column: int | None,
        message: Message,
        mend: Message,
        *,
        rule: str = "value-malformed",
    ) -> None:
        finding = self.sheet.fault(row, column, message, mend, rule=rule)
        self.found.refused.append(Refused(row, finding))
