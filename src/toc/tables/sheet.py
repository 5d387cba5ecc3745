"""A table as it was read: rows of texts, each with a place that people find again.

In a CSV file a place is a line and a column of characters.  In a workbook the line is
the row, the column is the column, and a message begins with the cell, such as `B7`,
because that is where somebody with a spreadsheet program has to look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from toc.findings import Finding, Related, Span
from toc.words import Message

if TYPE_CHECKING:
    from toc.text.source import Source
    from toc.words import Sayable

__all__ = ["Row", "Sheet", "cell_name", "letters"]

_ALPHABET = 26
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        number: the row of the sheet, or the line of the file where it begins, from 1.
        cells: its texts as they stand, without quotes, from the first column on.
    """

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Give the text in a column, counted from 0, without blanks around it."""
        return self.cells[column].strip() if column < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """The rows of a table; those without any text are left out.

    Attributes:
        path: the file as it was named by the caller.
        rows: its rows in order, the one with the names of the columns among them.
        findings: what could not be read, and what was assumed to read the rest.
        separator: what stands between the cells of a CSV file; nothing in a workbook.
        name: the sheet of the workbook; nothing in a CSV file.
        names: all sheets of the workbook.
        filled: the cells, as row and column, that have their text from a merged cell above.
        source: the text of a CSV file.
    """

    path: str
    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()
    separator: str = ""
    name: str = ""
    names: tuple[str, ...] = ()
    filled: frozenset[tuple[int, int]] = frozenset()
    source: Source | None = None

    @property
    def is_workbook(self) -> bool:
        """Whether its places are cells of a sheet, and not characters of a file."""
        return bool(self.name)

    def cell_name(self, row: Row, column: int) -> str:
        """Say where a cell stands as a spreadsheet program does; nothing in a CSV file."""
        if not self.is_workbook:
            return ""
        return cell_name(row.number, column, self.name if len(self.names) > 1 else "")

    def span(self, row: Row, column: int | None = None) -> Span:
        """Give the place of a cell, counted from 0; of the row when there is none."""
        if self.source is not None:
            return _span_in_text(self.source, self.separator, row, column)
        first = 0 if column is None else column
        last = max(len(row.cells), 1) if column is None else column + 1
        return Span(self.path, row.number, first + 1, row.number, last + 1)

    def stretch(self, row: Row) -> tuple[int, int]:
        """Give where a row begins and ends in the text of a CSV file, its line end left out."""
        assert self.source is not None
        start = end = self.source.starts[row.number - 1]
        for _ in row.cells:
            found = _field(self.separator).match(self.source.text, end)
            assert found is not None  # it matches nothing at all, too
            end = found.end() + 1
        return start, end - 1

    def fault(
        self,
        row: Row,
        column: int | None,
        message: Message,
        mend: Message,
        *,
        rule: str = "value-malformed",
        related: tuple[Related, ...] = (),
    ) -> Finding:
        """Make a finding about a cell, or about a whole row.

        Args:
            row: the row.
            column: the column, counted from 0; None for the row.
            message: what is so.
            mend: what to do about it.
            rule: the rule that it comes from.
            related: other places that belong to it.
        """
        said = self.placed(row, column or 0, message)
        return Finding(rule, said, mend, span=self.span(row, column), related=related)

    def placed(self, row: Row, column: int, message: Message) -> Sayable:
        """Begin a message with its cell, where the file and the line do not say it."""
        cell = self.cell_name(row, column)
        return Message("{cell}: {message}", {"cell": cell, "message": message}) if cell else message


def cell_name(row: int, column: int, sheet: str = "") -> str:
    """Name a cell as spreadsheet programs do; the column is counted from 0.

    >>> cell_name(7, 1), cell_name(7, 27, "Foaia 1")
    ('B7', "'Foaia 1'!AB7")
    """
    cell = f"{letters(column)}{row}"
    if not sheet:
        return cell
    quoted = sheet if _PLAIN_NAME.match(sheet) else "'" + sheet.replace("'", "''") + "'"
    return f"{quoted}!{cell}"


def letters(column: int) -> str:
    """Name a column, counted from 0, by its letters."""
    text = ""
    while column >= 0:
        column, letter = divmod(column, _ALPHABET)
        text = chr(ord("A") + letter) + text
        column -= 1
    return text


@cache
def _field(separator: str) -> re.Pattern[str]:
    return re.compile(rf'"((?:[^"]|"")*)"|([^{re.escape(separator)}\r\n]*)')


def _span_in_text(source: Source, separator: str, row: Row, column: int | None) -> Span:
    start = source.starts[row.number - 1]
    whole = source.span(start, start + len(source.line(row.number)))
    if column is None:
        return whole
    for _ in range(column):
        found = _field(separator).match(source.text, start)
        assert found is not None  # it matches nothing at all, too
        start = found.end() + 1
        if source.text[found.end() : start] != separator:
            return whole
    found = _field(separator).match(source.text, start)
    assert found is not None
    first, last = found.span(1 if found[1] is not None else 2)
    text = source.text[first:last]
    return source.span(first + len(text) - len(text.lstrip()), first + len(text.rstrip()))
