"""Weightings and values drawn by chance, from a seed."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

__all__ = ["ordered_weights", "uniform_values", "uniform_weights"]


def uniform_weights(chance: Random, count: int) -> list[float]:
    """Draw shares of a whole, every weighting as likely as any other.

    Exponential variates over their sum (Devroye, Non-Uniform Random Variate Generation,
    1986, chapter V.2).
    """
    drawn = [-log(1 - chance.random()) for _ in range(count)]
    total = sum(drawn) or 1.0
    return [number / total for number in drawn]


def ordered_weights(chance: Random, places: Sequence[Sequence[int]]) -> list[float]:
    """Draw shares that keep an order: sorted, and dealt out from the greatest.

    Args:
        chance: where the numbers come from.
        places: the criteria, what counts most first; within a group either way.
    """
    count = sum(map(len, places))
    drawn = sorted(uniform_weights(chance, count), reverse=True)
    weights = [0.0] * count
    for group in places:
        own, drawn = drawn[: len(group)], drawn[len(group) :]
        chance.shuffle(own)
        for place, share in zip(group, own, strict=True):
            weights[place] = share
    return weights


def uniform_values(
    chance: Random, ranges: Sequence[Sequence[tuple[float, float]]]
) -> list[list[float]]:
    """Draw each value between its ends, each for itself."""
    return [
        [low if low == high else low + (high - low) * chance.random() for low, high in row]
        for row in ranges
    ]
