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
    lane = {node: _lane(graph, own, node, cross) for node in graph.nodes}
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


def _lane(graph: TheoryGraph, own: Mapping[str, int], node: str, cross: int) -> int:
    if node in own:
        return own[node]
    for near in (graph.causes_of, graph.effects_of):
        lane = _nearest(own, node, near)
        if lane is not None:
            return lane
    return cross


def _nearest(own: Mapping[str, int], node: str, near: Callable[[str], Iterable[str]]) -> int | None:
    """Go outwards level by level; where several lanes are equally near most nodes decide."""
    seen, level = {node}, [node]
    while level:
        level = [other for at in level for other in near(at)]
        level = [other for other in dict.fromkeys(level) if other not in seen]
        seen.update(level)
        votes = Counter(own[other] for other in level if other in own)
        if votes:
            return min(votes, key=lambda lane: (-votes[lane], lane))
    return None
