"""The time line: everything with a date, in order; what runs, what comes, what is late."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from roadmap.roads import road
from theories import strategies

from toc import Strategy
from toc.roadmap.moments import KINDS
from toc.roadmap.timeline import TimeLine, time_line

ON = date(2026, 8, 20)


def names(moments: Any) -> list[str]:
    """Give the ids of moments, in their order."""
    return [one.name for one in moments]


def test_everything_with_a_date_stands_in_order_of_time() -> None:
    """What begins first comes first; of what begins together, what ends first."""
    found = [(one.kind, one.name, str(one.period)) for one in time_line(road(), ON).moments]
    assert found == [
        ("activity", "ask", "2026-01/2026-Q1"),
        ("stage", "first", "2026-01/2026-06"),
        ("event", "start", "2026-01-15"),
        ("message", "news", "2026-02-01"),
        ("milestone", "read", "2026-02"),
        ("output", "map", "2026-03"),
        ("check", "time", "2026-04"),
        ("check", "will", "2026-04"),
        ("target", "read", "2026-05"),
        ("stage", "second", "2026-07/2027-12"),
        ("activity", "teach", "2026-07-15/2027"),
        ("pilot", "small", "2026-08/2026-10"),
        ("review", "second", "2026-12"),
        ("review", "second", "2027-05"),
        ("activity", "talk", "2027-06/.."),
        ("review", "second", "2027-10"),
        ("goal", "live", "2027-12"),
    ]


def test_what_has_no_date_is_told_and_never_lost() -> None:
    """An event without a date, an activity that has but a stage, a period that runs backwards."""
    undated = {one.name: one for one in time_line(road(), ON).undated}
    said = {name: one.reason.say("en") for name, one in undated.items() if one.reason}
    assert said == {
        "walk": "it has no date",
        "party": "it has no date",
        "back": "its period runs backwards: 2026-05/2026-02",
        "book": "it has no date",
    }
    assert str(undated["walk"].within) == "2026-07/2027-12"
    assert undated["party"].stage == "second"


def test_each_end_has_its_own_precision() -> None:
    """A day, a quarter, a year and an open end are told apart."""
    found = {one.name: one.precision for one in time_line(road(), ON).moments}
    assert found["ask"] == ("month", "quarter")
    assert found["teach"] == ("day", "year")
    assert found["talk"] == ("month", "open")
    assert {one.precision for one in time_line(road(), ON).undated} == {("unknown", "unknown")}


@pytest.mark.parametrize(
    ("on", "stages", "running", "following"),
    [
        (date(2025, 12, 31), [], [], ["ask"]),
        (date(2026, 1, 1), ["first"], ["ask"], ["start"]),
        (date(2026, 6, 30), ["first"], [], ["teach"]),
        (ON, ["second"], ["teach", "small"], ["talk"]),
        (date(2030, 1, 1), [], ["talk"], []),
    ],
)
def test_what_runs_and_what_comes_next(
    on: date, stages: list[str], running: list[str], following: list[str]
) -> None:
    """On a day stands what has begun and is not over; an open end never ends."""
    found = time_line(road(), on)
    assert (names(found.stages), names(found.running), names(found.next)) == (
        stages, running, following,
    )  # fmt: skip


def test_late_is_what_was_due_and_of_which_nothing_tells() -> None:
    """A reading since, or a state that was found, tells; silence does not."""
    assert names(time_line(road(), ON).late) == ["time", "read"]
    unread: dict[str, Any] = {"read": {"title": "Maps read", "of": "map"}}
    assert names(time_line(road(indicators=unread), ON).late) == ["map", "time"]


def test_what_was_delivered_is_not_late() -> None:
    """Where it is written when an output was delivered, its day has been kept or is forgiven."""
    changed: dict[str, Any] = {"read": {"title": "Maps read", "of": "map"}}
    late = road(indicators=changed)
    (due,) = [one for one in time_line(late, ON).late if one.kind == "output"]
    entry = {"title": "A map", "due": str(late.outputs[due.name].due), "delivered": "2026-07"}
    there = road(indicators=changed, outputs={due.name: entry})
    assert not [one for one in time_line(there, ON).late if one.kind == "output"]


def test_a_review_that_nobody_held_is_late() -> None:
    """Reviews count among what is late once their time has passed."""
    assert "second" in names(time_line(road(), date(2027, 1, 1)).late)


def test_what_was_decided_for_a_day_stands_there_until_it_is_done() -> None:
    """It is called after what it is about, and is late as long as nobody says that it is done."""
    decision = {"about": "teach", "decision": "change", "due": "2026-07"}
    events = {"start": {"title": "Start", "date": "2026-05-15", "decisions": [decision]}}
    found = time_line(road(events=events), ON).late
    assert [one.title.say("en") for one in found if one.kind == "decision"] == ["Teaching: change"]
    events["start"]["decisions"] = [{**decision, "done": "2026-07-30"}]
    assert not [one for one in time_line(road(events=events), ON).moments if one.kind == "decision"]


def test_quick_wins_are_found_with_and_without_a_date() -> None:
    """A quick win without a period is a quick win, too."""
    activities = {"ask": {"title": "Asking", "quick_win": True}}
    assert names(time_line(road(activities=activities), ON).quick_wins) == ["ask"]
    assert names(time_line(road(), ON).quick_wins) == ["ask"]


def test_a_pilot_that_was_not_chosen_does_not_run() -> None:
    """Once one is chosen, the others stay in the time line and are set aside."""
    pilot = {"period": "2026-08/2026-10", "scores": {"x": 1}}
    pilots = {"won": {**pilot, "chosen": {"on": "2026-07"}}, "lost": pilot}
    found = time_line(road(pilots=pilots), ON)
    assert names(found.running) == ["teach", "won"]
    assert {"won", "lost"} <= set(names(found.moments))


def test_it_is_said_in_a_sentence() -> None:
    """What runs, how much is late, how much has no date."""
    assert time_line(road(), ON).sentence("en") == (
        "In “Doing”, 2 activities or pilots run. "
        "2 deadlines have passed, and nothing tells whether they were met. "
        "4 things have no date."
    )
    assert time_line(Strategy(), ON).sentence("en") == (
        "No stage runs on this day; 0 activities or pilots do."
    )


def test_it_is_plain_data_for_programs() -> None:
    """JSON holds it, with dates as they are written."""
    data: Any = json.loads(json.dumps(time_line(road(), ON).as_data("ro")))
    assert data["moments"][0]["period"] == "2026-01/2026-Q1"
    assert data["moments"][0]["title"] == "Asking around"


def dated(strategy: Strategy) -> int:
    """Count by hand what the time line must hold beside reviews."""
    always = ("stages", "activities", "pilots", "events", "outputs", "messages")
    whole = sum(len(getattr(strategy, section)) for section in always)
    due = sum(
        one.due is not None
        for section in ("outcomes", "goals")
        for one in getattr(strategy, section).values()
    )
    decided = [
        decision
        for section in (strategy.events, strategy.reviews)
        for entry in section.values()
        for decision in entry.decisions
    ]
    due += sum(one.due is not None and one.done is None for one in decided)
    values = sum(len(one.milestones) + len(one.target) for one in strategy.indicators.values())
    return (
        whole
        + due
        + values
        + sum(one.check_by is not None for one in strategy.assumptions.values())
    )


@given(strategies(), st.dates())
def test_nothing_is_lost_and_nothing_comes_twice(strategy: Strategy, on: date) -> None:
    """Whatever is written stands in the time line, or among what has no date."""
    found: TimeLine = time_line(strategy, on)
    every = [one for one in (*found.moments, *found.undated) if one.kind != "review"]
    assert len(every) == dated(strategy)
    assert {one.kind for one in every} <= set(KINDS)
    assert all(one.reason is not None for one in found.undated)
    firsts = [one.period.first or date.min for one in found.moments if one.period]
    assert firsts == sorted(firsts)
    assert set(found.late) <= set(found.moments)
    json.dumps(found.as_data("en"))
    found.sentence("ro")
