"""The best selection by a mixed-integer solver, where there are many pilots."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING

from toc.errors import MissingExtraError
from toc.pilots.solving import Solution
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.pilots.problem import Whole

__all__ = ["solve_mixed"]

_HALF = 0.5


def solve_mixed(whole: Whole) -> Solution:
    """Give the problem to HiGHS, through SciPy: first the most worth, then the least cost.

    Huangfu & Hall, Mathematical Programming Computation 10, 2018.

    Raises:
        MissingExtraError: when SciPy is not installed.
    """
    bits = [bit for _, own in whole.classes for bit in _bits(own)]
    worth = [number for number, own in whole.classes for _ in _bits(own)]
    rows = [*_covering(whole, bits), *_excluding(whole, len(bits))]
    budget = [unit.cost for unit in whole.units] + [0] * len(bits)
    rows.append((budget, whole.budget))
    value = [0] * len(whole.units) + [-number for number in worth]
    chosen = _solved(whole, value, rows)
    best = _worth(whole, chosen)
    # Of those that are worth as much, the cheapest.
    chosen = _solved(whole, budget, [*rows, (value, _HALF - best)])
    places = sorted(one for place in chosen for one in whole.units[place].members)
    return Solution(tuple(places), Fraction(best, whole.scale), 0)


def _bits(mask: int) -> list[int]:
    return [1 << place for place in range(mask.bit_length()) if mask >> place & 1]


def _worth(whole: Whole, chosen: Sequence[int]) -> int:
    mask = 0
    for one in chosen:
        mask |= whole.units[one].mask
    return whole.worth(mask)


def _covering(whole: Whole, bits: Sequence[int]) -> list[tuple[list[int], float]]:
    """Let a target count only where something chosen tests it."""
    return [
        (
            [-1 if unit.mask & bit else 0 for unit in whole.units]
            + [int(place == other) for other in range(len(bits))],
            0,
        )
        for place, bit in enumerate(bits)
    ]


def _excluding(whole: Whole, targets: int) -> list[tuple[list[int], float]]:
    count = len(whole.units)
    return [
        ([(place == one) + (place == other) for place in range(count)] + [0] * targets, 1)
        for one in range(count)
        for other in whole.excluded[one]
        if other >= one
    ]


def _solved(
    whole: Whole, costs: Sequence[float], rows: Sequence[tuple[Sequence[float], float]]
) -> list[int]:
    try:
        from scipy.optimize import milp  # noqa: PLC0415 - slow to import
    except ImportError:
        raise MissingExtraError(
            Message(
                "choosing among more than 25 pilots needs an extra package: "
                "pip install 'theory-of-change[analysis]'"
            )
        ) from None
    forced = whole.forced or frozenset()
    count = len(costs)
    found = milp(
        costs,
        integrality=[1] * count,
        bounds=([int(place in forced) for place in range(count)], [1] * count),
        constraints=([row for row, _ in rows], [-inf] * len(rows), [most for _, most in rows]),
        options={"mip_rel_gap": 0},
    )
    assert found.x is not None, found.message
    return [place for place in range(len(whole.units)) if found.x[place] > _HALF]
