"""Which policy area a node falls to, and which areas are part of which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.views.lanes import lanes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from toc.graph import TheoryGraph
    from toc.model import Strategy

__all__ = ["area_of", "nearest_of"]


def area_of(strategy: Strategy, graph: TheoryGraph) -> Mapping[str, str]:
    """Give the area in whose lane each node stands; nodes of none are left out."""
    keys, lane = lanes_of(strategy, graph, "area")
    return {node: keys[at] for node, at in lane.items() if keys and keys[at]}


def nearest_of(strategy: Strategy, graph: TheoryGraph, areas: Collection[str]) -> Mapping[str, str]:
    """Give for each node the nearest of some areas that it stands in; others are left out.

    Args:
        strategy: the strategy.
        graph: its graph.
        areas: ids of areas, as they are spelled where they stand.
    """
    found: dict[str, str] = {}
    for node, area in area_of(strategy, graph).items():
        near = next((wider for wider in _wider(strategy, area) if wider in areas), None)
        if near is not None:
            found[node] = near
    return found


def _wider(strategy: Strategy, area: str) -> Iterator[str]:
    """Go through an area and those that it is part of, each once."""
    spelled = {name.lower(): name for name in strategy.areas}
    seen: set[str] = set()
    while area and area not in seen:
        seen.add(area)
        yield area
        area = spelled.get((strategy.areas[area].part_of or "").lower(), "")
