"""A paper is made of parts; a project can choose which, in which order, with its own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from documents.papers import DAY, PILOTS

from toc.documents.making import PAPERS, made, parts_of
from toc.documents.paper import Bullets, Heading, Paragraph
from toc.documents.subject import Subject
from toc.documents.templates import read_template, template_of, usual_template
from toc.errors import InputError, UnknownNameError
from toc.model import Strategy
from toc.words import Message

SUBJECT = Subject(Strategy.model_validate(PILOTS), DAY)


def test_every_paper_says_what_it_is() -> None:
    """Each has a line for the list, parts with names, and what its about must name."""
    for name, module in PAPERS.items():
        assert isinstance(module.ABOUT, Message), name
        assert module.PARTS, name
        assert isinstance(module.NEEDS, tuple), name
        assert module.__doc__, name


def test_every_sheet_names_its_strategy_version_state_and_day() -> None:
    """Whatever paper it is."""
    facts = made("decision-sheet", SUBJECT).facts
    assert facts == ("Front desks · version 2.1", "draft · sheet of 2027-04-15")
    bare = made("decision-sheet", Subject(Strategy(pilots={"a": "A"}), date(2026, 1, 2), "ro"))
    assert bare.facts == ("O strategie fără titlu · fără număr de versiune", "fișă din 2026-01-02")


def test_a_paper_that_compares_names_every_strategy() -> None:
    """Who holds it knows which are set side by side."""
    other = Strategy.model_validate({"strategy": {"title": "Other desks", "version": "3"}})
    facts = made("comparison", replace(SUBJECT, others=(other,))).facts
    assert facts == ("Front desks · version 2.1; Other desks · version 3", "sheet of 2027-04-15")
    assert made("decision-sheet", replace(SUBJECT, others=(other,))).facts[0] == (
        "Front desks · version 2.1"
    )


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("“guide” holds", "“Guide” holds."),
        ("150 graduates", "150 graduates."),
        ("is it so?", "Is it so?"),
    ],
)
def test_what_a_result_says_becomes_a_sentence(said: str, sentence: str) -> None:
    """A capital letter first, a stop last; a number that it begins with stays as it is."""
    assert SUBJECT.sentence(said) == sentence


def test_a_paper_that_is_not_known_is_named_with_its_neighbour() -> None:
    """Who misspells it is told."""
    with pytest.raises(UnknownNameError, match="did you mean “decision-sheet”"):
        made("decision-shet", SUBJECT)
    with pytest.raises(UnknownNameError, match=r"there are: .*decision-sheet"):
        made("xyzzy", SUBJECT)


def test_what_it_is_about_must_be_there() -> None:
    """An id is found however it is spelled, and one that is not there is told."""
    about = Subject(SUBJECT.strategy, DAY, about="ACCESS")
    assert made("decision-sheet", about).title == "Decision on a pilot project"
    wrong = Subject(SUBJECT.strategy, DAY, about="acces")
    with pytest.raises(UnknownNameError, match="did you mean “access”"):
        made("decision-sheet", wrong)


def test_the_usual_template_makes_the_usual_paper() -> None:
    """Who begins from it sees no difference."""
    template = read_template("decision-sheet", usual_template("decision-sheet"), "t.md")
    assert template.steps == parts_of("decision-sheet")
    assert made("decision-sheet", SUBJECT, template) == made("decision-sheet", SUBJECT)


def test_a_project_chooses_parts_and_writes_between_them() -> None:
    """Title, headings, lists and paragraphs are its own; no word of it is markup."""
    text = """# Fișa județului
<!-- a note
for editors -->
## Why <b>we</b> meet
We choose
one pilot.

- first
- second
{{ decision }}
"""
    document = made("decision-sheet", SUBJECT, read_template("decision-sheet", text, "t.md"))
    assert document.title == "Fișa județului"
    assert document.blocks[:4] == (
        Heading("Why <b>we</b> meet"),
        Paragraph("We choose one pilot."),
        Bullets(("first", "second")),
        Heading("Decision", fresh=True),
    )


def test_a_part_that_is_not_there_is_told_with_its_line() -> None:
    """The mend is in the message; a comment before it does not move the line."""
    text = "<!-- one\ntwo -->\n\n{{ rankin }}\n"
    with pytest.raises(InputError, match=r"t\.md:4: no part is called “rankin”; .*“ranking”"):
        read_template("decision-sheet", text, "t.md")


def test_the_template_of_the_language_comes_first(tmp_path: Path) -> None:
    """A project may have one for Romanian, one for all, and a style for its pages."""
    assert template_of("decision-sheet", tmp_path, "ro") is None
    (tmp_path / "paper.css").write_text("h1{color:red}")
    styled = template_of("decision-sheet", tmp_path, "ro")
    assert styled is not None
    assert (styled.steps, styled.style) == (parts_of("decision-sheet"), "h1{color:red}")
    (tmp_path / "decision-sheet.md").write_text("{{ decision }}")
    (tmp_path / "decision-sheet.ro.md").write_text("{{ ranking }}")
    found = [template_of("decision-sheet", tmp_path, tag) for tag in ("ro-MD", "en")]
    assert [one and one.steps for one in found] == [("ranking",), ("decision",)]


def test_a_letterhead_stands_beside_the_templates(tmp_path: Path) -> None:
    """It is taken as it is, for whichever paper."""
    (tmp_path / "paper.docx").write_bytes(b"PK")
    found = template_of("decision-sheet", tmp_path, "en")
    assert found is not None
    assert made("decision-sheet", SUBJECT, found).letterhead == b"PK"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * 1_000_001])
def test_a_template_that_cannot_be_read_is_told(tmp_path: Path, content: bytes) -> None:
    """Neither letters of no alphabet nor a file of megabytes is a template."""
    (tmp_path / "decision-sheet.md").write_bytes(content)
    with pytest.raises(InputError, match=r"decision-sheet\.md"):
        template_of("decision-sheet", tmp_path, "en")


def test_a_style_cannot_end_itself(tmp_path: Path) -> None:
    """What would leave the style of a page is refused."""
    (tmp_path / "paper.css").write_text("</style><script>")
    with pytest.raises(InputError, match="no style"):
        template_of("decision-sheet", tmp_path, "en")
