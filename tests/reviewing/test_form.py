"""The form of a review: filled in at the table, and read back with what is wrong in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewing.region import DAY, region
from theories import strategies

from toc import Strategy
from toc.reviewing import Filled, form, read_form, review_pack
from toc.text.document import read_document
from toc.text.source import Source

EMPTY = "nothing is decided in this form"


def written(language: str = "en") -> str:
    """Write the form of the region's review."""
    return form(region(), review_pack(region(), DAY), language, "region.yaml")


def filled(text: str, on: date = DAY) -> Filled:
    """Read a form in."""
    return read_form(Source("form.yaml", text), region(), on)


def wrong(text: str, on: date = DAY) -> list[tuple[int, int, str, str]]:
    """Give what is wrong in a form: line, column, what is so, and the mend."""
    found = filled(text, on)
    assert found.minutes is None
    places = [(one, one.span) for one in found.findings]
    return [
        (span.line, span.column, one.message.say(), one.mend.say())
        for one, span in places
        if span is not None
    ]


def test_the_form_asks_about_what_is_due_in_doubt_and_behind_with_what_there_is_to_know() -> None:
    """Each thing once, with its id; the choices are said above."""
    text = written()
    data = read_document(Source("form.yaml", text)).data
    decisions = data["decisions"]
    assert isinstance(decisions, list)
    abouts = [one["about"] for one in decisions if isinstance(one, dict)]
    assert abouts == ["time", "trust", "know", None]
    assert "# At each thing write keep, change, stop, and why." in text
    assert "  # “They have time”" in text
    assert "status: failed  # untested, holding, doubtful, failed" in text
    assert data["earlier"] == [{"of": "first", "about": "course", "done": None}]
    assert data["delivered"] == {"graduates": None}


def test_a_form_in_romanian_explains_itself_in_romanian_and_is_read_as_well() -> None:
    """Its words for keep, change and stop are understood too."""
    text = written("ro").replace("decision:", "decision: se oprește", 1)
    text = text.replace("because:\n    by:", "because: nu merge\n    by:", 1)
    assert "# La fiecare lucru scrieți" in text
    minutes = filled(text).minutes
    assert minutes is not None
    assert [one.decision for one in minutes.resolutions] == ["stop"]


def test_a_form_that_is_filled_in_says_what_was_decided() -> None:
    """Decisions, states, days, what was done of what was decided before, what was delivered."""
    text = """\
date: 2027-06-28
by: [school, Ana]
next: 2027-12
because: The course is shorter
decisions:
  - {about: time, decision: Change, because: Too few came, by: school, due: 2027-09,
     status: Doubtful, check_by: 2027-12}
  - {about: know -> equal, decision: keep}
  - about: trust
    decision:
    status: failed
  - about:
earlier:
  - {of: first, about: course, done: 2027-03}
delivered: {graduates: 2027-04-30}
"""
    minutes = filled(text).minutes
    assert minutes is not None
    assert minutes.on == date(2027, 6, 28)
    assert (minutes.by, str(minutes.next)) == (("school", "Ana"), "2027-12")
    assert [(one.about, one.decision, one.because) for one in minutes.resolutions] == [
        ("time", "change", "Too few came"),
        ("know -> equal", "keep", ""),
    ]
    assert [(one.route, one.value) for one in minutes.settled] == [
        (("assumptions", "time", "status"), "doubtful"),
        (("assumptions", "time", "check_by"), "2027-12"),
        (("reviews", "first", "decisions", "0", "done"), "2027-03"),
        (("outputs", "graduates", "delivered"), "2027-04-30"),
    ]
    assert minutes.because == "The course is shorter"


