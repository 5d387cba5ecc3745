"""`toc pilots`: a sheet for signature, a matrix, and the edit by which a pilot is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import CLEAN, toc, write

PILOTED = f"""{CLEAN}pilots:
  one_desk:  # agreed in May
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


@pytest.mark.parametrize(
    ("option", "name", "beginning"),
    [
        ("--sheet", "x.html", b"<!"),
        ("--sheet", "x.pdf", b"%PDF"),
        ("--sheet", "x.docx", b"PK"),
        ("--matrix", "x.svg", b"<svg"),
        ("--matrix", "x.png", b"\x89PNG"),
    ],
)
def test_papers_are_written_whole(option: str, name: str, beginning: bytes) -> None:
    """The ending says what is written, and where it went is said."""
    ran = toc("pilots", "town.yaml", option, name, "--on", "2027-05-12")
    assert (ran.code, ran.out, ran.err) == (0, f"wrote {name}\n", "")
    assert Path(name).read_bytes().startswith(beginning)


@pytest.mark.parametrize("option", ["--sheet", "--matrix"])
def test_another_ending_is_refused(option: str, here: Path) -> None:
    """Exit 2, what there is, and no file."""
    ran = toc("pilots", "town.yaml", option, "x.odt")
    assert ran.code == 2
    assert "ends in .odt; there are" in ran.err
    assert [file.name for file in here.iterdir()] == ["town.yaml"]


def test_a_choice_is_proposed_and_the_file_is_not_touched() -> None:
    """What would change is shown as a diff, comments and order kept."""
    ran = toc(
        "pilots", "town.yaml", "--choose", "one_desk", "--because", "It teaches most",
        "--by", "hall", "--on", "2027-05-12",
    )  # fmt: skip
    assert ran.code == 0
    added = [line for line in ran.out.splitlines() if line.startswith("+ ")]
    assert any("2027-05-12" in line for line in added) or "2027-05-12" in ran.out
    assert "It teaches most" in ran.out
    assert Path("town.yaml").read_text(encoding="utf-8") == PILOTED


def test_a_choice_is_written_when_that_is_asked_for() -> None:
    """The file says it, keeps its comment, and still checks."""
    toc(
        "pilots", "town.yaml", "--choose", "one_desk", "--because", "It teaches most",
        "--by", "hall", "--on", "2027-05-12", "--write",
    )  # fmt: skip
    text = Path("town.yaml").read_text(encoding="utf-8")
    assert "# agreed in May" in text
    assert "It teaches most" in text
    assert toc("check", "town.yaml", "--on", "2027-05-12").code == 0


def test_a_choice_without_a_reason_is_refused() -> None:
    """Nobody chooses without saying why."""
    ran = toc("pilots", "town.yaml", "--choose", "one_desk")
    assert (ran.code, ran.err) == (2, "toc: a choice needs its reason: --because\n")


def test_nothing_is_written_over_the_strategy() -> None:
    """Its own file is no place for a sheet."""
    write(Path("town.html"), PILOTED)
    ran = toc("pilots", "town.html", "--sheet", "town.html")
    assert ran.code == 2
    assert Path("town.html").read_text(encoding="utf-8") == PILOTED
