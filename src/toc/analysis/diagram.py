"""A decision diagram as plain numbers: when something comes about, and how likely.

Nothing here decides how a diagram is made; `toc.analysis.deciding` does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Diagram", "Node"]

Node = tuple[int, int, int]
"""The place of a thing, where to go if it holds, and where if it does not."""


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
