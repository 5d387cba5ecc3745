"""Whether a result meets a condition, where both name one percentage."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toc.lexicon import Lexicon
    from toc.model import Text

__all__ = ["meets"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_PER_CENT = re.compile(r"(?<![\d.,])(\d+(?:[.,]\d+)?)\s*%")

_COMPARED: Mapping[str, Callable[[Fraction, list[Fraction]], bool]] = MappingProxyType(
    {
        ">=": lambda own, limits: own >= limits[0],
        ">": lambda own, limits: own > limits[0],
        "<=": lambda own, limits: own <= limits[0],
        "<": lambda own, limits: own < limits[0],
        "..": lambda own, limits: limits[0] <= own <= limits[1],
    }
)


def meets(
    condition: Text | None, result: Text | None, lexicon: Lexicon, first_language: str
) -> bool | None:
    """Read whether a result meets a condition, or None where that cannot be read for sure.

    Only what is plain is read: the condition names one percentage with words such as “at
    least”, the result one percentage, both in the same language.

    Args:
        condition: the result at which something is decided.
        result: what came of it.
        lexicon: the lists of words by which texts are read.
        first_language: the language of a text that does not say its own.

    >>> from toc.lexicon import Lexicon
    >>> from toc.model import Text
    >>> meets(Text.of("at least 60 % return"), Text.of("64 % returned"), Lexicon(), "en")
    True
    """
    if condition is None or result is None:
        return None
    read = {
        _met(wording, result.wordings[tag], lexicon, tag or first_language)
        for tag, wording in condition.wordings.items()
        if tag in result.wordings
    } - {None}
    return read.pop() if len(read) == 1 else None


def _met(condition: str, result: str, lexicon: Lexicon, tag: str) -> bool | None:
    language = tag.split("-", maxsplit=1)[0].lower()
    limits = list(lexicon.each(condition, language, "thresholds"))
    named = _PER_CENT.findall(result)
    # Two percentages may be of two things.
    if len(limits) != 1 or len(named) != 1 or condition.count("%") != limits[0].text.count("%"):
        return None
    numbers = [_fraction(one) for one in _NUMBER.findall(limits[0].text)]
    return _COMPARED[limits[0].instead](_fraction(named[0]), numbers)


def _fraction(number: str) -> Fraction:
    return Fraction(number.replace(",", "."))
