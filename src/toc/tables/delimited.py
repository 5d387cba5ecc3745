"""Tables as text: commas, semicolons or tabs between the cells of a line."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from toc.findings import Finding
from toc.tables.decoding import unreadable
from toc.tables.harmless import as_it_was
from toc.tables.sheet import Row, Sheet
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.text.source import Source

__all__ = ["MOST_CELLS", "parsed"]

MOST_CELLS = 5_000_000
"""A table of more cells is refused before it is built."""

_SEPARATORS = ",;\t"
_LARGEST_CELL = 1_000_000
_MOST_BROKEN = 100
_SAID = re.compile(r"[ \t]*\"?sep=([,;|\t])\"?[ \t]*\Z", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')


def parsed(source: Source) -> Sheet:
    """Read the rows of a text.

    The separator is the one that stands most often in the first line that is not blank,
    outside of quotes; a line `sep=;` above it says so itself.
    """
    first, separator = _separator(source)
    if source.text.count(separator) > MOST_CELLS:
        message = Message("the table has more than {count} cells", {"count": MOST_CELLS})
        mend = Message("save only the rows and columns that are needed")
        return Sheet(source.path, (), (unreadable(message, mend, source.path),), source=source)
    rows: list[Row] = []
    broken: list[Finding] = []
    for one in _rows(source, first, separator):
        if isinstance(one, Row):
            rows.append(one)
        else:
            broken.append(one)
    return Sheet(source.path, tuple(rows), tuple(broken), separator, source=source)


def _separator(source: Source) -> tuple[int, str]:
    """Give the line from which on there are cells, and what stands between them."""
    for number in range(1, len(source.starts) + 1):
        line = source.line(number)
        if said := _SAID.match(line):
            return number + 1, said[1]
        if line.strip(f" {_SEPARATORS}"):
            bare = _QUOTED.sub("", line)
            return number, max(_SEPARATORS, key=bare.count)
    return 1, ","


def _rows(source: Source, first: int, separator: str) -> Iterator[Row | Finding]:
    """Go through the rows; after one that is broken, go on in the line below."""
    csv.field_size_limit(_LARGEST_CELL)
    line = first
    for _ in range(_MOST_BROKEN):
        if line > len(source.starts):
            return
        text = StringIO(source.text[source.starts[line - 1] :], newline="")
        table = csv.reader(text, delimiter=separator, strict=True)
        above = line - 1
        try:
            for cells in table:
                texts = tuple(map(as_it_was, cells))
                if any(map(str.strip, texts)):
                    yield Row(line, texts)
                line = above + table.line_num + 1
        except csv.Error:
            yield _broken(source, line)
            line += 1
        else:
            return
    yield _broken(source, line, Message("too many rows cannot be read: the rest is left out"))


def _broken(source: Source, line: int, message: Message | None = None) -> Finding:
    start = source.starts[min(line, len(source.starts)) - 1]
    return Finding(
        "value-malformed",
        message or Message("this row cannot be read as a table"),
        Message("save the spreadsheet again as CSV in UTF-8"),
        span=source.span(start, start),
    )
