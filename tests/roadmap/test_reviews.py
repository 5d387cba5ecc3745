"""The calendar of reviews: reckoned, matched with what was held, next and overdue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import durations, intervals, strategies

from toc import Strategy
from toc.analysis.days import later
from toc.model import Date, Duration, Head
from toc.roadmap.planned import MOST
from toc.roadmap.reviews import STANDINGS, ReviewCalendar, due

ON = date(2022, 1, 10)


def calendar(
    on: date = ON,
    reviews: dict[str, Any] | None = None,
    status: str = "running",
    **stages: Any,
) -> ReviewCalendar:
    """Give the calendar of a strategy that has nothing but stages and reviews."""
    head: dict[str, Any] = {"period": "2020-01/2026-12", "status": status}
    return due(Strategy(strategy=Head(**head), stages=stages, reviews=reviews or {}), on)


def stage(period: str | None, every: str | None = "P5M", **plan: Any) -> dict[str, Any]:
    """Give a stage that is reviewed."""
    return {"period": period, "review": {"every": every, **plan}}


def seen(found: ReviewCalendar) -> list[tuple[str, str, str]]:
    """Give each review as standing, when it falls due, and which one was held."""
    return [(one.standing, str(one.due or "–"), one.review) for one in found.sessions]


@pytest.mark.parametrize(
    ("period", "every", "expected"),
    [
        pytest.param("2021-05/2022-07", "P5M", ["2021-10", "2022-03", "2022-08"], id="the seed's fifteen months have three"),
        pytest.param("2021-05/2022-06", "P5M", ["2021-10", "2022-03"], id="a month less leaves out the one that closes it"),
        pytest.param("2022-01-31/2022-05-31", "P1M", ["2022-02-28", "2022-03-31", "2022-04-30", "2022-05-31"], id="a 31st that became a 28th becomes a 31st again"),
        pytest.param("2024-01-30/2024-04-01", "P1M", ["2024-02-29", "2024-03-30"], id="a leap year has its 29th"),
        pytest.param("2022-Q1/2022-Q4", "P3M", ["2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1"], id="quarters stay quarters"),
        pytest.param("2022/2024", "P1Y", ["2023", "2024", "2025"], id="years stay years"),
        pytest.param("2022/2022", "P6M", ["2022-Q3", "2023-Q1"], id="a year is told in quarters where it must be"),
        pytest.param("2022-01-03/2022-02-01", "P2W", ["2022-01-17", "2022-01-31"], id="weeks are counted"),
        pytest.param("2022-01/2022-01", "P10D", ["2022-01-11", "2022-01-21", "2022-01-31"], id="days are told as days"),
        pytest.param("../2020-12", "P5M", ["2020-06", "2020-11"], id="an open beginning is the strategy's"),
        pytest.param("2026-06/..", "P5M", ["2026-11"], id="an open end is the strategy's"),
        pytest.param("2022-01/2022-03", "P5M", [], id="a stage that is shorter than its interval has none"),
        pytest.param("2022-05/2022-01", "P5M", [], id="a period that runs backwards has none"),
    ],
)  # fmt: skip
def test_reviews_fall_due_every_so_often(period: str, every: str, expected: list[str]) -> None:
    """They are reckoned from the first day of the stage to the day after its last."""
    found = calendar(one=stage(period, every))
    assert [str(session.due) for session in found.sessions] == expected


def test_without_any_end_the_first_after_the_day_is_the_last() -> None:
    """A stage that is open for ever, in a strategy that is, too, is not reckoned for ever."""
    strategy = Strategy(stages={"one": stage("2021-05/..")})
    assert [str(one.due) for one in due(strategy, ON).sessions] == ["2021-10", "2022-03"]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (stage(None), "nobody knows when it begins: give it a period"),
        (stage("2022-01/2022-12", None), "it does not say how often: write every: P5M"),
        (stage("2022-01/2022-12", "P0D"), "its interval is no time at all: write every: P5M"),
        (stage("1970-01-01/2020-12-31", "P1D"), f"only the first {MOST} are reckoned"),
    ],
)
def test_what_cannot_be_reckoned_is_told(entry: dict[str, Any], reason: str) -> None:
    """A stage that wants reviews and gets none, or not all, is never passed over in silence."""
    found = calendar(one=entry)
    assert [(one.stage, one.reason.say("en")) for one in found.unreckoned] == [("one", reason)]


SEED = stage("2021-05/2022-07", "P5M", joint=True)


@pytest.mark.parametrize(
    ("reviews", "on", "expected"),
    [
        pytest.param(
            {"a": {"date": "2021-10"}},
            ON,
            [("held", "2021-10", "a"), ("due", "2022-03", ""), ("due", "2022-08", "")],
            id="one that was held in its month counts",
        ),
        pytest.param(
            {"a": {"date": "2021-12-10"}},
            ON,
            [("held", "2021-10", "a"), ("due", "2022-03", ""), ("due", "2022-08", "")],
            id="one that was late by less than half the interval counts",
        ),
        pytest.param(
            {"a": {"date": "2022-01-05"}},
            ON,
            [("missed", "2021-10", ""), ("held", "2022-03", "a"), ("due", "2022-08", "")],
            id="one that lies nearer to the next counts as the next",
        ),
        pytest.param(
            {"a": {"date": "2021-10"}, "b": {"date": "2021-11"}},
            ON,
            [("held", "2021-10", "a"), ("held", "–", "b"), ("due", "2022-03", ""), ("due", "2022-08", "")],
            id="two do not count as one",
        ),
        pytest.param(
            {"a": {"date": "2021-10", "stage": "other"}},
            ON,
            [("overdue", "2021-10", ""), ("held", "–", "a"), ("due", "2022-03", ""), ("due", "2022-08", "")],
            id="one of another stage does not count",
        ),
        pytest.param(
            {},
            date(2022, 4, 1),
            [("overdue", "2021-10", ""), ("overdue", "2022-03", ""), ("due", "2022-08", "")],
            id="what nobody held is overdue",
        ),
        pytest.param(
            {"b": {"date": "2022-03"}},
            date(2022, 4, 1),
            [("missed", "2021-10", ""), ("held", "2022-03", "b"), ("due", "2022-08", "")],
            id="what a later one left behind is left out, and not overdue",
        ),
        pytest.param(
            {},
            date(2021, 10, 31),
            [("due", "2021-10", ""), ("due", "2022-03", ""), ("due", "2022-08", "")],
            id="on the last day of its month it is not late yet",
        ),
        pytest.param(
            {"a": {"date": "2022-01-11"}},
            ON,
            [("overdue", "2021-10", ""), ("planned", "2022-03", "a"), ("due", "2022-08", "")],
            id="one that is dated tomorrow is planned, not held",
        ),
        pytest.param(
            {"a": {"date": "2021-10", "next": "2022-04"}},
            ON,
            [("held", "2021-10", "a"), ("due", "2022-04", ""), ("due", "2022-08", "")],
            id="what was agreed takes the place of what is near",
        ),
        pytest.param(
            {"a": {"date": "2021-10", "next": "2022-06-01"}},
            ON,
            [("held", "2021-10", "a"), ("missed", "2022-03", ""), ("due", "2022-06-01", "")],
            id="what was agreed leaves out what would come before",
        ),
        pytest.param(
            {"a": {"date": "2021-10", "next": "2021-12"}},
            ON,
            [("held", "2021-10", "a"), ("overdue", "2021-12", ""), ("due", "2022-08", "")],
            id="what was agreed and not held is overdue",
        ),
        pytest.param(
            {"a": {"date": "2021-10", "next": "2022-03"}, "b": {"date": "2022-02"}},
            date(2022, 4, 1),
            [("held", "2021-10", "a"), ("held", "2022-03", "b"), ("due", "2022-08", "")],
            id="what an earlier one agreed on is settled by the later one",
        ),
    ],
)  # fmt: skip
def test_what_was_held_is_matched_with_what_was_planned(
    reviews: dict[str, Any], on: date, expected: list[tuple[str, str, str]]
) -> None:
    """A review counts as the nearest planned one within half the interval."""
    assert seen(calendar(on, reviews, one=SEED, other={"period": "2020"})) == expected


def test_in_the_days_around_a_review_it_is_held_when_it_decided() -> None:
    """A review of “January” is held in the middle of January only if it decided something."""
    entry: dict[str, Any] = {"date": "2022-01"}
    assert calendar(ON, {"a": entry}, one=SEED).next is not None
    assert calendar(ON, {"a": entry}, one=SEED).held == ()
    entry["decisions"] = [{"decision": "keep"}]
    assert [one.review for one in calendar(ON, {"a": entry}, one=SEED).held] == ["a"]


def test_a_closed_strategy_has_nothing_overdue() -> None:
    """Nobody is asked to hold the reviews of what is over."""
    found = calendar(date(2023, 1, 1), status="closed", one=SEED)
    assert {one.standing for one in found.sessions} == {"missed"}


def test_a_review_without_a_date_is_not_lost() -> None:
    """It has no place in the calendar, and is told by its id."""
    assert calendar(reviews={"a": "A talk"}, one=SEED).undated == ("a",)


def test_common_sessions_are_marked() -> None:
    """What the seed holds with all the cities is told apart from what one city holds alone."""
    found = calendar(one=SEED, two=stage("2022-08/2023-12", "P5M"))
    assert [one.joint for one in found.sessions] == [one.stage == "one" for one in found.sessions]


@pytest.mark.parametrize(
    ("on", "reviews", "said"),
    [
        (ON, {"a": {"date": "2021-10"}}, "The next review is due March 2022, in a common session of several regions (stage “one”)."),
        (date(2021, 12, 1), {}, "The review due October 2021 has not been held. The next review is due March 2022, in a common session of several regions (stage “one”)."),
        (date(2022, 10, 1), {}, "3 reviews have not been held: due October 2021, March 2022, August 2022."),
        (date(2022, 10, 1), {"a": {"date": "2022-08-02"}}, "No further review is planned."),
        (ON, {"a": {"date": "2021-10", "next": "2023-05-04"}}, "The next review is due 4 May 2023, as the last one agreed."),
    ],
)  # fmt: skip
def test_what_matters_is_said_in_a_sentence(on: date, reviews: dict[str, Any], said: str) -> None:
    """First what is late, then what comes."""
    assert calendar(on, reviews, one=SEED).sentence("en") == said


def test_nothing_planned_is_said_too() -> None:
    """A strategy without reviews says so."""
    assert due(Strategy(), ON).sentence("en") == "No review is planned."


def test_as_data_it_holds_plain_things_only() -> None:
    """Programs get the dates as they are written."""
    data = calendar(one=SEED).as_data("en")
    assert isinstance(data, dict)
    sessions = data["sessions"]
    assert isinstance(sessions, list)
    assert sessions[0] == {
        "standing": "overdue", "stage": "one", "due": "2021-10", "review": "", "date": None,
        "joint": True, "agreed_by": "", "number": 1,
    }  # fmt: skip


@given(strategies(), st.dates())
def test_any_strategy_has_a_calendar(strategy: Strategy, on: date) -> None:
    """Whatever is written, every dated review stands in it once, in order, and none is invented."""
    found = due(strategy, on)
    written = [one.review for one in found.sessions if one.review]
    assert sorted([*written, *found.undated]) == sorted(strategy.reviews)
    days = [one.when.first for one in found.sessions]
    assert days == sorted(days)
    assert {one.standing for one in found.sessions} <= set(STANDINGS)
    assert all(one.when.last >= on for one in found.sessions if one.standing == "due")
    assert all(one.when.last < on for one in found.overdue)


@given(intervals(), durations(), st.dates())
def test_each_review_is_an_interval_after_the_one_before(
    period: Any, every: Duration, on: date
) -> None:
    """No day is skipped and none comes twice; the months are counted from the beginning."""
    found = due(Strategy(stages={"one": {"period": period, "review": {"every": every}}}), on)
    start = period.start
    if start is None or not found.sessions:
        return
    for times, session in enumerate(found.sessions, 1):
        long = Duration(
            *(part * times for part in (every.years, every.months, every.weeks, every.days))
        )
        day = later(start.first, long)
        assert session.when.first <= day <= session.when.last
        if period.last is not None:
            assert day <= period.last + timedelta(days=1)


def test_dates_are_what_the_model_calls_dates() -> None:
    """Other rooms compare them with what is written."""
    assert calendar(one=SEED).sessions[0].due == Date.of("2021-10")
