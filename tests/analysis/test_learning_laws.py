"""What tests teach: the one walk gives what trying all results gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import layered_strategies

from toc.analysis.estimating import chance_of
from toc.analysis.learning import Accuracy, believed, known_chances, learning, shared
from toc.analysis.logic import Logic
from toc.analysis.system import Reading
from toc.model import Strategy

pytest.importorskip("oxidd")

PER_CENT = st.integers(0, 100).map(lambda number: number / 100)


@given(layered_strategies(), st.data(), PER_CENT, PER_CENT)
def test_one_walk_finds_what_all_results_together_say(
    strategy: Strategy, drawn: st.DataObject, sensitivity: float, specificity: float
) -> None:
    """The mean over all results of the squared chance, for perfect and for erring tests."""
    logic = Logic.of(strategy)
    for goal in logic.goals[:1]:
        may_fail = sorted(logic.part(goal).may_fail)
        if not may_fail:
            continue
        tested = sorted(drawn.draw(st.sets(st.sampled_from(may_fail), max_size=5)))
        chances = {name: drawn.draw(PER_CENT) for name in may_fail}
        accuracy = Accuracy(sensitivity, specificity)
        known = known_chances(logic, goal, chances)
        for reading in Reading:
            now = chance_of(logic, goal, reading, known)
            tried = sum(
                likely * chance_of(logic, goal, reading, {**known, **changed}) ** 2
                for likely, changed in believed(tested, known, accuracy)
            )
            diagram = logic.diagram(goal, reading)
            assert diagram is not None
            joint = {name: shared(known[name], accuracy) for name in tested}
            assert diagram.meeting(known, joint, 10**6) == pytest.approx(tried, abs=1e-12)
            found = learning(logic, goal, tested, chances, accuracy=accuracy, reading=reading)
            assert found.value == pytest.approx(max(0.0, tried - now**2), abs=1e-12)
            assert 0 <= found.share <= 1 + 1e-9


def test_two_worlds_of_which_too_many_pairs_are_met_are_given_up() -> None:
    """None, and not a wrong number: then all results are tried instead."""
    strategy = Strategy(
        activities={"a": "A", "b": "B"},
        goals={"g": {"title": "G", "requires": "any"}},
        links={"a -> g": "So", "b -> g": "So"},
    )
    logic = Logic.of(strategy)
    diagram = logic.diagram("g", Reading.ANY)
    assert diagram is not None
    chances = {"a": 0.5, "b": 0.5}
    assert diagram.meeting(chances, {}, 0) is None
    assert diagram.meeting(chances, {}, 10) == pytest.approx(0.75**2)
