"""Which lane a node stands in: its own, else its nearest causes', else its effects'."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toc.model import Activity, Goal, Input, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from toc.graph import TheoryGraph
    from toc.model import Node, Strategy

__all__ = ["lanes_of"]


def lanes_of(
    strategy: Strategy, graph: TheoryGraph, by: str
) -> tuple[tuple[str, ...], Mapping[str, int]]:
    """Give the ids of the lanes that are not empty, and each node's lane.

    Args:
        strategy: the strategy, whose areas or stakeholders give the lanes' order.
        graph: its graph.
        by: "area" or "stakeholder".

    Returns:
        Ids of areas or stakeholders, "" for the lane of what belongs to none; nothing at
        all when no node says where it belongs.
    """
    section = strategy.areas if by == "area" else strategy.stakeholders
    named = {key.lower(): at for at, key in enumerate(section)}
    owner = _area if by == "area" else _stakeholder
    own: dict[str, int] = {}
    for node in graph.nodes:
        name = owner(graph.entry(node))
        if name and name.lower() in named:
            own[node] = named[name.lower()]
    if not own:
        return (), dict.fromkeys(graph.nodes, 0)
    cross = len(named)
    lane = _lanes(graph, own, cross)
    keys = (*section, "")
    used = sorted(set(lane.values()))
    return tuple(keys[at] for at in used), {node: used.index(at) for node, at in lane.items()}


def _area(node: Node) -> str | None:
    return node.area


def _stakeholder(node: Node) -> str | None:
    """Give who carries a measure out, or in whom a change happens."""
    groups: tuple[str, ...] = ()
    if isinstance(node, Activity):
        groups = (node.accountable, *node.for_) if node.accountable else node.for_
    elif isinstance(node, Outcome | Goal):
        groups = node.for_
    elif isinstance(node, Input):
        groups = node.from_
    return groups[0] if groups else None


def _lanes(graph: TheoryGraph, own: Mapping[str, int], cross: int) -> Mapping[str, int]:
    """Give each node its own lane, else that of its nearest causes, else of its effects."""
    by_causes = _nearest(own, graph.effects_of)
    by_effects = _nearest(own, graph.causes_of)
    found = {**by_effects, **by_causes}
    return {node: _voted(own, found[node]) if node in found else cross for node in graph.nodes}


def _voted(own: Mapping[str, int], nodes: frozenset[str]) -> int:
    """Where several lanes are equally near, most nodes decide, then the order of the lanes."""
    votes = Counter(own[node] for node in nodes)
    return min(votes, key=lambda lane: (-votes[lane], lane))


def _nearest(
    own: Mapping[str, int], onwards: Callable[[str], Iterable[str]]
) -> Mapping[str, frozenset[str]]:
    """Give for each node that is reached the nodes with a lane from which it is least far.

    All go outwards at once, level by level, so that a long chain is walked once.
    """
    found = {node: frozenset((node,)) for node in own}
    level = list(own)
    while level:
        reached: dict[str, frozenset[str]] = {}
        for node in level:
            for other in onwards(node):
                if other not in found:
                    there = reached.get(other, found[node])
                    reached[other] = there if there is found[node] else there | found[node]
        found |= reached
        level = list(reached)
    return found
