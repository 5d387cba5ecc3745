"""What an event is about, and whether a place of the strategy has to do with that."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.graph import TheoryGraph
from toc.model import link_ends, references
from toc.model.nodes import NODE_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.analysis.due import Due
    from toc.findings import Route
    from toc.model import Strategy

__all__ = ["Concern"]

_STEPS = 2
_PEOPLE = "stakeholders"
_ROUNDABOUT = (_PEOPLE, "stages", "areas", "sources", "criteria", "events")
"""What so many entries name that it joins nothing."""


@dataclass(frozen=True)
class Concern:
    """What an event is about, and what leads there.

    Attributes:
        strategy: the strategy.
        about: the ids and links that it is about; everything, where there are none.
    """

    strategy: Strategy
    about: tuple[str, ...]

    @cached_property
    def _graph(self) -> TheoryGraph:
        return TheoryGraph(self.strategy)

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(name.lower() for name in self.about)

    @cached_property
    def _nodes(self) -> frozenset[str]:
        here = {node for name in self.about for node in self._touched(*self._place(name))}
        return self._graph.leading_to(here)

    def names(self, route: Route) -> bool:
        """Whether a place is one of the very things that the event is about."""
        return any(str(step).lower() in self._named for step in route[1:2])

    def holds(self, route: Route) -> bool:
        """Whether a place has to do with what the event is about."""
        if not self.about or self.names(route):
            return True
        section, key = (str(step) for step in (*route, "", "")[:2])
        return not self._nodes.isdisjoint(self._touched(section, key))

    def holds_named(self, name: str) -> bool:
        """Whether an entry or a link has to do with it."""
        return self.holds(self._place(name))

    def begins(self, node: str) -> bool:
        """Whether something follows from the very things that the event is about."""
        return node.lower() in self._following

    @cached_property
    def _following(self) -> frozenset[str]:
        here = (self._graph.node(name) for name in self.about)
        nodes = [node for node in here if node is not None]
        return frozenset(node.lower() for node in self._graph.reached_from(nodes))

    def holds_any(self, one: Due) -> bool:
        """Whether something that is due has to do with it."""
        return any(self.holds(thing.route) for thing in one.things if thing.route)

    def _place(self, name: str) -> tuple[str, str]:
        if link_ends(name) is not None:
            return "links", name
        return self.strategy.index.get(name.lower(), ("", name))

    def _touched(self, section: str, key: str, steps: int = _STEPS) -> Iterator[str]:
        """Go through the nodes that an entry is, joins, speaks of or is there for."""
        if section in NODE_SECTIONS:
            node = self._graph.node(key)
            yield from () if node is None else (node,)
        elif section == "links":
            yield from self._ends(key)
        elif section == "assumptions":
            yield from (
                end for link in self._carried.get(key.lower(), ()) for end in self._ends(link)
            )
        elif section == _PEOPLE:
            yield from self._served.get(key.lower(), ())
        elif steps:
            yield from self._spoken_of(section, key, steps)

    def _ends(self, link: str) -> Iterator[str]:
        ends = link_ends(link)
        for end in () if ends is None else (*ends[0], ends[1]):
            node = self._graph.node(end)
            if node is not None:
                yield node

    def _spoken_of(self, section: str, key: str, steps: int) -> Iterator[str]:
        entry = self.strategy.entry(key)
        for reference in () if entry is None else references(entry, (section, key)):
            place = self._place(reference.target)
            if place[0] not in _ROUNDABOUT:
                yield from self._touched(*place, steps - 1)

    @cached_property
    def _carried(self) -> Mapping[str, list[str]]:
        """The links that rest on each assumption."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key, link in self.strategy.links.items():
            for name in link.assuming:
                found[name.lower()].append(key)
        return found

    @cached_property
    def _served(self) -> Mapping[str, list[str]]:
        """The nodes that are there for each stakeholder."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for node in self._graph.nodes:
            for name in getattr(self._graph.entry(node), "for_", ()):
                found[name.lower()].append(node)
        return found
