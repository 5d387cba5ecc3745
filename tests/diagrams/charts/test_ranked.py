"""Ranks over all weightings: parts as long as ranks are frequent, told apart without colour."""

from __future__ import annotations

import pytest
from diagrams.charts.sheets import frame, lawful, marks, words_of
from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams.charts.ranked import Ranks, ranked
from toc.diagrams.scene import Scene
from toc.errors import NothingToDrawError

BARS = [Ranks("Mediators", (60, 40, 0)), Ranks("Encounters", (38, 2, 60))]


def drawn(bars: list[Ranks], language: str = "en") -> Scene:
    """Draw some bars."""
    return ranked("Ranks", "Timiș", bars, language=language, said="Mediators first.")


@lawful
@given(st.lists(st.integers(1, 100), min_size=1, max_size=4))
def test_a_part_is_as_long_as_its_rank_is_frequent(shares: list[int]) -> None:
    """All parts of a bar together are as wide as the sheet, whatever rounding did."""
    parts = [frame(figures[0]) for figures in marks(drawn([Ranks("a", tuple(shares))]), "rank")]
    whole = parts[-1][2] - parts[0][0]
    assert whole == pytest.approx(560, abs=0.2)
    for share, (left, _, right, _) in zip(shares, parts, strict=True):
        assert right - left == pytest.approx(whole * share / sum(shares), abs=0.25)


def test_a_rank_that_is_never_had_is_no_part() -> None:
    """Neither in the bar nor in the words beneath."""
    scene = drawn(BARS)
    assert [len(box.marks) for box in scene.boxes] == [4, 5]
    assert [box.told for box in scene.boxes] == [
        "Mediators: first place in 60 % · second place in 40 %",
        "Encounters: first place in 38 % · second place in 2 % · third place in 60 %",
    ]
    assert scene.told.startswith("Timiș Mediators first. Mediators: first place")


def test_ranks_are_told_apart_without_colour() -> None:
    """Full, close lines, far lines, empty: no two of the explained patterns are alike."""
    keys = [one for one in drawn([Ranks("a", (1,) * 4)]).furniture if one.name == "key"]
    counts = [sum(figure.stroke != "" for figure in key.figures) for key in keys]
    assert len(set(counts)) == len(counts) == 4


def test_a_share_stands_upon_its_part_where_it_has_room() -> None:
    """A narrow part has none; the words beneath say it."""
    scene = drawn(BARS)
    upon = [line.text for line in words_of(scene) if line.anchor == "middle"]
    assert upon == [f"{share}\N{NO-BREAK SPACE}%" for share in (60, 40, 38, 60)]


def test_later_ranks_are_taken_together() -> None:
    """Of many pilots, the fourth place and all after it are one part, and so called."""
    scene = drawn([Ranks("a", (10, 20, 30, 15, 15, 10))])
    assert scene.boxes[0].told.endswith("fourth place or later in 40 %")
    assert len(marks(scene, "rank")) == 4


def test_bars_stand_in_the_order_that_is_given() -> None:
    """Nothing is sorted here."""
    tops = [box.y for box in drawn(BARS[::-1]).boxes]
    assert tops == sorted(tops)
    assert drawn(BARS[::-1]).boxes[0].told.startswith("Encounters")


def test_it_speaks_romanian() -> None:
    """All that is ours is said in the picture's language."""
    assert (
        drawn(BARS, "ro").boxes[0].told
        == "Mediators: locul întâi în 60 % · locul al doilea în 40 %"
    )


def test_without_ranks_there_is_nothing_to_draw() -> None:
    """An empty sheet is not drawn."""
    with pytest.raises(NothingToDrawError, match="no ranks"):
        drawn([])
