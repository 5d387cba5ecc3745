"""Each question: its answer on a small strategy, its sentence, and its data."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from analysis.small import logic_of

from toc.analysis.answers import Answer, Both, Method
from toc.analysis.assumptions_map import assumptions_map
from toc.analysis.chance import chance
from toc.analysis.cheapest_way import cheapest_way
from toc.analysis.cut_sets import cut_sets
from toc.analysis.learning import Accuracy, learning
from toc.analysis.leverage import fussell_vesely, leverage
from toc.analysis.likelihood import in_words
from toc.analysis.likelihoods import Interval, interval_of, stated
from toc.analysis.logic import Logic
from toc.analysis.reaches import Reached, reaches
from toc.analysis.robustness import robustness
from toc.analysis.roles import Role, roles
from toc.analysis.scenario import Scenario
from toc.analysis.single_points import single_points
from toc.analysis.strength import strength
from toc.analysis.things import Thing
from toc.analysis.ways import ways
from toc.analysis.what_if import what_if
from toc.errors import InputError, UnknownNameError

pytest.importorskip("oxidd")


def desk_and_guide(**sections: Any) -> Logic:
    """Give a goal behind one step, with a desk or a guide, and an assumption on each."""
    links = {
        "desk -> o1": {"assuming": ["heard"], "evidence": "moderate"},
        "guide -> o1": {"assuming": ["read"], "evidence": "limited"},
        "o1 -> g": {"assuming": ["vote"], "evidence": "strong"},
    }
    known: dict[str, Any] = {
        "activities": {
            "desk": {"title": "A desk", "cost": 900},
            "guide": {"title": "A guide", "cost": 100},
        },
        "assumptions": {"heard": "They hear of it", "read": "They read it", "vote": "They vote"},
        "outcomes": {"o1": {"title": "They know", "requires": "any"}},
        "goals": {"g": "Equal access"},
    }
    return logic_of({**links, **sections.pop("links", {})}, **{**known, **sections})


def names(things: tuple[Thing, ...]) -> set[str]:
    """Give things by name."""
    return {thing.name for thing in things}


def test_single_points_are_named_with_everything_on_the_only_chain() -> None:
    """What all ways pass brings the goal down: the step, the assumption, the link."""
    found = single_points(desk_and_guide(), "g")
    assert names(found.certain) == {"o1", "vote", "o1 -> g"}
    assert found.possible == ()
    assert found.sentence() == (
        "“Equal access” falls with any one of 3 things, whatever else works: "
        "“They know”, “They vote”, “They know → Equal access”."
    )


def test_what_is_possible_is_kept_apart_from_what_is_certain() -> None:
    """Without `requires`, both ways into a step matter only if all are needed."""
    found = single_points(desk_and_guide(outcomes={"o1": "They know"}), "g")
    assert names(found.certain) == {"o1", "vote", "o1 -> g"}
    assert names(found.possible) >= {"desk", "guide", "heard", "read"}
    assert found.sentence().endswith(
        "If all causes are needed where nobody has said it, 6 more bring it down."
    )


def test_pairs_are_told_of_as_a_meeting_would() -> None:
    """A cut set of two is what one can lose either of."""
    found = cut_sets(desk_and_guide(), "g")
    assert found.sets.if_any.sizes == (0, 1, 4)
    assert {frozenset(names(one)) for one in found.sets.if_any.sets} == {
        frozenset(one.split())
        for one in ("vote", "desk guide", "desk read", "guide heard", "heard read")
    }
    assert found.sentence() == (
        "5 smallest combinations of failures bring “Equal access” down. "
        "It survives losing either “A desk” or “A guide”, but not both."
    )


def test_ways_are_given_the_shortest_first() -> None:
    """Each way lists all that it needs, and nothing that it can do without."""
    found = ways(desk_and_guide(), "g")
    assert [names(one) for one in found.sets.if_any.sets] == [
        {"desk", "heard", "vote"},
        {"guide", "read", "vote"},
    ]
    assert found.sentence() == (
        "There are 2 ways to “Equal access”; things that the shortest needs: 3."
    )


def test_each_thing_has_a_role() -> None:
    """Necessary, contributory, and idle: written down and never used."""
    logic = desk_and_guide(
        assumptions={"heard": "H", "read": "R", "vote": "V", "unused": "Not attached"}
    )
    found = roles(logic, "g")
    assert names(found.of(Role.NECESSARY)) == {"vote"}
    assert names(found.of(Role.CONTRIBUTORY)) == {"desk", "guide", "heard", "read"}
    assert names(found.of(Role.IDLE)) == {"unused"}
    assert found.sentence() == (
        "1 thing is necessary for “Equal access” in any reading. "
        "1 is written down and never matters to it."
    )


def test_what_is_enough_alone_is_sufficient() -> None:
    """Two lone activities, one of which is enough, suffice each."""
    logic = logic_of({"a1, a2 -> g": {}}, goals={"g": {"title": "G", "requires": "any"}})
    assert names(roles(logic, "g").of(Role.SUFFICIENT)) == {"a1", "a2"}
    alone = logic_of({"a1 -> g": {}})
    assert names(roles(alone, "g").of(Role.BOTH)) == {"a1"}


def test_robustness_names_what_would_have_to_go_wrong() -> None:
    """A number, and an example of so many things."""
    assert robustness(desk_and_guide(), "o1").sentence() == (
        "It takes 2 things that go wrong together to lose “They know”, such as “A desk”, “A guide”."
    )
    assert robustness(desk_and_guide(), "g").hold == Both(
        robustness(desk_and_guide(), "g").hold.if_any, robustness(desk_and_guide(), "g").hold.if_any
    )


def test_the_cheapest_way_is_the_one_that_costs_least() -> None:
    """The guide costs less; what has no cost is told apart from what is free."""
    found = cheapest_way(desk_and_guide(), "g").way.if_any
    assert found is not None
    assert (names(found.things), found.cost) == ({"guide", "read", "vote"}, 100)
    assert names(found.without_cost) == {"read", "vote"}
    other = cheapest_way(desk_and_guide(), "g", {"read": 5_000, "desk": 900.0}).way.if_any
    assert other is not None
    assert (names(other.things), other.cost) == ({"desk", "heard", "vote"}, 900)
    assert cheapest_way(desk_and_guide(), "g").sentence() == (
        "The cheapest way to “Equal access” costs 100: “A guide”."
    )


def test_past_the_budget_what_is_dearest_is_left_out_first() -> None:
    """The way that is found then is a cheap one, and is called so."""
    found = cheapest_way(desk_and_guide(budget=0), "g")
    assert found.way.if_any is not None
    assert (found.way.if_any.cost, found.way.if_any.method) == (100, Method.TRIED)
    assert found.sentence() == "A cheap way to “Equal access” costs 100: “A guide”."


REACHED = [
    ((), Reached.YES, "“Equal access” is reached if all goes well."),
    (("desk",), Reached.YES, "“Equal access” is still reached without “A desk”."),
    (("vote",), Reached.NO, "“Equal access” is lost without “They vote”."),
]


@pytest.mark.parametrize(("gone", "expected", "sentence"), REACHED)
def test_a_goal_is_reached_or_lost(gone: tuple[str, ...], expected: Reached, sentence: str) -> None:
    """The answer is one word, and a sentence."""
    found = reaches(desk_and_guide(), "g", without=gone)
    assert (found.reached, found.sentence()) == (expected, sentence)


def test_it_is_said_when_it_depends_on_the_reading() -> None:
    """An undeclared convergence decides."""
    found = reaches(desk_and_guide(outcomes={"o1": "They know"}), "g", without=["desk"])
    assert found.reached is Reached.DEPENDS
    assert "unless all causes are needed" in found.sentence()


def test_it_is_said_what_a_goal_hangs_on_that_is_undetermined() -> None:
    """Neither yes nor no: nothing says what is enough for a step."""
    logic = logic_of({"a1 -> o1": {"role": "contributes"}, "o1 -> g": {}})
    found = reaches(logic, "g")
    assert found.reached is Reached.UNDETERMINED
    assert names(found.hangs_on) == {"o1"}
    assert reaches(logic, "g", without=["o1 -> g"]).reached is Reached.NO
    assert single_points(logic, "g").sentence() == "“G” is out of reach as the map is drawn."


def test_a_scenario_says_what_is_lost_and_what_is_exposed() -> None:
    """Without the desk nothing is lost, and everything hangs on the guide."""
    found = what_if(desk_and_guide(), Scenario(without=("desk",)))
    (change,) = found.changes
    assert found.lost == ()
    assert names(change.single_points.if_any) == {"guide", "read", "guide -> o1"}
    lost = what_if(desk_and_guide(), Scenario(without=("desk",), fails=("read",)))
    assert names(lost.lost) == {"g"}
    assert lost.changes[0].single_points.if_any == ()
    assert lost.sentence() == ("Without “A desk”, “They read it” 1 goal is lost: “Equal access”.")


def test_a_scenario_is_held_against_a_baseline() -> None:
    """What holds all the same is given back, and a goal can be regained."""
    baseline = Scenario(fails=("vote",))
    found = what_if(desk_and_guide(), Scenario(fails=("vote",), kept=("vote",)), baseline)
    assert names(found.regained) == {"g"}
    assert found.lost == ()


def test_a_goal_is_as_strong_as_its_best_supported_way() -> None:
    """The desk is moderate, the guide limited, the last step strong: improve the desk's link."""
    found = strength(desk_and_guide(), "g")
    support = found.support.if_any
    assert (support.known, support.possible) == ("moderate", "moderate")
    assert names(support.improve) == {"desk -> o1"}
    assert found.sentence() == (
        "The best-supported way to “Equal access” has moderate evidence. "
        "Improve this first: “A desk → They know”."
    )


