"""Questions for the next meeting: goal by goal, each once, in people's words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.running import BROKEN, toc, write
from hypothesis import given
from reporters.reports import HOSTILE
from theories import strategies

from toc import Finding, Strategy, check
from toc.documents.questions import questions
from toc.findings import Route
from toc.words import Said

TWO_GOALS = Strategy.model_validate(
    {
        "strategy": {"title": "A town", "languages": ["ro", "en"]},
        "activities": {"course": "A course", "fair": "A fair", "alone": "A stall"},
        "outcomes": {"know": "They know", "meet": "They meet"},
        "goals": {"equal": "Equal access", "near": "Good neighbours"},
        "links": {
            "course -> know": "By practice",
            "know -> equal": "They ask",
            "fair -> meet": "Over a meal",
            "meet -> near": "They greet",
            "know -> meet": "They speak",
        },
    }
)
"""Two goals; what is known leads to both, and one activity to none."""


def asked(question: str | None, *route: str) -> Finding:
    """Make a finding about a place, with its question or without one."""
    place: Route = route
    said = None if question is None else Said(question)
    return Finding("a-rule", Said("said"), Said("mend"), place, question=said)


def test_a_question_stands_under_the_goal_to_which_most_leads() -> None:
    """First about the whole, then goal by goal, last what leads to none."""
    told = questions(
        TWO_GOALS,
        [
            asked("Who runs the stall?", "activities", "alone"),
            asked("Who comes to the fair?", "activities", "fair"),
            asked("Who learns?", "links", "course -> know"),
            asked("What is it all for?"),
            asked("What of the head?", "strategy", "title"),
            asked("How equal?", "goals", "equal"),
        ],
        language="en",
    )
    assert re.findall(r"^## (.*)\n\n((?:\d.*\n)+)", told, re.MULTILINE) == [
        ("The strategy as a whole", "1. What is it all for?\n2. What of the head?\n"),
        ("Goal: Equal access", "1. Who learns?\n2. How equal?\n"),
        ("Goal: Good neighbours", "1. Who comes to the fair?\n"),
        ("What leads to no goal yet", "1. Who runs the stall?\n"),
    ]


def test_a_question_is_asked_once() -> None:
    """Where two findings ask the same under a goal, the meeting answers once."""
    twice = [
        asked("Who learns?", "links", "course -> know"),
        asked("Who learns?", "outcomes", "know"),
    ]
    assert questions(TWO_GOALS, twice, language="en").count("Who learns?") == 1


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 finding is a matter of the file"), (2, "2 findings are a matter of the file")],
)
def test_what_is_no_question_is_counted(count: int, said: str) -> None:
    """A misspelled key is nobody's opinion: it is counted, and may hide what is open."""
    told = questions(TWO_GOALS, [asked(None, "goals", "equal")] * count, language="en")
    assert said in told
    assert "Nothing is open" not in told


def test_where_nothing_is_open_it_says_so() -> None:
    """A title and one line."""
    told = questions(TWO_GOALS, [], language="en")
    assert told == (
        "# Questions for the next meeting: A town\n\nNothing is open: the meeting can go further.\n"
    )


def test_it_speaks_the_strategys_own_language() -> None:
    """Without another wish, that is the first of its languages."""
    assert questions(TWO_GOALS, []) == questions(TWO_GOALS, [], language="ro")
    assert questions(TWO_GOALS, []) != questions(TWO_GOALS, [], language="en")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_question_is_one_line_of_text(name: str) -> None:
    """Whatever somebody wrote, it is no heading, no second question and no markup."""
    strategy = Strategy.model_validate({"strategy": {"title": "T"}, "goals": {"g": "G"}})
    told = questions(strategy, [asked(f"Why {HOSTILE[name]}?", "goals", "g")], language="en")
    lines = [line for line in told.split("\n") if line]
    assert [line.split(" ")[0] for line in lines] == ["#", "##", "1."]
    assert not re.search(r"(?<!\\)[<*`\[]", lines[-1])


@given(strategies())
def test_every_finding_is_asked_or_counted(strategy: Strategy) -> None:
    """On any strategy, no question is lost, none is made up, and the rest is counted."""
    findings = check(strategy).findings
    told = questions(strategy, findings, language="en")
    open_ = [one for one in findings if one.question is not None]
    numbered = re.findall(r"^\d+\. ", told, re.MULTILINE)
    left = re.findall(r"^(\d+) findings? (?:is a|are a) matter of the file", told, re.MULTILINE)
    assert bool(numbered) is bool(open_)
    assert len(numbered) <= len(open_)
    assert sum(map(int, left)) == len(findings) - len(open_)


class TestTheCommand:
    """`toc questions`."""

    @pytest.mark.parametrize("language", ["en", "ro"])
    def test_it_prints_them(self, language: str, tmp_path: Path) -> None:
        """In the language of the meeting, as Markdown."""
        ran = toc("questions", write(tmp_path / "x.yaml", BROKEN), "--language", language)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("# ")
        assert re.search(r"^1\. .*\?$", ran.out, re.MULTILINE)

    def test_it_writes_them(self, tmp_path: Path) -> None:
        """With `-o` the same is written to a file."""
        path = write(tmp_path / "x.yaml", BROKEN)
        ran = toc("questions", path, "-o", tmp_path / "out" / "questions.md")
        assert ran.code == 0
        written = (tmp_path / "out" / "questions.md").read_text(encoding="utf-8")
        assert written == toc("questions", path).out
