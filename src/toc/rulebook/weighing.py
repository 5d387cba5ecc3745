"""How much hangs on a place: the number of chains to a goal that run through it.

Nothing is enumerated: chains are counted from their beginnings forwards and from the
goals backwards, and the two are multiplied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from toc.model.links import link_ends
from toc.model.nodes import NODE_SECTIONS

if TYPE_CHECKING:
    from toc.findings import Route
    from toc.graph import TheoryGraph
    from toc.model import Strategy

__all__ = ["Weights"]

_ENTRY = 2


class Weights:
    """Knows how many chains to a goal run through each place of a strategy.

    A node has its own, a link those of its arrows; any other entry has those of the
    node or link, among those that name it or that it names, that has most; and what is
    about the strategy as a whole has all that there are.

    Args:
        graph: the strategy's graph.
    """

    def __init__(self, graph: TheoryGraph) -> None:
        """Count nothing yet."""
        self._graph = graph
        self._strategy: Strategy = graph.strategy

    def of(self, route: Route) -> int:
        """Give the number of chains to a goal that run through a place."""
        if len(route) < _ENTRY or route[0] == "strategy":
            return self._in_all
        return self._of_entry(str(route[0]), str(route[1]))

    def nodes_at(self, route: Route) -> frozenset[str]:
        """Give the nodes that a place is, joins or has to do with; none for the whole."""
        if len(route) < _ENTRY or route[0] == "strategy":
            return frozenset()
        section, key = str(route[0]), str(route[1])
        names = {key} if section in (*NODE_SECTIONS, "links") else self._near(section, key)
        found = (self._nodes_of(name) for name in names)
        return frozenset(node for nodes in found for node in nodes)

    def _nodes_of(self, name: str) -> Iterator[str]:
        ends = link_ends(name)
        for end in (name,) if ends is None else (*ends[0], ends[1]):
            node = self._graph.node(end)
            if node is not None:
                yield node

    def _of_entry(self, section: str, key: str) -> int:
        if section in NODE_SECTIONS:
            node = self._graph.node(key)
            return self._graph.chains_through[node] if node is not None else 0
        if section == "links":
            return self._of_links.get(key, 0)
        return max(map(self._of_name, self._near(section, key)), default=0)

    @cached_property
    def _in_all(self) -> int:
        goals = self._graph.within("goals")
        return sum(self._graph.chains_from_beginnings[goal] for goal in goals)

    @cached_property
    def _of_links(self) -> Mapping[str, int]:
        found: defaultdict[str, int] = defaultdict(int)
        for arrow in self._graph.arrows:
            found[arrow.key] += self._graph.chains_along(arrow)
        return found

    def _of_name(self, name: str) -> int:
        node = self._graph.node(name)
        return self._of_links.get(name, 0) if node is None else self._graph.chains_through[node]

    def _near(self, section: str, key: str) -> set[str]:
        """Give the nodes and links that an entry has to do with, through one more at most."""
        start = _name_of(section, key)
        beside = self._beside.get(start, set())
        return beside.union(*(self._beside.get(name, set()) for name in beside))

    @cached_property
    def _beside(self) -> Mapping[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for reference in self._strategy.references():
            if len(reference.route) > _ENTRY and reference.route[0] != "strategy":
                here = _name_of(str(reference.route[0]), str(reference.route[1]))
                there = reference.target if "->" in reference.target else reference.target.lower()
                found[here].add(there)
                found[there].add(here)
        return found


def _name_of(section: str, key: str) -> str:
    return key if section == "links" else key.lower()
