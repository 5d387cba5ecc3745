"""Which goals a pilot reaches, and by which chains."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pilots.desk import desk, piloted, shuffled
from theories import strategies

from toc.graph import TheoryGraph
from toc.model import Strategy
from toc.pilots.reach import measures, reach


def test_the_shortest_chain_is_shown_and_the_rest_counted() -> None:
    """Both measures of a pilot are beginnings of its chains."""
    found = reach(desk(), "C")
    assert [(way.goal.name, way.chains) for way in found.ways] == [("access", 2), ("belonging", 1)]
    assert [one.name for one in found.ways[0].shortest] == ["course", "apply", "access"]
    assert (
        found.ways[0].say()
        == "Course for staff → Staff use the guide → Equal access, and 1 more chain"
    )
    assert found.told.say() == "“Both together” leads to “Equal access”, “Sense of belonging”"


def test_a_claim_that_no_chain_leads_to_is_named() -> None:
    """What stands under `contributes_to` is checked against the chains."""
    found = reach(desk(), "A")
    assert [one.name for one in found.missed] == ["belonging"]
    assert found.told.say() == (
        "“Course in two offices” leads to “Equal access”, and not to “Sense of belonging”, "
        "which it claims"
    )


def test_an_arrow_that_hinders_leads_nowhere() -> None:
    """A pilot whose only way out hinders leads to no goal, and says so."""
    found = reach(desk(), "D")
    assert found.ways == ()
    assert found.told.say() == "“Posters” leads to no goal"


def test_in_a_circle_only_the_shortest_chains_are_counted() -> None:
    """Where arrows run in a circle that nobody declared, the count says that it is not all."""
    links = {
        "course -> apply": "x",
        "apply -> trust": "x",
        "trust -> apply": "x",
        "trust -> access": "x",
    }
    way = reach(desk(links=links), "A").ways[0]
    assert (way.chains, way.is_counted) == (1, False)


def test_a_pilot_that_is_not_there_is_refused() -> None:
    """Asking for a pilot of another name is an error of the call."""
    with pytest.raises(KeyError):
        reach(desk(), "Z")


@given(piloted())
def test_chains_are_those_that_networkx_enumerates(strategy: Strategy) -> None:
    """The number is that of all simple paths, and the chain shown is one of the shortest."""
    graph = TheoryGraph(strategy)
    oracle = nx.DiGraph([arrow.ends for arrow in graph.arrows])
    oracle.add_nodes_from(graph.nodes)
    for name, pilot in strategy.pilots.items():
        found = {way.goal.name: way for way in reach(graph, name).ways}
        for goal in graph.within("goals"):
            paths = [
                path
                for begin in measures(graph, pilot)
                for path in nx.all_simple_paths(oracle, begin, goal)
            ]
            assert (goal in found) == bool(paths)
            if paths:
                way = found[goal]
                chain = [one.name for one in way.shortest]
                assert (way.chains, way.is_counted) == (len(paths), True)
                assert chain == min(paths, key=lambda path: (len(path), path))


@given(st.data())
def test_the_order_of_the_file_changes_nothing(data: st.DataObject) -> None:
    """However the entries stand, the same is found."""
    strategy = data.draw(piloted())
    mixed = TheoryGraph(data.draw(shuffled(strategy)))
    for name in strategy.pilots:
        assert reach(mixed, name).as_data() == reach(TheoryGraph(strategy), name).as_data()


@given(strategies(max_nodes=9))
def test_any_strategy_is_answered(strategy: Strategy) -> None:
    """Circles, misspellings and nonsense are no reason to fail."""
    graph = TheoryGraph(strategy)
    for name in strategy.pilots:
        found = reach(graph, name)
        assert all(way.chains >= 1 for way in found.ways)
        assert found.sentence("ro")
