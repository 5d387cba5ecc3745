"""Weighted means, and how far they move when the weights do."""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["SWAY", "Spread", "Weighed", "geometric", "mean", "spread"]

SWAY = 0.2
"""By what part each weight may be too high or too low."""


class Weighed(NamedTuple):
    """A value, and how much it counts."""

    value: float
    weight: float


class Spread(NamedTuple):
    """The lowest and the highest that a mean can be."""

    low: float
    high: float


def mean(values: Sequence[Weighed]) -> float | None:
    """Give the weighted mean, Σwv/Σw; None where nothing counts.

    It lies between the least and the largest value, and weights that are all scaled by
    the same number change nothing.
    """
    whole = math.fsum(one.weight for one in values)
    if whole <= 0:
        return None
    found = math.fsum(one.weight * one.value for one in values) / whole
    counted = [one.value for one in values if one.weight > 0]
    # Rounding must not carry it past what it is a mean of.
    return min(max(found, min(counted)), max(counted))


def geometric(values: Sequence[Weighed]) -> float | None:
    """Give the weighted geometric mean: what is strong makes up less for what is weak.

    One value of 0 that counts makes the whole 0.
    """
    whole = math.fsum(one.weight for one in values)
    counted = [one for one in values if one.weight > 0]
    if whole <= 0:
        return None
    if any(one.value <= 0 for one in counted):
        return 0.0
    return math.exp(math.fsum(one.weight / whole * math.log(one.value) for one in counted))


def spread(values: Sequence[Weighed], sway: float = SWAY) -> Spread | None:
    """Give how low and how high the mean can be when each weight moves by so much, exactly.

    A weighted mean is largest when all values above it count as much as they may, and all
    others as little; so one threshold among the sorted values gives each end.
    """
    whole = math.fsum(one.weight for one in values)
    if whole <= 0:
        return None
    shares = (Weighed(one.value, one.weight / whole) for one in values)
    falling = sorted(shares, key=lambda one: one.value, reverse=True)
    return Spread(_most([*reversed(falling)], sway, min), _most(falling, sway, max))


def _most(
    values: Sequence[Weighed], sway: float, pick: Callable[[Iterator[float]], float]
) -> float:
    more, less = 1 + sway, 1 - sway
    weights = _sums(one.weight for one in values)
    points = _sums(one.weight * one.value for one in values)
    return pick(
        (more * points[at] + less * (points[-1] - points[at]))
        / (more * weights[at] + less * (weights[-1] - weights[at]))
        for at in range(len(values) + 1)
    )


def _sums(values: Iterable[float]) -> list[float]:
    return [0.0, *accumulate(values)]
