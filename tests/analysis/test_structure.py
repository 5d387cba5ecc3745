"""Chains, ways round, unavoidable steps: held against whatever enumerates them."""

from __future__ import annotations

from itertools import pairwise
from math import comb

import networkx as nx
import pytest
from graph.arrows import helping, strategy_of, tangled, untangled
from hypothesis import given

from toc import Strategy
from toc.analysis.chains import chains
from toc.analysis.convergence import convergence
from toc.analysis.leaps import leaps
from toc.analysis.reach import reach
from toc.analysis.shortcuts import shortcuts
from toc.analysis.unavoidable import unavoidable

LENGAUER_TARJAN = "RA RB RC AD BA BD BE CF CG DL EH FI GI GJ HE HK JI IK KI KR LH"
"""Lengauer and Tarjan, ACM TOPLAS 1(1), 1979: figure 1; its dominators are figure 2."""

COOPER_2 = "ab ba cb da ec ed"
"""Cooper, Harvey and Kennedy, A Simple, Fast Dominance Algorithm, 2001: figure 2."""

COOPER_4 = "ab ba bc cb db dc ea fd fe"
"""The same: figure 4."""


def all_chains(strategy: Strategy, goal: str) -> list[list[str]]:
    """List the chains to a goal, by brute force."""
    graph = helping(strategy)
    starts = [node for node in graph if not graph.in_degree(node) and node != goal]
    return [way for one in starts for way in nx.all_simple_paths(graph, one, goal)]


@given(untangled())
def test_chains_are_counted_as_if_they_were_listed(strategy: Strategy) -> None:
    """The number of chains of each length is that of a list of them all."""
    for one in chains(strategy).goals:
        lengths = sorted(len(way) - 1 for way in all_chains(strategy, one.goal))
        assert [length for length, number in one.by_length for _ in range(number)] == lengths
        assert one.number == len(lengths)
        assert (one.shortest, one.longest) == (
            (lengths[0], lengths[-1]) if lengths else (None,) * 2
        )


@given(tangled())
def test_behind_a_circle_nothing_is_counted_but_a_shortest_chain_is_shown(
    strategy: Strategy,
) -> None:
    """Where arrows circle the number is open, and the shortest chain is still the shortest."""
    graph = helping(strategy)
    circling = {node for cycle in nx.simple_cycles(graph) for node in cycle}
    for one in chains(strategy).goals:
        ways = all_chains(strategy, one.goal)
        is_behind = any(nx.has_path(graph, node, one.goal) for node in circling)
        assert (one.number is None) == is_behind
        assert one.shortest == min((len(way) - 1 for way in ways), default=None)
        assert list(one.example) in ways if ways else not one.example


def test_the_ways_through_a_grid_are_the_binomials() -> None:
    """A grid of n by n steps has (2n over n) ways from corner to corner, all of 2n steps."""
    for n in range(1, 12):
        links = {}
        for x in range(n + 1):
            for y in range(n + 1):
                if x < n:
                    links[f"p{x}_{y} -> p{x + 1}_{y}"] = "So"
                if y < n:
                    links[f"p{x}_{y} -> p{x}_{y + 1}"] = "So"
        points = [f"p{x}_{y}" for x in range(n + 1) for y in range(n + 1)]
        goal = points.pop()
        tree = {"outcomes": {one: one for one in points}, "goals": {goal: goal}, "links": links}
        (found,) = chains(Strategy.model_validate(tree)).goals
        assert (found.number, found.by_length) == (comb(2 * n, n), ((2 * n, comb(2 * n, n)),))


@given(untangled())
def test_shortcuts_are_what_a_transitive_reduction_drops(strategy: Strategy) -> None:
    """Without circles a shortcut is an arrow that networkx's reduction leaves out."""
    graph = helping(strategy)
    dropped = set(graph.edges) - set(nx.transitive_reduction(graph).edges)
    assert {(one.cause, one.effect) for one in shortcuts(strategy).shortcuts} == dropped


@given(tangled())
def test_a_shortcut_shows_a_longer_way_round(strategy: Strategy) -> None:
    """The way that is shown runs along arrows, joins both ends, and has a step between."""
    graph = helping(strategy)
    whole = nx.condensation(graph)
    for one in shortcuts(strategy).shortcuts:
        assert (one.way[0], one.way[-1]) == (one.cause, one.effect)
        assert len(one.way) > 2
        assert all(step in graph.edges for step in pairwise(one.way))
        group = whole.graph["mapping"]
        assert len({group[node] for node in one.way}) > 2


