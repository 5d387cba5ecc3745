"""Readings of indicators from a spreadsheet saved as text."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING, TypeVar

from toc.findings import Finding, Span
from toc.model.dates import Date
from toc.model.indicators import Reading
from toc.model.refusals import Refusal
from toc.model.values import number_or_label
from toc.spelling import nearest
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from toc.findings import Route
    from toc.model import Strategy
    from toc.text.source import Source

__all__ = ["Readings", "read_readings"]

_NEEDED = ("indicator", "date", "value")
_NAMED = (*_NEEDED, "source", "note")
_DELIMITERS = ",;\t"
_LARGEST_CELL = 1_000_000

_Value = TypeVar("_Value")


@dataclass(slots=True)
class Readings:
    """What a spreadsheet holds: the readings with their places, and what to tell."""

    rows: list[Reading] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    cells: dict[str, str]
    spans: dict[str, Span]
    whole: Span
    is_too_long: bool


def read_readings(source: Source, strategy: Strategy, holes: Collection[Route] = ()) -> Readings:
    """Read the rows of a spreadsheet; a faulty row is told of and left out.

    Args:
        source: the spreadsheet.
        strategy: the strategy whose indicators it is about.
        holes: routes to what of the strategy could not be read, and so may not be missing.
    """
    found = Readings()
    known = {name.lower(): name for name in strategy.indicators}
    unread = {str(hole[-1]).lower() for hole in holes if hole[:-1] == ("indicators",)}
    is_whole = not {(), ("indicators",)} & set(holes)
    for row in _rows(source, found):
        name = row.cells.get("indicator", "")
        if name.lower() not in known:
            if is_whole and name.lower() not in unread:
                found.findings.append(_no_indicator(row, name, known))
            continue
        if row.is_too_long:
            found.findings.append(_too_long(row))
            continue
        try:
            found.rows.append(_reading(row, found, known[name.lower()]))
        except _FaultyRowError:
            continue
        found.places.append(row.whole)
    return found


class _FaultyRowError(Exception):
    pass


def _rows(source: Source, found: Readings) -> Iterator[_Row]:
    delimiter = max(_DELIMITERS, key=source.line(1).count)
    csv.field_size_limit(_LARGEST_CELL)
    table = csv.reader(StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] = []
    begun = 1
    try:
        for cells in table:
            line, begun = begun, table.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if header:
                yield _row(source, header, cells, line, delimiter)
                continue
            header = [cell.strip().lower() for cell in cells]
            if not _has_needed(source, header, found, delimiter):
                return
    except csv.Error:
        found.findings.append(
            _malformed(
                Message("this row cannot be read as a table"),
                Message("save the spreadsheet again as CSV in UTF-8"),
                source.span(source.starts[min(begun, len(source.starts)) - 1], 0),
            )
        )


def _has_needed(source: Source, header: list[str], found: Readings, delimiter: str) -> bool:
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        found.findings.append(
            _malformed(
                Message("the table has no column {columns}", {"columns": missing}),
                Message("write the first row as {form}", {"form": delimiter.join(_NAMED)}),
                source.span(0, len(source.line(1))),
            )
        )
    return not missing


def _row(source: Source, header: list[str], cells: list[str], line: int, delimiter: str) -> _Row:
    start, text = source.starts[line - 1], source.line(line)
    spans: dict[str, Span] = {}
    offset = 0
    for name, cell in zip(header, cells, strict=False):
        at = max(text.find(cell.strip(), offset), offset)
        end = min(at + len(cell.strip()), len(text))
        spans[name] = source.span(start + at, start + end)
        after = text.find(delimiter, end)
        offset = len(text) if after < 0 else after + 1
    filled = dict(zip(header, (cell.strip() for cell in cells), strict=False))
    whole = source.span(start, start + len(text))
    return _Row(filled, spans, whole, is_too_long=len(cells) > len(header))


def _reading(row: _Row, found: Readings, indicator: str) -> Reading:
    cells = row.cells
    return Reading(
        indicator,
        _cell(row, found, "date", Date.of),
        _cell(row, found, "value", number_or_label),
        cells.get("source", ""),
        cells.get("note", ""),
        {key: cell for key, cell in cells.items() if key not in _NAMED and key and cell},
    )


def _cell(row: _Row, found: Readings, name: str, read: Callable[[str], _Value]) -> _Value:
    text = row.cells.get(name, "")
    try:
        if text:
            return read(text)
    except Refusal as error:
        context = error.context or {}
        message, mend = context["message"], context["mend"]
    else:
        message = Message("this row has no {column}", {"column": name})
        mend = Message("fill it in, or delete the row")
    found.findings.append(_malformed(message, mend, row.spans.get(name, row.whole)))
    raise _FaultyRowError


def _no_indicator(row: _Row, name: str, known: dict[str, str]) -> Finding:
    near = nearest(name, known.values())
    mend = (
        Message("did you mean “{id}”?", {"id": near})
        if near is not None
        else Message("write the id of an indicator of the strategy")
    )
    return Finding(
        "reference-dangling",
        Message("no indicator is called “{id}”", {"id": name}),
        mend,
        span=row.spans.get("indicator", row.whole),
    )


def _too_long(row: _Row) -> Finding:
    return _malformed(
        Message("this row has more cells than the table has columns"),
        Message("put quotes around a cell with a comma in it, and write decimals with a point"),
        row.whole,
    )


def _malformed(message: Message, mend: Message, span: Span) -> Finding:
    return Finding("value-malformed", message, mend, span=span)
