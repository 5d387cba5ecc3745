"""The calendar file: what stands in it, under which name, and that no text breaks it."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from roadmap.roads import road
from theories import strategies

from toc import Strategy
from toc.errors import MissingExtraError
from toc.roadmap.ics import CalendarFile, calendar_file

ON = date(2026, 8, 20)


def entries(found: CalendarFile) -> dict[str, Any]:
    """Read the file as a calendar program does, and give its entries by identifier."""
    read = list(Calendar.from_ical(found.content).walk("VEVENT"))
    by_name = {str(entry["uid"]): entry for entry in read}
    assert len(by_name) == len(read) == found.count
    return by_name


def entry(name: str, **sections: Any) -> Any:
    """Give the entry of the small roadmap with that identifier."""
    return entries(calendar_file(road(**sections), ON))[f"road-{name}@theory-of-change"]


def test_events_reviews_to_come_and_deadlines_stand_in_it() -> None:
    """What lasts, and what was held, does not."""
    names = [name.removesuffix("@theory-of-change") for name in entries(calendar_file(road(), ON))]
    assert names == [
        "road-events-start", "road-messages-news", "road-indicators-read-milestones-2026-02",
        "road-outputs-map-due", "road-assumptions-time-check_by", "road-assumptions-will-check_by",
        "road-indicators-read-target-2026-05", "road-stages-second-review-1",
        "road-stages-second-review-2", "road-stages-second-review-3", "road-goals-live-due",
    ]  # fmt: skip


def test_a_day_is_sure_and_a_month_is_tentative() -> None:
    """What is not known to the day is as long as it may take, and says how exact it is."""
    start, due = entry("events-start"), entry("outputs-map-due")
    assert (start["dtstart"].dt, start["dtend"].dt) == (date(2026, 1, 15), date(2026, 1, 16))
    assert start["status"] == "CONFIRMED"
    assert (due["dtstart"].dt, due["dtend"].dt) == (date(2026, 3, 1), date(2026, 4, 1))
    assert due["status"] == "TENTATIVE"
    assert "The date is not more exact yet: known to the month." in due["description"]


@pytest.mark.parametrize(
    ("when", "first", "after"),
    [
        ("2026", date(2026, 1, 1), date(2027, 1, 1)),
        ("2026-Q2", date(2026, 4, 1), date(2026, 7, 1)),
        ("2026-10-06/2026-10-08", date(2026, 10, 6), date(2026, 10, 9)),
        ("2026-10/..", date(2026, 10, 1), date(2026, 11, 1)),
        ("../2026-10", date(2026, 10, 1), date(2026, 11, 1)),
    ],
)
def test_an_entry_is_as_long_as_its_date_may_be(when: str, first: date, after: date) -> None:
    """Of what is open at an end, only the end that is given is shown."""
    found = entry("events-e", events={"e": {"title": "E", "date": when}})
    assert (found["dtstart"].dt, found["dtend"].dt) == (first, after)


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    """An entry without an end lasts its first day."""
    found = entry("events-e", events={"e": {"title": "E", "date": "9999-12-31"}})
    assert found["dtstart"].dt == date(9999, 12, 31)
    assert "dtend" not in found


def test_an_entry_keeps_its_name_whatever_is_said_of_it() -> None:
    """A new title, a new date, another order: the calendar brings the entry up to date."""
    event = {"title": "New", "date": "2027-05-05"}
    assert entry("events-start", events={"other": "Other", "start": event})["summary"] == "New"
    held = {"r": {"title": "Held early", "date": "2026-12-01", "stage": "second"}}
    assert entry("stages-second-review-1", reviews=held)["summary"] == "Held early (review)"
    assert "road-stages-second-review-1@theory-of-change" not in entries(
        calendar_file(road(reviews=held), date(2027, 1, 1))
    )


def test_a_strategy_without_an_id_is_told_from_others() -> None:
    """Two calendars side by side do not overwrite each other's entries."""
    events = {"e": {"title": "E", "date": "2026-05-05"}}
    names = {
        next(iter(entries(calendar_file(road(strategy={"title": title}, events=events), ON))))
        for title in ("One", "Other")
    }
    assert len(names) == 2


def test_place_mode_hour_and_purpose_of_an_event_are_said() -> None:
    """What somebody who is invited needs to know."""
    found = entry("events-e", events={"e": {
        "title": "E", "date": "2026-05-05", "mode": "hybrid", "time": "10:00–13:00",
        "place": "Town hall, room 3", "objective": "To agree; and to begin", "stage": "first",
    }})  # fmt: skip
    assert found["location"] == "Town hall, room 3"
    assert str(found["description"]).splitlines() == [
        "To agree; and to begin", "10:00–13:00", "face to face and online", "5 May 2026",
        "Stage: Preparing", "The road",
    ]  # fmt: skip


def test_every_text_names_its_language_and_every_entry_its_kind() -> None:
    """In Romanian the kinds are Romanian, too."""
    found = entries(calendar_file(road(), ON, language="ro"))
    for one in found.values():
        assert one["summary"].params["language"] == "ro"
    kinds = {str(one["categories"].cats[0]) for one in found.values()}
    assert {"eveniment", "revizuire", "mesaj"} <= kinds


def test_what_has_no_date_is_told() -> None:
    """It is not in the file, and nobody has to find that out alone."""
    found = calendar_file(road(), ON)
    assert found.sentence("en") == (
        "The calendar has 11 entries. "
        "3 things have no date and are not in it: “Party”, “Backwards”, “A book”."
    )


def test_the_day_of_the_export_is_the_only_time_in_it() -> None:
    """The same strategy on the same day is the same file, byte for byte."""
    assert calendar_file(road(), ON).content == calendar_file(road(), ON).content
    assert {str(one["dtstamp"].dt.date()) for one in entries(calendar_file(road(), ON)).values()} == {"2026-08-20"}  # fmt: skip


@given(st.text(max_size=80))
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    """Line ends, semicolons and whole entries in a title stay a title."""
    hostile = f"\x07{text}\x1b[31m\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:{text};,\\n"
    events = {"e": {"title": hostile, "date": "2026-05-05", "objective": hostile, "place": hostile}}
    found = calendar_file(Strategy.model_validate({"events": events}), ON)
    (one,) = entries(found).values()
    assert "END:VEVENT BEGIN:VEVENT" in str(one["summary"])
    assert all(len(line) <= 75 for line in found.content.split(b"\r\n"))
    assert not set(found.content.replace(b"\r\n", b"")) & set(range(32))


def test_the_name_of_the_calendar_is_escaped_as_every_text_is() -> None:
    """A backslash before an n is no line end, and a comma ends nothing."""
    found = calendar_file(road(strategy={"title": "A, b; c\\n"}), ON).content
    assert b"X-WR-CALNAME:A\\, b\\; c\\\\n\r\n" in found


@given(strategies(), st.dates())
def test_any_strategy_has_a_calendar_file(strategy: Strategy, on: date) -> None:
    """Whatever is written, the file can be read, and its entries have names of their own."""
    entries(calendar_file(strategy, on))


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError, match="calendar"):
        calendar_file(road(), ON)
