"""Where a node stands: in its own lane, else in that of what is nearest to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from hypothesis import given
from theories import strategies

from toc.graph import TheoryGraph
from toc.model import Strategy
from toc.views.lanes import lanes_of


def nearest(graph: TheoryGraph, node: str, areas: dict[str, str]) -> str:
    """Look outwards from one node, as a reader would with a finger."""

    def look(near: Callable[[str], Iterable[str]]) -> list[str]:
        seen, level = {node}, [node]
        while level and not any(one in areas for one in level):
            level = list(dict.fromkeys(one for at in level for one in near(at) if one not in seen))
            seen.update(level)
        return [areas[one] for one in level if one in areas]

    votes = Counter(look(graph.causes_of) or look(graph.effects_of))
    order = list(graph.strategy.areas)
    return min(votes, key=lambda area: (-votes[area], order.index(area))) if votes else ""


@given(strategies(max_nodes=10))
def test_each_node_stands_where_its_nearest_causes_or_effects_do(strategy: Strategy) -> None:
    """Walked all at once or from each node alone, the lanes are the same."""
    graph = TheoryGraph(strategy)
    spelled = {area.lower(): area for area in strategy.areas}
    named = {node: (graph.entry(node).area or "").lower() for node in graph.nodes}
    areas = {node: spelled[area] for node, area in named.items() if area in spelled}
    keys, lane = lanes_of(strategy, graph, "area")
    found = {node: keys[at] if keys else "" for node, at in lane.items()}
    assert found == {node: nearest(graph, node, areas) for node in graph.nodes}


def test_a_long_chain_is_walked_once() -> None:
    """Twenty thousand steps from the only area are as near as one."""
    count = 20_000
    outcomes: dict[str, object] = {f"n{at}": f"Step {at}" for at in range(1, count)}
    strategy = Strategy(
        areas={"a": "A"},
        outcomes={"n0": {"title": "Start", "area": "a"}, **outcomes},  # type: ignore[dict-item]
        links={f"n{at} -> n{at + 1}": "-" for at in range(count - 1)},
    )
    keys, lane = lanes_of(strategy, TheoryGraph(strategy), "area")
    assert (keys, set(lane.values())) == (("a",), {0})
