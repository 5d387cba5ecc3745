"""XLSX: the rows of one sheet, as somebody would read them aloud.

A cell gives the text that is seen and not what is stored: a date its day, or its month
where only that is shown; a share its percentage; a formula the value that it had when
the file was saved.  A cell that is merged over several rows stands for each of them,
in its first column: so a name is said once and read for all.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from toc.errors import MissingExtraError
from toc.findings import Finding, Span
from toc.tables.decoding import ambiguous, unreadable
from toc.tables.delimited import MOST_CELLS
from toc.tables.sheet import Row, Sheet, cell_name
from toc.tables.typed import shown_as
from toc.tables.unpacking import why_not
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

__all__ = ["opened"]

_SHOWN = 5


def opened(content: bytes, shown: str, wanted: str) -> Sheet:
    """Read a sheet of a workbook.

    Args:
        content: the bytes of the file.
        shown: its name in messages.
        wanted: the sheet; the first that is not hidden when empty.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    refused = why_not(content)
    if refused is not None:
        return Sheet(shown, findings=(unreadable(*refused, shown),))
    load = _loader()
    try:
        with warnings.catch_warnings():
            # What openpyxl leaves out of a file is no concern of whoever reads its cells.
            warnings.simplefilter("ignore")
            return _read(load(content), shown, wanted)
    except _TooManyCellsError:
        message = Message("the table has more than {count} cells", {"count": MOST_CELLS})
        mend = Message("save only the rows and columns that are needed")
    except Exception:  # noqa: BLE001 - of a damaged file, openpyxl raises whatever it meets
        message = Message("the workbook is damaged")
        mend = Message(
            "open it in a spreadsheet program and save it again as .xlsx, or as CSV in UTF-8"
        )
    return Sheet(shown, findings=(unreadable(message, mend, shown),))


class _TooManyCellsError(Exception):
    pass


def _loader() -> Callable[[bytes], Workbook]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - only for who has a workbook
    except ImportError as error:
        raise MissingExtraError(
            Message("XLSX needs an extra package: pip install 'theory-of-change[xlsx]'")
        ) from error

    def load(content: bytes) -> Workbook:
        return load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)

    return load


@dataclass
class _Reading:
    """A sheet while it is read."""

    shown: str
    name: str
    names: tuple[str, ...]
    rows: dict[int, list[str]] = field(default_factory=dict)
    filled: set[tuple[int, int]] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    cells: int = 0

    def tell(self, message: Message, mend: Message, row: int = 1, column: int = 0) -> None:
        span = Span(self.shown, row, column + 1, row, column + 2)
        self.findings.append(ambiguous(message, mend, span))

    def put(self, row: int, column: int, text: str) -> None:
        """Put a text into a cell, whatever is before it in its row."""
        cells = self.rows.setdefault(row, [])
        added = max(0, column + 1 - len(cells))
        self.cells += added
        if self.cells > MOST_CELLS:
            raise _TooManyCellsError
        cells += [""] * added
        cells[column] = text

    def named(self, cells: Sequence[tuple[int, int]]) -> list[str]:
        """Name the first few of many cells."""
        names = [cell_name(*cell) for cell in sorted(cells)[:_SHOWN]]
        return [*names, "…"] if len(cells) > _SHOWN else names


def _read(book: Workbook, shown: str, wanted: str) -> Sheet:
    pages = {page.title: page for page in _pages(book)}
    page = _page(pages, wanted)
    if page is None:
        return Sheet(shown, names=tuple(pages), findings=(_no_sheet(shown, wanted, pages),))
    reading = _Reading(shown, page.title, tuple(pages))
    if not wanted:
        _tell_others(reading, pages)
    _read_page(reading, book, page)
    rows = tuple(
        Row(number, tuple(cells))
        for number, cells in sorted(reading.rows.items())
        if any(map(str.strip, cells))
    )
    return Sheet(
        shown,
        rows,
        tuple(reading.findings),
        name=page.title,
        names=tuple(pages),
        filled=frozenset(reading.filled),
    )


def _pages(book: Workbook) -> list[ReadOnlyWorksheet]:
    from openpyxl.worksheet._read_only import (  # noqa: PLC0415 - only for who has a workbook
        ReadOnlyWorksheet,
    )

    pages: list[Any] = list(book.worksheets)
    return [page for page in pages if isinstance(page, ReadOnlyWorksheet)]