HEAD = "date: 2027-06-30\ndecisions:\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (written(), (13, 1, EMPTY, "write keep, change or stop at what was talked about")),
        (
            f"{HEAD}  - {{about: time, decision: maybe}}\n",
            (3, 29, "“maybe” is no decision", "write one of keep, change, stop"),
        ),
        (
            f"{HEAD}  - about: tima\n    decision: keep\n",
            (3, 12, "nothing here is called “tima”; did you mean “time”?",
             "write the id of something in the strategy"),
        ),
        (
            f"{HEAD}  - about: time\n    decision: stop\n",
            (3, 5, "the decision about “time” has no reason", "write why, behind “because:”"),
        ),
        (
            f"{HEAD}  - about: time\n    because: Too few\n",
            (3, 5, "nothing is decided about “time”", "write one of keep, change, stop"),
        ),
        (
            f"{HEAD}  - about: know\n    decision: keep\n    status: holding\n",
            (5, 13, "“know” is no assumption: only these have a state", "take “status:” out here"),
        ),
        (
            f"{HEAD}  - about: time\n    decision: keep\n    status: fine\n",
            (5, 13, "“fine” is no state of an assumption",
             "write one of untested, holding, doubtful, failed"),
        ),
        (
            f"{HEAD}  - about: time\n    decision: keep\n    due: 30.09.2027\n",
            (5, 10, "“30.09.2027” is no date", "write 2027-09-30"),
        ),
        (
            f"{HEAD}  - {{about: time, decision: keep}}\n  - {{about: TIME, decision: keep}}\n",
            (4, 13, "“time” is decided about twice", "keep one of the two"),
        ),
        (
            f"{HEAD}  - {{about: time, decision: keep}}\nnext: 2027-05\n",
            (4, 7, "the next review (2027-05) is not after this one (2027-06-30)",
             "write a later date, or auto"),
        ),
        (
            "date: 2027-07-01\ndecisions: [{about: time, decision: keep}]\n",
            (1, 7, "a review of 2027-07-01 has not been held yet",
             "correct the day, or read the form in afterwards"),
        ),
        (
            "date: 2027-06\ndecisions: [{about: time, decision: keep}]\n",
            (1, 7, "2027-06 is no day", "write the day of the review as 2027-06-30"),
        ),
        (
            "decisions: [{about: time, decision: keep}]\n",
            (1, 1, "the form does not say when the review was", "write the day: date: 2027-06-30"),
        ),
        (
            f"{HEAD}  - {{about: time, decision: keep}}\ndecison: x\n",
            (4, 1, "“decison” is not asked in this form", "did you mean “decisions”?"),
        ),
        (
            f"{HEAD}  - {{about: time, decision: keep}}\ndelivered: {{graduate: 2027-05}}\n",
            (4, 13, "no output is called “graduate”", "did you mean “graduates”?"),
        ),
        (
            f"{HEAD}  - {{about: time, decision: keep}}\nearlier: [{{of: first, about: trust, done: 2027-05}}]\n",
            (4, 16, "“first” decided nothing about “trust”",
             "leave “of:” and “about:” as they were"),
        ),
        (
            f"{HEAD}  - keep\n",
            (3, 5, "this does not say what it is about", "begin it with about:"),
        ),
        (
            "date: 2027-06-30\ndecisions: keep\n",
            (2, 12, "a list is expected here", "begin each one with - about:"),
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_form_is_told_at_its_line_and_column(
    text: str, told: tuple[int, int, str, str]
) -> None:
    """With what to write there; and nothing of the form is taken in."""
    assert told in wrong(text)


@pytest.mark.parametrize(
    "text", ["date: [", "- a\n", "a: &x 1\n", "date: 2027-06-30\ndate: 2027-06-30\n"]
)
def test_what_is_no_yaml_is_told_as_such(text: str) -> None:
    """A form is read by the same door as a strategy."""
    assert filled(text).minutes is None
    assert filled(text).findings


@settings(max_examples=60)
@given(strategies(), st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.sampled_from(["en", "ro"]))
def test_a_form_that_nobody_filled_in_is_well_formed_and_decides_nothing(
    strategy: Strategy, on: date, language: str
) -> None:
    """Whatever the strategy says, nothing of it breaks out of its comment."""
    text = form(strategy, review_pack(strategy, on), language)
    found = read_form(Source("form.yaml", text), strategy, on)
    told = {one.message.say() for one in found.findings}
    assert EMPTY in told
    assert all(one == EMPTY or "no stage says" in one for one in told)
