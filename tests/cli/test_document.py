"""`toc document`: papers for people, in the project's own form where it has one."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import CLEAN, toc, write

from toc import api

PILOTED = f"""{CLEAN}pilots:
  one_desk:
    title: A mediator at one desk
    of: [course]
    tests: [time]
    contributes_to: [equal]
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a strategy that has one pilot."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "town.yaml", PILOTED)
    return tmp_path


def test_without_a_name_all_are_listed() -> None:
    """Each with what it is, in the language of who asks."""
    told = toc("document", "--language", "en").out.splitlines()
    assert [line.split()[0] for line in told] == list(api.document_kinds())
    assert "the sheet on which the choice of a pilot is signed" in "\n".join(told)
    assert "fișa pe care se semnează" in toc("document", "--language", "ro").out


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("x.html", b"<!"), ("x.pdf", b"%PDF"), ("x.docx", b"PK"), ("x.md", b"# ")],
)
def test_a_paper_is_written_whole(name: str, beginning: bytes) -> None:
    """The ending says what is written, and where it went is said."""
    ran = toc("document", "decision-sheet", "town.yaml", "-o", name, "--on", "2027-05-12")
    assert (ran.code, ran.out, ran.err) == (0, f"wrote {name}\n", "")
    assert Path(name).read_bytes().startswith(beginning)


def test_without_a_file_it_is_printed() -> None:
    """As Markdown, which a person can read in a terminal."""
    ran = toc("document", "decision-sheet", "town.yaml", "--on", "2027-05-12")
    assert ran.code == 0
    assert ran.out.startswith("# Decision on a pilot project")
    assert "sheet of 2027\\-05\\-12" in ran.out or "sheet of 2027-05-12" in ran.out


def test_a_template_is_printed_and_taken_from_the_projects_folder() -> None:
    """What is printed can be saved, changed, and is what the next paper is made of."""
    usual = toc("document", "decision-sheet", "--template").out
    assert "{{ ranking }}" in usual
    Path("forms").mkdir()
    Path("forms/decision-sheet.md").write_text("# Our sheet\n\nAs agreed in May.\n")
    Path("toc.toml").write_text('templates = "forms"\n')
    toc("document", "decision-sheet", "town.yaml", "-o", "x.md", "--on", "2027-05-12")
    said = Path("x.md").read_text()
    assert said.startswith("# Our sheet")
    assert said.endswith("As agreed in May.\n")
    shown = toc("document", "decision-sheet", "town.yaml", "--on", "2027-05-12")
    assert shown.out.strip() == said.strip()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("decision-shet", "town.yaml"), "did you mean “decision-sheet”"),
        (("decision-sheet", "town.yaml", "-o", "x.odt"), "ends in .odt; there are"),
        (("decision-sheet", "town.yaml", "--about", "equl"), "did you mean “equal”"),
        (("decision-sheet", "town.yaml", "--on", "tomorrow"), "is no day"),
        (("decision-sheet", "town.yaml", "-o", "town.yaml"), "ends in .yaml"),
        (("decision-sheet", "nowhere.yaml"), "there is no file or folder"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    words: tuple[str, ...], said: str, here: Path
) -> None:
    """Exit 2, the mend in the message, the folder as it was."""
    ran = toc("document", *words)
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert [file.name for file in here.iterdir()] == ["town.yaml"]
