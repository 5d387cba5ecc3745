"""Past the budget of nodes: what is promised then, and that the answer says so."""

from __future__ import annotations

import sys
from unittest.mock import patch

import pytest
from analysis.systems import GOAL, small_logics
from hypothesis import assume, given
from hypothesis import strategies as st

from toc.analysis.answers import Method
from toc.analysis.chance import chance
from toc.analysis.cheapest_way import cheapest_way
from toc.analysis.cut_sets import cut_sets
from toc.analysis.learning import learning
from toc.analysis.leverage import leverage
from toc.analysis.logic import Logic
from toc.analysis.robustness import robustness
from toc.analysis.roles import Role, roles
from toc.analysis.single_points import single_points
from toc.analysis.system import Package, Reading, Step, System
from toc.analysis.ways import ways
from toc.analysis.worlds import drawn
from toc.errors import MissingExtraError

pytest.importorskip("oxidd")


def twice(logic: Logic) -> tuple[Logic, Logic]:
    """Give a system with plenty of room, and with none at all."""
    small = Logic(logic.system, logic.goals, budget=0)
    assume(small.diagram(GOAL, Reading.ANY) is None)
    assume(small.diagram(GOAL, Reading.ALL) is None)
    return logic, small


@given(small_logics())
def test_single_things_and_pairs_are_exact_and_larger_ones_are_left(logic: Logic) -> None:
    """Knock-outs find the same combinations of up to two, and count no others."""
    large, small = twice(logic)
    exact, tried = cut_sets(large, GOAL).sets, cut_sets(small, GOAL).sets
    for one, other in ((exact.if_any, tried.if_any), (exact.if_all, tried.if_all)):
        assert other.method is Method.TRIED
        assert set(other.sets) == set(one.sets)
        assert other.count == len(one.sets)
    assert single_points(large, GOAL) == single_points(small, GOAL)


@given(small_logics())
def test_robustness_is_exact_up_to_two_and_a_bound_beyond(logic: Logic) -> None:
    """Where neither one thing nor two are enough, it says at least three."""
    large, small = twice(logic)
    exact, tried = robustness(large, GOAL).hold, robustness(small, GOAL).hold
    for one, other in ((exact.if_any, tried.if_any), (exact.if_all, tried.if_all)):
        assert other.method is Method.TRIED
        assert other.count == (3 if one.count is None else min(one.count, 3))
        assert bool(other.example) == (other.count in (1, 2))


@given(small_logics())
def test_one_way_is_found_and_it_is_a_smallest_one(logic: Logic) -> None:
    """What is found by leaving out is one of the ways."""
    large, small = twice(logic)
    exact, tried = ways(large, GOAL, limit=9_999).sets, ways(small, GOAL).sets
    for one, other in ((exact.if_any, tried.if_any), (exact.if_all, tried.if_all)):
        assert other.method is Method.TRIED
        assert len(other.sets) == min(one.count, 1)
        assert set(other.sets) <= set(one.sets)


@given(small_logics())
def test_a_role_that_is_told_is_the_right_one(logic: Logic) -> None:
    """Necessary and sufficient are exact; what contributes may be left unknown."""
    large, small = twice(logic)
    found = roles(small, GOAL)
    assert found.method is Method.SAMPLED
    for one, other in zip(roles(large, GOAL).roles, found.roles, strict=True):
        for exact, told in (
            (one.role.if_any, other.role.if_any),
            (one.role.if_all, other.role.if_all),
        ):
            unsure = exact in (Role.IDLE, Role.CONTRIBUTORY)
            assert told is exact or (unsure and told is Role.UNKNOWN)


@given(small_logics(), st.lists(st.integers(0, 9), min_size=8, max_size=8))
def test_a_cheap_way_is_a_way_and_never_too_cheap(logic: Logic, costs: list[int]) -> None:
    """It may cost more than the cheapest, and says so."""
    large, small = twice(logic)
    cost = dict(zip(sorted(logic.system.may_fail), map(float, costs), strict=False))
    exact, tried = cheapest_way(large, GOAL, cost).way, cheapest_way(small, GOAL, cost).way
    assert (exact.if_any is None) == (tried.if_any is None)
    if exact.if_any and tried.if_any:
        assert tried.if_any.method is Method.TRIED
        assert tried.if_any.cost >= exact.if_any.cost