def _page(pages: Mapping[str, ReadOnlyWorksheet], wanted: str) -> ReadOnlyWorksheet | None:
    if wanted:
        return pages.get(wanted)
    seen = [page for page in pages.values() if page.sheet_state == "visible"]
    return next(iter(seen or pages.values()), None)


def _no_sheet(shown: str, wanted: str, pages: Mapping[str, object]) -> Finding:
    if not wanted:
        message = Message("the workbook has no sheet with cells")
        return unreadable(message, Message("save the table again as .xlsx"), shown)
    return unreadable(
        Message("the workbook has no sheet “{name}”", {"name": wanted}),
        Message("name one of {known}", {"known": list(pages)}),
        shown,
    )


def _tell_others(reading: _Reading, pages: Mapping[str, ReadOnlyWorksheet]) -> None:
    others = [
        name
        for name, page in pages.items()
        if name != reading.name and (page.max_row or 0, page.max_column or 0) != (1, 1)
    ]
    if others:
        reading.tell(
            Message(
                "only the sheet “{name}” was read, and not {others}",
                {"name": reading.name, "others": others},
            ),
            Message("put the table that counts first, or delete the other sheets"),
        )


def _read_page(reading: _Reading, book: Workbook, page: ReadOnlyWorksheet) -> None:
    from toc.tables.parser import Parser  # noqa: PLC0415 - only for who has a workbook

    inside: Any = page
    # Its rows alone do not tell what is merged and hidden.
    with inside._get_source() as source:  # noqa: SLF001
        parser = Parser(book, page, source)
        for number, cells in parser.rows():
            for column, value, form in cells:
                text = shown_as(value, form)
                if text:
                    reading.put(number, column, text)
    _tell_formulas(reading, parser.unknown)
    _fill(reading, parser.merged)
    _tell_hidden(reading, parser.hidden)


def _tell_formulas(reading: _Reading, unknown: Sequence[tuple[int, int]]) -> None:
    if unknown:
        values = {"count": len(unknown), "cells": reading.named(unknown)}
        reading.tell(
            Message(
                "a formula has no value in the file: {cells}",
                values,
                plural="{count} formulas have no value in the file: {cells}",
            ),
            Message("open the file in a spreadsheet program and save it, or write the values"),
            *unknown[0],
        )


def _tell_hidden(reading: _Reading, hidden: Sequence[int]) -> None:
    rows = [number for number in hidden if number in reading.rows]
    if rows:
        told = [str(number) for number in rows[:_SHOWN]] + ["…"] * (len(rows) > _SHOWN)
        reading.tell(
            Message(
                "a row is hidden and was read as well: {rows}",
                {"count": len(rows), "rows": told},
                plural="{count} rows are hidden and were read as well: {rows}",
            ),
            Message("delete what should not count, and show the rest"),
            rows[0],
        )


def _fill(reading: _Reading, merged: Sequence[tuple[int, int, int, int]]) -> None:
    """Let a merged cell stand for each of its rows that has any text."""
    seen = [area for area in merged if reading.rows.keys() & {area[1]}]
    for left, top, _, bottom in seen:
        text = reading.rows[top][left] if left < len(reading.rows[top]) else ""
        for number in _below(reading, top, bottom) if text else ():
            reading.put(number, left, text)
            reading.filled.add((number, left))
            # Areas of a whole sheet, a thousand times over, are no table.
            reading.cells += 1
    if seen:
        cells = [(top, left) for left, top, _, _ in seen]
        reading.tell(
            Message(
                "a cell is merged with others: {cells}",
                {"count": len(cells), "cells": reading.named(cells)},
                plural="{count} cells are merged with others: {cells}",
            ),
            Message(
                "unmerge it and write each row out; until then it was read for each of its rows"
            ),
            *min(cells),
        )


def _below(reading: _Reading, top: int, bottom: int) -> Iterator[int]:
    rows: Any = reading.rows
    if bottom - top < len(rows):
        return (number for number in range(top + 1, bottom + 1) if number in rows)
    return (number for number in list(rows) if top < number <= bottom)
