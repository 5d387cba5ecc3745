"""Characters that should not stand in a strategy: what Word and PDF leave behind.

Those that the YAML parsers refuse, or take for line ends, are replaced one for one
before parsing, so that the rest of the file is read and every offset stays true.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from toc.findings import Edit, Finding
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.text.source import Source

__all__ = ["CEDILLAS", "STRAY", "parsable", "unwanted_characters"]

_REFUSED_BY_PARSERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
# Joiners and direction marks are left alone: Arabic, Persian and Hindi need them.
STRAY = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u2060\ufeff\ufffc\ufffe\uffff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff\ud800-\udfff]+"
)
_PARTS_WORDS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_NO_BREAK = "\u00a0"
# Where a line is indented, after its dash and right after its key, YAML needs a space.
_STRUCTURE = re.compile(
    "^[ \u00a0]*(?:-(?: +|\u00a0[ \u00a0]*))*(?:[\\w ,>→-]+:(?=\u00a0)[ \u00a0]*)?", re.MULTILINE
)
CEDILLAS = str.maketrans("ŞşŢţ", "ȘșȚț")
_CEDILLA = re.compile("[ŞşŢţ]")
_WORD = re.compile("[^\\W\\d_]+")
_TURKISH = re.compile("[ğĞıİçÇöÖüÜ]")


def parsable(text: str) -> str:
    """Replace, one for one, what a YAML parser would refuse or take for a line end."""
    text = _REFUSED_BY_PARSERS.sub(" ", text)
    if _NO_BREAK not in text:
        return text
    return _STRUCTURE.sub(lambda found: found[0].replace(_NO_BREAK, " "), text)


def unwanted_characters(source: Source) -> Iterator[Finding]:
    """Find legacy Romanian letters, stray and decomposed characters in a file."""
    text = source.text
    if text.isascii() and not STRAY.search(text):
        return
    yield from _strays(source)
    yield from _no_break_spaces(source)
    yield from _legacy_letters(source)
    if not unicodedata.is_normalized("NFC", text):
        yield from _decomposed(source)


def _strays(source: Source) -> Iterator[Finding]:
    for match in STRAY.finditer(source.text):
        span = source.span(*match.span())
        yield Finding(
            "characters-stray",
            Message(
                "an invisible or private character stands here ({code})",
                {"code": f"U+{ord(match[0][0]):04X}"},
            ),
            Message("delete it: it comes from a copied document and prints as a box"),
            span=span,
            edits=(Edit(span, _instead(source.text, match)),),
        )


def _instead(text: str, stray: re.Match[str]) -> str:
    """Give what to write instead: a space where it parts two words as a line end does."""
    around = text[stray.start() - 1 : stray.start()], text[stray.end() : stray.end() + 1]
    parts = any(_PARTS_WORDS.match(character) for character in stray[0])
    return " " if parts and all(one and not one.isspace() for one in around) else ""


def _no_break_spaces(source: Source) -> Iterator[Finding]:
    if _NO_BREAK not in source.text:
        return
    for match in _STRUCTURE.finditer(source.text):
        at = source.text.find(_NO_BREAK, *match.span())
        if at < 0:
            continue
        spaces = match[0].replace(_NO_BREAK, " ")
        yield Finding(
            "characters-stray",
            Message("a no-break space stands where YAML needs a space (U+00A0)"),
            Message("delete it and type a space: it comes from a copied document"),
            span=source.span(at, at + 1),
            edits=(Edit(source.span(*match.span()), spaces),),
        )


def _legacy_letters(source: Source) -> Iterator[Finding]:
    if not _CEDILLA.search(source.text):
        return
    for match in _WORD.finditer(source.text):
        if not _CEDILLA.search(match[0]) or _TURKISH.search(match[0]):
            continue
        span, word = source.span(*match.span()), match[0].translate(CEDILLAS)
        yield Finding(
            "letters-legacy-romanian",
            Message("“{word}” has a cedilla where Romanian has a comma", {"word": match[0]}),
            Message("write “{word}”; “toc fmt” mends them all", {"word": word}),
            span=span,
            edits=(Edit(span, word),),
        )


def _decomposed(source: Source) -> Iterator[Finding]:
    for number in range(1, len(source.starts) + 1):
        line = source.line(number)
        if unicodedata.is_normalized("NFC", line):
            continue
        start = source.starts[number - 1]
        for match in re.finditer(r"\S+", line):
            composed = unicodedata.normalize("NFC", match[0])
            if composed != match[0]:
                span = source.span(start + match.start(), start + match.end())
                yield Finding(
                    "characters-stray",
                    Message("“{word}” is written with loose accents", {"word": match[0]}),
                    Message("type it again: “{word}”", {"word": composed}),
                    span=span,
                    edits=(Edit(span, composed),),
                )
