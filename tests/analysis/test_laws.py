"""Laws that hold of every answer, whatever the strategy."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from typing import Any

import networkx as nx
import pytest
from analysis.systems import GOAL, network, small_logics
from hypothesis import given
from hypothesis import strategies as st
from theories import layered_strategies, strategies

from toc.analysis.assumptions_map import assumptions_map
from toc.analysis.chance import chance
from toc.analysis.cheapest_way import cheapest_way
from toc.analysis.cut_sets import cut_sets
from toc.analysis.leverage import leverage
from toc.analysis.logic import Logic
from toc.analysis.reaches import reaches
from toc.analysis.robustness import robustness
from toc.analysis.roles import roles
from toc.analysis.scenario import Scenario
from toc.analysis.single_points import single_points
from toc.analysis.strength import strength
from toc.analysis.system import Package, Reading, Step, System
from toc.analysis.ways import ways
from toc.analysis.what_if import what_if
from toc.model import Strategy

pytest.importorskip("oxidd")

QUESTIONS: tuple[Any, ...] = (
    chance,
    cheapest_way,
    cut_sets,
    leverage,
    reaches,
    robustness,
    roles,
    single_points,
    strength,
    ways,
)


def told(strategy: Strategy, budget: int = 500_000) -> dict[str, str]:
    """Give every answer about a strategy as JSON."""
    logic = Logic.of(strategy, budget=budget)
    found = {
        f"{ask.__name__} {goal}": json.dumps(ask(logic, goal).as_data("ro"), sort_keys=True)
        for ask in QUESTIONS
        for goal in logic.goals
    }
    gone = Scenario(without=tuple(sorted(strategy.activities)[:1]))
    found["what if"] = json.dumps(what_if(logic, gone).as_data())
    found["assumptions"] = json.dumps(assumptions_map(logic).as_data())
    return found


def shuffled(tree: Mapping[str, Any], dice: random.Random) -> dict[str, Any]:
    """Give a strategy with every section in another order."""
    found: dict[str, Any] = {}
    for section, entries in dice.sample(sorted(tree.items()), len(tree)):
        if isinstance(entries, dict) and section != "strategy":
            found[section] = dict(dice.sample(sorted(entries.items()), len(entries)))
        else:
            found[section] = entries
    return found


@pytest.mark.parametrize("budget", [500_000, 8])
@given(layered_strategies(), st.randoms(use_true_random=False))
def test_no_answer_depends_on_the_order_of_the_file(
    budget: int, strategy: Strategy, dice: random.Random
) -> None:
    """Sections and entries in another order give the same answers, to the letter."""
    tree = strategy.model_dump(by_alias=True, exclude_unset=True)
    other = Strategy.model_validate(shuffled(tree, dice))
    assert told(strategy, budget) == told(other, budget)


@given(strategies())
def test_no_strategy_is_too_strange_to_be_asked(strategy: Strategy) -> None:
    """Loops, dangling ends and odd values: every question has an answer and a sentence."""
    assert all(told(strategy).values())


def with_link(logic: Logic, step: str, cause: str) -> Logic:
    """Give a system with one more package into a step."""
    old = logic.system.steps[step]
    new = Step(old.needs, (*old.packages, Package(cause)), old.least)
    return Logic(System({**logic.system.steps, step: new}, logic.system.may_fail), [GOAL])


@given(small_logics(), st.data())
def test_one_more_undeclared_link_helps_if_any_is_enough_and_harms_if_all_are(
    logic: Logic, data: st.DataObject
) -> None:
    """Into a step that has causes: never lower under ANY, never higher under ALL."""
    steps = sorted(logic.system.steps)
    step, cause = data.draw(st.sampled_from(steps)), data.draw(st.sampled_from(steps))
    undeclared = logic.system.steps[step]
    if undeclared.least is not None or not undeclared.packages:
        return
    more = with_link(logic, step, cause)
    fails = data.draw(st.sets(st.sampled_from(sorted(logic.system.may_fail))))
    for node in steps:
        assert more.comes_about(node, Reading.ANY, fails) >= logic.comes_about(
            node, Reading.ANY, fails
        )
        assert more.comes_about(node, Reading.ALL, fails) <= logic.comes_about(
            node, Reading.ALL, fails
        )


@given(small_logics())
def test_what_is_certain_is_possible_as_well(logic: Logic) -> None:
    """What brings a goal down if any cause is enough does so if all are needed."""
    holds = robustness(logic, GOAL).hold
    found = single_points(logic, GOAL)
    if found.reached.if_all:
        if_all = {one.name for one in (*found.certain, *found.possible)}
        deadly = {
            name
            for name in logic.parts_of(GOAL)
            if not logic.comes_about(GOAL, Reading.ALL, [name])
        }
        assert if_all == deadly
        assert holds.if_any.count is None or (holds.if_all.count or 0) <= holds.if_any.count


@given(small_logics())
def test_cut_sets_and_ways_meet(logic: Logic) -> None:
    """Each cut set meets each way, and is as small as that allows: they are transversals."""
    for reading in Reading:
        lost, won = logic.cuts(GOAL, reading), logic.ways(GOAL, reading)
        assert lost is not None
        assert won is not None
        cuts = [frozenset(one) for one in lost.smallest(9_999)]
        every = [frozenset(one) for one in won.smallest(9_999)]
        assert all(cut & way for cut in cuts for way in every)
        for cut in cuts:
            assert all(any(not cut - {one} & way for way in every) for one in cut)


EDGES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(
        lambda edge: edge[0] != edge[1]
    ),
    min_size=1,
    max_size=12,
    unique=True,
)


@given(EDGES)
def test_robustness_is_edge_connectivity_where_only_links_fail(
    edges: list[tuple[str, str]],
) -> None:
    """Menger's theorem, with loops and all; networkx counts the disjoint chains."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from("af")
    graph.add_edges_from(edges, capacity=1)
    system = network([*edges, ("a", "a"), ("f", "f")], "a", both_ways=False)
    found = robustness(Logic(system, ["f"]), "f").hold.if_any
    assert (found.count or 0) == nx.maximum_flow_value(graph, "a", "f")


@given(small_logics(), st.lists(st.integers(0, 20).map(lambda n: n / 20), min_size=8, max_size=8))
def test_shares_of_learning_are_shares(logic: Logic, shares: list[float]) -> None:
    """Each between nothing and all, and all together no more than all: first-order indices."""
    chances = dict(zip(sorted(logic.system.may_fail), shares, strict=False))
    for reading in Reading:
        found = [one.learning for one in leverage(logic, GOAL, chances, reading=reading).items]
        assert all(-1e-12 <= share <= 1 + 1e-9 for share in found)
        assert sum(found) <= 1 + 1e-9


@given(st.data(), layered_strategies())
def test_a_goal_is_as_well_supported_as_the_best_of_its_ways(
    data: st.DataObject, strategy: Strategy
) -> None:
    """Max-min: the best way's weakest link, where every link has a grade and may fail."""
    grades = ("gap", "limited", "moderate", "strong")
    tree = strategy.model_dump(by_alias=True, exclude_unset=True)
    for link in tree["links"].values():
        link["evidence"] = data.draw(st.sampled_from(grades))
    logic = Logic.of(Strategy.model_validate(tree), links=True)
    for goal in logic.goals:
        support = strength(logic, goal).support.if_any
        family = logic.ways(goal, Reading.ANY)
        assert family is not None
        weakest = [
            min(grades.index(tree["links"][one]["evidence"]) for one in way if "->" in one)
            for way in family.smallest(5_000)
        ]
        assert family.count > 5_000 or support.known == support.possible == grades[max(weakest)]
