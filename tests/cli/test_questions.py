"""`toc questions`: what was found, asked as a meeting can answer it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.running import BROKEN, CLEAN, toc, write

UNASKED = CLEAN.replace("because: Who was sent away", "because: Who was sent off").replace(
    "{because: Procedures that fit remove barriers, assuming: [time]}", "{assuming: [time]}"
)
"""The same strategy with a link of which nothing says why."""

TWO_GOALS = UNASKED.replace(
    "  equal: Newcomers use public services on equal terms\n",
    "  equal: Newcomers use public services on equal terms\n  near: Neighbours meet\n",
)
"""And with a goal to which nothing leads."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a strategy of which there is something to ask."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "x.yaml", UNASKED)
    return tmp_path


def headings(text: str) -> list[str]:
    """Give the headings of a document."""
    return [line for line in text.splitlines() if line.startswith("#")]


@pytest.mark.parametrize(
    ("language", "title", "goal"),
    [
        ("en", "Questions for the next meeting: A town for all", "Goal: "),
        ("ro", "Întrebări pentru următoarea întâlnire: A town for all", "Obiectiv: "),
    ],
)
def test_it_asks_in_the_language_of_the_meeting(language: str, title: str, goal: str) -> None:
    """Heading and questions are in the language that the call names."""
    ran = toc("questions", "x.yaml", "--language", language)
    assert (ran.code, ran.err) == (0, "")
    first, *others = headings(ran.out)
    assert first == f"# {title}"
    assert any(heading.startswith(f"## {goal}") for heading in others)
    assert re.search(r"^1\. .+\?$", ran.out, re.MULTILINE)


def test_the_two_languages_ask_the_same() -> None:
    """As many questions under as many headings, and not the same words."""
    english, romanian = (toc("questions", "x.yaml", "--language", one).out for one in ("en", "ro"))
    shapes = [[line[:2] for line in text.splitlines()] for text in (english, romanian)]
    assert shapes[0] == shapes[1]
    assert english != romanian


def test_questions_are_grouped_by_goal(here: Path) -> None:
    """Each goal has its heading, and its questions stand under it."""
    write(here / "x.yaml", TWO_GOALS)
    out = toc("questions", "x.yaml").out
    found = headings(out)[1:]
    assert "## Goal: Newcomers use public services on equal terms" in found
    assert len(found) == len(set(found))
    assert "Neighbours meet" in out


def test_where_nothing_is_open_that_is_said(here: Path) -> None:
    """A strategy in which nothing was found lets the meeting go on; the project says by what."""
    write(here / "toc.toml", 'select = ["files"]')
    assert "Nothing is open: the meeting can go further." in toc("questions", "x.yaml").out


def test_what_is_a_matter_of_the_file_is_counted(here: Path) -> None:
    """A slip of the pen is nobody's opinion: it is counted and not asked."""
    write(here / "x.yaml", BROKEN)
    assert re.search(r"of the file: see “toc check”", toc("questions", "x.yaml").out)


def test_what_authors_wrote_is_shown_and_not_obeyed(here: Path) -> None:
    """Markup in a title is text in the document, and no terminal obeys it."""
    write(here / "x.yaml", UNASKED.replace("A town for all", r'"<b>A</b> *town* \e[31m # x"'))
    out = toc("questions", "x.yaml").out
    assert "<b>" not in out
    assert "*town*" not in out.replace("\\*", "")
    assert "\x1b" not in out
    assert "town" in headings(out)[0]


def test_it_can_be_written_to_a_file(here: Path) -> None:
    """`-o` writes what would be printed, folders on the way too."""
    printed = toc("questions", "x.yaml").out
    ran = toc("questions", "x.yaml", "-o", "notes/monday.md")
    assert (ran.code, ran.out) == (0, "wrote notes/monday.md\n")
    assert (here / "notes" / "monday.md").read_text(encoding="utf-8") == printed


def test_the_day_decides_what_is_asked(here: Path) -> None:
    """A waiver that has ended by the day of the meeting is a question again."""
    rule = "link-without-mechanism"
    waiver = f"{{rule: {rule}, because: Agreed, by: hall, until: 2027-06-30}}"
    write(here / "x.yaml", UNASKED + f"waivers:\n  later: {waiver}\n")
    asked = [toc("questions", "x.yaml", "--on", f"2027-{day}").out for day in ("06-30", "07-01")]
    assert len(asked[1]) > len(asked[0])


def test_the_project_decides_what_is_asked(here: Path) -> None:
    """A rule that the project's configuration leaves out asks nothing."""
    before = toc("questions", "x.yaml").out
    write(here / "toc.toml", 'ignore = ["links"]')
    assert len(toc("questions", "x.yaml").out) < len(before)


@pytest.mark.parametrize("path", ["gone.yaml", "."])
def test_what_is_not_there_is_a_wrong_call(path: str, here: Path) -> None:
    """A path to nothing ends with 2 and nothing printed."""
    (here / "x.yaml").unlink()
    ran = toc("questions", path)
    assert (ran.code, ran.out) == (2, "")
