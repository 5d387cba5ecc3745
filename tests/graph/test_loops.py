"""Tangles and shortest loops, with networkx as the oracle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.graph import loops as loops_module
from toc.graph.loops import shortest_loops, tangles


@st.composite
def effects(draw: st.DrawFn, most: int = 9) -> dict[str, list[str]]:
    """Give for each node the nodes that it leads to, itself perhaps, in any order."""
    nodes = [f"n{number}" for number in range(draw(st.integers(1, most)))]
    drawn = draw(st.permutations(nodes))
    return {node: draw(st.lists(st.sampled_from(nodes), max_size=4, unique=True)) for node in drawn}


def _digraph(arrows: Mapping[str, Sequence[str]]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(arrows)
    graph.add_edges_from((cause, effect) for cause, row in arrows.items() for effect in row)
    return graph


def _tangled(graph: nx.DiGraph[str]) -> list[set[str]]:
    groups = [set(group) for group in nx.strongly_connected_components(graph)]
    return [group for group in groups if len(group) > 1 or graph.has_edge(*list(group) * 2)]


@given(effects())
def test_a_tangle_is_a_strong_component(arrows: dict[str, list[str]]) -> None:
    """Nodes that all lead to each other, and those that lead to themselves."""
    found = tangles(arrows)
    assert sorted(map(sorted, found)) == sorted(map(sorted, _tangled(_digraph(arrows))))
    assert all(group == sorted(group) for group in found)


@given(effects())
def test_there_is_one_shortest_loop_for_each_tangle(arrows: dict[str, list[str]]) -> None:
    """Each loop is a cycle of its tangle, none is shorter, and no tangle is without one."""
    graph = _digraph(arrows)
    tangled = _tangled(graph)
    found = shortest_loops(arrows)
    assert len(found) == len(tangled)
    for loop in found:
        assert all(graph.has_edge(*arrow) for arrow in pairwise((*loop, loop[0])))
        assert len(set(loop)) == len(loop)
        (group,) = [group for group in tangled if set(loop) <= group]
        lengths = [len(cycle) for cycle in nx.simple_cycles(graph.subgraph(group))]
        assert len(loop) == min(lengths)


@given(effects(), st.randoms(use_true_random=False))
def test_loops_come_in_the_order_of_the_file(arrows: dict[str, list[str]], random: object) -> None:
    """The same nodes in the same order give the same loops, each from its first node on."""
    places = {node: place for place, node in enumerate(arrows)}
    starts = [places[loop[0]] for loop in shortest_loops(arrows)]
    assert starts == sorted(starts)
    assert shortest_loops(arrows) == shortest_loops(dict(arrows))


@pytest.mark.parametrize(
    ("arrows", "loops"),
    [
        ({"a": []}, ()),
        ({"a": ["a"]}, (("a",),)),
        ({"a": ["b"], "b": ["a"]}, (("a", "b"),)),
        ({"b": ["a"], "a": ["b"]}, (("b", "a"),)),
        ({"a": ["b"], "b": ["c"], "c": ["a", "b"]}, (("b", "c"),)),
        (
            {"a": ["b"], "b": ["c"], "c": ["a"], "d": ["e"], "e": ["d"]},
            (("a", "b", "c"), ("d", "e")),
        ),
        ({"a": ["b", "a"], "b": ["a"]}, (("a",),)),
    ],
)
def test_small_loops(arrows: dict[str, list[str]], loops: tuple[tuple[str, ...], ...]) -> None:
    """A node that leads to itself, two that lead to each other, and rings."""
    assert shortest_loops(arrows) == loops


def test_a_large_ring_is_one_loop() -> None:
    """Two thousand nodes in a circle are found without recursion."""
    ring = {f"n{number}": [f"n{(number + 1) % 2000}"] for number in range(2000)}
    assert shortest_loops(ring) == (tuple(ring),)


def test_a_long_chain_has_no_loop() -> None:
    """Twenty thousand nodes in a row are walked without recursion."""
    chain = {f"n{number}": [f"n{number + 1}"] for number in range(20_000)} | {"n20000": []}
    assert (tangles(chain), shortest_loops(chain)) == ([], ())


def test_a_huge_tangle_is_given_up_with_a_loop_in_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the shortest would cost too much, the best found until then is still a loop."""
    monkeypatch.setattr(loops_module, "_MOST_STEPS", 10)
    ring = {f"n{number}": [f"n{(number + 1) % 50}"] for number in range(50)}
    ring["n40"] = ["n41", "n39"]
    (loop,) = shortest_loops(ring)
    assert all(after in ring[before] for before, after in pairwise((*loop, loop[0])))
