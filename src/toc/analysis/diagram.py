"""A decision diagram as plain numbers: when something comes about, and how likely.

Nothing here decides how a diagram is made; `toc.analysis.deciding` does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Diagram", "Joint", "Node"]

Node = tuple[int, int, int]
"""The place of a thing, where to go if it holds, and where if it does not."""


Joint = tuple[float, float, float]
"""How likely a thing holds in both of two worlds, in the first alone, in the second alone."""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A monotone function of things that hold or fail, as a reduced ordered decision diagram.

    Attributes:
        things: the things, in the order in which they are asked.
        nodes: the nodes, each after those that it leads to; place 0 is never, 1 is always,
            and the first node of this list is number 2.
        root: where to begin.

    See Also:
        Bryant, Graph-based algorithms for Boolean function manipulation, IEEE Trans.
        Comput. C-35(8), 1986.
    """

    things: tuple[str, ...]
    nodes: tuple[Node, ...]
    root: int

    def chance(self, chances: Mapping[str, float]) -> float:
        """Give how likely it is, if each thing holds by itself with its chance."""
        return self._chances([chances[thing] for thing in self.things])[self.root]

    def _chances(self, chances: Sequence[float]) -> list[float]:
        found = [0.0, 1.0]
        for place, high, low in self.nodes:
            chance = chances[place]
            found.append(chance * found[high] + (1 - chance) * found[low])
        return found

    def slopes(self, chances: Mapping[str, float]) -> dict[str, float]:
        """Give for each thing how much more likely it is with the thing than without.

        This is Birnbaum's importance; one walk up and one down give it for all things.
        """
        given = [chances[thing] for thing in self.things]
        found = self._chances(given)
        reached = [0.0] * len(found)
        reached[self.root] = 1.0
        slopes = [0.0] * len(self.things)
        for number in range(len(found) - 1, 1, -1):
            place, high, low = self.nodes[number - 2]
            slopes[place] += reached[number] * (found[high] - found[low])
            reached[high] += reached[number] * given[place]
            reached[low] += reached[number] * (1 - given[place])
        return dict(zip(self.things, slopes, strict=True))

    def meeting(
        self, chances: Mapping[str, float], joint: Mapping[str, Joint], most: int
    ) -> float | None:
        """Give how likely it is in two worlds at once that share some news.

        Both worlds are followed down together, and every pair of places is met once: so
        the work does not double with every thing that is shared.

        Args:
            chances: for each thing how likely it holds, in either world.
            joint: for each thing that the news is about, how likely it holds in both worlds,
                in the first alone, in the second alone; all others hold by themselves.
            most: how many pairs may be met.

        Returns:
            The chance, or None where more pairs would be met than that.
        """
        given = [chances[thing] for thing in self.things]
        alone = self._chances(given)
        open_at: list[dict[tuple[int, int], float]] = [{} for _ in self.things]
        settled = self._settle(open_at, (self.root, self.root), 1.0, alone)
        for place, thing in enumerate(self.things):
            shares = joint.get(thing, _apart(given[place]))
            waiting, open_at[place] = open_at[place], {}
            most -= len(waiting)
            if most < 0:
                return None
            for (one, other), mass in waiting.items():
                for pair, share in self._steps(place, one, other, shares):
                    settled += self._settle(open_at, pair, mass * share, alone)
        return settled

    def _settle(
        self,
        open_at: list[dict[tuple[int, int], float]],
        pair: tuple[int, int],
        mass: float,
        alone: Sequence[float],
    ) -> float:
        """Leave a pair for its place, or give what is certain of it already."""
        one, other = pair
        if one == 0 or other == 0 or mass == 0:
            return 0.0
        if one == 1 or other == 1:
            return mass * alone[max(one, other)]
        place = min(self.nodes[one - 2][0], self.nodes[other - 2][0])
        open_at[place][pair] = open_at[place].get(pair, 0.0) + mass
        return 0.0

    def _steps(
        self, place: int, one: int, other: int, shares: Joint
    ) -> tuple[tuple[tuple[int, int], float], ...]:
        first, second = self._below(place, one), self._below(place, other)
        both, only, others = shares
        neither = max(0.0, 1 - both - only - others)
        return (
            ((first[0], second[0]), both),
            ((first[0], second[1]), only),
            ((first[1], second[0]), others),
            ((first[1], second[1]), neither),
        )

    def _below(self, place: int, number: int) -> tuple[int, int]:
        """Give where one goes from a place if its thing holds, and if it does not."""
        own, high, low = self.nodes[number - 2]
        return (high, low) if own == place else (number, number)


def _apart(chance: float) -> Joint:
    return chance * chance, chance * (1 - chance), chance * (1 - chance)
