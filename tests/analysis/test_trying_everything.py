"""Every answer about a small system is what trying all combinations gives."""

from __future__ import annotations

from collections.abc import Mapping
from math import isclose

import pytest
from analysis.systems import GOAL, comes_about, minimal, small_logics, subsets, worlds_of
from hypothesis import given
from hypothesis import strategies as st

from toc.analysis.chance import chance
from toc.analysis.cheapest_way import cheapest_way
from toc.analysis.cut_sets import cut_sets
from toc.analysis.learning import Accuracy, learning
from toc.analysis.leverage import fussell_vesely, leverage
from toc.analysis.logic import Logic
from toc.analysis.robustness import robustness
from toc.analysis.roles import Role, roles
from toc.analysis.single_points import single_points
from toc.analysis.system import Package, Reading, Step, System
from toc.analysis.things import Thing
from toc.analysis.ways import ways

pytest.importorskip("oxidd")


def own(logic: Logic) -> frozenset[str]:
    """Give the things that have a say in the goal."""
    return logic.part(GOAL).may_fail


def ways_of(logic: Logic, reading: Reading) -> set[frozenset[str]]:
    """Give the smallest sets that are enough, by trying all."""
    return minimal(own(logic), lambda one: comes_about(logic.system, reading, one, GOAL))


def cuts_of(logic: Logic, reading: Reading) -> set[frozenset[str]]:
    """Give the smallest sets without which it fails, by trying all."""
    things = own(logic)
    return minimal(things, lambda one: not comes_about(logic.system, reading, things - one, GOAL))


def names(sets: tuple[tuple[Thing, ...], ...]) -> set[frozenset[str]]:
    """Give sets of things as sets of names."""
    return {frozenset(thing.name for thing in one) for one in sets}


def sizes(sets: set[frozenset[str]]) -> tuple[int, ...]:
    """Count sets by their size."""
    most = max(map(len, sets), default=-1)
    return tuple(sum(len(one) == size for one in sets) for size in range(most + 1))


def likely(logic: Logic, reading: Reading, chances: Mapping[str, float]) -> float:
    """Give the chance of the goal, world by world."""
    return sum(
        share
        for share, holds in worlds_of(chances)
        if comes_about(logic.system, reading, holds, GOAL)
    )


def readings(logic: Logic) -> tuple[tuple[Reading, str], ...]:
    """Give both readings with the names of their answers."""
    del logic
    return (Reading.ANY, "if_any"), (Reading.ALL, "if_all")


@given(small_logics())
def test_all_ways_are_found_and_counted(logic: Logic) -> None:
    """The ways are the smallest sets that are enough, in both readings."""
    found = ways(logic, GOAL, limit=10_000).sets
    for reading, answer in readings(logic):
        expected = ways_of(logic, reading)
        assert names(getattr(found, answer).sets) == expected
        assert getattr(found, answer).sizes == sizes(expected)


@given(small_logics())
def test_all_cut_sets_are_found_and_counted(logic: Logic) -> None:
    """The cut sets are the smallest sets whose failing brings it down, in both readings."""
    found = cut_sets(logic, GOAL, max_size=99, limit=10_000).sets
    for reading, answer in readings(logic):
        expected = cuts_of(logic, reading)
        assert names(getattr(found, answer).sets) == expected
        assert getattr(found, answer).sizes == sizes(expected)


@given(small_logics())
def test_cut_sets_up_to_a_size_are_given_and_all_are_counted(logic: Logic) -> None:
    """Of large combinations only the number is told."""
    found, full = cut_sets(logic, GOAL).sets, cut_sets(logic, GOAL, max_size=99).sets
    for _, answer in readings(logic):
        short, long = getattr(found, answer), getattr(full, answer)
        assert short.sizes == long.sizes
        assert names(short.sets) == {one for one in names(long.sets) if len(one) <= 2}


