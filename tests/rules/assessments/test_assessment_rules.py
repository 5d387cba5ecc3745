"""The rules about assessments at their edges: what they say, and where they are silent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assessing.questionnaires import asked, county
from theories import load_files

from toc import check
from toc.checking import judge_loaded
from toc.model import Activity, Link, Strategy, Text
from toc.rulebook import Rulebook, examine, find_rule

YES, NO = "yes", "no"
FIVE = {f"q{number}": asked("services") for number in range(5)}
ON = date(2026, 7, 1)


def _found(rule: str, strategy: Strategy) -> list[str]:
    found = examine(strategy, on=ON, rules=[find_rule(rule)])
    return [finding.message.say() for finding in found]


@pytest.mark.parametrize(("answered", "is_found"), [(5, False), (4, False), (3, True), (0, False)])
def test_four_of_five_is_enough(answered: int, is_found: bool) -> None:  # noqa: FBT001
    """At 80 % nothing is said; an assessment that nobody has begun to answer is not told of."""
    strategy = county(FIVE, {f"q{number}": YES for number in range(answered)})
    assert bool(_found("questions-unanswered", strategy)) is is_found


def test_what_is_begun_is_counted() -> None:
    """A table with rows and without answers has no share to be content with."""
    strategy = county(FIVE, dict.fromkeys(FIVE, ""))
    assert _found("questions-unanswered", strategy) == [
        "only 0 of 5 questions of “First” are answered, less than 80 %"
    ]


def test_a_project_may_ask_for_more() -> None:
    """The limit is the project's."""
    strategy = county(FIVE, {f"q{number}": YES for number in range(4)})
    book = Rulebook(select=("questions-unanswered",), limits={"questions-unanswered": 100})
    assert not check(strategy, on=ON, book=Rulebook(select=("questions-unanswered",))).findings
    assert len(check(strategy, on=ON, book=book).findings) == 1


def test_an_answer_in_a_table_is_marked_in_its_cell() -> None:
    """The finding has the file, the row and the column of the answer that counts for nothing."""
    text = """\
toc: 1
strategy: {id: s, title: S, languages: [en]}
areas: {services: Services}
questions: {desk: {title: "Is there one desk?", area: services}}
assessments: {first: {title: First, date: 2025-11, answers: a.csv}}
"""
    table = "question,answer,evidence\ndesk,perhaps,Photos\n"
    loaded = load_files({"s.yaml": text, "a.csv": table}, "s.yaml")
    verdict = judge_loaded(loaded, on=ON, book=Rulebook(select=("answer-uncounted",)))
    (finding,) = verdict.findings
    assert finding.span is not None
    assert finding.span.path.endswith("a.csv")
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (2, 6, 13)
    assert finding.mend.say() == "answer one of: yes, no; or that it is not applicable"


def test_an_answer_about_an_area_that_is_not_asked_counts_for_nothing() -> None:
    """A partial assessment holds answers about its own areas only."""
    questions = {"q0": asked("services"), "h0": asked("housing")}
    strategy = county(questions, {"q0": YES, "h0": NO}, first={"areas": ["services"]})
    assert _found("answer-uncounted", strategy) == [
        "“Is it so in housing?” is about no area that “First” asks about"
    ]


def test_a_number_off_the_scale_is_told_with_its_ends() -> None:
    """The mend says from where to where."""
    strategy = county(
        {"q0": {"title": "How many?", "area": "services", "scale": [0, 8]}}, {"q0": 9}
    )
    (finding,) = examine(strategy, on=ON, rules=[find_rule("answer-uncounted")])
    assert finding.mend.say() == "answer a number from 0 to 8, or that it is not applicable"


def test_scores_are_not_compared_while_an_answer_counts_for_nothing() -> None:
    """The cause is told of, and not what comes of it."""
    strategy = county(
        FIVE, {**dict.fromkeys(FIVE, YES), "q0": "perhaps"}, first={"scores": {"services": 80}}
    )
    rules = [find_rule(name) for name in ("answer-uncounted", "score-at-odds-with-answers")]
    assert [one.rule for one in examine(strategy, on=ON, rules=rules)] == ["answer-uncounted"]


