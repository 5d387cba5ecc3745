"""TOPSIS: nearest to the best of everything, farthest from the worst.

Hwang & Yoon, Multiple Attribute Decision Making, Springer 1981.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import dist, hypot
from types import MappingProxyType
from typing import TypeAlias

__all__ = ["NORMALISATIONS", "topsis"]

Column: TypeAlias = Sequence[float]


def _vector(column: Column, sense: int) -> list[float]:
    """Divide by the column's length; what is better when less becomes negative."""
    length = hypot(*column)
    return [sense * number / length if length else 0.0 for number in column]


def _minmax(column: Column, sense: int) -> list[float]:
    """Stretch from the worst at 0 to the best at 1."""
    low, high = min(column), max(column)
    shares = [(number - low) / (high - low) if high > low else 0.0 for number in column]
    return shares if sense > 0 else [1 - share for share in shares]


NORMALISATIONS: Mapping[str, Callable[[Column, int], list[float]]] = MappingProxyType(
    {"vector": _vector, "minmax": _minmax}
)
"""How criteria are made comparable: as in the book, and as some libraries do by default."""


def topsis(
    matrix: Sequence[Sequence[float]],
    weights: Sequence[float],
    senses: Sequence[int],
    *,
    normalisation: str = "vector",
) -> list[float]:
    """Give for each alternative how close it is to the ideal, from 0 to 1.

    Which alternative wins may hang on the normalisation alone, so it is always named.

    Args:
        matrix: for each alternative a row of scores.
        weights: what each criterion counts.
        senses: 1 where more is better, -1 where less is.
        normalisation: `vector` (the book's) or `minmax`.

    Raises:
        KeyError: when there is no such normalisation.

    >>> [round(one, 4) for one in
    ...  topsis([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]], [.3, .4, .3], [1, 1, 1])]
    [0.5037, 0.6581, 0.7482, 0.334]
    """
    normalise = NORMALISATIONS[normalisation]
    columns = [
        [weight * number for number in normalise(column, sense)]
        for column, weight, sense in zip(zip(*matrix, strict=True), weights, senses, strict=True)
    ]
    best, worst = list(map(max, columns)), list(map(min, columns))
    found = []
    for row in zip(*columns, strict=True):
        near, far = dist(row, best), dist(row, worst)
        found.append(far / (near + far) if near + far else 1.0)
    return found
