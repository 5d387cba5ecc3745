"""A family of sets as plain numbers: all smallest combinations, none of them listed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.analysis.diagram import Node

__all__ = ["Family"]

_NO_SET = float("inf")


@dataclass(frozen=True, slots=True)
class Family:
    """A family of sets of things, as a zero-suppressed decision diagram.

    Attributes:
        things: the things, in the order in which they are asked.
        nodes: the nodes, each after those that it leads to: with the thing, without it.
            Place 0 is the family of no set, 1 that of the empty set alone, and the first
            node of this list is number 2.
        root: where to begin.

    See Also:
        Minato, Zero-suppressed BDDs for set manipulation in combinatorial problems, DAC 1993.
    """

    things: tuple[str, ...]
    nodes: tuple[Node, ...]
    root: int

    @property
    def count(self) -> int:
        """How many sets there are."""
        return sum(self.sizes())

    @property
    def members(self) -> frozenset[str]:
        """The things that are in any of the sets."""
        return frozenset(self.things[place] for place, _, _ in self.nodes)

    def sizes(self) -> tuple[int, ...]:
        """Count the sets by their size: how many are empty, of one thing, of two, and so on.

        The counts of one node are kept in one number, side by side, so that a node costs
        one shift and one sum.
        """
        totals = [0, 1]
        for _, high, low in self.nodes:
            totals.append(totals[high] + totals[low])
        room = max(totals).bit_length()
        counts = [0, 1]
        for _, high, low in self.nodes:
            counts.append((counts[high] << room) + counts[low])
        return _apart(counts[self.root], room)

    def lightest(self, weights: Mapping[str, float] | None = None) -> frozenset[str] | None:
        """Give a set of least weight, or None where there is no set.

        Args:
            weights: what each thing weighs; without it, each weighs one.
        """
        least = self._least(weights)
        if least[self.root] == _NO_SET:
            return None
        found: list[str] = []
        number = self.root
        while number > 1:
            place, high, low = self.nodes[number - 2]
            if least[number] == least[low]:
                number = low
            else:
                found.append(self.things[place])
                number = high
        return frozenset(found)

    def _least(self, weights: Mapping[str, float] | None) -> list[float]:
        least = [_NO_SET, 0.0]
        for place, high, low in self.nodes:
            weight = 1 if weights is None else weights[self.things[place]]
            least.append(min(least[low], least[high] + weight))
        return least

    def smallest(self, limit: int) -> tuple[tuple[str, ...], ...]:
        """Give some sets, the smaller first, those of one size in the order of the things."""
        most = len(self.sizes())
        found = (one for size in range(most) for one in self.of_size(size))
        return tuple(islice(found, limit))

    def of_size(self, size: int) -> Iterator[tuple[str, ...]]:
        """Go through the sets of a size.

        Branches that hold no set of that size are not entered, so that each set costs no
        more than one walk down.
        """
        shapes = self._shapes()
        waiting: list[tuple[int, int, tuple[str, ...]]] = [(self.root, size, ())]
        while waiting:
            number, left, taken = waiting.pop()
            if not shapes[number] >> left & 1:
                continue
            if number == 1:
                yield tuple(sorted(taken))
                continue
            place, high, low = self.nodes[number - 2]
            waiting.append((low, left, taken))
            if left:
                waiting.append((high, left - 1, (*taken, self.things[place])))

    def _shapes(self) -> list[int]:
        """Give for each node the sizes of its sets, as bits."""
        shapes = [0, 1]
        for _, high, low in self.nodes:
            shapes.append(shapes[high] << 1 | shapes[low])
        return shapes


def _apart(counts: int, room: int) -> tuple[int, ...]:
    found: list[int] = []
    while counts:
        found.append(counts & ((1 << room) - 1))
        counts >>= room
    return tuple(found)
