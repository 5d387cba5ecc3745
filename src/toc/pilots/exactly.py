"""Shares of all weightings of one or two criteria, without drawing any.

The weight of the first criterion is a point on a line; each pilot's sum is a straight line
over it, and who is ahead changes only where two of them cross.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, TypeAlias

from toc.pilots.acceptance import places
from toc.pilots.numbers import ONE, ZERO

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

__all__ = ["exact_acceptance"]

Shares: TypeAlias = "tuple[tuple[Fraction, ...], ...]"
Central: TypeAlias = "tuple[tuple[Fraction, ...] | None, ...]"


def exact_acceptance(
    values: Sequence[Sequence[Fraction]], order: Sequence[Sequence[int]]
) -> tuple[Shares, Central]:
    """Give the exact shares of ranks, and the mean weights where each is first.

    Args:
        values: for each pilot one value or two.
        order: the places of the criteria, what counts most first; empty for any weighting.
    """
    if not values:
        return (), ()
    if len(values[0]) == 1:
        return _pieces(values, [(ONE, ONE, ONE)])
    low, high = _ends(order)
    cuts = {low, high}
    for one, other in combinations(values, 2):
        at_none, at_all = one[1] - other[1], one[0] - other[0]
        if at_none != at_all and low < (root := at_none / (at_none - at_all)) < high:
            cuts.add(root)
    return _pieces(
        values,
        [((end - begin) / (high - low), begin, end) for begin, end in pairwise(sorted(cuts))],
    )


def _ends(order: Sequence[Sequence[int]]) -> tuple[Fraction, Fraction]:
    """Give between what the first criterion may count."""
    if len(order) <= 1:
        return ZERO, ONE
    return (ONE / 2, ONE) if list(order[0]) == [0] else (ZERO, ONE / 2)


def _pieces(
    values: Sequence[Sequence[Fraction]], pieces: Sequence[tuple[Fraction, Fraction, Fraction]]
) -> tuple[Shares, Central]:
    shares = [[ZERO] * len(values) for _ in values]
    sums = [[ZERO, ZERO] for _ in values]
    for size, begin, end in pieces:
        middle = (begin + end) / 2
        weights = [middle, ONE - middle][: len(values[0])]
        totals = [
            sum((share * value for share, value in zip(weights, row, strict=True)), ZERO)
            for row in values
        ]
        for rank, tied, group in places(totals):  # type: ignore[arg-type]
            for one in group:
                for place in range(rank, rank + tied):
                    shares[one][place] += size / tied
                if not rank:
                    sums[one][0] += size
                    sums[one][1] += size * middle
    central = tuple(
        None if not size else (moment / size, ONE - moment / size)[: len(values[0])]
        for size, moment in sums
    )
    return tuple(map(tuple, shares)), central
