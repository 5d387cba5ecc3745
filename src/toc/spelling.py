"""Did you mean: the nearest of the names that are known."""

from __future__ import annotations

import unicodedata
from itertools import filterfalse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Speller", "folded", "nearest"]

_ALIKE = 0.6
_COMPARISONS = 100_000


def folded(text: str) -> str:
    """Give a text in lower case, without accents.

    >>> folded("Știință")
    'stiinta'
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(filterfalse(unicodedata.combining, parts)).casefold()


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that a reader would take for the one that was meant.

    >>> nearest("asumptions", ["assumptions", "activities"])
    'assumptions'
    """
    return Speller(known).nearest(name)


class Speller:
    """Knows many names, and which of them a misspelled one was meant to be.

    A file of thousands of unknown names would cost millions of comparisons; after the
    first hundred thousand no more suggestions are made.

    Args:
        known: the names.
        alike: how much of two names must agree, from 0 to 1.
    """

    def __init__(self, known: Iterable[str], *, alike: float = _ALIKE) -> None:
        """Fold the names once."""
        self.alike = alike
        self.comparisons_left = _COMPARISONS
        self._by_folded = {folded(candidate): candidate for candidate in sorted(known)}
        self._told: dict[str, str | None] = {}

    def nearest(self, name: str) -> str | None:
        """Give the name that was meant, if one is near enough."""
        if name not in self._told:
            self._told[name] = self._search(folded(name))
        return self._told[name]

    def _search(self, name: str) -> str | None:
        if name in self._by_folded:
            return self._by_folded[name]
        if self.comparisons_left < len(self._by_folded):
            return None
        self.comparisons_left -= len(self._by_folded)
        from difflib import get_close_matches  # noqa: PLC0415 - only after a mistake

        found = get_close_matches(name, self._by_folded, n=1, cutoff=self.alike)
        return self._by_folded[found[0]] if found else None
