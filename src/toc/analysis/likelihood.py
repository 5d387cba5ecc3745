"""Words for how likely something is."""

from __future__ import annotations

from toc.words import Message

__all__ = ["in_words", "range_in_words"]

_WORDS = (
    (0.05, Message("almost no chance")),
    (0.20, Message("very unlikely")),
    (0.45, Message("unlikely")),
    (0.55, Message("roughly even")),
    (0.80, Message("likely")),
    (0.95, Message("very likely")),
    (1.01, Message("almost certain")),
)
"""The upper end of each word; a chance at the border has the word of the middle's side."""

_MIDDLE = 0.5


def in_words(chance: float) -> Message:
    """Say a chance in one of the seven words of ODNI's directive ICD 203 (2015).

    >>> in_words(0.8).say(), in_words(0.2).say(), in_words(0.97).say()
    ('likely', 'unlikely', 'almost certain')
    """
    if chance < _MIDDLE:
        return next(word for end, word in _WORDS if chance < end)
    return next(word for end, word in _WORDS if chance <= end)


def range_in_words(low: float, high: float) -> Message:
    """Say a range, in one word where both ends have the same.

    >>> range_in_words(0.3, 0.7).say()
    'between unlikely and likely'
    """
    first, last = in_words(low), in_words(high)
    if first == last:
        return first
    return Message("between {low} and {high}", {"low": first, "high": last})
