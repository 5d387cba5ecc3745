"""Bytes become text: UTF-8, and what spreadsheet programs write instead of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Span
from toc.text.source import Source
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ambiguous", "decoded", "unreadable"]

_UTF_32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_WITH_COMMAS = str.maketrans("ŞşŢţ", "ȘșȚț")
_LOOKED_AT = 4096


def decoded(content: bytes, shown: str) -> tuple[Source | None, tuple[Finding, ...]]:
    """Turn a table's bytes into text, and tell what was assumed to do so.

    A table that is not UTF-8 is most often from a spreadsheet program of this region,
    which saves as Windows-1250: it has no ș and ț with commas below, so that its
    letters with cedillas are those.

    Args:
        content: the bytes.
        shown: the file's name in messages.

    Returns:
        The text, or None where there is none, and the findings.
    """
    if content.startswith(_UTF_32):
        return None, (_foreign(shown),)
    if content.startswith(_UTF_16):
        return _in(content, "utf-16", shown)
    try:
        return _without_nothings(Source(shown, content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        if b"\x00" in content[:_LOOKED_AT]:
            return None, (_foreign(shown),)
        return _of_windows(content, error.start, shown)


def _in(content: bytes, encoding: str, shown: str) -> tuple[Source | None, tuple[Finding, ...]]:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None, (_foreign(shown),)
    assumed = ambiguous(
        Message("the file is written in UTF-16, and was read so"),
        Message("save it again as CSV in UTF-8: other programs may not read it"),
        Span(shown, 1, 1, 1, 1),
    )
    source, found = _without_nothings(Source(shown, text))
    return source, (assumed, *found)


def _of_windows(
    content: bytes, first: int, shown: str
) -> tuple[Source | None, tuple[Finding, ...]]:
    try:
        text = content.decode("windows-1250")
    except UnicodeDecodeError:
        return None, (_foreign(shown),)
    source, found = _without_nothings(Source(shown, text.translate(_WITH_COMMAS)))
    line, column = source.position(first)
    assumed = ambiguous(
        Message("the file is not written in UTF-8, and was read as Windows-1250"),
        Message("look whether its letters are right, and save it again as CSV in UTF-8"),
        Span(shown, line, column, line, column + 1),
    )
    return source, (assumed, *found)


def _without_nothings(source: Source) -> tuple[Source, tuple[Finding, ...]]:
    """Take out NUL characters, which no program shows."""
    return _cleaned(source), tuple(_nothings(source))


def _cleaned(source: Source) -> Source:
    return Source(source.path, source.text.replace("\0", "")) if "\0" in source.text else source


def _nothings(source: Source) -> Iterator[Finding]:
    count = source.text.count("\0")
    if count:
        line, column = source.position(source.text.index("\0"))
        yield ambiguous(
            Message(
                "{count} invisible character (NUL) stands in the file, and was left out",
                {"count": count},
                plural="{count} invisible characters (NUL) stand in the file, and were left out",
            ),
            Message("save the table again from a spreadsheet program as CSV in UTF-8"),
            Span(source.path, line, column, line, column + 1),
        )


def _foreign(shown: str) -> Finding:
    return unreadable(
        Message("the file is no text that could be a table"),
        Message("save the table again from a spreadsheet program as CSV in UTF-8"),
        shown,
    )


def unreadable(message: Message, mend: Message, shown: str) -> Finding:
    """Make the finding that a file is not read as a table."""
    return Finding("table-unreadable", message, mend, span=Span(shown, 1, 1, 1, 1))


def ambiguous(message: Message, mend: Message, span: Span) -> Finding:
    """Make the finding that something was assumed to read a table."""
    return Finding("table-ambiguous", message, mend, span=span)
