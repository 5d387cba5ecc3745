"""Where a node stands: in its own lane, else in that of what is nearest to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


NODES = tuple(f"n{at}" for at in range(5))
ARROWS = tuple(f"{cause} -> {effect}" for cause in NODES for effect in NODES if cause != effect)


@pytest.mark.parametrize(
    ("areas", "links", "lane"),
    [
        ({"n1": "a", "n2": "b"}, "n1 -> n0, n0 -> n2", "a"),
        ({"n2": "b"}, "n1 -> n0, n0 -> n2", "b"),
        ({"n1": "a", "n2": "b"}, "n2 -> n3, n3 -> n0, n1 -> n0", "a"),
        ({"n1": "a", "n2": "b", "n3": "a"}, "n1 -> n0, n2 -> n0, n3 -> n0", "a"),
        ({"n1": "a", "n2": "b"}, "n1 -> n0, n2 -> n0", "b"),
        ({"n0": "a", "n1": "b"}, "n1 -> n0", "a"),
        ({"n1": "a"}, "n2 -> n0", ""),
    ],
)
def test_a_node_without_an_area(areas: dict[str, str], links: str, lane: str) -> None:
    """Causes come before effects, near before far, many before few, then the areas' order."""
    outcomes = {node: {"title": node, "area": areas.get(node)} for node in NODES}
    strategy = Strategy.model_validate(
        {
            "areas": {"b": "B", "a": "A"},
            "outcomes": outcomes,
            "links": dict.fromkeys(links.split(", "), "-"),
        }
    )
    keys, places = lanes_of(strategy, TheoryGraph(strategy), "area")
    assert keys[places["n0"]] == lane


@st.composite
def placed(draw: st.DrawFn) -> Strategy:
    """Give five outcomes joined at random, of which a few say their area."""
    areas = draw(
        st.fixed_dictionaries(dict.fromkeys(NODES, st.sampled_from(("", "", "a", "b", "B"))))
    )
    links = draw(st.sets(st.sampled_from(ARROWS), min_size=3, max_size=8))
    outcomes = {node: {"title": node, "area": areas[node] or None} for node in NODES}
    return Strategy.model_validate(
        {"areas": {"b": "B", "a": "A"}, "outcomes": outcomes, "links": dict.fromkeys(links, "-")}
    )


@given(placed())
def test_each_node_stands_where_its_nearest_causes_or_effects_do(strategy: Strategy) -> None:
    """Walked all at once or from each node alone, the lanes are the same."""
    graph = TheoryGraph(strategy)
    areas = {node: area.lower() for node in NODES if (area := graph.entry(node).area)}
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