SHARES = st.lists(st.integers(0, 20).map(lambda number: number / 20), min_size=8, max_size=8)


@given(small_logics(), SHARES)
def test_bounds_stay_true_and_samples_stay_near(logic: Logic, shares: list[float]) -> None:
    """The interval is never narrower than the exact one; the marker is within two per cent."""
    large, small = twice(logic)
    chances = dict(zip(sorted(logic.system.may_fail), shares, strict=False))
    exact, tried = chance(large, GOAL, chances).estimate, chance(small, GOAL, chances).estimate
    if exact and tried:
        assert tried.if_any.method is Method.SAMPLED
        assert tried.if_any.low <= exact.if_any.low + 1e-9
        assert tried.if_any.high >= exact.if_any.high - 1e-9
        near = pytest.approx(exact.if_any.independent.low, abs=0.02)
        assert tried.if_any.independent.low == near


@given(small_logics())
def test_sampled_importance_is_near(logic: Logic) -> None:
    """Ten thousand worlds put each slope within four per cent, and the same ones each time."""
    large, small = twice(logic)
    found = leverage(small, GOAL)
    assert found.method is Method.SAMPLED
    assert found == leverage(small, GOAL)
    exact = {one.thing: one.birnbaum for one in leverage(large, GOAL).items}
    for one in found.items:
        assert one.birnbaum == pytest.approx(exact[one.thing], abs=0.04)


@given(small_logics())
def test_sampled_learning_is_near(logic: Logic) -> None:
    """What two tests teach is within four per cent of the exact share."""
    large, small = twice(logic)
    tests = sorted(logic.system.may_fail)[:2]
    exact, found = learning(large, GOAL, tests), learning(small, GOAL, tests)
    assert found.method is Method.SAMPLED
    assert found.value == pytest.approx(exact.value, abs=0.04)


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.7, 1.0])
def test_worlds_are_drawn_with_the_chance_that_is_asked(share: float) -> None:
    """In a hundred thousand worlds the share is within half a per cent, at the ends exact."""
    worlds = drawn({"x": share, "y": share}, 100_000)
    assert worlds == drawn({"y": share, "x": share}, 100_000)
    found = worlds["x"].bit_count() / 100_000
    assert found == pytest.approx(share, abs=0.0 if share in (0, 1) else 0.005)
    assert share in (0, 1) or worlds["x"] != worlds["y"]


def wide() -> Logic:
    """Give a system whose diagram would have more nodes than stars: every pair of thirty."""
    things = [f"x{number}" for number in range(60)]
    steps = {thing: Step() for thing in things}
    pairs = [(f"x{number}", f"x{number + 30}") for number in range(30)]
    for one, other in pairs:
        steps[f"{one}{other}"] = Step((), (Package(one), Package(other)), 2)
    ends = tuple(Package(f"{one}{other}") for one, other in pairs)
    # Met in this order first, the partners stand far apart in the diagram.
    steps["before"] = Step((), tuple(Package(f"x{number}") for number in range(30)), 0)
    steps[GOAL] = Step((), (Package("before"), *ends), 2)
    return Logic(System(steps, frozenset(things)), [GOAL], budget=20_000)


def test_what_is_too_large_is_given_up_and_answered_otherwise() -> None:
    """A diagram that grows past the budget is given up in time, and the sentence says so."""
    logic = wide()
    assert logic.diagram(GOAL, Reading.ANY) is None
    found = cut_sets(logic, GOAL)
    assert found.sets.if_any.method is Method.TRIED
    assert found.sentence().endswith("Combinations of more than two are too many to be counted.")


def test_without_the_library_it_is_said_what_is_missing() -> None:
    """Knock-outs need no library; what counts combinations asks for the extra."""
    steps = {GOAL: Step((), (Package("a"),), 1), "a": Step()}
    logic = Logic(System(steps, frozenset(["a"])), [GOAL])
    with patch.dict(sys.modules, {"oxidd.bdd": None}):
        assert [one.name for one in single_points(logic, GOAL).certain] == ["a"]
        with pytest.raises(MissingExtraError, match=r"theory-of-change\[analysis\]"):
            cut_sets(logic, GOAL)
