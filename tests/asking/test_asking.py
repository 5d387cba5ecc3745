"""Putting answers together: what stands first, what is counted once, what falls."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from theories import strategies

from toc.analysis.logic import Logic
from toc.analysis.things import Thing
from toc.asking import QUESTIONS, Case, ask
from toc.asking.effects import effects
from toc.asking.naming import counted, entered, foremost
from toc.asking.page import page
from toc.asking.taken import taken
from toc.asking.testing import in_order
from toc.errors import UnknownNameError
from toc.model import Strategy
from toc.words import LANGUAGES, Message, Said

WHOLE: dict[str, Any] = {
    "activities": {"desk": "A desk", "guide": "A guide", "visit": "Visits"},
    "outcomes": {"know": "They know"},
    "goals": {"equal": "Equal access", "near": "Neighbours meet"},
    "assumptions": {
        "calm": {"title": "It stays calm", "status": "holding"},
        "heard": {"title": "They hear of it", "importance": "critical"},
        "read": "They read it",
        "vote": {"title": "They vote", "status": "doubtful"},
    },
    "links": {
        "desk -> know": {"because": "Somebody explains", "assuming": ["heard"]},
        "guide -> know": {"because": "It can be read", "assuming": ["read"]},
        "know -> equal": {"because": "They ask", "assuming": ["calm", "vote"]},
        "visit -> near": "They meet",
    },
}


def case_of(**asked: Any) -> Case:
    """Make the case of the strategy above."""
    return Case(Strategy.model_validate(WHOLE), **asked)


def test_what_to_test_first_is_what_carries_and_is_in_doubt() -> None:
    """Carrying and doubtful, carrying and held true, then what only some readings need."""
    ordered = [one.assumption.name for one in in_order(case_of(), "equal")]
    assert ordered == ["vote", "calm", "heard", "read"]


def test_what_has_no_say_in_a_goal_is_not_to_be_tested_for_it() -> None:
    """Neighbours meet without any assumption, and the page says none."""
    assert in_order(case_of(), "near") == []
    assert page(case_of(), "near").test_first is None


def test_the_page_names_people_and_assumptions_before_links() -> None:
    """What a meeting can do something about stands first."""
    needs = [one.name for one in page(case_of(), "equal").needs]
    assert needs == ["calm", "vote", "know", "know -> equal"]


def test_of_two_goals_the_counts_are_not_told_twice() -> None:
    """What each goal counted for itself is told once, with the count of the whole."""
    case = case_of()
    whole = Logic.of(case.strategy)
    one = Message("{count} apart", {"count": 1})
    other = Message("{count} apart", {"count": 2})
    assert taken([one, one], whole) == (one,)
    assert taken([one, other], whole) == (one, other)
    said = [message.template for message in ask("single-points", case).assumed]
    assert len(said) == len(set(said))


def test_a_list_of_things_is_cut_and_counted() -> None:
    """Three of five, and how many more."""
    things = [Thing(name, ("goals", name), Said(name.upper())) for name in "abcde"]
    assert [line.say() for line in counted(things, 3)] == [
        "goal “A” (a)",
        "goal “B” (b)",
        "goal “C” (c)",
        "and 2 more",
    ]


def test_a_risk_is_named_as_what_must_stay_away() -> None:
    """A goal does not need the risk, it needs that it does not happen."""
    risk = Thing("late", ("risks", "late"), Said("Permits take long"))
    assert entered(risk).say() == "that the risk “Permits take long” stays away (late)"


def test_unknown_kinds_of_things_stand_last_but_are_there() -> None:
    """Putting in order loses nothing."""
    things = [Thing(name, (name, name), Said(name)) for name in ("links", "goals", "risks", "x")]
    assert [one.name for one in foremost(things)] == ["risks", "goals", "links", "x"]


def test_one_step_of_two_ways_weakens_and_brings_nothing_down_for_sure() -> None:
    """Without the desk the guide is left; if both are needed the goal falls."""
    found = effects(Logic.of(Strategy.model_validate(WHOLE)), "desk")
    assert found.falls == ()
    assert [one.name for one in found.may_fall] == ["equal", "know"]
    assert found.weakened == ()


@given(strategies())
def test_what_falls_is_what_is_lost_without_it(strategy: Strategy) -> None:
    """The nodes that fall with a thing are those that are reached with it and not without."""
    logic = Logic.of(strategy)
    for name in sorted(logic.names)[:5]:
        found = effects(logic, name)
        fallen = {one.name for one in found.falls}
        spared = {one.name for one in (*found.may_fall, *found.weakened)}
        assert all(not logic.holds(node, without=[name]).if_any for node in fallen)
        assert all(
            logic.holds(node, without=[name]).if_any for node in spared if _held(logic, node)
        )


def _held(logic: Logic, node: str) -> bool:
    return logic.holds(node).if_any


@given(strategies())
def test_the_page_is_said_of_any_strategy_in_both_languages(strategy: Strategy) -> None:
    """Whatever a strategy lacks, each of its goals has a page."""
    asked = ask("overview", Case(strategy))
    assert len(asked.told) == len(strategy.goals)
    assert all(asked.text(language).endswith("\n") for language in LANGUAGES)


def test_a_question_that_is_not_there_names_one_that_is() -> None:
    """A misspelled question is answered with the nearest."""
    with pytest.raises(UnknownNameError, match="did you mean “cut-sets”"):
        ask("cutsets", case_of())
    assert "cut-sets" in QUESTIONS
