"""AHP: weights from comparisons in pairs, and whether these fit together.

Saaty, Journal of Mathematical Psychology 15, 1977.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

from toc.pilots.result import Result
from toc.words import Message, Sayable

__all__ = ["CONSISTENT", "Ahp", "ahp"]

CONSISTENT = 0.10
"""Above this ratio the comparisons should be asked for again (Saaty)."""

_BY_CHANCE = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
"""The consistency index of comparisons that are made by chance, for 1 to 10 things."""

_STEPS = 10_000
_NEAR = 1e-13


@dataclass(frozen=True, slots=True)
class Ahp(Result):
    """Weights from comparisons.

    Attributes:
        weights: what each thing counts; together 1.
        eigenvalue: the greatest eigenvalue; the number of things where all fits.
        index: the consistency index (CI).
        ratio: the index against that of chance (CR); 0 for one thing or two.
    """

    weights: tuple[float, ...]
    eigenvalue: float
    index: float
    ratio: float

    @property
    def is_consistent(self) -> bool:
        """Whether the comparisons fit together well enough."""
        return self.ratio <= CONSISTENT

    @property
    def told(self) -> Sayable:
        """Say in a sentence for a meeting whether to ask again."""
        if self.is_consistent:
            return Message("the comparisons fit together")
        return Message("the comparisons contradict each other: ask for them again")

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "weights": list(self.weights),
            "eigenvalue": self.eigenvalue,
            "consistency_index": self.index,
            "consistency_ratio": self.ratio,
        }


def ahp(matrix: Sequence[Sequence[float]]) -> Ahp:
    """Give the weights that comparisons in pairs imply: the principal eigenvector.

    By powers of the matrix, which converge for any table of positive comparisons (Perron).

    Args:
        matrix: in row i and column j how many times i counts as much as j; for ten at most.

    Raises:
        ValueError: when it is not square, not positive, not reciprocal, or too large.
    """
    _examine(matrix)
    count = len(matrix)
    weights = [1 / count] * count
    value = float(count)
    for _ in range(_STEPS):
        product = [sum(a * b for a, b in zip(row, weights, strict=True)) for row in matrix]
        value = sum(product)
        before, weights = weights, [one / value for one in product]
        if all(abs(one - two) < _NEAR for one, two in zip(before, weights, strict=True)):
            break
    index = (value - count) / (count - 1) if count > 1 else 0.0
    by_chance = _BY_CHANCE[count - 1]
    return Ahp(tuple(weights), value, index, index / by_chance if by_chance else 0.0)


def _examine(matrix: Sequence[Sequence[float]]) -> None:
    count = len(matrix)
    if not 0 < count <= len(_BY_CHANCE) or any(len(row) != count for row in matrix):
        raise ValueError(matrix)
    for i, row in enumerate(matrix):
        for j, one in enumerate(row):
            if one <= 0 or not isclose(one * matrix[j][i], 1, rel_tol=1e-6):
                raise ValueError(matrix)
