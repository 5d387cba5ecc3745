"""The strategy as a causal graph, with networkx as the oracle."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import layered_strategies, strategies

from toc.graph import TheoryGraph
from toc.model import Arrow, Strategy
from toc.model.nodes import NODE_SECTIONS

ANY = st.one_of(strategies(max_nodes=9), strategies(2, 9, clean=True))


def _joined(strategy: Strategy) -> list[tuple[str, str, Arrow]]:
    """Give every arrow that joins two nodes, with their ids, from the strategy's own words."""
    spelling: dict[str, str] = {}
    for section in NODE_SECTIONS:
        for name in getattr(strategy, section):
            spelling.setdefault(name.lower(), name)
    ends = [
        (spelling.get(one.cause.lower()), spelling.get(one.effect.lower()), one)
        for one in strategy.arrows
    ]
    return [
        (cause, effect, one)
        for cause, effect, one in ends
        if cause is not None and effect is not None
    ]


def _oracle(graph: TheoryGraph, *, helping: bool = True) -> nx.DiGraph[str]:
    """Build the graph without feedback, and without what hinders if only help is asked."""
    oracle: nx.DiGraph[str] = nx.DiGraph()
    oracle.add_nodes_from(graph.nodes)
    oracle.add_edges_from(
        (cause, effect)
        for cause, effect, arrow in _joined(graph.strategy)
        if not arrow.feeds_back and not (helping and arrow.hinders)
    )
    return oracle


@given(ANY)
def test_the_nodes_are_those_of_the_strategy(strategy: Strategy) -> None:
    """Section by section, each once, with what is said of it."""
    graph = TheoryGraph(strategy)
    expected = [name for section in NODE_SECTIONS for name in getattr(strategy, section)]
    assert list(graph.nodes) == list(dict.fromkeys(expected))
    for node in graph.nodes:
        section = graph.section_of(node)
        assert graph.entry(node) is getattr(strategy, section)[node]
        assert node in graph.within(section)
    assert set(graph.within(*NODE_SECTIONS)) == set(expected)


@given(ANY)
def test_arrows_join_nodes_and_dangling_ends_are_left_out(strategy: Strategy) -> None:
    """Ids are taken without regard to case; what leads nowhere is no arrow of the graph."""
    graph = TheoryGraph(strategy)
    found = [(arrow.cause, arrow.effect, arrow.key) for arrow in graph.arrows]
    assert found == [(cause, effect, arrow.key) for cause, effect, arrow in _joined(strategy)]


@given(ANY)
def test_neighbours_are_those_of_the_digraph(strategy: Strategy) -> None:
    """The networkx graph and the own lists of neighbours are the same, feedback apart."""
    graph = TheoryGraph(strategy)
    assert list(graph.digraph) == list(graph.nodes)
    for node in graph.nodes:
        assert set(graph.effects_of(node)) == set(graph.digraph.successors(node))
        assert set(graph.causes_of(node)) == set(graph.digraph.predecessors(node))
        assert {arrow.effect for arrow in graph.arrows_from(node)} == set(graph.effects_of(node))
        assert {arrow.cause for arrow in graph.arrows_into(node)} == set(graph.causes_of(node))
        assert graph.digraph.nodes[node]["section"] == graph.section_of(node)
        assert graph.digraph.nodes[node]["entry"] is graph.entry(node)
    for ends in graph.digraph.edges:
        said = graph.digraph.edges[ends]
        assert said["link"] is strategy.links[said["key"]]
    assert set(graph.digraph.edges) == set(_oracle(graph, helping=False).edges)


@given(ANY)
def test_feedback_is_kept_apart(strategy: Strategy) -> None:
    """Feedback arrows are known, and are walked by nothing."""
    graph = TheoryGraph(strategy)
    walked = {id(arrow) for node in graph.nodes for arrow in graph.arrows_from(node)}
    assert {id(arrow) for arrow in graph.feedback} == {id(arrow) for arrow in graph.arrows} - walked
    assert all(arrow.feeds_back for arrow in graph.feedback)


