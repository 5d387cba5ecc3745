"""What is written down of an event: a form, read back once and for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewing.region import YAML
from theories import strategies

from toc import Strategy, api
from toc.api.reading import read
from toc.reviewing import Recorded, Remark, read_record, record_form
from toc.text.source import Source

EVENTS = """\
stakeholders:
  clerks: {title: Clerks, kind: group}
  mothers: {title: Mothers, kind: group}
events:
  talk: {title: A talk, date: 2027-06-14, audience: [clerks, mothers], about: [know]}
"""

FILLED = """\
event: talk
attended: {clerks: 12, mothers: 0}
decisions:
  - {about: know, decision: change, because: Cases first, by: clerks, due: 2027-09}
  - about:
decided: [The next one is in Lugoj]
feedback:
  - {said: Bring us cases, by: A clerk, about: know, changed: [know]}
  - said: Nobody could come with a child from ten to two, and three mothers wrote to me that they would have
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a region with an event."""
    target = tmp_path / "region.yaml"
    target.write_text(YAML + EVENTS, encoding="utf-8")
    return target


def recorded(file: Path, text: str) -> Recorded:
    """Read a form in."""
    return read_record(Source("form.yaml", text), api.load(file), "talk")


def taken_in(file: Path, text: str) -> int:
    """Take a form in, write what it adds, and say how many files that changed."""
    record = recorded(file, text).record
    assert record is not None
    (loaded,) = read(file)
    found = api.amend_by_meeting(loaded, record)
    for one in found:
        one.path.write_bytes(one.after)
    return len(found)


def test_what_was_written_at_the_table_stands_in_the_strategy(file: Path) -> None:
    """Who came, what was decided about what, what was said and what it changed."""
    assert taken_in(file, FILLED) == 1
    strategy = api.load(file)
    talk = strategy.events["talk"]
    assert talk.attended == {"clerks": 12, "mothers": 0}
    assert [str(text) for text in talk.decided] == ["The next one is in Lugoj"]
    (decision,) = talk.decisions
    assert (decision.about, decision.decision, decision.by) == (("know",), "change", ("clerks",))
    cases, child = strategy.feedback.values()
    assert (cases.from_, cases.by, cases.changed) == ("talk", ("A clerk",), ("know",))
    assert str(child.title).endswith("…")
    assert str(child.text).startswith("Nobody could come with a child from ten to two, and three")
    assert list(strategy.feedback) == ["fb_bring_cases", "fb_nobody_could"]


def test_a_form_that_is_taken_in_twice_counts_once(file: Path) -> None:
    """And one that says a little more adds just that."""
    taken_in(file, FILLED)
    before = file.read_bytes()
    assert taken_in(file, FILLED) == 0
    assert file.read_bytes() == before
    more = FILLED.replace("mothers: 0", "mothers: 2").replace("in Lugoj]", "in Lugoj, Bring tea]")
    assert taken_in(file, more) == 1
    talk = api.load(file).events["talk"]
    assert talk.attended["mothers"] == 2
    assert [str(text) for text in talk.decided] == ["The next one is in Lugoj", "Bring tea"]
    assert len(talk.decisions) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("event: talk\nattended:\n", (2, 1, "nothing is written down in this form")),
        ("attended: {clerk: 3}\n", (1, 12, "no stakeholder is called “clerk”")),
        ("attended: {clerks: many}\n", (1, 20, "“many” is no number of people")),
        ("attended: {clerks: -3}\n", (1, 20, "“-3” is no number of people")),
        ("attended: 12\n", (1, 11, "stakeholders with numbers are expected here")),
        ("event: fair\n", (1, 8, "this form is about “fair”, and not about “talk”")),
        ("feedback: [{by: Ana}]\n", (1, 12, "nothing is written of what was said")),
        ("feedback: [{said: x, about: knew}]\n", (1, 29, "nothing here is called “knew”; did you mean “know”?")),
        ("feedback: said\n", (1, 11, "a list is expected here")),
        ("decisions: [{about: know, decision: stop}]\n", (1, 13, "the decision about “know” has no reason")),
        ("cine: x\n", (1, 1, "“cine” is not asked in this form")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(
    file: Path, text: str, told: tuple[int, int, str]
) -> None:
    """And nothing of the form is taken in."""
    found = recorded(file, text)
    assert found.record is None
    places = [
        (one.span.line, one.span.column, one.message.say()) for one in found.findings if one.span
    ]
    assert told in places


def test_a_remark_is_called_by_its_beginning() -> None:
    """Short ones are their own title."""
    assert Remark("Bring tea").title == "Bring tea"
    assert Remark("a " * 60).title == f"{('a ' * 30).strip()} …"


@settings(max_examples=40)
@given(strategies(), st.sampled_from(["en", "ro"]))
def test_a_form_that_nobody_filled_in_is_well_formed_and_adds_nothing(
    strategy: Strategy, language: str
) -> None:
    """Whatever the strategy says; who came already is only said again."""
    for event in strategy.events:
        source = Source("form.yaml", record_form(strategy, event, language))
        found = read_record(source, strategy, event)
        told = {one.message.say() for one in found.findings}
        kinds = ("nothing is written down in this form", "no stakeholder is called")
        assert all(one.startswith(kinds) for one in told)
