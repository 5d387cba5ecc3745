"""`toc review` and `toc meeting`: one command says what to do next; nothing is written unasked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import toc
from reviewing.region import YAML

DAY = ("--on", "2027-06-30", "--language", "en")
EVENTS = """\
stakeholders:
  clerks: {title: Clerks, kind: group, roles: [target group]}
events:
  talk: {title: A talk, date: 2027-07-14, audience: [clerks], about: [know]}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a region."""
    monkeypatch.chdir(tmp_path)
    Path("region.yaml").write_text(YAML + EVENTS, encoding="utf-8")
    return tmp_path


def test_one_command_says_how_it_stands_and_what_to_do_next() -> None:
    """Whoever got the strategy yesterday types what stands in the last lines."""
    ran = toc("review", "region.yaml", *DAY)
    assert (ran.code, ran.err) == (0, "")
    for line in (
        "The last review was “First review”, 12 January 2027.",
        "To decide (2)",
        "    They have time (time) · April 2027 · nobody is named",
        "What to do next",
        "     toc review region.yaml --on 2027-06-30 --page review.pdf",
        "     toc review region.yaml --on 2027-06-30 --form review.yaml",
        "     toc review region.yaml --on 2027-06-30 --from review.yaml",
    ):
        assert line in ran.out.splitlines()
    assert (
        "Ce urmează" in toc("review", "region.yaml", "--on", "2027-06-30", "--language", "ro").out
    )


def test_before_the_first_review_nothing_is_told_since_the_last_one() -> None:
    """A strategy that was begun yesterday has no last review to count from."""
    text = (YAML + EVENTS).replace("reviews:", "x-reviews:")
    Path("region.yaml").write_text(text, encoding="utf-8")
    ran = toc("review", "region.yaml", *DAY)
    assert "No review has been held yet." in ran.out
    assert "So far: " in ran.out
    assert "Since the last review" not in ran.out


def test_the_commands_that_come_next_do_what_they_say() -> None:
    """Page, form, form filled in, strategy: the whole way."""
    assert toc("review", "region.yaml", *DAY, "--page", "review.html").out == "wrote review.html\n"
    assert "Review of 30 June 2027" in Path("review.html").read_text(encoding="utf-8")
    assert toc("review", "region.yaml", *DAY, "--form", "form.yaml").out == "wrote form.yaml\n"
    form = Path("form.yaml")
    text = form.read_text(encoding="utf-8")
    text = text.replace("decision:\n    because:", "decision: change\n    because: Too few", 1)
    form.write_text(text.replace("status: untested", "status: doubtful", 1), encoding="utf-8")
    shown = toc("review", "region.yaml", *DAY, "--from", "form.yaml")
    assert "+  rev_2027_06:" in shown.out
    assert "+  time: {title: They have time, status: doubtful, check_by: 2027-04}" in shown.out
    assert shown.out.endswith("nothing is written yet: add --write\n")
    assert Path("region.yaml").read_text(encoding="utf-8") == YAML + EVENTS
    assert toc("review", "region.yaml", *DAY, "--from", "form.yaml", "--write").code == 0
    assert "rev_2027_06" in Path("region.yaml").read_text(encoding="utf-8")


def test_a_form_that_somebody_may_have_filled_in_is_not_written_over() -> None:
    """Another name is asked for."""
    Path("form.yaml").write_text("mine", encoding="utf-8")
    ran = toc("review", "region.yaml", *DAY, "--form", "form.yaml")
    assert (ran.code, ran.err) == (2, "toc: form.yaml is there already: name another file\n")
    assert Path("form.yaml").read_text(encoding="utf-8") == "mine"


def test_what_is_wrong_in_a_form_is_told_at_its_place_and_nothing_is_written() -> None:
    """Line and column, what is so, and the mend; the exit code says that something was found."""
    text = "date: 2027-06-30\ndecisions:\n  - about: tima\n    decision: keep\n"
    Path("form.yaml").write_text(text, encoding="utf-8")
    ran = toc("review", "region.yaml", *DAY, "--from", "form.yaml", "--write")
    assert ran.code == 1
    assert ran.out.splitlines()[0] == (
        "form.yaml:3:12: error[value-malformed]: "
        "nothing here is called “tima”; did you mean “time”?"
    )
    assert Path("region.yaml").read_text(encoding="utf-8") == YAML + EVENTS


def test_decisions_can_be_typed_and_are_only_shown_until_they_are_to_be_written() -> None:
    """Who took part, what changes, when the next one is."""
    words = ("--decide", "time=change: Too few came", "--status", "TIME=doubtful", "--by", "clerks")
    shown = toc("review", "region.yaml", *DAY, *words)
    assert shown.code == 0
    for line in ("+    by: [clerks]", "+    next: 2027-11", "+        because: Too few came"):
        assert line in shown.out.splitlines()
    toc("review", "region.yaml", *DAY, *words, "--next", "2028-01", "--write")
    assert "next: 2028-01" in Path("region.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--decide", "time"], "“time” is no decision: write it as ID=change: …"),
        (["--decide", "time=perhaps: x"], "“perhaps” is no decision: write one of keep, change, stop"),
        (["--decide", "time=stop"], "the decision about “time” needs its reason: time=stop: …"),
        (["--decide", "tima=keep"], "nothing here is called “tima”; did you mean “time”?"),
        (["--status", "know=holding"], "“know” is no assumption: only these have a state"),
        (["--status", "time=fine"], "“fine” is no state: write one of untested, holding, doubtful, failed, such as time=holding"),
        (["--decide", "time=keep", "--next", "soon"], "“soon” is no date: write 2026, 2026-Q2, 2026-03 or 2026-03-14"),
        (["--decide", "time=keep", "--next", "2027-06"], "the next review (2027-06) is not after this one (2027-06-30)"),
        (["--from", "no.yaml"], "there is no file or folder no.yaml"),
        (["--page", "region.yaml"], "none of these ends in .yaml; there are .docx, .html, .md, .pdf"),
        (["--form", "region.yaml"], "region.yaml is a strategy’s own file: write somewhere else"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_with_what_to_write(words: list[str], told: str) -> None:
    """And nothing is written."""
    ran = toc("review", "region.yaml", *DAY, *words, "--write")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"toc: {told}\n"
    assert Path("region.yaml").read_text(encoding="utf-8") == YAML + EVENTS


def test_programs_get_the_pack_as_json() -> None:
    """One for each strategy."""
    (found,) = json.loads(toc("review", "region.yaml", *DAY, "--format", "json").out)["strategies"]
    assert found["last"]["review"]["name"] == "first"
    assert {one["kind"] for one in found["due"]} == {"assumption", "output", "decision"}


def test_without_a_name_the_events_are_listed_and_the_next_one_is_named() -> None:
    """With what is missing of each, and who is missing at the table."""
    ran = toc("meeting", "region.yaml", *DAY)
    assert ran.out.splitlines() == [
        "A region",
        "  talk  A talk · 14 July 2027 · to come",
        "No event has been held yet.",
        "",
        "What to do next",
        "  toc meeting talk region.yaml --on 2027-06-30",
    ]


def test_an_event_is_told_in_a_few_lines_and_its_papers_are_written_on_request() -> None:
    """What it is, what is open, and how to go on."""
    told = toc("meeting", "talk", "region.yaml", *DAY).out
    assert told.startswith("A talk · A region\nWhen: 14 July 2027\n")
    assert "toc meeting talk region.yaml --on 2027-06-30 --invitation invitation.docx" in told
    files = ("--invitation", "i.md", "--agenda", "a.html", "--minutes", "m.docx")
    ran = toc("meeting", "TALK", "region.yaml", *DAY, *files)
    assert ran.out == "wrote i.md\nwrote a.html\nwrote m.docx\n"
    assert Path("i.md").read_text(encoding="utf-8").startswith("# Invitation: A talk\n")


def test_after_an_event_it_is_said_what_to_write_down() -> None:
    """Until somebody has; then the minutes can be printed."""
    late = toc("meeting", "talk", "region.yaml", "--on", "2027-08-01", "--language", "en").out
    assert "it is over: write down who came and what was decided" in late
    text = (YAML + EVENTS).replace("about: [know]", "about: [know], attended: {clerks: 3}")
    Path("region.yaml").write_text(text, encoding="utf-8")
    told = toc("meeting", "talk", "region.yaml", "--on", "2027-08-01", "--language", "en").out
    assert "--minutes minutes.pdf" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["tolk", "region.yaml"], "no event is called “tolk”; did you mean “talk”?"),
        (["xyzzy", "region.yaml"], "no event is called “xyzzy”: “toc meeting” lists them"),
        (["region.yaml", "--agenda", "a.md"], "say of which event: “toc meeting” lists them"),
    ],
)
def test_an_event_that_is_not_there_is_named_with_its_neighbour(
    words: list[str], told: str
) -> None:
    """Or with the command that lists them."""
    ran = toc("meeting", *words, *DAY)
    assert (ran.code, ran.err) == (2, f"toc: {told}\n")


def test_an_event_is_written_down_in_a_form_and_taken_in_once() -> None:
    """Shown first, written on request, and the same again adds nothing."""
    day = ("--on", "2027-08-01", "--language", "en")
    assert toc("meeting", "talk", "region.yaml", *day, "--form", "f.yaml").out == "wrote f.yaml\n"
    form = Path("f.yaml")
    text = form.read_text(encoding="utf-8")
    form.write_text(text.replace("  clerks:", "  clerks: 7"), encoding="utf-8")
    shown = toc("meeting", "talk", "region.yaml", *day, "--from", "f.yaml").out
    assert "attended: {clerks: 7}" in shown
    assert shown.endswith("nothing is written yet: add --write\n")
    toc("meeting", "talk", "region.yaml", *day, "--from", "f.yaml", "--write")
    assert "attended: {clerks: 7}" in Path("region.yaml").read_text(encoding="utf-8")
    again = toc("meeting", "talk", "region.yaml", *day, "--from", "f.yaml", "--write").out
    assert again == "the strategy says all of this already\n"


def test_what_is_wrong_in_the_form_of_an_event_is_told_at_its_place() -> None:
    """The exit code says that something was found."""
    Path("f.yaml").write_text("event: talk\nattended: {clerk: 7}\n", encoding="utf-8")
    ran = toc("meeting", "talk", "region.yaml", *DAY, "--from", "f.yaml")
    assert ran.code == 1
    assert ran.out == (
        "f.yaml:2:12: error[value-malformed]: no stakeholder is called “clerk”\n"
        "  did you mean “clerks”?\n"
    )


@pytest.mark.parametrize(
    "words", [["--write"], ["--next", "2027-12"], ["--by", "clerks"], ["--because", "Because"]]
)
def test_what_goes_with_a_decision_is_not_dropped_without_one(words: list[str]) -> None:
    """Nobody believes that something was written because nothing was said."""
    ran = toc("review", "region.yaml", *DAY, *words)
    assert ran.code == 2
    assert "nothing is decided" in ran.err
    assert ran.out == ""