@given(ANY, st.data())
def test_what_is_reached_is_what_networkx_reaches(strategy: Strategy, data: st.DataObject) -> None:
    """Forwards and backwards, along arrows that help; unknown ids reach nothing."""
    graph = TheoryGraph(strategy)
    helping = _oracle(graph)
    chosen = data.draw(st.lists(st.sampled_from([*graph.nodes, "nobody"]), max_size=3))
    known = [node for node in chosen if node in graph.nodes]
    below = set(known).union(*(nx.descendants(helping, node) for node in known))
    above = set(known).union(*(nx.ancestors(helping, node) for node in known))
    assert graph.reached_from(chosen) == below
    assert graph.leading_to(chosen) == above


@given(ANY)
def test_loops_are_those_of_the_arrows_that_do_not_feed_back(strategy: Strategy) -> None:
    """One for each tangle, hindering arrows included; none where nothing runs in a circle."""
    graph = TheoryGraph(strategy)
    plain = _oracle(graph, helping=False)
    assert bool(graph.loops) == (not nx.is_directed_acyclic_graph(plain))
    for loop in graph.loops:
        assert nx.is_simple_path(plain, list(loop)) or len(loop) == 1
        assert plain.has_edge(loop[-1], loop[0])


@given(ANY, st.data())
def test_a_chain_is_a_shortest_path(strategy: Strategy, data: st.DataObject) -> None:
    """Between any two nodes, as long as networkx finds it, or none where there is none."""
    graph = TheoryGraph(strategy)
    if not graph.nodes:
        return
    nodes = st.sampled_from(list(graph.nodes))
    start, end = data.draw(nodes), data.draw(nodes)
    helping = _oracle(graph)
    chain = graph.chain(start, end)
    if not nx.has_path(helping, start, end):
        assert chain is None
    else:
        assert chain is not None
        assert (chain[0], chain[-1]) == (start, end)
        assert len(chain) - 1 == nx.shortest_path_length(helping, start, end)
        assert len(chain) == 1 or nx.is_simple_path(helping, list(chain))


@given(ANY)
def test_the_order_has_every_node_once(strategy: Strategy) -> None:
    """Whatever runs in circles, no node is lost and none comes twice."""
    graph = TheoryGraph(strategy)
    assert sorted(graph.order) == sorted(graph.nodes)


@given(layered_strategies())
def test_in_the_order_causes_come_first(strategy: Strategy) -> None:
    """Without loops every arrow runs forwards in it."""
    graph = TheoryGraph(strategy)
    place = {node: number for number, node in enumerate(graph.order)}
    assert all(place[arrow.cause] < place[arrow.effect] for arrow in graph.arrows)
    assert graph.loops == ()


@given(layered_strategies(3), st.data())
def test_chains_are_counted_as_networkx_lists_them(strategy: Strategy, data: st.DataObject) -> None:
    """From every node to any other, as many as there are simple paths."""
    graph = TheoryGraph(strategy)
    goal = data.draw(st.sampled_from(list(graph.nodes)))
    counted = graph.count_chains(goal)
    for node in graph.nodes:
        paths = 1 if node == goal else len(list(nx.all_simple_paths(graph.digraph, node, goal)))
        assert counted[node] == paths


def test_chains_that_hinder_are_not_counted() -> None:
    """Only helping arrows carry a chain to the goal, and the same arrow twice is one chain."""
    strategy = Strategy(
        activities={"a": "A", "b": "B"},
        outcomes={"c": "C"},
        goals={"g": "G"},
        links={
            "a, b -> c": "X",
            "A -> c": "the same, written in another way",
            "c -> g": "Y",
            "b -> g": {"role": "hinders"},
            "g -> a": {"feedback": "reinforcing"},
        },
    )
    graph = TheoryGraph(strategy)
    assert graph.count_chains("g") == {"a": 1, "b": 1, "c": 1, "g": 1}
    assert graph.chain("b", "g") == ("b", "c", "g")
    assert graph.reached_from(["g"]) == {"g"}


