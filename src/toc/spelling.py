"""Did you mean: the nearest of the names that are known."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["folded", "nearest"]

_ALIKE = 0.6


def folded(text: str) -> str:
    """Give a text in lower case, without accents.

    >>> folded("Știință")
    'stiinta'
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that a reader would take for the one that was meant.

    >>> nearest("asumptions", ["assumptions", "activities"])
    'assumptions'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only after a mistake

    by_folded = {folded(candidate): candidate for candidate in sorted(known)}
    found = get_close_matches(folded(name), by_folded, n=1, cutoff=_ALIKE)
    return by_folded[found[0]] if found else None
