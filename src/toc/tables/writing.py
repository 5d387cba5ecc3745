"""Rows become a CSV or an XLSX file that no program takes for anything but text."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from toc.errors import MissingExtraError, OutputError
from toc.tables.harmless import as_text, harmless
from toc.tables.sheet import letters
from toc.tables.typed import shown_as
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["as_csv", "as_xlsx"]

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_MOST_LETTERS = 32_767
_UNSAYABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)",
)
_FONT: Final = "Calibri"
_NARROWEST, _WIDEST = 10, 70
_PARTING = re.compile(r'[,;\t"\r\n]')
_STAMP = re.compile(rb"<dcterms:modified[^>]*>[^<]*</dcterms:modified>")
_PLAIN = re.compile(r"-?\d{1,15}(\.\d{1,15})?\Z")


def as_csv(rows: Iterable[Sequence[str]], *, separator: str = ",", end: str = "\n") -> str:
    """Write rows as CSV; what would be a formula is written as text.

    Args:
        rows: the texts of each row.
        separator: what to write between cells.
        end: what to end lines with.
    """
    # By the first row the separator is known: there, each that might be one stands in quotes.
    parting = re.compile(rf'["\r\n{re.escape(separator)}]')
    lines = (
        separator.join(_quoted(cell, parting if number else _PARTING) for cell in cells) + end
        for number, cells in enumerate(rows)
    )
    return "".join(lines)


def _quoted(text: str, parting: re.Pattern[str]) -> str:
    """Write a cell so that it is one, and no formula."""
    text = harmless(text)
    return '"' + text.replace('"', '""') + '"' if parting.search(text) else text


def as_xlsx(rows: Iterable[Sequence[str]], *, name: str) -> bytes:
    """Write rows as a workbook of one sheet; numbers are numbers, all else is text.

    Args:
        rows: the texts of each row, the names of the columns first.
        name: what to call the sheet.

    Raises:
        MissingExtraError: openpyxl is not installed.
        OutputError: when a text is too long for a cell.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - only for who writes one
    except ImportError as error:
        raise MissingExtraError(
            Message("XLSX needs an extra package: pip install 'theory-of-change[xlsx]'")
        ) from error
    book = Workbook()
    book.properties.created = book.properties.modified = datetime(*_EPOCH)  # noqa: DTZ001
    page = book.active
    assert page is not None
    page.title = name
    widths: dict[int, int] = {}
    for number, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            _put(page, number, column, cell)
            widths[column] = min(max(widths.get(column, _NARROWEST), len(cell) + 2), _WIDEST)
    _lay_out(page, widths)
    packed = BytesIO()
    book.save(packed)
    return _packed(packed.getvalue())


def _lay_out(page: Worksheet, widths: Mapping[int, int]) -> None:
    """Let a table be read and printed: heads that stay, columns that fit, a page across."""
    from openpyxl.styles import Font  # noqa: PLC0415 - only for who writes a workbook
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    page.freeze_panes = "A2"
    for column, width in widths.items():
        page.column_dimensions[letters(column - 1)].width = width
        page.cell(1, column).font = Font(name=_FONT, bold=True)
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _put(page: Worksheet, row: int, column: int, text: str) -> None:
    if not text:
        return
    if len(text) > _MOST_LETTERS:
        values = {"count": _MOST_LETTERS}
        raise OutputError(Message("a text has more than {count} letters for one cell", values))
    cell: Any = page.cell(row, column)
    if (number := _number(text)) is not None:
        cell.value = number
        return
    cell.value = _UNSAYABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", as_text(text))
    cell.data_type = "s"
    cell.number_format = "@"


def _number(text: str) -> int | float | None:
    """Give the number that is shown as just this text, if there is one."""
    if not _PLAIN.match(text):
        return None
    number = float(text) if "." in text else int(text)
    return number if shown_as(number, "") == text else None


def _packed(content: bytes) -> bytes:
    """Pack it again without the time of day: the same rows are the same file."""
    from zipfile import (  # noqa: PLC0415 - only for who writes a workbook
        ZIP_DEFLATED,
        ZipFile,
        ZipInfo,
    )

    again = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(again, "w") as packed:
        for name in parts.namelist():
            part = ZipInfo(name, _EPOCH)
            part.compress_type = ZIP_DEFLATED
            packed.writestr(part, _STAMP.sub(b"", parts.read(name)))
    return again.getvalue()
