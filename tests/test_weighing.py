"""How much hangs on a place: chains to a goal, counted as networkx enumerates them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import networkx as nx
import pytest
from graph.arrows import helping, untangled
from hypothesis import given

from toc import Strategy, check
from toc.graph import TheoryGraph
from toc.rulebook import Weights

STRATEGY = Strategy.model_validate(
    {
        "activities": {"course": "A course", "walk": "A walk", "idle": "Nothing"},
        "outputs": {"trained": "Trained staff"},
        "outcomes": {"apply": "Staff use it"},
        "goals": {"equal": "Equal access", "near": "Good neighbours", "far": "Somewhere else"},
        "assumptions": {"time": "There is time", "alone": "Nobody needs this"},
        "indicators": {
            "desks": {"title": "Desks", "of": "apply"},
            "served": {"title": "Served", "of": ["near", "apply"]},
        },
        "links": {
            "course, walk -> trained": {},
            "trained -> apply": {"assuming": ["time"]},
            "apply -> equal": {},
            "apply -> near": {},
            "walk -> near": {},
        },
    }
)
"""Two ways to a link, from there two goals, and a way round it."""


def chains(strategy: Strategy) -> list[list[str]]:
    """Enumerate the chains of helping arrows from where they begin to each goal."""
    graph = helping(strategy)
    beginnings = [node for node in graph if not graph.in_degree(node)]
    return [
        [goal] if start == goal else path
        for goal in strategy.goals
        for start in beginnings
        for path in ([[goal]] if start == goal else nx.all_simple_paths(graph, start, goal))
    ]


def without_hindrance(strategy: Strategy) -> Counter[str]:
    """Count, by enumeration, how many chains pass each node."""
    return Counter(node for chain in chains(strategy) for node in chain)


@given(untangled())
def test_a_node_weighs_as_many_chains_as_pass_it(strategy: Strategy) -> None:
    """On any small graph without loops the count is that of all simple paths."""
    weights = Weights(TheoryGraph(strategy))
    expected = without_hindrance(strategy)
    for node, (section, key) in strategy.index.items():
        assert weights.of((section, key, "title")) == expected[key], node


@given(untangled())
def test_a_link_weighs_as_many_chains_as_run_along_it(strategy: Strategy) -> None:
    """A link has those of its arrows, and one that hinders or feeds back has none."""
    weights = Weights(TheoryGraph(strategy))
    expected = Counter(pair for chain in chains(strategy) for pair in pairwise(chain))
    for key, link in strategy.links.items():
        ends = [one.ends for one in strategy.arrows if one.key == key]
        helps = link.feedback is None and link.role != "hinders"
        assert weights.of(("links", key)) == (sum(expected[one] for one in ends) if helps else 0)


@given(untangled())
def test_the_whole_weighs_all_chains(strategy: Strategy) -> None:
    """What is about the strategy as a whole, or its head, has all that there are."""
    weights = Weights(TheoryGraph(strategy))
    for route in ((), ("goals",), ("strategy", "title")):
        assert weights.of(route) == len(chains(strategy))


@pytest.mark.parametrize(
    ("route", "chains"),
    [
        (("goals", "equal"), 2),
        (("goals", "near"), 3),
        (("goals", "far"), 1),
        (("goals", "nowhere"), 0),
        (("activities", "walk", "cost"), 3),
        (("activities", "idle"), 0),
        (("links", "course, walk -> trained"), 4),
        (("links", "trained -> apply", "assuming", 0), 4),
        (("links", "not -> there"), 0),
        (("assumptions", "time"), 4),
        (("assumptions", "alone"), 0),
        (("indicators", "desks", "unit"), 4),
        (("indicators", "served"), 4),
        (("indicators", "absent"), 0),
        (("sources", "absent"), 0),
    ],
)
def test_other_entries_weigh_what_they_have_to_do_with(route: Any, chains: int) -> None:
    """An assumption weighs its link, an indicator the heaviest of what it measures."""
    assert Weights(TheoryGraph(STRATEGY)).of(route) == chains


@pytest.mark.parametrize(
    ("route", "nodes"),
    [
        ((), set()),
        (("strategy", "title"), set()),
        (("goals",), set()),
        (("goals", "near"), {"near"}),
        (("goals", "nowhere"), set()),
        (("links", "course, walk -> trained"), {"course", "walk", "trained"}),
        (("assumptions", "time"), {"trained", "apply"}),
        (("indicators", "served"), {"apply", "near"}),
    ],
)
def test_a_place_is_near_some_nodes(route: Any, nodes: set[str]) -> None:
    """Those that it is, joins, names or is named with: under their goal it is asked about."""
    assert nodes <= Weights(TheoryGraph(STRATEGY)).nodes_at(route)
    assert bool(nodes) == bool(Weights(TheoryGraph(STRATEGY)).nodes_at(route))


def test_nothing_is_enumerated() -> None:
    """A hundred layers of four have more chains than anybody could list, and are counted."""
    layers = [[f"n{layer}_{place}" for place in range(4)] for layer in range(100)]
    links = [f"{', '.join(above)} -> {one}" for above, below in pairwise(layers) for one in below]
    strategy = Strategy.model_validate(
        {
            "outcomes": {name: name for layer in layers[:-1] for name in layer},
            "goals": {name: name for name in layers[-1]},
            "links": dict.fromkeys(links, "Because"),
        }
    )
    assert Weights(TheoryGraph(strategy)).of(()) == 4**100


def test_of_equally_grave_findings_the_heaviest_comes_first() -> None:
    """Findings say how many chains run through their place, and are told in that order."""
    findings = check(STRATEGY).findings
    order = [(-one.severity, -one.goal_paths) for one in findings]
    assert order == sorted(order)
    assert len({one.goal_paths for one in findings}) > 2
