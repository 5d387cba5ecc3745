"""Who was invited, who came, and who is missing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from meetings.small import SMALL, town
from theories import strategies

from toc import Strategy
from toc.meetings import attendance

DAY = date(2026, 7, 1)


def test_those_for_whom_it_is_done_come_first_and_the_missing_before_the_present() -> None:
    """Never invited, then invited in vain, then those who came; partners after them."""
    found = attendance(town(), DAY)
    assert [(one.stakeholder.name, one.told.say()) for one in found.presences] == [
        ("night_shift", "never invited"),
        ("migrants", "invited, never came"),
        ("clerks", "came"),
        ("hall", "never invited"),
        ("school", "led"),
    ]
    assert found.sentence() == (
        "nobody from 2 target groups has been at an event: “Night shift workers”, “Migrants”"
    )


def test_who_looks_back_sees_what_had_been_held_by_then() -> None:
    """In February the session of March is still to come, though it is written who came to it."""
    found = attendance(town(), date(2026, 2, 1))
    assert found.events == ()
    assert all(not one.came for one in found.presences)


def test_an_event_to_come_is_an_invitation_and_no_absence() -> None:
    """In March nobody can have missed what is in June."""
    (migrants,) = [
        one
        for one in attendance(town(), date(2026, 3, 20)).presences
        if one.stakeholder.name == "migrants"
    ]
    assert (migrants.invited, migrants.counted, migrants.ahead) == (
        ("first",),
        ("first",),
        ("second", "market"),
    )


def test_an_event_of_which_nobody_counted_says_nothing_about_who_came() -> None:
    """No list of who came is not an empty list."""
    events = {"talk": {"title": "A talk", "date": "2026-03", "audience": ["migrants"]}}
    found = attendance(town(events=events), DAY)
    assert found.uncounted == ("talk",)
    assert "migrants" not in [one.stakeholder.name for one in found.never_came]


@pytest.mark.parametrize("number", [0, 3])
def test_a_zero_that_is_written_is_not_a_presence(number: int) -> None:
    """Who is listed with nobody did not come; spelling of ids does not matter."""
    events = {
        "talk": {"date": "2026-03", "audience": ["Migrants"], "attended": {"MIGRANTS": number}}
    }
    found = attendance(town(events=events), DAY)
    assert ("migrants" in [one.stakeholder.name for one in found.never_came]) is (number == 0)


@given(strategies())
def test_every_stakeholder_is_told_of_once_and_every_head_is_counted(strategy: Strategy) -> None:
    """Whatever is written, nobody is lost and nobody counts twice."""
    found = attendance(strategy)
    assert sorted(one.stakeholder.name for one in found.presences) == sorted(strategy.stakeholders)
    known = {name.lower() for name in strategy.stakeholders}
    held = [strategy.events[name].attended for name in found.events]
    heads = sum(number for one in held for who, number in one.items() if who.lower() in known)
    assert sum(one.total for one in found.presences) == pytest.approx(heads)
    assert found.sentence("en")
    assert found.sentence("ro")


def test_a_strategy_without_events_says_so() -> None:
    """Nothing has been held: that is another thing than nobody having come."""
    bare = Strategy.model_validate({**SMALL, "events": {}})
    assert attendance(bare).sentence() == "no event has been held yet"
