"""The agenda: what is open and concerns an event, and nothing of it lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from meetings.small import town
from theories import strategies

from toc import Finding, Strategy, check
from toc.meetings import agenda
from toc.words import Said

DAY = date(2026, 5, 1)


def asked(*route: str) -> Finding:
    """Make a finding about a place, with its question."""
    return Finding("a-rule", Said("said"), Said("mend"), route, question=Said("Why?"))


def test_what_is_open_about_the_same_things_is_on_the_agenda() -> None:
    """Own points, decisions not carried out, what falls due, feedback without consequence."""
    found = agenda(town(), "second", DAY)
    assert [text.say() for text in found.own] == ["What did you try?"]
    assert [one.route for one in found.undone] == [("events", "first", "decisions", 0)]
    assert found.earlier is not None
    assert found.earlier.event.name == "first"
    assert [one.things[0].name for one in found.due] == ["graduates", "time"]
    assert [one.name for one in found.feedback] == ["later"]


def test_what_is_about_other_things_is_not() -> None:
    """The tent belongs to the market day, and the fair leads to another goal."""
    found = agenda(town(), "market", DAY)
    assert [one.things[0].name for one in found.due] == ["weather"]
    assert [one.name for one in found.feedback] == ["rain"]
    assert found.undone == ()
    assert found.earlier is None


def test_questions_are_those_about_the_things_of_the_event_and_the_others_are_counted() -> None:
    """Nearest first: what the event names, then what leads there."""
    far, near, there = (
        asked("links", "fair -> meet"),
        asked("activities", "course"),
        asked("outcomes", "know"),
    )
    found = agenda(town(), "second", DAY, [far, near, there])
    assert found.questions == (there, near)
    assert found.elsewhere == 1


def test_an_event_about_nothing_in_particular_is_about_everything() -> None:
    """A review meeting takes what there is."""
    open_day = {"title": "Open day", "date": "2026-07-01"}
    found = agenda(town(events={"day": open_day}), "DAY", DAY, [asked("links", "fair -> meet")])
    assert len(found.questions) == 1
    assert [one.things[0].name for one in found.due] == ["graduates", "time", "weather"]
    assert {one.name for one in found.feedback} == {"later", "rain"}


def test_a_decision_that_was_carried_out_is_on_no_agenda() -> None:
    """Done is done, by date or by what was changed."""
    for done in ({"done": "2026-04"}, {"changed": ["course"]}):
        decision = {"about": "course", "decision": "change", **done}
        first = {"title": "First", "date": "2026-03", "about": "course", "decisions": [decision]}
        second = {"title": "Second", "date": "2026-06", "about": "know"}
        assert agenda(town(events={"one": first, "two": second}), "two", DAY).undone == ()


@pytest.mark.parametrize(("starts", "is_asked"), [("2026-09", True), ("2026-12", False)])
def test_the_choice_among_pilots_is_on_the_agenda_of_their_stage(
    starts: str,
    *,
    is_asked: bool,
) -> None:
    """At the meeting before the first of them begins, whatever that is about."""
    pilots = {"one": {"title": "One", "stage": "trying", "period": starts}, "two": {"title": "Two"}}
    talk = {"title": "A talk", "date": "2026-07-01", "stage": "trying", "about": ["near"]}
    stages = {"trying": {"title": "Trying"}}
    strategy = town(pilots=pilots, stages=stages, events={"talk": talk})
    assert ("pilot" in [one.kind for one in agenda(strategy, "talk", DAY).due]) is is_asked


@pytest.mark.parametrize("event", [{}, {"date": "2026-10/.."}, {"date": "../2026-10"}])
def test_an_event_without_a_date_has_an_agenda_too(event: dict[str, str]) -> None:
    """The date is to be fixed: what is open is open."""
    found = agenda(town(events={"talk": {"title": "A talk", **event}}), "talk", date(2026, 7, 1))
    assert [one.things[0].name for one in found.due] == ["graduates", "time", "weather"]


@given(strategies())
def test_no_question_is_lost_between_an_event_and_the_others(strategy: Strategy) -> None:
    """What is not on the agenda is counted beside it; whatever the strategy says."""
    findings = check(strategy, on=DAY, select=["structure", "people", "reviews"]).findings
    asking = [one for one in findings if one.question is not None]
    for name in strategy.events:
        found = agenda(strategy, name, DAY, findings)
        assert len(found.questions) + found.elsewhere == len(asking)
        assert found.sentence("ro")
