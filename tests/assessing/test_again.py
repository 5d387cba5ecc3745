"""The questionnaire answered again: what has changed, over the questions that are the same."""

from __future__ import annotations

from typing import Any

from assessing.questionnaires import asked, county, questionnaires
from hypothesis import given

from toc.assessing import reassessed
from toc.model import Strategy

YES, NO, PARTLY = "yes", "no", "partly"
FOUR = {
    "q0": asked("services"),
    "q1": asked("services"),
    "h0": asked("housing"),
    "h1": asked("housing"),
}


def _twice(
    first: dict[str, Any],
    later: dict[str, Any],
    questions: dict[str, Any] | None = None,
    **more: Any,
) -> Strategy:
    then = {"title": "Later", "date": "2027-11", "answered": later, **more}
    return county(questions or FOUR, first, assessments={"later": then})


def test_an_area_moves_by_what_its_answers_earn_now() -> None:
    """Services rose from 50 to 75, housing stayed; one answer is another one."""
    strategy = _twice(
        {"q0": YES, "q1": NO, "h0": YES, "h1": NO}, {"q0": YES, "q1": PARTLY, "h0": YES, "h1": NO}
    )
    found = reassessed(strategy, "first", "later")
    assert [(one.area, one.before, one.after, one.change) for one in found.areas] == [
        ("services", 50, 75, 25),
        ("housing", 50, 50, 0),
    ]
    assert [(one.question, one.before, one.after, one.change) for one in found.answers] == [
        ("q1", "no", "partly", 0.5)
    ]
    assert found.is_comparable
    assert found.sentence() == (
        "Since “First” these rose: “Services” from 50 to 75. 1 answer has changed."
    )


def test_only_questions_that_both_answered_are_compared() -> None:
    """An area does not rise because a question that it failed is left open the second time."""
    found = reassessed(_twice({"q0": YES, "q1": NO}, {"q0": YES, "q1": ""}), "first", "later")
    assert [(one.area, one.before, one.after, one.questions) for one in found.areas] == [
        ("services", 100, 100, 1)
    ]
    assert [(one.question, one.change) for one in found.answers] == [("q1", None)]


def test_another_version_of_the_questionnaire_is_said_to_be_another() -> None:
    """Dropped and added questions are counted, and no score hangs on them."""
    questions = {
        "q0": asked("services"),
        "old": asked("services", version="2025"),
        "new": asked("services", version="2027"),
    }
    strategy = county(
        questions,
        {"q0": PARTLY, "old": NO},
        first={"version": "2025"},
        assessments={
            "later": {"title": "Later", "version": "2027", "answered": {"q0": YES, "new": YES}}
        },
    )
    found = reassessed(strategy, "first", "later")
    assert not found.is_comparable
    assert (found.dropped, found.added) == (("old",), ("new",))
    assert [(one.before, one.after, one.questions) for one in found.areas] == [(50, 100, 1)]
    assert "“First” and “Later” were not asked the same" in found.sentence()


def test_an_assessment_of_one_area_is_compared_in_that_area() -> None:
    """After a course the questions about it are asked again: nothing else was dropped."""
    strategy = _twice(
        {"q0": YES, "q1": NO, "h0": YES, "h1": NO}, {"q0": YES, "q1": YES}, areas=["services"]
    )
    found = reassessed(strategy, "first", "later")
    assert found.is_comparable
    assert [(one.area, one.change) for one in found.areas] == [("services", 50)]
    assert [one.area for one in found.later.areas] == ["services"]


def test_written_scores_are_compared_where_neither_has_answers() -> None:
    """Two reports whose questionnaires are lost still say which way an area went."""
    strategy = county(
        {},
        first={"scores": {"services": 41, "housing": 35}},
        assessments={"later": {"title": "Later", "scores": {"services": 48, "housing": 33}}},
    )
    found = reassessed(strategy, "first", "later")
    assert [(one.area, one.change, one.questions) for one in found.areas] == [
        ("services", 7, 0),
        ("housing", -2, 0),
    ]
    assert found.sentence() == (
        "Since “First” these rose: “Services” from 41 to 48. "
        "Since “First” these fell: “Housing” from 35 to 33."
    )


def test_a_written_score_is_not_compared_with_answers() -> None:
    """Nobody knows which questions were behind it."""
    strategy = county(
        FOUR,
        {"q0": YES, "q1": YES},
        assessments={"later": {"title": "Later", "scores": {"services": 90}}},
    )
    found = reassessed(strategy, "first", "later")
    assert found.areas == ()
    assert [one.area for one in found.apart] == ["services"]
    assert found.sentence() == "“First” and “Later” have nothing in common to compare."


def test_it_is_plain_data_too() -> None:
    """Programs get the ids, the scores and the shares."""
    data = reassessed(
        _twice({"q0": NO, "q1": NO}, {"q0": YES, "q1": NO}), "first", "later"
    ).as_data()
    assert data["areas"] == [
        {
            "area": "services",
            "title": "Services",
            "before": 0.0,
            "after": 50.0,
            "change": 50.0,
            "questions": 2,
        }
    ]
    assert data["answers"] == [
        {
            "question": "q0",
            "title": "Is it so in services?",
            "area": "services",
            "before": "no",
            "after": "yes",
            "change": 1.0,
        }
    ]


@given(questionnaires())
def test_nothing_has_changed_since_itself(
    drawn: tuple[dict[str, dict[str, Any]], dict[str, str]],
) -> None:
    """An assessment beside itself: no area moved, no answer is another one."""
    questions, answers = drawn
    found = reassessed(county(questions, answers), "first", "first")
    assert found.is_comparable
    assert found.answers == ()
    assert all(one.change == 0 for one in found.areas)


@given(questionnaires(), questionnaires())
def test_looked_at_backwards_every_change_is_its_opposite(
    drawn: tuple[dict[str, dict[str, Any]], dict[str, str]],
    again: tuple[dict[str, dict[str, Any]], dict[str, str]],
) -> None:
    """What rose from the first to the later fell from the later to the first."""
    questions, answers = drawn
    strategy = _twice(
        answers, {name: one for name, one in again[1].items() if name in questions}, questions
    )
    there, back = (reassessed(strategy, *ends) for ends in (("first", "later"), ("later", "first")))
    assert [(one.area, one.change) for one in there.areas] == [
        (one.area, -one.change) for one in back.areas
    ]
    assert [one.question for one in there.answers] == [one.question for one in back.answers]
