"""Loops, their signs, and the link whose mark would open them."""

from __future__ import annotations

import networkx as nx
import pytest
from graph.arrows import network, strategy_of, tangled
from hypothesis import given

from toc import Strategy
from toc.analysis.loops import loops


@given(tangled())
def test_each_tangle_shows_one_of_its_shortest_circles(strategy: Strategy) -> None:
    """There is one loop for each strong component, and no circle in it is shorter."""
    graph = network(strategy)
    found = loops(strategy).undeclared
    tangles = [
        group
        for group in nx.strongly_connected_components(graph)
        if len(group) > 1 or any(graph.has_edge(node, node) for node in group)
    ]
    assert len(found) == len(tangles)
    for one in found:
        (tangle,) = [group for group in tangles if one.nodes[0] in group]
        cycles = nx.simple_cycles(graph.subgraph(tangle), length_bound=len(one.nodes))
        assert min(map(len, cycles)) == len(one.nodes)
        assert nx.is_simple_path(graph, one.nodes)


@given(tangled())
def test_no_other_link_of_the_loop_opens_more(strategy: Strategy) -> None:
    """Without the link that is named, fewest nodes stand in circles; none if it is enough."""
    graph = network(strategy)
    for one in loops(strategy).undeclared:
        component = nx.node_connected_component(_mutual(graph), one.nodes[0])
        left = {}
        for ends in zip(one.nodes, (*one.nodes[1:], one.nodes[0]), strict=True):
            without = nx.DiGraph(graph.subgraph(component))
            without.remove_edge(*ends)
            left[" -> ".join(ends)] = sum(
                len(group)
                for group in nx.strongly_connected_components(without)
                if len(group) > 1 or any(without.has_edge(node, node) for node in group)
            )
        assert left[one.opening] == min(left.values())
        assert one.is_enough == (not left[one.opening])


def _mutual(graph: nx.DiGraph[str]) -> nx.Graph[str]:
    """Join the nodes that lead to each other."""
    joined: nx.Graph[str] = nx.Graph()
    for group in nx.strongly_connected_components(graph):
        nx.add_path(joined, list(group))
    return joined


@pytest.mark.parametrize(
    ("hindering", "polarity"),
    [
        ((), "reinforcing"),
        (("a",), "balancing"),
        (("a", "b"), "reinforcing"),
        (("a", "b", "c"), "balancing"),
    ],
)
def test_an_even_number_of_hindering_links_reinforces(
    hindering: tuple[str, ...], polarity: str
) -> None:
    """A loop drives itself on with an even number of links that hinder, else it calms down."""
    links = {
        f"{cause} -> {effect}": {"role": "hinders"} if cause in hindering else {"because": "So"}
        for cause, effect in ("ab", "bc", "ca")
    }
    (loop,) = loops(strategy_of("abc", links)).undeclared
    assert loop.polarity == polarity


def test_two_links_of_opposite_signs_leave_the_loop_unclear() -> None:
    """Where one link helps and another hinders between the same nodes, no sign is claimed."""
    links = {"a -> b": "So", "a, c -> b": {"role": "hinders"}, "b -> a": "So"}
    (loop,) = loops(strategy_of("abc", links)).undeclared
    assert loop.polarity == "unclear"


def test_a_declared_loop_is_held_against_its_links() -> None:
    """A loop that is said to calm down, and whose links drive it on, is told of."""
    links = {"a -> b": "So", "b -> a": {"feedback": "balancing"}}
    found = loops(strategy_of("ab", links))
    assert found.undeclared == ()
    assert [(one.nodes, one.polarity, one.contradicts) for one in found.declared] == [
        (("a", "b"), "reinforcing", True)
    ]
    assert "opposite sign" in found.sentence()


def test_the_link_that_returns_has_a_say_in_the_sign() -> None:
    """A return that hinders makes a loop of helping links calm down."""
    links = {"a -> b": "So", "b -> a": {"feedback": "balancing", "role": "hinders"}}
    (loop,) = loops(strategy_of("ab", links)).declared
    assert (loop.polarity, loop.contradicts) == ("balancing", False)


def test_among_equals_the_link_that_goes_back_is_named() -> None:
    """From a goal back to an input is more likely the return than the way there."""
    strategy = Strategy(
        inputs={"money": "Money"},
        outcomes={"trust": "Trust"},
        goals={"zest": "Zest"},
        links={"zest -> money": "So", "money -> trust": "So", "trust -> zest": "So"},
    )
    (loop,) = loops(strategy).undeclared
    assert (loop.opening, loop.is_enough) == ("zest -> money", True)