@given(small_logics())
def test_single_points_are_the_cut_sets_of_one(logic: Logic) -> None:
    """A single thing brings a goal down exactly when it is a cut set by itself."""
    found = single_points(logic, GOAL)
    certain = {one for cut in cuts_of(logic, Reading.ANY) if len(cut) == 1 for one in cut}
    possible = {one for cut in cuts_of(logic, Reading.ALL) if len(cut) == 1 for one in cut}
    assert {one.name for one in found.certain} & own(logic) == certain
    if found.reached.if_all:
        assert {one.name for one in found.possible} & own(logic) == possible - certain


@given(small_logics())
def test_robustness_is_the_size_of_the_smallest_cut_set(logic: Logic) -> None:
    """As many things must go wrong together as the smallest cut set has."""
    found = robustness(logic, GOAL).hold
    for reading, answer in readings(logic):
        cuts = cuts_of(logic, reading)
        hold = getattr(found, answer)
        assert hold.count == min(map(len, cuts), default=None)
        assert hold.count is None or names((hold.example,)) <= cuts


@given(small_logics())
def test_roles_follow_from_the_ways(logic: Logic) -> None:
    """Necessary is in every way, sufficient is a way, INUS is in some, idle is in none."""
    found = {one.thing.name: one.role for one in roles(logic, GOAL).roles}
    assert found.keys() == logic.system.may_fail
    for reading, answer in readings(logic):
        every = ways_of(logic, reading)
        for thing, role in found.items():
            assert getattr(role, answer) is role_of(thing, every)


def role_of(thing: str, every: set[frozenset[str]]) -> Role:
    """Give the role of a thing, from all ways."""
    mine = [way for way in every if thing in way]
    if frozenset([thing]) in mine:
        return Role.BOTH if mine == list(every) else Role.SUFFICIENT
    if mine:
        return Role.NECESSARY if len(mine) == len(every) else Role.CONTRIBUTORY
    return Role.IDLE


@given(small_logics(), st.lists(st.integers(0, 9), min_size=7, max_size=7))
def test_no_way_is_cheaper_than_the_cheapest(logic: Logic, costs: list[int]) -> None:
    """The cheapest way is a way, and costs as little as any."""
    cost = dict(zip(sorted(logic.system.may_fail), map(float, costs), strict=False))
    found = cheapest_way(logic, GOAL, cost).way
    for reading, answer in readings(logic):
        every = ways_of(logic, reading)
        way = getattr(found, answer)
        totals = [sum(cost[thing] for thing in one) for one in every]
        assert (way is None) == (not every)
        assert way is None or (names((way.things,)) <= every and way.cost == min(totals))


SHARES = st.lists(st.integers(0, 20).map(lambda number: number / 20), min_size=7, max_size=7)


@given(small_logics(), SHARES)
def test_the_chance_is_the_sum_over_all_worlds(logic: Logic, shares: list[float]) -> None:
    """The marker of independence is exact, and stands inside the interval."""
    chances = dict(zip(sorted(logic.system.may_fail), shares, strict=False))
    found = chance(logic, GOAL, chances).estimate
    mine = {thing: chances[thing] for thing in own(logic)}
    assert (found is None) == (not mine)
    for reading, answer in readings(logic) if found else ():
        expected = likely(logic, reading, mine)
        estimate = getattr(found, answer)
        assert isclose(estimate.independent.low, expected, abs_tol=1e-12)
        assert estimate.low - 1e-12 <= expected <= estimate.high + 1e-12


@given(small_logics(), SHARES)
def test_importance_is_what_it_makes_of_the_chance(logic: Logic, shares: list[float]) -> None:
    """Each measure is what its definition says, computed world by world."""
    chances = dict(zip(sorted(logic.system.may_fail), shares, strict=False))
    mine = {thing: chances[thing] for thing in own(logic)}
    for reading in Reading:
        total = likely(logic, reading, mine)
        found = leverage(logic, GOAL, chances, reading=reading)
        assert isclose(found.chance, total, abs_tol=1e-12)
        assert {one.thing.name for one in found.items} == mine.keys()
        for one in found.items:
            name = one.thing.name
            with_it = likely(logic, reading, {**mine, name: 1.0})
            without = likely(logic, reading, {**mine, name: 0.0})
            assert isclose(one.birnbaum, with_it - without, abs_tol=1e-9)
            if 1 - total > 1e-9:
                assert one.worth is not None
                assert isclose(one.worth, (1 - without) / (1 - total), rel_tol=1e-6)
            if 1 - with_it > 1e-9:
                assert one.reduction is not None
                assert isclose(one.reduction, (1 - total) / (1 - with_it), rel_tol=1e-6)


