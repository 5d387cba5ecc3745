"""PROMETHEE II: by how many comparisons each alternative is preferred to the others.

Brans & Vincke, Management Science 31(6), 1985.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["promethee"]


def promethee(
    matrix: Sequence[Sequence[float]], weights: Sequence[float], senses: Sequence[int]
) -> list[float]:
    """Give each alternative's net flow, from -1 to 1, with the usual preference function.

    The usual one asks only which score is better and not by how much, so that nothing is
    normalised.

    Args:
        matrix: for each alternative a row of scores.
        weights: what each criterion counts; together 1.
        senses: 1 where more is better, -1 where less is.

    >>> [round(flow, 4) for flow in
    ...  promethee([[4, 3, 2], [3, 2, 4], [5, 1, 3]], [.5, .3, .2], [1, 1, 1])]
    [0.1, -0.3, 0.2]
    """
    others = max(len(matrix) - 1, 1)
    return [
        sum(
            weight * ((sense * mine > sense * theirs) - (sense * mine < sense * theirs))
            for other in matrix
            for mine, theirs, weight, sense in zip(own, other, weights, senses, strict=True)
        )
        / others
        for own in matrix
    ]
