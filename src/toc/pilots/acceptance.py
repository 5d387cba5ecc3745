"""Ranks counted over draws of values and weights.

The definitions and the names of the R package smaa (G. van Valkenhoef): rank acceptability,
central weights, confidence factors.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import fsum
from operator import mul
from typing import TypeAlias

__all__ = ["Acceptance", "Row", "Values", "acceptance", "confidence", "places"]

Row: TypeAlias = Sequence[float]
Values: TypeAlias = Sequence[Row]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What was counted.

    Attributes:
        shares: for each alternative the share of draws in which it has rank 1, 2, …
        central: for each the mean of the weights that make it first, None where none do.
    """

    shares: tuple[tuple[float, ...], ...]
    central: tuple[tuple[float, ...] | None, ...]


def places(totals: Row) -> list[tuple[int, int, list[int]]]:
    """Sort alternatives by their totals: each rank, how many share it, and who.

    >>> places([3.0, 7.0, 3.0])
    [(0, 1, [1]), (1, 2, [0, 2])]
    """
    found, rank = [], 0
    order = sorted(range(len(totals)), key=lambda one: -totals[one])
    for _, group in groupby(order, key=totals.__getitem__):
        tied = list(group)
        found.append((rank, len(tied), tied))
        rank += len(tied)
    return found


def acceptance(draws: Iterable[tuple[Values, Row]]) -> Acceptance:
    """Count over draws of values and weights who has which rank.

    Who tie share their ranks evenly.  Cost: draws × alternatives × criteria.

    Args:
        draws: for each draw a row of values for each alternative, and the weights.
    """
    counts: list[list[float]] = []
    firsts: list[list[Row]] = []
    number = 0
    for values, weights in draws:
        if not number:
            counts = [[0.0] * len(values) for _ in values]
            firsts = [[] for _ in values]
        number += 1
        for rank, tied, group in places(_totals(values, weights)):
            for one in group:
                for place in range(rank, rank + tied):
                    counts[one][place] += 1 / tied
            if not rank:
                for one in group:
                    firsts[one].append(weights)
    return Acceptance(
        tuple(tuple(count / number for count in row) for row in counts),
        tuple(map(_mean, firsts)),
    )


def confidence(draws: Iterable[Values], central: Sequence[Row | None]) -> tuple[float | None, ...]:
    """Give for each alternative in how many draws of values it is first at its central weights.

    Args:
        draws: for each draw a row of values for each alternative.
        central: its central weights, None where it is never first.
    """
    wins = [0] * len(central)
    number = 0
    for values in draws:
        number += 1
        for one, weights in enumerate(central):
            if weights is not None:
                totals = _totals(values, weights)
                wins[one] += totals[one] == max(totals)
    return tuple(
        None if weights is None else win / number
        for win, weights in zip(wins, central, strict=True)
    )


def _totals(values: Values, weights: Row) -> list[float]:
    return [sum(map(mul, row, weights)) for row in values]


def _mean(rows: Sequence[Row]) -> tuple[float, ...] | None:
    if not rows:
        return None
    return tuple(fsum(column) / len(rows) for column in zip(*rows, strict=True))
