"""What is to be done by when: nothing that has a day is forgotten, nothing done is asked for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import strategies

from toc import Strategy
from toc.analysis.due import WORK, due

DAY = date(2026, 6, 30)


def kinds(on: date = DAY, **sections: object) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give what is due, each with what it is about and who is to do it."""
    strategy = Strategy.model_validate(sections)
    return [
        (one.kind, ", ".join(thing.name for thing in one.things), one.people)
        for one in due(strategy, on)
    ]


@pytest.mark.parametrize(
    ("entry", "is_due"),
    [
        ({"check_by": "2026-06"}, True),
        ({"check_by": "2026-07"}, False),
        ({"check_by": "2026"}, True),
        ({"check_by": "2026-06", "status": "doubtful"}, True),
        ({"check_by": "2026-06", "status": "holding"}, False),
        ({"check_by": "2026-06", "status": "failed"}, False),
        ({}, False),
    ],
)
def test_an_assumption_is_looked_at_until_it_is_settled(
    entry: dict[str, str], *, is_due: bool
) -> None:
    """Doubtful is not settled; a month that has begun counts."""
    found = kinds(assumptions={"a": {"title": "A", "owner": "school", **entry}})
    assert found == [("assumption", "a", ("school",))] * is_due


def test_an_output_is_asked_of_whoever_answers_for_what_delivers_it() -> None:
    """Until it is delivered, as it says itself or as is known from elsewhere."""
    sections: dict[str, object] = {
        "activities": {"course": {"title": "A course", "accountable": "school"}},
        "links": {"course -> book": "It is written there"},
    }
    book = {"title": "A book", "due": "2026-05"}
    assert kinds(DAY, outputs={"book": book}, **sections) == [("output", "book", ("school",))]
    assert kinds(DAY, outputs={"book": {**book, "delivered": "2026-04"}}, **sections) == []
    strategy = Strategy.model_validate({"outputs": {"book": book}})
    assert due(strategy, DAY, delivered=["BOOK"]) == ()


def test_a_pilot_that_was_stopped_is_no_longer_to_be_chosen() -> None:
    """Who decided to stop one is asked about the others only."""
    pilots = {"one": {"period": "2026-03/2026-06"}, "two": {"period": "2026-04/2026-06"}}
    stop = {"about": ["one"], "decision": "stop", "because": "No money", "done": "2026-02"}
    reviews = {"first": {"title": "First", "date": "2026-02", "decisions": [stop]}}
    found = kinds(pilots=pilots, reviews=reviews)
    assert [one[:2] for one in found] == [("pilot", "two")]


def test_the_choice_among_pilots_is_due_before_the_first_begins() -> None:
    """Once, for all of them; when one is chosen, its result is due when it is over."""
    pilots: dict[str, dict[str, object]] = {
        "one": {"title": "One", "period": "2026-09/2026-12"},
        "two": {"title": "Two", "period": "2026-06/2026-08"},
    }
    found = kinds(pilots=pilots, strategy={"led_by": "hall"})
    assert found == [("pilot", "one, two", ("hall",))]
    pilots["two"] |= {"chosen": {"on": "2026-05"}}
    assert kinds(pilots=pilots) == []
    assert kinds(date(2026, 9, 1), pilots=pilots) == [("result", "two", ())]
    pilots["two"] |= {"result": "They came"}
    assert kinds(date(2026, 9, 1), pilots=pilots) == []


@pytest.mark.parametrize(
    "minutes", [{"attended": {"clerks": 3}}, {"decided": "More"}, {"decisions": [{"about": "x"}]}]
)
def test_an_event_that_is_over_needs_minutes(minutes: dict[str, object]) -> None:
    """Any of who came, what was decided and what was said is enough."""
    talk = {"title": "A talk", "date": "2026-06-29", "facilitators": ["school"]}
    assert kinds(events={"talk": talk}) == [("minutes", "talk", ("school",))]
    assert kinds(date(2026, 6, 29), events={"talk": talk}) == []
    assert kinds(events={"talk": talk | minutes}) == []
    assert kinds(events={"talk": talk}, feedback={"f": {"title": "Good", "from": "Talk"}}) == []


@pytest.mark.parametrize(
    ("decision", "is_due"),
    [
        ({"decision": "change"}, True),
        ({"decision": "stop"}, True),
        ({"decision": "keep"}, False),
        ({"decision": "keep", "due": "2026-08"}, False),
        ({"decision": "keep", "due": "2026-06"}, True),
        ({"decision": "change", "done": "2026-05"}, False),
        ({"decision": "change", "done": "2026-08"}, True),
        ({"decision": "stop", "changed": ["a"]}, False),
    ],
)
def test_a_decision_waits_until_it_is_carried_out(
    decision: dict[str, object], *, is_due: bool
) -> None:
    """To keep a thing is done with the word; a day that is set is another matter."""
    review = {
        "title": "R",
        "date": "2026-03",
        "decisions": [{"about": "a", "by": "Ana", **decision}],
    }
    assert kinds(reviews={"r": review}) == [("decision", "a", ("Ana",))] * is_due
    tomorrow = review | {"date": "2026-07-01"}
    assert kinds(reviews={"r": tomorrow}) == []


def test_a_waiver_is_decided_anew_when_it_ends() -> None:
    """About what it accepts, by whoever accepted it."""
    waiver = {"rule": "r", "at": ["a"], "until": "2026-06", "by": "Ana"}
    assert kinds(waivers={"w": waiver}) == [("waiver", "a", ("Ana",))]


@given(strategies(), st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(0, 900))
def test_what_is_due_stays_due_until_it_is_done(strategy: Strategy, on: date, days: int) -> None:
    """Time alone takes nothing off the list, but a decision that a later day carried out."""
    later = date.fromordinal(on.toordinal() + days)
    before = {one.route for one in due(strategy, on) if one.kind != "decision"}
    assert before <= {one.route for one in due(strategy, later)}


@given(strategies())
def test_every_day_that_an_author_sets_is_found_in_the_end(strategy: Strategy) -> None:
    """At the end of time everything that is open is due, and can be said in both languages."""
    found = due(strategy, date.max)
    assert [one.last for one in found] == sorted(one.last for one in found)
    routes = {one.route for one in found}
    for name, output in strategy.outputs.items():
        is_open = output.due is not None and output.delivered is None
        assert (("outputs", name, "due") in routes) is is_open
    assert all(one.sentence("ro") and one.kind in WORK for one in found)
