"""Which indicators measure which nodes, and which of them is worst."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.graph import TheoryGraph
    from toc.monitoring.progress import Progress

__all__ = ["by_node", "worst"]

_BEST_FIRST = ("achieved", "on-track", "behind", "far-behind")


def by_node(graph: TheoryGraph, found: Iterable[Progress]) -> Mapping[str, tuple[Progress, ...]]:
    """Give the nodes that have indicators, each with how these stand.

    Args:
        graph: the theory of change.
        found: how its indicators stand.
    """
    nodes: dict[str, list[Progress]] = {}
    for one in found:
        names = map(graph.node, graph.strategy.indicators[one.indicator.name].of)
        for node in dict.fromkeys(name for name in names if name is not None):
            nodes.setdefault(node, []).append(one)
    return {node: tuple(some) for node, some in nodes.items()}


def worst(found: Iterable[Progress]) -> Progress | None:
    """Give the worst of those of which it is known how they stand; None where it is of none."""
    return max((one for one in found if one.is_known), key=_badness, default=None)


def _badness(one: Progress) -> tuple[object, ...]:
    ratio = 0.0 if one.ratio is None else -one.ratio
    return _BEST_FIRST.index(one.standing), one.away, ratio, one.indicator.name