def test_a_link_without_a_grade_is_unknown_and_neither_nothing_nor_average() -> None:
    """The answer has two ends, and the link is what to look at first."""
    logic = desk_and_guide(links={"o1 -> g": {"assuming": ["vote"]}})
    found = strength(logic, "g")
    support = found.support.if_any
    assert (support.known, support.possible) == (None, "moderate")
    assert names(found.ungraded) == {"o1 -> g"}
    assert names(support.improve) == {"o1 -> g"}
    assert "is unknown" in found.sentence()


def test_links_to_what_is_done_need_no_grade() -> None:
    """That money pays for an activity is a plan and no theory, unless somebody graded it."""
    links = {"i1 -> a1": {}, "a1 -> o1": {"evidence": "strong"}, "o1 -> g": {"evidence": "strong"}}
    assert strength(logic_of(links), "g").support.if_any.known == "strong"
    doubted = {**links, "i1 -> a1": {"evidence": "gap"}}
    assert strength(logic_of(doubted), "g").support.if_any.known == "gap"


def test_no_chance_is_told_where_none_was_given() -> None:
    """Silence is no number."""
    found = chance(desk_and_guide(), "g")
    assert found.estimate is None
    assert found.sentence() == (
        "Nobody has said how likely it is that what “Equal access” needs will hold."
    )


