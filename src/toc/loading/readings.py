"""Readings of indicators from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from toc.findings import Finding
from toc.loading.columns import NAMED, Columns
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
    from toc.findings import Route, Span
    from toc.model import Strategy
    from toc.tables import Row, Sheet

__all__ = ["Readings", "read_readings"]

_Value = TypeVar("_Value")


@dataclass(slots=True)
class Readings:
    """What a spreadsheet holds: the readings with their places, and what to tell.

    Attributes:
        sheet: the table.
        columns: which of its columns holds what; None where they are not known.
        rows: the readings.
        origins: the row of the table that each is from.
        refused: the rows that could not be read, each once.
        findings: what there is to tell, of the table and of its rows.
    """

    sheet: Sheet
    columns: Columns | None = None
    rows: list[Reading] = field(default_factory=list)
    origins: list[Row] = field(default_factory=list)
    refused: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def place(self, number: int) -> Span:
        """Give the place of a reading."""
        return self.sheet.span(self.origins[number])


def read_readings(sheet: Sheet, strategy: Strategy, holes: Collection[Route] = ()) -> Readings:
    """Read the rows of a table; a faulty row is told of and left out.

    Args:
        sheet: the table.
        strategy: the strategy whose indicators it is about.
        holes: routes to what of the strategy could not be read, and so may not be missing.
    """
    found = Readings(sheet, findings=list(sheet.findings))
    if not sheet.rows:
        return found
    head, *rows = sheet.rows
    found.columns = Columns.of(head.cells)
    if found.columns.missing:
        found.findings.append(_without(sheet, head, found.columns.missing))
        return found
    found.findings += doubled_columns(sheet, head, found.columns)
    reader = _Reader(found, found.columns, strategy, holes)
    for row in rows:
        reader.read(row)
    return found


def _without(sheet: Sheet, head: Row, missing: list[str]) -> Finding:
    form = (sheet.separator or ", ").join(NAMED)
    return sheet.fault(
        head,
        None,
        Message("the table has no column {columns}", {"columns": missing}),
        Message("write the first row as {form}", {"form": form}),
        rule="table-unreadable",
    )


class _FaultyRowError(Exception):
    pass


class _Reader:
    """Reads rows, and knows what the strategy measures."""

    def __init__(
        self, found: Readings, columns: Columns, strategy: Strategy, holes: Collection[Route]
    ) -> None:
        self.found = found
        self.sheet = found.sheet
        self.columns = columns
        self.indicators = strategy.indicators
        self.known: Mapping[str, str] = {name.lower(): name for name in strategy.indicators}
        self.speller = Speller(strategy.indicators)
        self.unread = {str(hole[-1]).lower() for hole in holes if hole[:-1] == ("indicators",)}
        self.is_whole = not {(), ("indicators",)} & set(holes)
        self.has_commas = found.sheet.separator != ","

    def read(self, row: Row) -> None:
        """Read one row; a faulty one is noted, and told."""
        try:
            reading = self._reading(row)
        except _FaultyRowError:
            self.found.refused.append(row)
            return
        self.found.rows.append(reading)
        self.found.origins.append(row)

    def _reading(self, row: Row) -> Reading:
        indicator = self._indicator(row)
        if len(row.cells) > self.columns.width:
            self._tell(row, None, *TOO_LONG)
            raise _FaultyRowError
        return Reading(
            indicator,
            self._cell(row, "date", read_date),
            self._cell(row, "value", self._value(indicator)),
            self._text(row, "source"),
            self._text(row, "note"),
            {name: text for place, name in self.columns.groups if (text := row.cell(place))},
            self._flag(row),
        )

    def _indicator(self, row: Row) -> str:
        name = self._text(row, "indicator")
        known = self.known.get(name.lower())
        if known is not None:
            return known
        if self.is_whole and name.lower() not in self.unread:
            said = unknown_indicator(name, self.speller)
            self._tell(row, "indicator", *said, rule="reference-dangling")
        raise _FaultyRowError

    def _value(self, indicator: str) -> Callable[[str], int | float | str]:
        return partial(value_of, indicator=self.indicators[indicator], has_commas=self.has_commas)

    def _cell(self, row: Row, name: str, read: Callable[[str], _Value]) -> _Value:
        text = self._text(row, name)
        place = self.columns.at[name]
        try:
            if text and not (name == "value" and (row.number, place) in self.sheet.filled):
                return read(text)
        except Refusal as error:
            context = error.context or {}
            self._tell(row, name, context["message"], context["mend"])
            raise _FaultyRowError from None
        self._tell(row, name, *(MERGED if text else empty(name)))
        raise _FaultyRowError

    def _flag(self, row: Row) -> str:
        """Read what a statistics office says of a value; an unknown letter costs no value."""
        text = self._text(row, "flag").lower()
        if set(text) <= set(FLAGS):
            return text
        self._tell(row, "flag", *unknown_flag(text))
        return ""

    def _text(self, row: Row, name: str) -> str:
        place = self.columns.at.get(name)
        return "" if place is None else row.cell(place)

    def _tell(
        self,
        row: Row,
        column: str | None,
        message: Message,
        mend: Message,
        *,
        rule: str = "value-malformed",
    ) -> None:
        place = None if column is None else self.columns.at[column]
        self.found.findings.append(self.sheet.fault(row, place, message, mend, rule=rule))
