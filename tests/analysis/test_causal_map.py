"""The flow of citations: a published network, and networkx as the oracle."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc import Strategy
from toc.analysis.causal_map import cited_flow, max_flow

CLRS = {
    ("s", "v1"): 16,
    ("s", "v2"): 13,
    ("v2", "v1"): 4,
    ("v1", "v3"): 12,
    ("v3", "v2"): 9,
    ("v2", "v4"): 14,
    ("v4", "v3"): 7,
    ("v3", "t"): 20,
    ("v4", "t"): 4,
}
"""Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, figure 26.1."""


def test_the_published_flow() -> None:
    """The network of the textbook carries 23."""
    assert max_flow(CLRS, "s", "t") == 23


def test_a_flow_can_be_sent_another_way_again() -> None:
    """The shortest way is taken first, and given back where two longer ones carry more."""
    arrows = ("sa", "ab", "bt", "sc", "ce", "eb", "af", "fg", "gt")
    assert max_flow(dict.fromkeys(((one[0], one[1]) for one in arrows), 1), "s", "t") == 2


ends = st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))


@given(st.dictionaries(ends.filter(lambda pair: pair[0] != pair[1]), st.integers(0, 9)))
def test_the_flow_is_that_of_networkx(limits: dict[tuple[str, str], int]) -> None:
    """Any network carries what another implementation says."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from("af")
    graph.add_edges_from((c, e, {"capacity": limit}) for (c, e), limit in limits.items())
    assert max_flow(limits, "a", "f") == nx.maximum_flow_value(graph, "a", "f")


@given(st.sets(ends.filter(lambda pair: pair[0] < pair[1])))
def test_with_equal_links_it_counts_ways_that_share_none(arrows: set[tuple[str, str]]) -> None:
    """With one citation each, the flow is the number of edge-disjoint chains (Menger)."""
    tree = {
        "outcomes": {one: one for one in "abcde"},
        "goals": {"f": "F"},
        "links": {f"{cause} -> {effect}": "So" for cause, effect in sorted(arrows)},
    }
    found = cited_flow(Strategy.model_validate(tree), capacity="links")
    graph: nx.DiGraph[str] = nx.DiGraph(arrows)
    for origin, (flow,) in zip(found.origins, found.flows, strict=True):
        is_joined = "f" in graph and nx.has_path(graph, origin, "f")
        assert flow == (nx.edge_connectivity(graph, origin, "f") if is_joined else 0)


def cited(**links: list[str]) -> Strategy:
    """Give two activities that lead to a goal through one outcome, with sources cited."""
    keys = {"a": "desk -> trust", "b": "fair -> trust", "c": "trust -> equal"}
    return Strategy.model_validate(
        {
            "activities": {"desk": "A desk", "fair": "A fair"},
            "outcomes": {"trust": "Trust"},
            "goals": {"equal": "Access", "alone": "Peace"},
            "sources": {name: name for name in ("s1", "s2", "s3")},
            "links": {key: {"sources": links.get(name, [])} for name, key in keys.items()},
        }
    )


def test_the_table_has_all_origins_and_all_targets() -> None:
    """Citations are capacities, and what is joined without a limit adds nothing."""
    found = cited_flow(cited(a=["s1", "s2"], b=["s3"], c=["s1", "s2", "s3"]))
    assert (found.origins, found.targets) == (("desk", "fair"), ("alone", "equal"))
    assert found.flows == ((0, 2), (0, 1))
    assert (found.from_all, found.to_all, found.total) == ((0, 3), (2, 1), 3)


@pytest.mark.parametrize("capacity", ["citations", "links"])
def test_what_cites_nothing_carries_nothing_unless_links_count(capacity: str) -> None:
    """An uncited link is counted apart, and carries one when links are what counts."""
    found = cited_flow(cited(a=["s1"], b=["s1"]), capacity=capacity)  # type: ignore[arg-type]
    assert found.uncited == 1
    assert found.total == {"citations": 0, "links": 1}[capacity]


def test_an_origin_that_is_a_target_has_no_flow() -> None:
    """Where a goal is its own beginning, nothing is to flow and nothing is claimed."""
    strategy = Strategy(goals={"a": "A", "b": "B"}, links={"a -> b": "So"})
    found = cited_flow(strategy, capacity="links")
    assert (found.flows, found.to_all, found.total) == (((None, 1),), (None,), None)


def test_a_meeting_hears_how_many_arguments_there_are() -> None:
    """The number of separate arguments is said, or that there is none."""
    assert cited_flow(cited(a=["s1"], c=["s2"])).sentence().startswith("At most 1 argument runs")
    assert cited_flow(cited(a=["s1"])).sentence() == "No chain to a goal is cited all the way."
