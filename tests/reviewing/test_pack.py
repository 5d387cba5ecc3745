"""The review pack: nothing that is open is lost between its parts, and nothing is invented."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewing.region import DAY, region
from theories import strategies

from toc import Strategy
from toc.analysis.due import due
from toc.reviewing import review_pack

DAYS = st.dates(date(2024, 1, 1), date(2030, 1, 1))


def test_the_pack_tells_how_far_it_is_since_the_last_review() -> None:
    """Which review that was, and what stands otherwise since."""
    pack = review_pack(region(), DAY)
    assert pack.last is not None
    assert pack.last.review.name == "first"
    assert [(one.now.indicator.name, one.has_moved) for one in pack.moved] == [
        ("share", True),
        ("seats", False),
    ]
    share = pack.moved[0]
    assert share.then is not None
    assert (share.then.standing, share.now.standing) == ("on-track", "far-behind")
    assert [str(one.date) for one in share.readings] == ["2027-05"]
    assert share.told.say() == "far behind (was: on track)"


def test_a_review_that_is_dated_later_is_told_and_not_counted_as_held() -> None:
    """A review of next December has decided nothing yet."""
    pack = review_pack(region(), DAY)
    assert [one.name for one in pack.later] == ["dreamt"]
    assert pack.last is not None
    assert pack.last.review.name != "dreamt"


@pytest.mark.parametrize(("written", "last"), [("2027-06-30", "first"), ("2027-06-29", "today")])
def test_what_is_dated_on_the_day_is_the_review_that_is_being_held(written: str, last: str) -> None:
    """The pack that is opened again after the minutes were written tells the same."""
    reviews = {
        "first": {"title": "First", "date": "2027-01-12"},
        "today": {"title": "Today", "date": written},
    }
    found = review_pack(region(reviews=reviews), DAY).last
    assert found is not None
    assert found.review.name == last


def test_everything_overdue_is_told_with_who_is_to_do_it() -> None:
    """Outputs, assumptions, minutes and decisions; what is settled or reached is not."""
    pack = review_pack(region(), DAY)
    told = {(one.kind, one.things[0].name, one.people) for one in pack.due}
    assert told == {
        ("output", "graduates", ("school",)),
        ("assumption", "time", ("school",)),
        ("minutes", "lost", ("school",)),
        ("decision", "course", ("school",)),
    }
    assert {one.kind for one in pack.overdue} == {"output", "assumption", "minutes"}
    assert {one.kind for one in pack.to_decide} == {"assumption", "decision"}


def test_a_review_whose_time_has_passed_is_the_work_of_who_leads() -> None:
    """June has gone by without one."""
    late = [one for one in review_pack(region(), date(2027, 7, 1)).overdue if one.kind == "review"]
    assert [(str(one.by), one.people) for one in late] == [("2027-06", ("hall",))]


def test_an_output_whose_indicator_has_reached_its_target_is_delivered() -> None:
    """Nobody has to write twice that it is there."""
    seats = {
        "title": "Seats",
        "of": "graduates",
        "baseline": {"2026-01": 0},
        "target": {"2027-03": 40},
    }
    seats["actual"] = {"2027-02": 41}
    pack = review_pack(region(indicators={"seats": seats}), DAY)
    assert "output" not in {one.kind for one in pack.due}


def test_assumptions_that_failed_come_first_with_what_falls_with_them() -> None:
    """The state of each, and what it carries by the logic of the strategy."""
    pack = review_pack(region(), DAY)
    assert [(one.assumption.name, one.status) for one in pack.supports] == [
        ("trust", "failed"),
        ("time", "untested"),
        ("money", "holding"),
    ]
    assert [one.assumption.name for one in pack.in_doubt] == ["trust"]
    assert [link.name for link in pack.supports[0].links] == ["know -> equal"]


def test_what_happened_since_is_told_and_what_has_no_date_is_not_lost() -> None:
    """Meetings, feedback and lessons since; a lesson that was learned at no known time too."""
    since = review_pack(region(), DAY).since
    assert [one.name for one in since.events] == ["talk", "lost"]
    assert [one.name for one in since.feedback] == ["short"]
    assert [one.name for one in since.lessons] == ["new", "old", "bare"]
    assert since.decisions == ()


@given(strategies(), DAYS)
def test_nothing_open_is_lost_between_the_parts(strategy: Strategy, on: date) -> None:
    """What is due is either to be decided or to be done, once, and all of it is there."""
    pack = review_pack(strategy, on)
    parts = [one.route for one in (*pack.to_decide, *pack.to_do)]
    assert sorted(map(str, parts)) == sorted(str(one.route) for one in pack.due)
    reached = {
        of.lower()
        for one in pack.moved
        if one.now.standing == "achieved"
        for of in strategy.indicators[one.now.indicator.name].of
    }
    expected = {one.route for one in due(strategy, on, delivered=reached)}
    assert expected <= {*parts}
    assert len(pack.moved) == len(strategy.indicators)
    assert len(pack.supports) == len(strategy.assumptions)
    assert not {one.route for one in pack.coming} & {*parts}


@settings(max_examples=40)
@given(strategies(), DAYS)
def test_every_pack_is_said_in_both_languages_and_is_plain_data(
    strategy: Strategy, on: date
) -> None:
    """A sentence for the table, JSON for programs."""
    pack = review_pack(strategy, on)
    assert pack.sentence("en") != pack.sentence("ro")
    data = pack.as_data("ro")
    assert json.loads(json.dumps(data, allow_nan=False)) == data
