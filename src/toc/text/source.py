"""A file's text and its lines.

Everything is counted in characters of the decoded text, so that the same offset means
the same place to the YAML parser, to the line table and to the reader of a message.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.findings import Finding, Span
from toc.words import Message

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MAX_BYTES", "Source", "decode", "read_source", "unreadable"]

MAX_BYTES = 64 * 1024 * 1024
"""A file beyond this is refused before anything is built of it."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True)
class Source:
    """A file as text.

    Attributes:
        path: the file as it was named by the caller.
        text: its characters, without a byte order mark, line ends as they stand.
    """

    path: str
    text: str

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Give the line and column of an offset, both counted from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Give the stretch between two offsets."""
        return Span(self.path, *self.position(start), *self.position(max(start, end)))

    def line(self, number: int) -> str:
        """Give a line by its number, without its end."""
        known = self._lines.get(number)
        if known is None:
            start = self.starts[number - 1]
            end = self.starts[number] if number < len(self.starts) else len(self.text)
            known = self._lines[number] = self.text[start:end].rstrip("\r\n")
        return known

    @cached_property
    def _lines(self) -> dict[int, str]:
        # One line of 100 kB may be asked for by each of its ten thousand findings.
        return {}


def unreadable(
    message: Message, mend: Message, span: Span | None, *, label: Message | None = None
) -> Finding:
    """Make the finding that something stops a file from being read as YAML."""
    return Finding("yaml-unreadable", message, mend, span=span, label=label)


def read_source(path: Path, shown: str) -> tuple[Source, list[Finding]]:
    """Read a file, refusing what is no text or too much of it.

    Args:
        path: where the file is.
        shown: its name in messages.

    Returns:
        The text (empty when the file is refused) and what there is to tell of it.

    Raises:
        OSError: when the system does not give the file.
    """
    with path.open("rb") as file:
        # One byte more than allowed tells: a device has no size, and no end.
        return decode(file.read(MAX_BYTES + 1), shown)


def decode(content: bytes, shown: str) -> tuple[Source, list[Finding]]:
    """Turn a file's bytes into text; only UTF-8 is text here, marked or not."""
    if len(content) > MAX_BYTES:
        return Source(shown, ""), [_too_large(shown)]
    if content.startswith(_UTF_16_OR_32):
        return Source(shown, ""), [_foreign(Span(shown, 1, 1, 1, 1), "UTF-16")]
    try:
        return Source(shown, content.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        line, column = Source(shown, before).position(len(before))
        return Source(shown, ""), [
            _foreign(Span(shown, line, column, line, column + 1), "Windows-1250")
        ]


def _foreign(span: Span, guess: str) -> Finding:
    return unreadable(
        Message("the file is not written in UTF-8 (it may be {encoding})", {"encoding": guess}),
        Message("save it again from your editor with the encoding UTF-8"),
        span,
    )


def _too_large(shown: str) -> Finding:
    return unreadable(
        Message("the file is larger than {size} MB", {"size": MAX_BYTES // 1024**2}),
        Message("split the strategy into a folder of several files"),
        Span(shown, 1, 1, 1, 1),
    )
