"""The papers of a meeting and of a review: prefilled before, filled afterwards, in both languages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from documents.papers import NASTY
from hypothesis import given, settings
from hypothesis import strategies as st
from meetings.small import SMALL, town
from reviewing.region import DAY as REVIEWED
from reviewing.region import region
from theories import strategies

from toc import Strategy, check
from toc.documents.making import made
from toc.documents.paper import (
    Bullets,
    Document,
    Facts,
    Heading,
    Numbered,
    Paragraph,
    Room,
    Signatures,
    Table,
    Ticks,
)
from toc.documents.subject import Subject
from toc.documents.writing import written
from toc.errors import NothingToDrawError, UnknownNameError

DAY = date(2026, 5, 1)


def paper(
    name: str, about: str = "", on: date = DAY, language: str = "en", **more: Any
) -> Document:
    """Make a paper about the small town."""
    return made(name, Subject(town(**more), on, language, about))


def facts(document: Document) -> dict[str, str]:
    """Give the facts of a paper."""
    return {
        key: value for one in document.blocks if isinstance(one, Facts) for key, value in one.items
    }


def said(document: Document) -> str:
    """Give all words of a paper."""
    return written(document, "html").decode()


@pytest.mark.parametrize(
    ("event", "when"),
    [
        ({"date": "2026-06-10"}, "10 June 2026"),
        ({"date": "2026-06-10", "time": "10:00–13:00"}, "10 June 2026, 10:00–13:00"),
        ({"date": "2026-06"}, "June 2026; the day will be fixed"),
        ({"date": "2026"}, "2026; the day will be fixed"),
        ({"date": "2026-06-10/2026-06-12"}, "10–12 June 2026"),
        ({"date": "2026-06/.."}, "from June 2026, with no end given"),
        ({}, "the date will be fixed"),
        ({"time": "10:00"}, "the date will be fixed, 10:00"),
    ],
)
def test_an_invitation_says_when_no_more_exactly_than_it_is_known(
    event: dict[str, str], when: str
) -> None:
    """An event without a date can be announced; its day is to be fixed."""
    events = {"talk": {"title": "A talk", **event}}
    assert facts(paper("invitation", "talk", events=events))["When"] == when


@pytest.mark.parametrize(
    ("event", "where"),
    [
        ({"mode": "online"}, "online; the link follows"),
        ({"mode": "onsite"}, "the place will be fixed (face to face)"),
        ({"place": "Town hall", "mode": "hybrid"}, "Town hall (face to face and online)"),
        ({"place": "Town hall"}, "Town hall"),
        ({}, "the place will be fixed"),
    ],
)
def test_an_invitation_says_where_or_that_it_will_be_fixed(
    event: dict[str, str], where: str
) -> None:
    """And how people take part."""
    events = {"talk": {"title": "A talk", **event}}
    assert facts(paper("invitation", "talk", events=events))["Where"] == where


def test_where_a_meeting_was_is_no_longer_to_be_fixed() -> None:
    """Minutes of a meeting whose place nobody wrote down say just that."""
    events = {"talk": {"title": "A talk", "date": "2026-01-10"}}
    assert facts(paper("minutes", "talk", events=events))["Where"] == "the place is not written"


def test_an_invitation_is_a_letter_with_what_will_be_talked_about() -> None:
    """A greeting, the own points first, what is open, a kind close and who invites."""
    document = paper("invitation", "second")
    paragraphs = [one.text for one in document.blocks if isinstance(one, Paragraph)]
    assert paragraphs[0] == "Dear Sir or Madam,"
    assert paragraphs[-2:] == ["With kind regards,", "The town hall"]
    (points,) = [one for one in document.blocks if isinstance(one, Numbered)]
    assert points.items[0] == "What did you try?"
    assert points.items[1] == "“A course”: change, because Too long. Where does it stand?"
    romanian = paper("invitation", "second", language="ro")
    assert romanian.title == "Invitație: Second session"
    assert "Stimată doamnă, stimate domn," in said(romanian)


def test_an_agenda_recalls_what_was_decided_last_time_and_goes_on_from_there() -> None:
    """Group by group, in the order in which they are taken."""
    document = paper("agenda", "second")
    headings = [one.text for one in document.blocks if isinstance(one, Heading)]
    assert headings == [
        "What was decided last time, at “First session”",
        "What we meet for",
        "What was decided and is not done yet",
        "What has to be said or decided by now",
        "What participants said, and nothing has come of it yet",
    ]
    assert Bullets(("Every session begins with a case",)) in document.blocks


def test_minutes_before_the_meeting_are_there_to_be_filled_in() -> None:
    """Who is invited, room below each point, boxes for each thing, room for the next date."""
    document = paper("minutes", "second")
    (present,) = [one for one in document.blocks if isinstance(one, Table)]
    assert present.rows == (("Clerks", "yes", ""), ("Migrants", "yes", ""))
    ticked = {one.items for one in document.blocks if isinstance(one, Ticks)}
    assert ticked == {("keep", "change", "stop")}
    assert sum(isinstance(one, Room) for one in document.blocks) >= 6
    assert any(isinstance(one, Signatures) for one in document.blocks)


def test_minutes_after_the_meeting_are_filled_from_the_strategy() -> None:
    """Who came and who did not, what was decided about what, what was said and changed."""
    document = paper("minutes", "first")
    present, decided, heard = (one for one in document.blocks if isinstance(one, Table))
    assert present.rows == (("Clerks", "yes", "12"), ("Migrants", "yes", "nobody"))
    assert decided.rows == (
        ("A course (course)", "change", "Too long", "The school", "–"),
        ("A fair (fair)", "keep", "–", "–", "–"),
    )
    assert heard.rows == (
        ("More cases", "A clerk", "A course; Graduates"),
        ("Begin later", "A clerk", "nothing yet"),
    )
    assert not any(isinstance(one, Room) for one in document.blocks)


def test_the_paper_on_attendance_shows_who_was_never_there() -> None:
    """In the first lines, and what is planned about it."""
    document = paper("attendance", on=date(2026, 7, 1))
    bullets = next(one for one in document.blocks if isinstance(one, Bullets))
    assert bullets.items == (
        "Night shift workers: never invited; no event to come invites them",
        "Migrants: invited, never came; next invited to Market day",
    )
    groups, events = (one for one in document.blocks if isinstance(one, Table))
    assert groups.rows[0] == ("Night shift workers", "yes", "0", "0", "0", "never invited")
    assert events.rows[0][2:] == ("Clerks 12", "Migrants")


def test_a_manual_has_a_module_for_each_session_with_the_feedback_that_changed_it() -> None:
    """And an activity without sessions is told what to write."""
    document = paper("manual", "course")
    assert [one.text for one in document.blocks if isinstance(one, Heading)] == ["1. First session"]
    (heard,) = [one for one in document.blocks if isinstance(one, Table)]
    assert heard.rows[0] == ("More cases", "A clerk", "A course; Graduates")
    with pytest.raises(NothingToDrawError, match=r"no event is about “A fair”.*about: \[fair\]"):
        paper("manual", "fair", events={})
    with pytest.raises(UnknownNameError):
        paper("manual", "first")


def test_a_thing_has_a_paper_of_its_history() -> None:
    """One row for each time that a meeting dealt with it; without a name, of all that have one."""
    (table,) = [one for one in paper("history", "course").blocks if isinstance(one, Table)]
    assert table.rows[0] == (
        "10 March 2026",
        "First session",
        "decided: change: Too long",
        "The school",
    )
    assert len(table.rows) == 5
    every = paper("history")
    headings = [one.text for one in every.blocks if isinstance(one, Heading)]
    assert headings == ["A course", "A fair", "Graduates"]
    assert paper("history", "near").blocks == (
        Paragraph("No meeting has dealt with “Good neighbours”."),
    )


def test_the_first_page_of_a_review_has_what_to_know_and_the_rest_follows() -> None:
    """Decisions, what is overdue, what is in doubt; then the details, then room to decide."""
    document = made("review", Subject(region(), REVIEWED))
    assert document.title == "Review of 30 June 2027"
    headings = [one for one in document.blocks if isinstance(one, Heading)]
    first = headings[: next(at for at, one in enumerate(headings) if one.fresh)]
    assert [one.text for one in first] == [
        "What this review has to decide",
        "What is overdue, and who can do it",
        "What does not hold, or is in doubt",
    ]
    assert headings[-1].text == "They trust us (trust)"
    assert facts(document)["Written ahead"] == (
        "A review to come (dreamt): dated later, so not held yet"
    )
    assert isinstance(document.blocks[-1], Signatures)


@settings(max_examples=25, deadline=None)
@given(strategies(), st.sampled_from(["en", "ro"]))
def test_any_strategy_has_all_its_papers_in_both_languages(
    strategy: Strategy, language: str
) -> None:
    """Whatever is missing in it, and whatever it says."""
    subject = Subject(strategy, DAY, language, findings=tuple(check(strategy, on=DAY).findings))
    for name in ("attendance", "history", "review"):
        assert made(name, subject).blocks
    for event in list(strategy.events)[:2]:
        for name in ("invitation", "agenda", "minutes"):
            about = Subject(strategy, DAY, language, event, subject.findings)
            assert written(made(name, about), "md")


def test_words_that_would_be_markup_stay_words() -> None:
    """What people wrote stands in every paper as they wrote it, and nothing of it acts."""
    events = {"talk": {"title": NASTY, "place": NASTY, "agenda": [NASTY], "decided": [NASTY]}}
    for name in ("invitation", "agenda", "minutes"):
        page = said(paper(name, "talk", events=events, feedback={}))
        assert "<b>" not in page
        assert "=1+1" in page


def test_the_small_town_is_as_the_tests_believe() -> None:
    """No paper is about more than is written."""
    assert set(SMALL["events"]) == {"first", "second", "market"}