def test_a_chance_is_told_in_words_and_without_digits() -> None:
    """An interval that needs no independence, in the words of ICD 203."""
    given = {"vote": "likely", "heard": "very likely", "read": "unlikely"}
    found = chance(desk_and_guide(), "g", given)
    assert found.estimate is not None
    estimate = found.estimate.if_any
    assert estimate.low == pytest.approx(0.55 + 0.8 - 1)
    assert estimate.high == pytest.approx(0.8)
    assert estimate.low <= estimate.independent.low <= estimate.independent.high <= estimate.high
    sentence = found.sentence()
    assert "somewhere between unlikely and likely" in sentence
    assert not any(letter.isdigit() for letter in sentence)


def test_chances_are_read_from_the_strategy() -> None:
    """Confidence in assumptions and links; a likely risk is an unlikely blessing."""
    logic = desk_and_guide(
        assumptions={"heard": {"title": "H", "confidence": 80}, "read": "R", "vote": "V"},
        risks={"storm": {"title": "S", "likelihood": "likely", "of": ["vote"]}},
    )
    assert logic.strategy is not None
    known = stated(logic.strategy)
    assert known["heard"] == Interval(0.8, 0.8)
    assert (known["storm"].low, known["storm"].high) == pytest.approx((0.2, 0.45))
    assert names(chance(logic, "g").given) == {"heard", "storm"}


SCALE = [
    (0.0, "almost no chance"),
    (0.049, "almost no chance"),
    (0.05, "very unlikely"),
    (0.2, "unlikely"),
    (0.5, "roughly even"),
    (0.56, "likely"),
    (0.8, "likely"),
    (0.81, "very likely"),
    (0.95, "very likely"),
    (0.96, "almost certain"),
    (1.0, "almost certain"),
]


