"""VIKOR: the best compromise between the sum of regrets and the greatest of them.

Opricovic & Tzeng, European Journal of Operational Research 156, 2004.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Vikor", "vikor"]

_ALIKE = 1e-9


@dataclass(frozen=True, slots=True)
class Vikor:
    """What the method gives, less being better.

    Attributes:
        sums: the weighted sum of regrets (S).
        greatest: the greatest weighted regret (R).
        compromise_index: both together, 0 for the best and 1 for the worst (Q).
        compromise: the places of those among which it does not decide.
    """

    sums: tuple[float, ...]
    greatest: tuple[float, ...]
    compromise_index: tuple[float, ...]
    compromise: tuple[int, ...]


def vikor(
    matrix: Sequence[Sequence[float]],
    weights: Sequence[float],
    senses: Sequence[int],
    *,
    majority: float = 0.5,
) -> Vikor:
    """Compare alternatives by their regrets; criteria are normalised from worst to best.

    Args:
        matrix: for each alternative a row of scores.
        weights: what each criterion counts.
        senses: 1 where more is better, -1 where less is.
        majority: how much the sum counts against the greatest regret (v).
    """
    columns = [
        _regrets([sense * number for number in column], weight)
        for column, weight, sense in zip(zip(*matrix, strict=True), weights, senses, strict=True)
    ]
    rows = list(zip(*columns, strict=True))
    sums, greatest = list(map(sum, rows)), list(map(max, rows))
    index = [
        majority * one + (1 - majority) * other
        for one, other in zip(_stretched(sums), _stretched(greatest), strict=True)
    ]
    return Vikor(tuple(sums), tuple(greatest), tuple(index), _compromise(sums, greatest, index))


def _regrets(column: Sequence[float], weight: float) -> list[float]:
    low, high = min(column), max(column)
    return [weight * (high - one) / (high - low) if high > low else 0.0 for one in column]


def _stretched(numbers: Sequence[float]) -> list[float]:
    low, high = min(numbers), max(numbers)
    return [(one - low) / (high - low) if high > low else 0.0 for one in numbers]


def _compromise(
    sums: Sequence[float], greatest: Sequence[float], index: Sequence[float]
) -> tuple[int, ...]:
    """Apply the method's two conditions: a sufficient advantage, and a stable first."""
    order = sorted(range(len(index)), key=lambda one: (index[one], one))
    first = order[0]
    if len(order) == 1:
        return (first,)
    needed = 1 / (len(order) - 1)
    is_ahead = index[order[1]] - index[first] >= needed - _ALIKE
    is_stable = sums[first] <= min(sums) + _ALIKE or greatest[first] <= min(greatest) + _ALIKE
    if is_ahead and is_stable:
        return (first,)
    if is_ahead:
        return tuple(sorted(order[:2]))
    return tuple(sorted(one for one in order if index[one] - index[first] < needed - _ALIKE))