@given(small_logics(), SHARES)
def test_fussell_vesely_counts_worlds_in_which_a_cut_set_with_the_thing_failed(
    logic: Logic, shares: list[float]
) -> None:
    """The union of the cut sets that hold a thing, world by world."""
    chances = dict(zip(sorted(logic.system.may_fail), shares, strict=False))
    mine = {thing: chances[thing] for thing in own(logic)}
    for reading in Reading:
        cuts, lost = cuts_of(logic, reading), 1 - likely(logic, reading, mine)
        for name in mine if lost > 1e-9 else ():
            found = fussell_vesely(logic, GOAL, name, chances, reading=reading)
            union = sum(
                share
                for share, holds in worlds_of(mine)
                if any(name in cut and not cut & holds for cut in cuts)
            )
            assert found is not None
            assert isclose(found, union / lost, abs_tol=1e-9)


@given(small_logics(), SHARES, st.integers(1, 127), st.sampled_from([(1.0, 1.0), (0.9, 0.7)]))
def test_learning_is_the_fall_of_the_variance(
    logic: Logic, shares: list[float], chosen: int, test: tuple[float, float]
) -> None:
    """What tests teach is the variance of what one believes after them, world by world."""
    chances = dict(zip(sorted(logic.system.may_fail), shares, strict=False))
    mine = {thing: chances[thing] for thing in own(logic)}
    tests = [thing for place, thing in enumerate(sorted(chances)) if chosen >> place & 1]
    tested = [thing for thing in tests if thing in mine]
    found = learning(logic, GOAL, tests, chances, accuracy=Accuracy(*test))
    now = likely(logic, Reading.ANY, mine)
    beliefs = believed(logic, mine, tested, test)
    then = sum(both**2 / weight for weight, both in beliefs if weight > 0)
    assert isclose(found.value, then - now**2, abs_tol=1e-9)
    assert 0 <= found.share <= 1 + 1e-9


def believed(
    logic: Logic, chances: Mapping[str, float], tested: list[str], test: tuple[float, float]
) -> list[tuple[float, float]]:
    """Give for each result how likely it is, and how likely it is together with the goal."""
    found: list[tuple[float, float]] = []
    for yes in subsets(tested):
        weight = both = 0.0
        for share, holds in worlds_of(chances):
            likely_told = share
            for thing in tested:
                right = test[0] if thing in holds else test[1]
                told = right if (thing in yes) == (thing in holds) else 1 - right
                likely_told *= told
            weight += likely_told
            both += likely_told * comes_about(logic.system, Reading.ANY, holds, GOAL)
        found.append((weight, both))
    return found


@given(small_logics(), st.integers(0, 127))
def test_what_holds_does_not_depend_on_how_it_is_found(logic: Logic, chosen: int) -> None:
    """The least fixed point of bits is that of sets, whatever fails."""
    fails = [one for place, one in enumerate(sorted(logic.system.may_fail)) if chosen >> place & 1]
    holds = logic.system.may_fail - frozenset(fails)
    for reading in Reading:
        expected = comes_about(logic.system, reading, holds, GOAL)
        assert logic.comes_about(GOAL, reading, fails) == expected


def test_a_loop_cannot_start_itself() -> None:
    """Two steps that bring each other about never begin, however few causes are enough."""

    steps = {GOAL: Step((), (Package("s"),), 1), "s": Step((), (Package(GOAL),), 1)}
    logic = Logic(System(steps, frozenset()), [GOAL])
    assert not logic.holds(GOAL).if_any