@pytest.mark.parametrize(("share", "word"), SCALE)
def test_shares_become_the_words_of_the_scale(share: float, word: str) -> None:
    """ODNI's ICD 203; at a border the word that claims less."""
    assert in_words(share).say("en") == word


@pytest.mark.parametrize("given", ["perhaps", 1.2, -0.1, Interval(0.7, 0.3)])
def test_what_is_no_chance_is_refused(given: Any) -> None:
    """Neither unknown words, nor shares beyond the ends, nor an interval that is upside down."""
    with pytest.raises(ValueError, match="is no chance"):
        interval_of(given)


def test_leverage_ranks_by_the_shape_of_the_map() -> None:
    """What every way needs comes first; without chances each thing is even."""
    found = leverage(desk_and_guide(), "g")
    assert found.is_structural
    assert found.items[0].thing.name == "vote"
    assert found.items[0].birnbaum == pytest.approx(1 - (1 - 0.25) ** 2)
    assert found.sentence().startswith(
        "By the shape of the map, “Equal access” hangs most on “They vote”"
    )


def test_the_bars_of_a_tornado_are_exact() -> None:
    """The goal's chance is linear in each thing's: the bar is the slope times its width."""
    found = leverage(desk_and_guide(), "g", {"vote": Interval(0.2, 0.6), "heard": 0.5, "read": 0.5})
    bars = {one.thing.name: one.swing for one in found.items}
    assert bars["vote"] == pytest.approx(0.4 * 0.75)
    assert bars["heard"] == 0


def test_fussell_and_vesely_ask_for_the_share_of_losses() -> None:
    """Whatever is in every cut set has a part in every loss."""
    logic = logic_of({"a1 -> g": {}})
    assert fussell_vesely(logic, "g", "a1", {"a1": 0.5}) == pytest.approx(1.0)
    assert fussell_vesely(desk_and_guide(), "g", "o1", {"vote": 0.5}) == 0.0


def test_testing_what_matters_teaches_most() -> None:
    """The vote decides more than either assumption, and an idle thing teaches nothing."""
    logic = desk_and_guide()
    vote, heard = learning(logic, "g", ["vote"]), learning(logic, "g", ["heard"])
    assert vote.share > heard.share > 0
    slopes = {one.thing.name: one.learning for one in leverage(logic, "g").items}
    assert vote.share == pytest.approx(slopes["vote"])
    assert learning(logic, "g", []).share == 0
    assert learning(logic, "g", []).sentence() == "This tests nothing that “Equal access” hangs on."


def test_a_poor_test_teaches_less_and_a_coin_teaches_nothing() -> None:
    """V = [p(1-p)(s+c-1)]² / (m(1-m)) · B²."""
    logic = desk_and_guide()
    perfect = learning(logic, "g", ["vote"])
    poor = learning(logic, "g", ["vote"], accuracy=Accuracy(0.9, 0.7))
    slope = leverage(logic, "g").items[0].birnbaum
    says_yes = 0.5 * 0.9 + 0.5 * 0.3
    expected = (0.25 * (0.9 + 0.7 - 1)) ** 2 / (says_yes * (1 - says_yes)) * slope**2
    assert poor.value == pytest.approx(expected)
    assert 0 < poor.value < perfect.value
    assert learning(logic, "g", ["vote"], accuracy=Accuracy(0.5, 0.5)).value == pytest.approx(0)


def test_links_can_be_tested_as_well() -> None:
    """A pilot names the link that it tries; it may fail then as anything else."""
    assert learning(desk_and_guide(), "g", ["desk->o1"]).share > 0


def test_many_tests_at_once_are_followed_in_one_walk() -> None:
    """Thirteen of fourteen even things that must all hold: ½¹³·¼ − ½²⁸ of ½¹⁴·(1 − ½¹⁴)."""
    names = [f"x{number}" for number in range(13)]
    logic = logic_of({"a1 -> g": {"assuming": names}}, assumptions=dict.fromkeys(names, "X"))
    found = learning(logic, "g", names)
    assert found.value == pytest.approx(0.5**13 * 0.25 - 0.5**28, abs=1e-15)
    assert found.share == pytest.approx(found.value / (0.5**14 * (1 - 0.5**14)))


