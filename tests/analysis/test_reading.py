"""What of a strategy has a say in its goals, and how."""

from __future__ import annotations

from typing import Any

import pytest
from analysis.small import logic_of

from toc.analysis.answers import Both
from toc.analysis.logic import Logic
from toc.errors import UnknownNameError

NEEDED, HELPFUL = {"role": "necessary"}, {"role": "sufficient"}
YES, NO = Both(if_any=True, if_all=True), Both(if_any=False, if_all=False)
DEPENDS = Both(if_any=True, if_all=False)

GATES = [
    # what the goal requires, the links, what is gone, whether the goal is reached
    ("all", {"a1 -> g": {}, "a2 -> g": {}}, ["a1"], NO),
    ("any", {"a1 -> g": {}, "a2 -> g": {}}, ["a1"], YES),
    ("any", {"a1 -> g": {}, "a2 -> g": {}}, ["a1", "a2"], NO),
    (2, {"a1 -> g": {}, "a2 -> g": {}, "a3 -> g": {}}, ["a1"], YES),
    (2, {"a1 -> g": {}, "a2 -> g": {}, "a3 -> g": {}}, ["a1", "a3"], NO),
    (None, {"a1 -> g": {}, "a2 -> g": {}}, ["a1"], DEPENDS),
    (None, {"a1 -> g": {}}, ["a1"], NO),
    (None, {"a1 -> g": NEEDED, "a2 -> g": {}, "a3 -> g": {}}, ["a1"], NO),
    (None, {"a1 -> g": NEEDED, "a2 -> g": {}, "a3 -> g": {}}, ["a2"], DEPENDS),
    ("any", {"a1 -> g": NEEDED, "a2 -> g": {}, "a3 -> g": {}}, ["a2"], YES),
    ("any", {"a1 -> g": NEEDED, "a2 -> g": {}, "a3 -> g": {}}, ["a2", "a3"], NO),
    ("all", {"a1 -> g": HELPFUL, "a2 -> g": {}, "a3 -> g": {}}, ["a2", "a3"], YES),
    ("all", {"a1 -> g": HELPFUL, "a2 -> g": {}, "a3 -> g": {}}, ["a1"], YES),
    ("all", {"a1 -> g": HELPFUL, "a2 -> g": {}, "a3 -> g": {}}, ["a1", "a2"], NO),
    (None, {"a1 -> g": NEEDED, "a2 -> g": HELPFUL, "a3 -> g": {}}, ["a3"], YES),
    (None, {"a1 -> g": NEEDED, "a2 -> g": HELPFUL, "a3 -> g": {}}, ["a2"], YES),
    (None, {"a1 -> g": NEEDED, "a2 -> g": HELPFUL, "a3 -> g": {}}, ["a1"], NO),
    (None, {"a1 -> g": NEEDED, "a2 -> g": NEEDED}, ["a2"], NO),
    (None, {"a1 -> g": HELPFUL, "a2 -> g": HELPFUL}, ["a2"], YES),
]


@pytest.mark.parametrize(("requires", "links", "gone", "expected"), GATES)
def test_causes_combine_as_the_effect_and_the_roles_say(
    requires: Any, links: dict[str, Any], gone: list[str], expected: Both[bool]
) -> None:
    """`requires` speaks of links without a role; necessary and sufficient speak for themselves."""
    logic = logic_of(links, goals={"g": {"title": "G", "requires": requires}})
    assert logic.holds("g") == YES
    assert logic.holds("g", without=gone) == expected


def test_what_only_contributes_decides_nothing() -> None:
    """A link that contributes or enables is neither needed nor enough."""
    links: Any = {"a1 -> g": {}, "a2 -> g": {"role": "contributes"}, "a3 -> g": {"role": "enables"}}
    logic = logic_of(links)
    assert logic.holds("g", without=["a2", "a3"]) == YES
    assert logic.holds("g", without=["a1"]) == NO


def test_a_step_with_only_such_links_is_undetermined_and_never_comes_about() -> None:
    """Nothing says what is enough for it."""
    logic = logic_of({"a1 -> o1": {"role": "contributes"}, "o1 -> g": {}})
    assert logic.theory is not None
    assert logic.theory.undetermined == {"o1"}
    assert logic.holds("g") == NO


def test_an_activity_is_carried_out_whatever_only_enables_it() -> None:
    """What is done or given comes about by itself."""
    links = {"f -> a1": {"role": "enables"}, "a1 -> g": {}}
    logic = logic_of(links, factors={"f": "A mood"})
    assert logic.holds("g", without=["f"]) == YES
    assert logic.holds("g", without=["a1"]) == NO


def test_a_goal_that_nothing_leads_to_is_out_of_reach() -> None:
    """A goal does not come about by itself, while an outcome without causes may."""
    logic = logic_of({"o1 -> g": {}}, goals={"g": "G", "h": "H"})
    assert logic.holds("g") == YES
    assert logic.holds("h") == NO


def test_what_works_against_an_effect_is_no_cause() -> None:
    """A link that hinders, and one from a barrier, open no way and block none."""
    links = {"a1 -> g": {}, "a2 -> g": {"role": "hinders"}, "f -> g": {}}
    logic = logic_of(links, factors={"f": {"title": "F", "kind": "barrier"}})
    assert logic.holds("g", without=["a2", "f"]) == YES
    assert logic.holds("g", without=["a1"]) == NO


def test_a_need_calls_for_an_activity_and_does_not_bring_it_about() -> None:
    """A link from a need is no cause."""
    logic = logic_of({"n -> a1": {}, "i1 -> a1": {}, "a1 -> g": {}}, needs={"n": "N"})
    assert logic.holds("g", without=["i1"]) == NO


