"""Several strategies from the command line: what a shell's star names, and what is left aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import CLEAN, toc


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Give a folder with two strategies, a README and answers beside them."""
    for name in ("town", "village"):
        text = CLEAN.replace("id: town", f"id: {name}").replace("A town for", f"A {name} for")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "README.md").write_text("# Strategies\n", encoding="utf-8")
    (tmp_path / "answers.csv").write_text("question,answer\n", encoding="utf-8")
    return tmp_path


def test_a_star_compares_the_strategies_and_nothing_beside_them(shelf: Path) -> None:
    """A README and a table of answers are no regions; that they are left aside is said."""
    ran = toc("compare", *sorted(map(str, shelf.iterdir())), "--on", "2027-06-30")
    assert ran.code == 0
    assert "A town for all" in ran.out
    assert "A village for all" in ran.out
    assert "A strategy without" not in ran.out
    assert [name for name in ("README.md", "answers.csv", "town.yaml") if name in ran.err] == [
        "README.md",
        "answers.csv",
    ]


def test_a_file_that_is_named_alone_is_read_whatever_it_is_called(shelf: Path) -> None:
    """Whoever names nothing else means it, and is told what is wrong with it."""
    ran = toc("lessons", str(shelf / "README.md"))
    assert "left aside" not in ran.err
    assert "README.md has" in ran.err


def test_strategies_alone_are_not_remarked_upon(shelf: Path) -> None:
    """Where nothing is left aside, nothing is said."""
    both = (str(shelf / "town.yaml"), str(shelf / "village.yaml"))
    assert toc("compare", *both, "--on", "2027-06-30").err == ""
