"""Strategies that are full of circles: walked, chained and counted as networkx would."""

from __future__ import annotations

from math import comb

import networkx as nx
import pytest
from graph.arrows import helping, network, strategy_of, tangled, untangled
from hypothesis import given

from toc import Strategy
from toc.graph import TheoryGraph


def shortest(graph: nx.DiGraph[str]) -> int:
    """Give the length of a shortest circle in a tangle."""
    return min(len(nx.shortest_path(graph, effect, cause)) for cause, effect in graph.edges)


@given(tangled())
def test_every_node_reaches_what_networkx_reaches(strategy: Strategy) -> None:
    """From each node, forwards and backwards, along arrows that help."""
    graph, oracle = TheoryGraph(strategy), helping(strategy)
    for node in oracle:
        assert graph.reached_from([node]) == {node} | nx.descendants(oracle, node)
        assert graph.leading_to([node]) == {node} | nx.ancestors(oracle, node)


@given(tangled())
def test_every_tangle_is_told_of_by_a_shortest_circle(strategy: Strategy) -> None:
    """One for each, from its first node in the file on, and none for what is no circle."""
    graph, oracle = TheoryGraph(strategy), network(strategy)
    place = {node: index for index, node in enumerate(graph.nodes)}
    groups = map(oracle.subgraph, nx.strongly_connected_components(oracle))
    circles = [group for group in groups if group.edges]
    assert len(graph.loops) == len(circles)
    for loop in graph.loops:
        (group,) = (group for group in circles if loop[0] in group)
        assert nx.is_path(group, (*loop, loop[0]))
        assert len(loop) == len(set(loop)) == shortest(group)
        assert place[loop[0]] == min(map(place.__getitem__, loop))


@pytest.mark.parametrize(
    ("links", "loop"),
    [
        (["a -> b", "b -> c", "c -> a", "c -> b"], "bc"),
        (["a -> b", "b -> c", "c -> d", "d -> a", "d -> b"], "bcd"),
        (["a -> b", "b -> c", "c -> d", "d -> e", "e -> a", "e -> d"], "de"),
        (["c -> b", "b -> c", "b -> a", "a -> b"], "ab"),
    ],
)
def test_a_shorter_circle_further_on_is_told(links: list[str], loop: str) -> None:
    """The first node need not be on the shortest circle; of equal ones the first is told."""
    assert TheoryGraph(strategy_of("abcde", dict.fromkeys(links, "So"))).loops == (tuple(loop),)


@given(tangled())
def test_a_chain_is_a_shortest_path_through_any_tangle(strategy: Strategy) -> None:
    """Between any two nodes, along arrows that help; or there is none."""
    graph, oracle = TheoryGraph(strategy), helping(strategy)
    lengths = dict(nx.all_pairs_shortest_path_length(oracle))
    for start in oracle:
        for end in oracle:
            chain = graph.chain(start, end)
            if end not in lengths[start]:
                assert chain is None
                continue
            assert chain is not None
            assert (chain[0], chain[-1]) == (start, end)
            assert nx.is_path(oracle, chain)
            assert len(chain) == lengths[start][end] + 1


@pytest.mark.parametrize(
    ("links", "chain"),
    [
        (["a -> y", "a -> x", "x -> b", "y -> b"], "ayb"),
        (["a -> x", "a -> y", "y -> b", "x -> b"], "axb"),
        (["x -> b", "a -> x", "y -> b", "a -> y"], "axb"),
    ],
)
def test_the_first_of_equal_chains_is_given(links: list[str], chain: str) -> None:
    """Among equally short chains the order of the links decides, from the start on."""
    graph = TheoryGraph(strategy_of("byxa", dict.fromkeys(links, "So")))
    assert graph.chain("a", "b") == tuple(chain)


@given(untangled())
def test_chains_are_as_many_as_simple_paths(strategy: Strategy) -> None:
    """Without circles, whatever hinders and in whatever order the file has its nodes."""
    graph, oracle = TheoryGraph(strategy), helping(strategy)
    for goal in oracle:
        counts = graph.count_chains(goal)
        assert counts.keys() == set(oracle)
        for node in set(oracle) - {goal}:
            assert counts[node] == len(list(nx.all_simple_paths(oracle, node, goal)))


@given(tangled())
def test_never_more_chains_are_counted_than_there_are(strategy: Strategy) -> None:
    """In circles some chains are left out, and none is made up."""
    graph, oracle = TheoryGraph(strategy), helping(strategy)
    for goal in list(oracle)[:3]:
        counts = graph.count_chains(goal)
        for node in set(oracle) - {goal}:
            paths = nx.all_simple_paths(oracle, node, goal)
            assert sum(1 for _ in zip(range(counts[node]), paths, strict=False)) == counts[node]


def test_chains_after_a_circle_are_counted() -> None:
    """A circle upstream takes nothing from the nodes that come after it."""
    links = ["a -> b", "b -> a", "b -> c", "c -> d", "d -> equal"]
    graph = TheoryGraph(strategy_of(["d", "c", "equal", "a", "b"], dict.fromkeys(links, "So")))
    assert graph.count_chains("equal") == dict.fromkeys(graph.nodes, 1)


@pytest.mark.parametrize("size", [2, 3, 4, 40])
def test_lattice_paths_are_central_binomials(size: int) -> None:
    """Corner to corner in a grid of points, right or down: 2, 6, 20, … (OEIS A000984)."""
    points = [(row, column) for row in range(size) for column in range(size)]
    links = [
        f"p{row}_{column} -> p{row + down}_{column + 1 - down}"
        for row, column in points
        for down in (0, 1)
        if max(row + down, column + 1 - down) < size
    ]
    names = [f"p{row}_{column}" for row, column in points]
    graph = TheoryGraph(strategy_of(names, dict.fromkeys(links, "So")))
    assert graph.count_chains(names[-1])[names[0]] == comb(2 * (size - 1), size - 1)


def test_a_stakeholder_is_no_end_of_an_arrow() -> None:
    """An arrow needs a node at both ends; one misspelled cause does not take the others along."""
    strategy = Strategy(
        activities={"course": "A course"},
        goals={"equal": "Equal access"},
        stakeholders={"partner": "A partner"},
        links={"partner -> equal": "So", "course, nobody -> equal": "So", "course -> x": "So"},
    )
    assert [arrow.name for arrow in TheoryGraph(strategy).arrows] == ["course -> equal"]


def test_what_was_meant_is_asked_of_unknown_names_only() -> None:
    """A name that is there means itself, in any case."""
    asked: list[str] = []
    links = {"COURSE -> equal": "So", "cuorse, nobody -> Equal": "So"}
    graph = TheoryGraph(strategy_of(["course", "equal"], links), meant=asked.append)
    assert [arrow.name for arrow in graph.arrows] == ["course -> equal"]
    assert asked == ["cuorse", "nobody"]