def test_a_loop_on_purpose_is_needed_by_nobody() -> None:
    """A link that feeds back is left out; otherwise nothing could begin."""
    links = {"a1 -> o1": {}, "o1 -> g": {}, "g -> o1": {"feedback": "reinforcing"}}
    assert logic_of(links).holds("g") == YES


def test_an_undeclared_loop_needs_a_way_in() -> None:
    """If all causes are needed, a loop that nobody declared never starts."""
    assert logic_of({"a1 -> o1": {}, "o1 -> g": {}, "g -> o1": {}}).holds("g") == DEPENDS


def test_an_arrow_holds_as_long_as_its_assumptions_do() -> None:
    """An assumption belongs to the links that make it, and to no others."""
    links = {"a1 -> g": {"assuming": ["x"]}, "a2 -> g": {}}
    logic = logic_of(links, assumptions={"x": "X"}, goals={"g": {"title": "G", "requires": "any"}})
    assert logic.holds("g", without=["x"]) == YES
    assert logic.holds("g", without=["x", "a2"]) == NO


def test_a_risk_breaks_the_link_that_names_it_and_the_assumption_that_it_is_of() -> None:
    """A risk holds as long as it does not occur."""
    links = {"a1 -> o1": {"assuming": ["x"]}, "o1 -> g": {"risks": ["r2"]}}
    logic = logic_of(
        links, assumptions={"x": "X"}, risks={"r1": {"title": "R", "of": ["x"]}, "r2": "R"}
    )
    assert logic.holds("g", without=["r1"]) == NO
    assert logic.holds("g", without=["r2"]) == NO


def test_an_activity_needs_whoever_carries_it_out() -> None:
    """Each responsible stakeholder, who answers for it, and who gives an input."""
    people = {name: name for name in ("s1", "s2", "s3", "s4", "s5")}
    activity = {"title": "A", "responsible": ["s1", "s2"], "accountable": "s3", "consulted": "s5"}
    logic = logic_of(
        {"i1 -> a1": {}, "a1 -> g": {}},
        stakeholders=people,
        activities={"a1": activity},
        inputs={"i1": {"title": "I", "from": "s4"}},
    )
    for who in ("s1", "s2", "s3", "s4"):
        assert logic.holds("g", without=[who]) == NO
    assert "s5" not in logic.system.may_fail


def test_a_link_for_two_causes_is_one_claim() -> None:
    """If the claim fails, it fails for both."""
    links: dict[str, Any] = {"a1, a2 -> g": {}, "a3 -> g": {}}
    logic = logic_of(links, goals={"g": {"title": "G", "requires": 2}})
    assert logic.holds("g", without=["a1"]) == YES
    assert logic.holds("g", without=["a1, a2 -> g"]) == NO


@pytest.mark.parametrize("said", ["a1 -> o1", "A1->O1", " a1  ->  o1 "])
def test_a_link_is_known_however_it_is_spaced(said: str) -> None:
    """Ids are alike in either case, and links in any spacing."""
    logic = logic_of({"a1 -> o1": {}, "o1 -> g": {}})
    assert logic.thing(said).route == ("links", "a1 -> o1")
    assert logic.holds("G", without=[said]) == NO


def test_things_are_named_by_their_routes() -> None:
    """A thing stands where its entry stands, and is called what its authors call it."""
    logic = logic_of({"a1 -> g": {"assuming": ["x"]}}, assumptions={"x": "So be it"})
    assert logic.thing("X").route == ("assumptions", "x")
    assert logic.thing("x").title.say("en") == "So be it"
    assert logic.thing("a1 -> g").title.say("en") == "A1 → G"


@pytest.mark.parametrize("ask", [lambda logic: logic.holds("h"), lambda logic: logic.thing("a9")])
def test_an_unknown_name_is_told_with_the_nearest(ask: Any) -> None:
    """Who misspells an id learns which was meant."""
    with pytest.raises(UnknownNameError, match="nothing that may fail or hold is called"):
        ask(logic_of({"a1 -> g": {}}))


def test_more_things_may_fail_when_they_are_asked_about() -> None:
    """Links and outcomes are taken in on request; nothing is lost by it."""
    logic = logic_of({"a1 -> o1": {}, "o1 -> g": {}})
    assert logic.system.may_fail == {"a1"}
    more = logic.with_things(["a1->o1", "o1"])
    assert more.system.may_fail == {"a1", "a1 -> o1", "o1"}
    assert logic.with_things(["a1"]) is logic
    assert logic.strategy is not None
    assert Logic.of(logic.strategy, links=True).system.may_fail == {"a1", "a1 -> o1", "o1 -> g"}


def test_what_is_taken_for_granted_is_said() -> None:
    """Each choice that was made in reading the drawing stands below the answer."""
    links: dict[str, Any] = {
        "a1 -> o1": {"role": "contributes"},
        "a1 -> o2": {"role": "hinders"},
        "a1, a2 -> g": {},
        "o1 -> g": {},
        "o2 -> g": {},
        "g -> o2": {"feedback": "balancing"},
        "o3 -> o4": {},
        "o4 -> o3": {},
        "o3 -> g": {},
    }
    logic = logic_of(links)
    people = (
        "an activity needs everyone who is responsible or accountable for it, "
        "an input everyone whom it comes from"
    )
    assert [message.say("en") for message in logic.assumed("g")] == [
        "nobody has said how the causes of 1 step combine; it is read both ways",
        "a loop cannot start itself",
        "nothing says what is enough for 1 step; it is taken not to come about",
        "1 link only contributes or enables, and decides nothing",
        "1 link works against its effect; it is left out, and belongs in a risk",
        "links that close a loop on purpose are left out",
        people,
    ]
