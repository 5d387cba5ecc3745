"""What a letter is: a base with its marks and joiners; and what is drawn as nothing."""

from __future__ import annotations

from itertools import chain, pairwise
from unicodedata import category

__all__ = ["INVISIBLE", "MARKS", "edges_of", "is_mark"]

_JOINER = "\u200d"
MARKS = frozenset(map(chr, range(0x300, 0x370)))
INVISIBLE = frozenset(
    map(
        chr,
        chain(
            (0xAD, 0x61C, 0xFEFF),
            range(0x200B, 0x2010),
            range(0x202A, 0x202F),
            range(0x2060, 0x2070),
            range(0xFE00, 0xFE10),
            range(0xE0020, 0xE0080),
            range(0xE0100, 0xE01F0),
        ),
    )
)
"""Joiners, direction marks, variation selectors: drawn as nothing, and so by every typeface."""


def is_mark(char: str) -> bool:
    """Tell whether a character is set upon the letter before it."""
    return category(char).startswith("M")


def edges_of(text: str) -> list[int]:
    """Give the offsets between letters, a letter being a base with its marks and joiners."""
    pairs = enumerate(pairwise(text), start=1)
    inner = [offset for offset, (before, after) in pairs if not _joined(before, after)]
    return [0, *inner, len(text)] if text else []


def _joined(before: str, char: str) -> bool:
    if is_mark(char):
        return True
    # A space stays a place to break, whatever direction marks stand around it.
    return " " not in {before, char} and (before == _JOINER or char in INVISIBLE)
