"""What each pilot would teach about each goal."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from pilots.desk import DESK, desk, piloted
from theories import strategies

from toc.analysis.logic import Logic
from toc.analysis.system import Reading
from toc.graph import TheoryGraph
from toc.model import Strategy
from toc.pilots.table import table
from toc.pilots.teaching import teaching

# One chain on which four things may fail: the activity, two assumptions, the link that B tests.
CHAIN = {
    "outcomes": {"apply": "Staff use the guide"},
    "links": {
        "course -> apply": {"because": "They practise", "assuming": ["time"]},
        "apply -> access": {"because": "It fits", "assuming": ["known"]},
    },
}


def test_one_of_four_that_must_hold_settles_a_fifteenth() -> None:
    """V = p(1-p)B² = 1/4 · 1/64 of P(1-P) = 1/16 · 15/16: a share of 1/15, by either reading."""
    found = {one.pilot.name: one for one in teaching(desk(**CHAIN))}
    lesson = found["A"].lessons[0]
    assert lesson.goal.name == "access"
    assert (lesson.if_any, lesson.if_all) == pytest.approx((1 / 15, 1 / 15))
    assert found["A"].told.say() == (
        "by the shape of the map alone, “Course in two offices” would settle about a twentieth of "
        "what is unknown about “Equal access”"
    )


def test_who_tests_nothing_on_a_way_teaches_nothing() -> None:
    """Posters test nothing."""
    found = {one.pilot.name: one for one in teaching(desk())}
    assert set(found["D"].shares.values()) <= {0.0}
    assert found["D"].told.say() == "“Posters” would teach nothing about a goal"


def test_with_chances_it_is_another_share_and_said_otherwise() -> None:
    """What is nearly known already teaches little."""
    chances = {"time": 0.99, "known": 0.5, "course": 0.5}
    found = {one.pilot.name: one for one in teaching(desk(**CHAIN), chances=chances)}
    share = found["A"].shares["access"]
    assert 0 < share < 1 / 15
    assert not found["A"].is_structural
    assert (
        found["A"].told.say().startswith("“Course in two offices” would settle almost nothing of ")
    )


def test_it_can_be_a_criterion() -> None:
    """A computed criterion counts the mean over all goals."""
    graph = desk(criteria={"c": {"title": "C", "computed": "learning", "scale": [0, 1]}}, **CHAIN)
    shares = {one.pilot.name: one.shares for one in teaching(graph)}
    found = table(graph, learning=lambda pilot: shares[pilot])
    goals = len(DESK["goals"])
    for pilot, row in found.rows():
        own = row[0][1].mean
        assert own is not None
        assert float(own) == pytest.approx(sum(shares[pilot.name].values()) / goals)


def test_past_the_budget_it_is_an_estimate_and_says_so() -> None:
    """Where a diagram would be too large a sample answers, and nobody is told that it is exact."""
    exact = teaching(desk(**CHAIN))[0].lessons[0]
    found = teaching(desk(**CHAIN), budget=1)[0]
    assert exact.is_exact
    assert not found.lessons[0].is_exact
    assert found.told.say().endswith("; estimated")


def by_trying(logic: Logic, goal: str, tests: frozenset[str]) -> float:
    """Give the share that tests settle when every world is tried."""
    may_fail = sorted(logic.part(goal).may_fail)
    groups: dict[tuple[bool, ...], list[bool]] = {}
    for world in product((True, False), repeat=len(may_fail)):
        holds = dict(zip(may_fail, world, strict=True))
        seen = tuple(holds[name] for name in may_fail if name in tests)
        fails = [name for name in may_fail if not holds[name]]
        groups.setdefault(seen, []).append(logic.comes_about(goal, Reading.ANY, fails))
    count = 2 ** len(may_fail)
    now = sum(map(sum, groups.values())) / count
    then = sum(sum(own) ** 2 / len(own) for own in groups.values()) / count
    return (then - now**2) / (now * (1 - now)) if 0 < now < 1 else 0.0


@settings(max_examples=15, deadline=None)
@given(piloted())
def test_the_share_is_that_of_trying_every_world(strategy: Strategy) -> None:
    """Between 0 and 1, and equal to the fall of variance over all worlds."""
    graph = TheoryGraph(strategy)
    links = {name for one in strategy.pilots.values() for name in one.tests if "->" in name}
    beliefs = {name for one in strategy.pilots.values() for name in one.tests} - links
    carried = {name for link in links for name in strategy.links[link].assuming}
    logic = Logic.of(graph)
    logic = logic.with_things(sorted((links | beliefs | carried) & logic.names))
    for found in teaching(graph):
        tested = set(strategy.pilots[found.pilot.name].tests)
        tested |= {name for link in tested & links for name in strategy.links[link].assuming}
        for lesson in found.lessons:
            assert lesson.if_any is not None
            assert -1e-12 <= lesson.if_any <= 1 + 1e-12
            if len(logic.part(lesson.goal.name).may_fail) <= 10:
                expected = by_trying(logic, lesson.goal.name, frozenset(tested))
                assert lesson.if_any == pytest.approx(expected, abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(strategies(max_nodes=6))
def test_any_strategy_is_answered(strategy: Strategy) -> None:
    """Circles, misspellings and nonsense are no reason to fail."""
    for one in teaching(TheoryGraph(strategy)):
        assert one.sentence("ro")
        assert one.as_data()