@given(tangled())
def test_an_unavoidable_step_cuts_its_goal_off(strategy: Strategy) -> None:
    """A goal is out of reach of every beginning exactly without one of its unavoidable steps."""
    graph = helping(strategy)
    graph.remove_nodes_from(list(strategy.needs))
    starts = [node for node in graph if not graph.in_degree(node)]
    for one in unavoidable(strategy).passages:
        for node in set(graph) - {one.node}:
            without = nx.restricted_view(graph, [node], [])
            ways = [start for start in starts if start != node]
            is_reached = any(nx.has_path(without, start, one.node) for start in ways)
            assert (node in one.steps) == (not is_reached)


@pytest.mark.parametrize(
    ("arrows", "root", "dominated"),
    [
        pytest.param(LENGAUER_TARJAN, "R", "RABCDEHIK CFG GJ DL", id="lengauer-tarjan-1979"),
        pytest.param(COOPER_2, "e", "eabcd", id="cooper-2001-figure-2"),
        pytest.param(COOPER_4, "f", "fabcde", id="cooper-2001-figure-4"),
    ],
)
def test_the_last_unavoidable_step_is_the_published_dominator(
    arrows: str, root: str, dominated: str
) -> None:
    """Begun at the published root, every node's last unavoidable step is its dominator."""
    nodes = sorted(set(arrows.replace(" ", "")))
    links = {f"{one[0]} -> {one[1]}": "So" for one in arrows.split()} | {f"begin -> {root}": "So"}
    strategy = strategy_of(["begin", *nodes], links)
    dominator = {node: group[0] for group in dominated.split() for node in group[1:]}
    found = {one.node: one.steps[-1] for one in unavoidable(strategy, nodes).passages}
    assert found == {**dominator, root: "begin"}


def test_a_need_is_no_step_on_the_way() -> None:
    """A need calls for what is done, so that everything passing it says nothing."""
    strategy = Strategy(
        needs={"lack": "Nobody helps"},
        activities={"desk": "A desk", "fair": "A fair"},
        goals={"equal": "Access"},
        links={"lack -> desk": "So", "lack -> fair": "So", "desk, fair -> equal": "So"},
    )
    assert unavoidable(strategy).passages[0].steps == ()
    assert unavoidable(strategy).sentence() == "No goal hangs on a single step."


def test_reach_tells_what_leads_nowhere() -> None:
    """Goals without an activity, idle activities, orphans and dead ends are told apart."""
    strategy = Strategy(
        activities={"desk": "A desk", "fair": "A fair"},
        outputs={"visits": "Visits", "leaflet": "A leaflet"},
        outcomes={"rest": {"title": "Rest", "terminal": "It is enough"}, "trust": "Trust"},
        goals={"equal": "Access", "work": "Work", "alone": "Peace"},
        links={
            "desk -> visits": "So",
            "visits -> equal": "So",
            "fair -> leaflet": "So",
            "fair -> work": {"role": "hinders"},
            "fair -> rest": "So",
        },
    )
    found = reach(strategy)
    assert found.goals[1].activities == ("desk",)
    assert found.unreached == ("alone", "work")
    assert found.idle == ("fair",)
    assert found.orphans == ("alone", "trust")
    assert found.dead_ends == ("leaflet", "trust")
    assert found.sentence() == "2 goals are reached from no activity: “Peace”, “Work”."


def test_a_leap_says_what_it_leaves_out() -> None:
    """Links that help and go up by two levels or more are leaps; others are none."""
    strategy = Strategy(
        inputs={"money": "Money"},
        activities={"desk": "A desk"},
        outputs={"visits": "Visits"},
        outcomes={"trust": "Trust"},
        goals={"equal": "Access"},
        links={
            "money -> desk": "So",
            "desk -> trust": "So",
            "money -> equal": "So",
            "visits -> equal": {"feedback": "balancing"},
            "equal -> money": "So",
        },
    )
    found = leaps(strategy)
    skipped = [(one.arrow, one.skipped) for one in found.leaps]
    assert skipped == [
        ("money -> equal", ("activities", "outputs", "outcomes")),
        ("desk -> trust", ("outputs",)),
    ]
    assert found.levelled == 5


def test_causes_meet_where_nothing_says_how_they_combine() -> None:
    """A gate, or a role on the link, says it; what is left is counted by different causes."""
    links = {"a, b, c -> open": "So", "a, b, c -> gated": "So", "a, b -> told": "So"}
    strategy = Strategy.model_validate(
        {
            "inputs": {name: name for name in "abc"},
            "outcomes": {"open": "Open", "gated": {"requires": "any"}, "told": "Told"},
            "links": {**links, "c -> told": {"role": "necessary"}},
        }
    )
    assert [(one.node, one.causes) for one in convergence(strategy).meetings] == [
        ("open", ("a", "b", "c"))
    ]
    assert [one.node for one in convergence(strategy, least=2).meetings] == ["open", "told"]
