"""The tornado: as wide as a thing moves a goal, without a digit that nobody can stand by."""

from __future__ import annotations

import pytest
from diagrams.charts.sheets import frame, lawful, marks, words_of
from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams.charts.tornado import Lesson, Storm, Swing, tornado
from toc.diagrams.scene import Scene
from toc.errors import NothingToDrawError

STORM = Storm(
    "Access",
    0.3,
    (Swing("Permits", 0.1, 0.5, "moves it most"), Swing("The hall", 0.2, 0.4, "about half")),
    (Lesson("One office", 0.25, "about a quarter"), Lesson("Talks", 0.0, "nothing")),
)


def drawn(*storms: Storm, language: str = "en") -> Scene:
    """Draw some goals."""
    return tornado("What moves", "Timiș", storms, language=language)


@lawful
@given(st.lists(st.floats(0.01, 0.5), min_size=1, max_size=7))
def test_a_bar_is_as_wide_as_its_thing_moves_the_goal(reaches: list[float]) -> None:
    """Full bars, of what holds, stand to each other as what they stand for."""
    swings = tuple(Swing("a", 0.5 - one, 0.5 + one, "") for one in reaches)
    wide = []
    for figures in marks(drawn(Storm("G", 0.5, swings)), "value"):
        left, _, right, _ = frame(figures[2])
        wide.append(right - left)
    for one, reach in zip(wide, reaches, strict=True):
        assert one == pytest.approx(max(wide) * reach / max(reaches), abs=0.25)


def test_failing_and_holding_are_told_apart_without_colour() -> None:
    """What fails is a hollow bar on one side of the line, what holds a full one on the other."""
    figures = marks(drawn(STORM), "value")[0]
    hollow, full = figures[1], figures[2]
    assert (hollow.fill, full.stroke) == ("", "")
    assert frame(hollow)[2] == pytest.approx(frame(full)[0])
    keys = [one.lines[0].text for one in drawn(STORM).furniture if one.name == "key"]
    assert keys == ["if it fails", "if it holds", "as the map stands"]


def test_no_digit_stands_on_the_sheet() -> None:
    """The shape of the map carries none; words say how much, and that these are no chances."""
    said = " ".join(line.text for line in words_of(drawn(STORM)))
    assert not any(letter.isdigit() for letter in said)
    assert "are no chances" in said


def test_every_bar_is_told() -> None:
    """What moves the goal, then what each pilot would settle about it."""
    assert [one.told for one in drawn(STORM).boxes] == [
        "Permits for “Access”: moves it most",
        "The hall for “Access”: about half",
        "One office on “Access”: about a quarter",
        "Talks on “Access”: nothing",
    ]


def test_what_a_pilot_would_settle_is_a_share_of_the_whole() -> None:
    """A quarter is a quarter of the ground, and nothing is a line without a bar."""
    quarter, nothing = marks(drawn(STORM), "value")[2:]
    whole, full = frame(quarter[0]), frame(quarter[3])
    assert full[2] - full[0] == pytest.approx((whole[2] - whole[0]) / 4, abs=0.11)
    assert len(nothing) == len(quarter) - 1


def test_goals_that_nothing_moves_are_left_out() -> None:
    """And where there is no other, there is nothing to draw."""
    still = Storm("Still", 1.0, ())
    assert "Still" not in [line.text for line in words_of(drawn(still, STORM))]
    with pytest.raises(NothingToDrawError, match="nothing that moves"):
        drawn(still)


def test_it_speaks_romanian() -> None:
    """All that is ours is said in the picture's language."""
    said = [line.text for line in words_of(drawn(STORM, language="ro"))]
    assert {"dacă este asigurat sau se adeverește", "cum este harta acum"} <= set(said)
