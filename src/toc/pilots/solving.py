"""The best selection under a budget, by branch and bound.

Maximal covering under a budget: Khuller, Moss & Naor, Information Processing Letters 70(1),
1999; branch and bound after Land & Doig, Econometrica 28(3), 1960.  Each step takes the
pilot that gains most for its cost, or leaves it, and is cut off when even fractions of all
that are left could not make it better than the best that is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.errors import MissingExtraError
from toc.pilots.problem import Whole, mask_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.pilots.problem import Problem

__all__ = ["LARGEST", "STEPS", "Solution", "solve"]

LARGEST = 25
"""More pilots, or groups that go together, are given to a solver."""

STEPS = 100_000
"""So many partial selections, some seconds, are looked at before the search ends."""


@dataclass(frozen=True, slots=True)
class Solution:
    """A best selection.

    Attributes:
        chosen: the places of the pilots.
        bound: what no selection can be worth more than.
        steps: how many partial selections were looked at.
    """

    chosen: tuple[int, ...]
    bound: Fraction
    steps: int


def solve(problem: Problem, *, steps: int = STEPS) -> Solution | None:
    """Find a selection that is worth most, and of these one that costs least.

    Args:
        problem: what there is to choose from.
        steps: after how many partial selections the search ends: the solver is asked then,
            and where it is not installed, the bound stays above what was found.

    Returns:
        None where nothing is allowed.

    Raises:
        MissingExtraError: when there are more than 25 and SciPy is not installed.
    """
    whole = Whole.of(problem)
    if whole.forced is None or sum(whole.units[one].cost for one in whole.forced) > whole.budget:
        return None
    if len(whole.units) > LARGEST:
        return _by_solver(whole)
    search = _Search(whole, steps)
    search.run()
    own = Solution(
        tuple(sorted(one for place in search.best for one in whole.units[place].members)),
        Fraction(search.bound, whole.scale),
        search.steps,
    )
    if search.unproven is None:
        return own
    try:
        return _by_solver(whole)
    except MissingExtraError:
        return own


def _by_solver(whole: Whole) -> Solution:
    from toc.pilots.mixed import solve_mixed  # noqa: PLC0415 - it needs what stands here

    return solve_mixed(whole)


class _Search:
    """A walk through partial selections.

    What is maximised is the worth first and the saving second, as one whole number.
    """

    def __init__(self, whole: Whole, limit: int) -> None:
        self.whole = whole
        self.limit = limit
        self.steps = 0
        self.one = 1 + sum(unit.cost for unit in whole.units)
        self.best: frozenset[int] = frozenset()
        self.score: int | None = None
        self.unproven: int | None = None

    @property
    def bound(self) -> int:
        """What no selection can be worth more than."""
        assert self.score is not None
        highest = max(self.score, self.score if self.unproven is None else self.unproven)
        return -(-highest // self.one)

    def run(self) -> None:
        """Look at all selections, or show that they cannot be better."""
        assert self.whole.forced is not None
        left = frozenset(range(len(self.whole.units)))
        chosen = self.whole.forced
        for one in chosen:
            left -= {one, *self.whole.excluded[one]}
        left = frozenset(one for one in left if one not in self.whole.excluded[one])
        self._look(chosen, left)

    def _look(self, chosen: frozenset[int], left: frozenset[int]) -> None:
        units = self.whole.units
        self.steps += 1
        covered = mask_of(units[one].mask for one in chosen)
        money = self.whole.budget - sum(units[one].cost for one in chosen)
        score = self.whole.worth(covered) * self.one - (self.whole.budget - money)
        if self.score is None or score > self.score:
            self.best, self.score = chosen, score
        gains = self._gains(covered, money, left)
        bound = score + self._most(covered, money, gains)
        if not gains or bound <= self.score:
            return
        if self.steps >= self.limit:
            self.unproven = max(bound, self.unproven or bound)
            return
        first = gains[0][1]
        rest = frozenset(one for _, one in gains[1:])
        self._look(chosen | {first}, rest - self.whole.excluded[first])
        self._look(chosen, rest)

    def _gains(self, covered: int, money: int, left: Iterable[int]) -> list[tuple[int, int]]:
        """Give what each that can be paid would add, the best for its cost first."""
        units = self.whole.units
        found = [
            (self.whole.worth(units[one].mask & ~covered) * self.one - units[one].cost, one)
            for one in left
            if units[one].cost <= money and units[one].mask & ~covered
        ]
        return sorted(found, key=self._by_ratio)

    def _by_ratio(self, gain: tuple[int, int]) -> tuple[Fraction, int]:
        cost = self.whole.units[gain[1]].cost
        # What is free comes first of all.
        return (-Fraction(gain[0], cost) if cost else Fraction(-gain[0] * self.one), gain[1])

    def _most(self, covered: int, money: int, gains: Iterable[tuple[int, int]]) -> int:
        """Give what all that is left could add at most, were fractions allowed."""
        total, reach = 0, 0
        for gain, one in gains:
            unit = self.whole.units[one]
            reach |= unit.mask
            if unit.cost <= money:
                total += gain
                money -= unit.cost
            elif money:
                total += gain * money // unit.cost
                money = 0
        return min(total, self.whole.worth(reach & ~covered) * self.one)
