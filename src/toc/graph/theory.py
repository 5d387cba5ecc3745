"""A theory of change as a directed graph, cause to effect.

Everything that a rule asks often is a linear walk over lists of neighbours.  Whoever
wants more takes the networkx graph.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from toc.graph.loops import shortest_loops, tangles
from toc.graph.ordering import causes_first
from toc.model.nodes import NODE_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    import networkx as nx

    from toc.model import Arrow, Node, Strategy

__all__ = ["TheoryGraph"]


class TheoryGraph:
    """The causal graph of a strategy.

    Arrows whose ends are not both nodes of the strategy are left out: the rules tell of
    them.  Feedback arrows are kept apart, so that everything else runs one way in time.

    Args:
        strategy: the strategy.
        meant: what an id that nothing has was meant to be; without it, nothing.

    >>> from toc.model import Strategy
    >>> strategy = Strategy(activities={"course": "A course"}, goals={"equal": "Equal access"},
    ...                     links={"course -> equal": "It helps"})
    >>> graph = TheoryGraph(strategy)
    >>> sorted(graph.reached_from(["course"]))
    ['course', 'equal']
    """

    def __init__(
        self, strategy: Strategy, *, meant: Callable[[str], str | None] = lambda _: None
    ) -> None:
        """Collect the nodes, and the arrows that join two of them."""
        self.strategy = strategy
        self._sections: dict[str, str] = {}
        for section in NODE_SECTIONS:
            for name in getattr(strategy, section):
                self._sections.setdefault(name, section)
        self._spelling = {name.lower(): name for name in reversed(self._sections)}
        self._meant = meant
        self.arrows: tuple[Arrow, ...] = tuple(self._joined(strategy.arrows))

    def _joined(self, arrows: Iterable[Arrow]) -> Iterator[Arrow]:
        for arrow in arrows:
            cause, effect = self.node(arrow.cause), self.node(arrow.effect)
            if cause is None or effect is None:
                continue
            if cause == arrow.cause and effect == arrow.effect:
                yield arrow
            else:
                yield type(arrow)(cause, effect, arrow.link, arrow.key)

    def node(self, name: str) -> str | None:
        """Give a node's id as it is spelled where it stands, or None."""
        known = self._spelling.get(name.lower())
        return self._meant(name) if known is None else known

    def _known(self, name: str) -> str:
        return name if name in self._sections else self._spelling[name.lower()]

    @property
    def nodes(self) -> Collection[str]:
        """The ids of all nodes, section by section in the order of the file."""
        return self._sections.keys()

    def section_of(self, node: str) -> str:
        """Give the section in which a node stands.

        Raises:
            KeyError: when there is no such node.
        """
        return self._sections[self._known(node)]

    def entry(self, node: str) -> Node:
        """Give what is said of a node.

        Raises:
            KeyError: when there is no such node.
        """
        known = self._known(node)
        entry: Node = getattr(self.strategy, self._sections[known])[known]
        return entry

    def within(self, *sections: str) -> tuple[str, ...]:
        """Give the ids of the nodes in some sections."""
        return tuple(node for node, section in self._sections.items() if section in sections)

    @cached_property
    def feedback(self) -> tuple[Arrow, ...]:
        """The arrows that close a loop on purpose."""
        return tuple(arrow for arrow in self.arrows if arrow.feeds_back)

    @cached_property
    def _out(self) -> Mapping[str, list[Arrow]]:
        out: dict[str, list[Arrow]] = {node: [] for node in self._sections}
        for arrow in self.arrows:
            if not arrow.feeds_back:
                out[arrow.cause].append(arrow)
        return out

    @cached_property
    def _in(self) -> Mapping[str, list[Arrow]]:
        into: dict[str, list[Arrow]] = {node: [] for node in self._sections}
        for arrow in self.arrows:
            if not arrow.feeds_back:
                into[arrow.effect].append(arrow)
        return into

    def arrows_from(self, node: str) -> list[Arrow]:
        """Give the arrows that leave a node, feedback apart."""
        return self._out[self._known(node)]

    def arrows_into(self, node: str) -> list[Arrow]:
        """Give the arrows that enter a node, feedback apart."""
        return self._in[self._known(node)]

    def effects_of(self, node: str) -> tuple[str, ...]:
        """Give the nodes that a node leads to directly."""
        return tuple(dict.fromkeys(arrow.effect for arrow in self.arrows_from(node)))

    def causes_of(self, node: str) -> tuple[str, ...]:
        """Give the nodes that lead to a node directly."""
        return tuple(dict.fromkeys(arrow.cause for arrow in self.arrows_into(node)))

    @cached_property
    def _effects(self) -> Mapping[str, tuple[str, ...]]:
        return {node: self.effects_of(node) for node in self._sections}

    def reached_from(self, nodes: Iterable[str]) -> frozenset[str]:
        """Give all that some nodes help to bring about, themselves included.

        Arrows that hinder are not followed.  Cost: linear in nodes and arrows.
        """
        return self._walk(nodes, self._out, forwards=True)

    def leading_to(self, nodes: Iterable[str]) -> frozenset[str]:
        """Give all that helps to bring some nodes about, themselves included.

        Arrows that hinder are not followed.  Cost: linear in nodes and arrows.
        """
        return self._walk(nodes, self._in, forwards=False)

    def _walk(
        self, nodes: Iterable[str], arrows: Mapping[str, list[Arrow]], *, forwards: bool
    ) -> frozenset[str]:
        spelled = (self._spelling.get(node.lower()) for node in nodes)
        found = {node for node in spelled if node is not None}
        waiting = list(found)
        while waiting:
            for arrow in arrows[waiting.pop()]:
                node = arrow.effect if forwards else arrow.cause
                if node not in found and not arrow.hinders:
                    found.add(node)
                    waiting.append(node)
        return frozenset(found)

    @cached_property
    def loops(self) -> tuple[tuple[str, ...], ...]:
        """One shortest loop of each tangle of arrows that run in a circle, feedback apart.

        See Also:
            `toc.graph.loops.shortest_loops` for the method and its cost.
        """
        return shortest_loops(self._effects)

    @cached_property
    def tangles(self) -> tuple[tuple[str, ...], ...]:
        """The groups of nodes that all lead to each other, by feedback too.

        See Also:
            `toc.graph.loops.tangles` for the method and its cost.
        """
        effects: dict[str, list[str]] = {node: [] for node in self._sections}
        for arrow in self.arrows:
            effects[arrow.cause].append(arrow.effect)
        return tuple(map(tuple, tangles(effects)))

    def chain(self, start: str, end: str) -> tuple[str, ...] | None:
        """Give a shortest chain of helping arrows from one node to another, if there is one.

        Among equally short chains the first in order of the file is given.

        Raises:
            KeyError: when there is no such node.
        """
        start, end = self._known(start), self._known(end)
        before: dict[str, str] = {}
        level = [start]
        while level and end not in before and end != start:
            following: list[str] = []
            for node in level:
                for arrow in self._out[node]:
                    if arrow.effect not in before and arrow.effect != start and not arrow.hinders:
                        before[arrow.effect] = node
                        following.append(arrow.effect)
            level = following
        if end != start and end not in before:
            return None
        chain = [end]
        while chain[-1] != start:
            chain.append(before[chain[-1]])
        return tuple(reversed(chain))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The nodes with every cause before its effects, loops in the order of the file.

        See Also:
            `toc.graph.ordering.causes_first` for the method and its cost.
        """
        return causes_first(self._effects)

    @cached_property
    def beginnings(self) -> Mapping[str, str]:
        """For each node where a chain of helping arrows to it begins, itself if nowhere else.

        Of several the first written is followed.  Cost: linear in nodes and arrows.
        """
        found: dict[str, str] = {}
        for node in self.order:
            causes = (arrow.cause for arrow in self._in[node] if not arrow.hinders)
            found[node] = next((found[cause] for cause in causes if cause in found), node)
        return found

    @cached_property
    def endings(self) -> Mapping[str, str]:
        """For each node where a chain of helping arrows from it ends, itself if nowhere else.

        Of several the first written is followed.  Cost: linear in nodes and arrows.
        """
        found: dict[str, str] = {}
        for node in reversed(self.order):
            effects = (arrow.effect for arrow in self._out[node] if not arrow.hinders)
            found[node] = next((found[effect] for effect in effects if effect in found), node)
        return found

    def count_chains(self, goal: str) -> Mapping[str, int]:
        """Count, for each node, its different chains of helping arrows to a goal.

        Nothing is enumerated: the numbers are added up from the goal backwards.  In an
        undeclared loop only the arrows that run with the order of the file are counted.

        Raises:
            KeyError: when there is no such node.
        """
        self.section_of(goal)
        counts = dict.fromkeys(self._sections, 0)
        counts[goal] = 1
        for node in reversed(self.order):
            if node != goal:
                helped = {arrow.effect for arrow in self._out[node] if not arrow.hinders}
                counts[node] = sum(counts[effect] for effect in helped)
        return counts

    @cached_property
    def chains_from_beginnings(self) -> Mapping[str, int]:
        """For each node the number of chains of helping arrows to it from where they begin.

        In an undeclared loop only the arrows that run with the order of the file count.
        """
        counts: dict[str, int] = {}
        for node in self.order:
            causes = {arrow.cause for arrow in self._in[node] if not arrow.hinders}
            counts[node] = sum(counts.get(cause, 0) for cause in causes) or 1
        return counts

    @cached_property
    def chains_to_goals(self) -> Mapping[str, int]:
        """For each node the number of chains of helping arrows from it to a goal.

        A goal counts as a chain of no arrows, beside those that run on from it.
        """
        counts: dict[str, int] = {}
        for node in reversed(self.order):
            effects = {arrow.effect for arrow in self._out[node] if not arrow.hinders}
            ends_here = self._sections[node] == "goals"
            counts[node] = ends_here + sum(counts.get(effect, 0) for effect in effects)
        return counts

    @cached_property
    def chains_through(self) -> Mapping[str, int]:
        """For each node the number of chains of helping arrows to a goal that pass it."""
        return {
            node: self.chains_from_beginnings[node] * self.chains_to_goals[node]
            for node in self._sections
        }

    def chains_along(self, arrow: Arrow) -> int:
        """Count the chains of helping arrows to a goal that run along an arrow."""
        if arrow.hinders or arrow.feeds_back:
            return 0
        return self.chains_from_beginnings[arrow.cause] * self.chains_to_goals[arrow.effect]

    @cached_property
    def digraph(self) -> nx.DiGraph[str]:
        """The same graph for networkx, feedback apart.

        Nodes carry `section` and `entry`, edges carry `link` and `key`.
        """
        import networkx as nx  # noqa: PLC0415 - slow to import, and seldom asked for

        graph: nx.DiGraph[str] = nx.DiGraph()
        for node, section in self._sections.items():
            graph.add_node(node, section=section, entry=self.entry(node))
        for arrow in self.arrows:
            if not arrow.feeds_back:
                graph.add_edge(arrow.cause, arrow.effect, link=arrow.link, key=arrow.key)
        return graph
