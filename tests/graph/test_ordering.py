"""Causes before effects, as far as loops leave a before."""

from __future__ import annotations

import networkx as nx
import pytest
from graph.arrows import network, strategy_of, tangled, untangled
from hypothesis import given

from toc import Strategy
from toc.graph import TheoryGraph
from toc.graph.ordering import causes_first


@given(tangled())
def test_causes_come_first_unless_they_are_effects_too(strategy: Strategy) -> None:
    """Every arrow runs forwards, unless its ends also lead back to each other."""
    graph, oracle = TheoryGraph(strategy), network(strategy)
    place = {node: index for index, node in enumerate(graph.order)}
    tangle = {
        node: group
        for group in map(frozenset, nx.strongly_connected_components(oracle))
        for node in group
    }
    assert sorted(graph.order) == sorted(oracle)
    backwards = [arrow for arrow in oracle.edges if place[arrow[0]] > place[arrow[1]]]
    assert all(tangle[cause] == tangle[effect] for cause, effect in backwards)


@given(tangled())
def test_a_tangle_stands_together_in_the_order_of_the_file(strategy: Strategy) -> None:
    """No other node comes between the nodes of a loop, and their own order is the authors'."""
    graph = TheoryGraph(strategy)
    for group in nx.strongly_connected_components(network(strategy)):
        places = [graph.order.index(node) for node in graph.nodes if node in group]
        assert places == list(range(places[0], places[0] + len(group)))


@given(untangled())
def test_whoever_waits_for_nobody_comes_first(strategy: Strategy) -> None:
    """The nodes without a cause begin, as they stand in the file."""
    graph, oracle = TheoryGraph(strategy), network(strategy)
    first = [node for node in graph.nodes if not oracle.in_degree(node)]
    assert list(graph.order[: len(first)]) == first


@pytest.mark.parametrize(
    ("effects", "order"),
    [
        ({}, ""),
        ({"b": "", "a": ""}, "ba"),
        ({"b": "", "a": "b"}, "ab"),
        ({"a": "a", "b": "a"}, "ba"),
        ({"e": "", "c": "a", "a": "b", "b": "ce", "s": "a"}, "scabe"),
        ({"d": "", "c": "d", "b": "ca", "a": "b"}, "bacd"),
        ({"z": "yz", "y": "", "x": "w", "w": "xz"}, "xwzy"),
    ],
)
def test_a_loop_is_one_step(effects: dict[str, str], order: str) -> None:
    """What leads into a loop stands before it, what follows from it after it."""
    assert "".join(causes_first(effects)) == order


def test_a_strategy_with_a_loop_is_in_order_below_it() -> None:
    """An undeclared loop upstream does not turn the rest of the strategy upside down."""
    links = ["start -> a", "a -> b", "b -> a", "b -> c", "c -> end"]
    graph = TheoryGraph(strategy_of(["end", "c", "b", "a", "start"], dict.fromkeys(links, "So")))
    assert graph.order == ("start", "b", "a", "c", "end")