def test_ids_are_taken_without_regard_to_case() -> None:
    """An arrow carries the ids as they stand where the nodes are."""
    strategy = Strategy(inputs={"Desk": "D"}, goals={"EQUAL": "E"}, links={"desk -> Equal": "X"})
    graph = TheoryGraph(strategy)
    (arrow,) = graph.arrows
    assert (arrow.cause, arrow.effect, arrow.key) == ("Desk", "EQUAL", "desk -> Equal")
    assert graph.node("dESK") == "Desk"
    assert graph.node("nobody") is None


def test_of_two_nodes_with_one_id_the_first_is_meant() -> None:
    """Which section comes first in the format decides, and both are nodes."""
    strategy = Strategy(
        goals={"a": "G"}, inputs={"A": "I"}, outcomes={"b": "B"}, links={"a -> b": "X"}
    )
    graph = TheoryGraph(strategy)
    assert list(graph.nodes) == ["A", "b", "a"]
    assert [arrow.cause for arrow in graph.arrows] == ["A"]


def test_a_misspelled_end_may_be_meant_for_a_node() -> None:
    """Whoever knows what was meant may say so; without that, the arrow is left out."""
    strategy = Strategy(inputs={"desk": "D"}, goals={"equal": "E"}, links={"desck -> equal": "X"})
    meant = {"desck": "desk"}
    assert TheoryGraph(strategy).arrows == ()
    assert [arrow.name for arrow in TheoryGraph(strategy, meant=meant.get).arrows] == [
        "desk -> equal"
    ]


@pytest.mark.parametrize(
    "ask", ["section_of", "entry", "count_chains", "arrows_from", "effects_of"]
)
def test_a_node_that_is_not_there_is_a_wrong_question(ask: str) -> None:
    """Asking about a node by name needs a node of that name."""
    with pytest.raises(KeyError):
        getattr(TheoryGraph(Strategy(goals={"g": "G"})), ask)("nobody")


def _chain_of(count: int, *, closed: bool) -> Strategy:
    nodes = {f"n{number}": "N" for number in range(count)}
    last = count if closed else count - 1
    links = {f"n{number} -> n{(number + 1) % count}": "L" for number in range(last)}
    return Strategy(outcomes=nodes, links=links)


def test_a_ring_of_two_thousand_is_walked() -> None:
    """No walk over a large loop runs into Python's limit of recursion."""
    graph = TheoryGraph(_chain_of(2000, closed=True))
    assert len(graph.loops[0]) == 2000
    assert len(graph.reached_from(["n0"])) == len(graph.leading_to(["n0"])) == 2000
    assert len(graph.chain("n0", "n1999") or ()) == 2000
    assert len(graph.order) == 2000


def test_a_chain_of_twenty_thousand_is_walked() -> None:
    """Nor does any walk over a long chain."""
    graph = TheoryGraph(_chain_of(20_000, closed=False))
    assert graph.loops == ()
    assert graph.order == tuple(graph.nodes)
    assert len(graph.reached_from(["n0"])) == len(graph.leading_to(["n19999"])) == 20_000
    assert len(graph.chain("n0", "n19999") or ()) == 20_000
    assert graph.count_chains("n19999")["n0"] == 1


def test_counting_is_no_listing() -> None:
    """Two to the power of sixty chains are counted as fast as they are drawn."""
    nodes = {f"n{layer}{side}": "N" for layer in range(61) for side in "ab"}
    links = {
        f"n{layer}a, n{layer}b -> n{layer + 1}{side}": "L" for layer in range(60) for side in "ab"
    }
    assert TheoryGraph(Strategy(outcomes=nodes, links=links)).count_chains("n60a")["n0a"] == 2**59