def test_past_the_budget_more_than_twelve_tests_are_refused() -> None:
    """There all results are tried, and each thing doubles the work."""
    names = [f"x{number}" for number in range(13)]
    logic = logic_of(
        {"a1 -> g": {"assuming": names}}, assumptions=dict.fromkeys(names, "X"), budget=4
    )
    with pytest.raises(InputError, match="13 things are tested at once, and at most 12 can be"):
        learning(logic, "g", names)


def test_assumptions_are_placed_by_what_they_carry_and_how_shaky_they_are() -> None:
    """Load-bearing is computed, vulnerable is what the authors say, silence is unknown."""
    logic = desk_and_guide(
        assumptions={
            "heard": {"title": "H", "status": "holding", "test": ["seen"]},
            "read": {"title": "R", "confidence": 30, "if_false": "We call"},
            "vote": {"title": "They vote"},
        },
        indicators={"seen": "Seen"},
    )
    placed = {one.assumption.name: one for one in assumptions_map(logic).placed}
    assert [placed[name].is_load_bearing for name in ("heard", "read", "vote")] == [
        False,
        False,
        True,
    ]
    assert [placed[name].is_vulnerable for name in ("heard", "read", "vote")] == [False, True, None]
    assert [placed[name].has_signpost for name in ("heard", "read", "vote")] == [True, False, False]
    assert [placed[name].has_hedge for name in ("heard", "read", "vote")] == [False, True, False]
    assert assumptions_map(logic).sentence() == (
        "1 assumption that a goal stands or falls with has not been judged: “They vote”."
    )


def test_a_likely_risk_makes_its_assumption_vulnerable() -> None:
    """And a response to it is a hedge."""
    storm = {"title": "S", "likelihood": "likely", "of": ["vote"], "response": "We wait"}
    found = assumptions_map(desk_and_guide(risks={"storm": storm}))
    (critical,) = found.critical
    assert critical.assumption.name == "vote"
    assert critical.has_hedge
    assert found.sentence() == (
        "1 assumption that a goal stands or falls with is doubtful: “They vote”."
    )


def answers() -> list[Answer]:
    """Give one answer to each question."""
    logic = desk_and_guide(outcomes={"o1": "They know"})
    return [
        assumptions_map(logic),
        chance(logic, "g", {"vote": 0.5}),
        cheapest_way(logic, "g"),
        cut_sets(logic, "g"),
        learning(logic, "g", ["vote"]),
        leverage(logic, "g"),
        reaches(logic, "g"),
        robustness(logic, "g"),
        roles(logic, "g"),
        single_points(logic, "g"),
        strength(logic, "g"),
        ways(logic, "g"),
        what_if(logic, Scenario(without=("desk",))),
    ]


ANSWERS = [pytest.param(answer, id=type(answer).__name__) for answer in answers()]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_frozen_and_says_what_it_assumed(answer: Answer) -> None:
    """Nobody changes an answer, and none is given without its ground."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.assumed = ()  # type: ignore[attr-defined]
    assert getattr(answer, "assumed") != ()  # noqa: B009 - each answer has it, the base has not


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_has_a_sentence_in_both_languages(answer: Answer) -> None:
    """It begins as a sentence, ends as one, and is not the same in Romanian."""
    english, romanian = answer.sentence(), answer.sentence("ro")
    assert english != romanian
    for said_so in (english, romanian):
        assert said_so.endswith(".")
        assert said_so.lstrip("“„")[0].isupper() or said_so[0].isdigit()


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_plain_data_with_routes(answer: Answer) -> None:
    """It survives JSON, and names things by where they stand."""
    data = answer.as_data("ro")
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert data["sentence"] == answer.sentence("ro")
    assert '"route": ["' in json.dumps(data)


@pytest.mark.parametrize(
    "ask",
    [chance, cheapest_way, cut_sets, leverage, robustness, roles, single_points, strength, ways],
)
def test_an_unknown_goal_is_a_wrong_call(ask: Any) -> None:
    """Who misspells a goal is told so."""
    with pytest.raises(UnknownNameError):
        ask(desk_and_guide(), "nowhere")


def test_exact_answers_say_that_they_are() -> None:
    """The method stands beside the numbers."""
    found = cut_sets(desk_and_guide(), "g").sets.if_any
    assert found.method is Method.EXACT
    assert found.count == 5
