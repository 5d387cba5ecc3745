"""`toc story`, `toc lessons`, `toc compare`: a strategy told, and shared with other regions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import CLEAN, toc, write

TOWN = CLEAN.replace("  title: A town for all\n", "  title: A town for all\n  place: Bihor\n")
TIMIS = (
    TOWN.replace("place: Bihor", "place: Timiș")
    .replace("id: town", "id: timis")
    .replace("Managers leave staff the time", "The mayor values it")
    + "lessons:\n  hours: {title: Whoever works on shifts drops out, about: [time]}\n"
)
ON = ("--on", "2027-06-30")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with two regions' strategies."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "all" / "bihor.yaml", TOWN)
    write(tmp_path / "all" / "timis.yaml", TIMIS)
    return tmp_path


def test_a_story_is_printed_or_written() -> None:
    """Without a file it is printed as Markdown; with one it is what the ending says."""
    ran = toc("story", "all/bihor.yaml", *ON)
    assert (ran.code, ran.err) == (0, "")
    assert "If this is done: A course for the front desk" in ran.out
    ran = toc("story", "all/bihor.yaml", *ON, "-o", "story.html", "--language", "ro")
    assert ran.code == 0
    page = Path("story.html").read_text("utf-8")
    assert "Dacă se face aceasta: A course for the front desk" in page
    assert "<svg" in page


def test_a_story_can_be_of_one_goal() -> None:
    """Who asks for a goal that is not there is told which there are."""
    ran = toc("story", "all/bihor.yaml", "--goal", "equal", *ON)
    assert ran.out.count("\n## Newcomers use public services") == 1
    ran = toc("story", "all/bihor.yaml", "--goal", "course", *ON)
    assert (ran.code, ran.out) == (2, "")
    assert "equal" in ran.err


def test_a_story_is_in_a_language_that_the_strategy_has() -> None:
    """A language without texts is refused rather than told in another."""
    ran = toc("story", "all/bihor.yaml", "--texts", "hu", *ON)
    assert ran.code == 2
    assert "hu" in ran.err


def test_a_story_is_written_of_one_strategy() -> None:
    """Whoever names several strategies and one file is asked for one of them."""
    ran = toc("story", "all", "-o", "x.pdf", *ON)
    assert (ran.code, Path("x.pdf").exists()) == (2, False)
    assert toc("story", "all", *ON).out.count("# What we want to change, and how\n") == 2


def test_one_region_sees_what_another_learned() -> None:
    """Bihor assumes the same kind of thing before the same kind of change as Timiș."""
    ran = toc("lessons", "all", "--for", "all/bihor.yaml", *ON)
    assert (ran.code, ran.err) == (0, "")
    assert "No lesson is written yet." in ran.out
    assert "### Timiș: Whoever works on shifts drops out" in ran.out
    assert "- Managers leave staff the time" in ran.out
    both = toc("lessons", "all", *ON).out
    assert both.count("# Lessons\n") == 2


@pytest.mark.parametrize(("about", "found"), [("time", 1), ("TIME", 1), ("staff", 0)])
def test_lessons_can_be_about_one_thing(about: str, found: int) -> None:
    """Only what may hold for it is told."""
    ran = toc("lessons", "all", "--for", "all/bihor.yaml", "--about", about, *ON)
    assert ran.out.count("Whoever works on shifts") == found


def test_lessons_are_data_and_pages_too() -> None:
    """JSON says by kind and in words why a lesson was found again; a page needs one learner."""
    ran = toc("lessons", "all", "--format", "json", *ON)
    first, second = json.loads(ran.out)["strategies"]
    assert (first["strategy"], second["strategy"]) == ("town", "timis")
    (again,) = first["found_again"]
    (place,) = again["places"]
    assert place["reasons"][0]["closeness"] == "assumption"
    assert second["found_again"] == []
    ran = toc("lessons", "all", "--page", "lessons.html", *ON)
    assert (ran.code, Path("lessons.html").exists()) == (2, False)
    assert "--for" in ran.err
    ran = toc("lessons", "all", "--for", "all/bihor.yaml", "--page", "lessons.html", *ON)
    assert ran.code == 0
    assert "Whoever works on shifts" in Path("lessons.html").read_text("utf-8")


def test_regions_stand_side_by_side() -> None:
    """Both are named, what they share is told, in whichever order they are given."""
    one = toc("compare", "all/bihor.yaml", "all/timis.yaml", *ON)
    other = toc("compare", "all/timis.yaml", "all", *ON)
    assert (one.code, one.err) == (0, "")
    assert one.out == other.out
    assert one.out.index("| Bihor |") < one.out.index("| Timiș |")
    assert "The same id: desks." in one.out
    data = json.loads(toc("compare", "all", "--format", "json", *ON).out)
    assert [region["name"] for region in data["regions"]] == ["Bihor", "Timiș"]
    assert len(data["indicators"]) == 2
    ran = toc("compare", "all", "--page", "side.html", "--language", "ro", *ON)
    assert ran.code == 0
    assert "Regiuni puse alături" in Path("side.html").read_text("utf-8")


def test_a_comparison_needs_two() -> None:
    """Whoever names one region is told so, and the help names the other kind of comparison."""
    ran = toc("compare", "all/timis.yaml", *ON)
    assert ran.code == 2
    assert "two strategies" in ran.err
    assert "analyse compare" in " ".join(toc("compare", "--help").out.split())