def test_answers_that_could_not_be_read_are_not_missed() -> None:
    """A table that is damaged is told of once, and its assessment is not said to be unanswered."""
    text = """\
toc: 1
strategy: {id: s, title: S, languages: [en]}
areas: {services: Services}
questions: {desk: {title: "Is there one desk?", area: services}, web: {title: "On the web?", area: services}}
assessments: {first: {title: First, date: 2025-11, scores: {services: 40}, answers: a.csv}}
"""
    loaded = load_files({"s.yaml": text, "a.csv": "who,what\n1,2\n"}, "s.yaml")
    rules = ("questions-unanswered", "score-at-odds-with-answers", "answer-without-evidence")
    assert judge_loaded(loaded, on=ON, book=Rulebook(select=rules)).findings == ()


def test_a_partial_assessment_is_comparable_in_its_areas() -> None:
    """One area asked again with the same questions is no other questionnaire."""
    questions = {"q0": asked("services"), "h0": asked("housing")}
    later: dict[str, Any] = {"date": "2026-01", "answered": {"q0": YES}, "areas": ["services"]}
    strategy = county(questions, {"q0": NO, "h0": NO}, assessments={"later": later})
    assert _found("answers-not-comparable", strategy) == []


def test_evidence_is_asked_once_for_an_assessment() -> None:
    """One advice with the count and the first three, and not one for each answer."""
    (finding,) = examine(
        county(FIVE, dict.fromkeys(FIVE, YES)), on=ON, rules=[find_rule("answer-without-evidence")]
    )
    assert finding.message.say() == "5 of the 5 answers of “First” name no evidence"
    assert len(finding.related) == 3


def test_the_rules_of_the_index_use_the_scores_that_the_answers_give() -> None:
    """An area without a written score is low by its answers, and needs a need and a measure."""
    strategy = county(
        {"q0": asked("services"), "h0": asked("housing")},
        {"q0": YES, "h0": NO},
        needs={"slow": {"title": "Slow", "area": "services"}},
        activities={"desk": {"title": "A desk", "area": "services"}},
        goals={"equal": "Equal access"},
        links={"desk -> equal": "It helps"},
    )
    assert _found("area-without-measure", strategy) == [
        "“Housing” scored 0 of 100, and no activity works on it"
    ]
    assert _found("area-without-need", strategy) == []  # the missing measure is told of
    activities = {**strategy.activities, "flats": Activity(title=Text.of("Flats"), area="housing")}
    links = {**strategy.links, "flats -> equal": Link(because=Text.of("It helps"))}
    served = strategy.model_copy(update={"activities": activities, "links": links})
    assert _found("area-without-need", served) == [
        "“Housing” scored 0 of 100, and no need says what is wrong in it"
    ]


INDICATOR = {
    "title": "Score",
    "of": "in_time",
    "assessed": "services",
    "direction": "up",
    "target": {"2028": 60},
}


@pytest.mark.parametrize(
    "rule", ["indicator-without-baseline", "indicator-without-source", "indicator-without-unit"]
)
def test_the_score_of_an_area_has_its_baseline_source_and_unit_from_the_questionnaire(
    rule: str,
) -> None:
    """Nobody writes twice what the first assessment says; without one the baseline is missing."""
    outcome = {"in_time": "Services in time"}
    strategy = county(
        FIVE, dict.fromkeys(FIVE, YES), outcomes=outcome, indicators={"score": INDICATOR}
    )
    assert _found(rule, strategy) == []
    bare = Strategy(
        areas={"services": "Services"}, outcomes=outcome, indicators={"score": INDICATOR}
    )
    assert bool(_found(rule, bare)) is (rule == "indicator-without-baseline")


def test_the_score_of_an_area_is_stale_when_nobody_has_asked_again() -> None:
    """An assessment is a reading: its date is what the frequency is held against."""
    indicator = {**INDICATOR, "frequency": "P1Y"}
    for day, count in ((date(2026, 7, 1), 0), (date(2027, 7, 1), 1)):
        strategy = county(
            FIVE,
            dict.fromkeys(FIVE, YES),
            strategy={"status": "running"},
            outcomes={"in_time": "Services in time"},
            indicators={"score": indicator},
        )
        assert len(examine(strategy, on=day, rules=[find_rule("readings-stale")])) == count
