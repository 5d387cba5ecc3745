"""What each pilot tests, what only it tests, and what nobody tests."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pilots.desk import DESK, desk, piloted, shuffled
from theories import strategies

from toc.graph import TheoryGraph
from toc.model import Strategy
from toc.pilots.coverage import Target, coverage


def names(targets: tuple[Target, ...]) -> list[str]:
    """Give the ids of some targets."""
    return [one.thing.name for one in targets]


def test_a_link_is_tested_with_what_it_assumes() -> None:
    """A pilot that names a link tests its assumptions too, and the matrix keeps them apart."""
    trial = coverage(desk()).trials[1]
    assert names(trial.tests) == ["calm", "apply -> access"]
    assert names(trial.through) == ["known"]
    assert names(trial.only) == ["known", "apply -> access"]


def test_what_a_pilot_leaves_lies_on_its_own_way() -> None:
    """Open assumptions between its measures and the goals, that it does not test."""
    left = {trial.pilot.name: names(trial.leaves) for trial in coverage(desk()).trials}
    assert left == {"A": ["known"], "B": [], "C": ["known"], "D": []}


def test_what_nobody_tests_is_a_gap_if_it_is_open_and_on_a_way() -> None:
    """What holds already is none, and neither is what leads to no goal."""
    pilots = {"A": {"title": "A", "of": ["course"], "tests": ["wish"]}}
    beliefs = {**DESK["assumptions"], "unused": {"title": "On no link", "status": "untested"}}
    found = coverage(desk(pilots=pilots, assumptions=beliefs))
    assert names(found.gaps) == ["calm", "time", "known", "apply -> access"]
    assert "unused" in names(found.targets)
    assert coverage(desk()).gaps == ()


def test_the_goals_that_hang_on_a_target_are_named() -> None:
    """Pilots × assumptions × goals is one matrix."""
    goals = {one.thing.name: one.goals for one in coverage(desk()).targets}
    assert goals["time"] == ("access",)
    assert goals["calm"] == ("belonging",)


def test_it_is_said_in_a_sentence() -> None:
    """How much is tested, and what is not."""
    assert coverage(desk()).told.say() == (
        "the pilots test all 4 things that are open on the way to a goal"
    )
    pilots = {"A": {"title": "A", "of": ["course"], "tests": ["time"]}}
    found = coverage(desk(pilots=pilots))
    assert found.told.say() == (
        "the pilots test 1 of the 4 things that are open on the way to a goal; nobody tests "
        "“Neighbours stay calm”, “Newcomers hear of it”, “Staff use the guide → Equal access”"
    )
    assert found.trials[0].told.say() == "“A” tests “Managers leave time”, as no other does"


@given(piloted())
def test_gaps_tested_and_only_fit_together(strategy: Strategy) -> None:
    """A gap is tested by nobody; what only one tests, no other does; nothing left is tested."""
    found = coverage(TheoryGraph(strategy))
    for gap in found.gaps:
        assert not found.tested_by(gap)
        assert gap.is_open
    for trial in found.trials:
        assert all(found.tested_by(one) == (trial.pilot,) for one in trial.only)
        assert not any(trial.covers(one) for one in trial.leaves)


@given(st.data())
def test_the_order_of_the_file_changes_nothing(data: st.DataObject) -> None:
    """However the entries stand, the same is found."""
    strategy = data.draw(piloted())
    mixed = data.draw(shuffled(strategy))
    assert coverage(TheoryGraph(mixed)).as_data() == coverage(TheoryGraph(strategy)).as_data()


@given(strategies(max_nodes=9))
def test_any_strategy_is_answered(strategy: Strategy) -> None:
    """Circles, misspellings and nonsense are no reason to fail."""
    found = coverage(TheoryGraph(strategy))
    assert [trial.pilot.name for trial in found.trials] == sorted(strategy.pilots)
    assert found.sentence("ro")
