"""The assumptions map: every assumption in its quadrant by its number, and told of in words."""

from __future__ import annotations

import pytest
from diagrams.charts.sheets import words_of

from toc.diagrams import palette
from toc.diagrams.charts.quadrants import Spot, quadrants
from toc.diagrams.scene import Box, Scene
from toc.errors import NothingToDrawError

SPOTS = [
    Spot(
        7, "doubtful", "Permits come in time", "the hall keeps an eye on it", "carries", doubt=True
    ),
    Spot(2, "untested", "Staff have time", "nobody tests it", "may-carry", None),
    Spot(3, "holding", "Doors are open", "the pilot tests it", "alone", None),
]


def drawn(spots: list[Spot], language: str = "en") -> Scene:
    """Draw some assumptions."""
    return quadrants("Map", "Timiș", spots, language=language, said="Look at 7.")


def within(scene: Scene) -> dict[tuple[int, int], list[str]]:
    """Give the words that stand in each quadrant, by row and column."""
    return {(one.lane, one.column): _said(one) for one in scene.boxes if one.kind == "quadrant"}


def _said(box: Box) -> list[str]:
    return [line.text for mark in box.marks for line in mark.lines]


def test_each_stands_in_its_quadrant_and_an_empty_one_says_so() -> None:
    """Two rows by what falls, three columns by who doubts; what nobody has judged is apart."""
    assert within(drawn(SPOTS)) == {
        (0, 0): ["7"],
        (0, 1): ["no assumption"],
        (0, 2): ["no assumption"],
        (1, 0): ["no assumption"],
        (1, 1): ["no assumption"],
        (1, 2): ["but if all causes are needed:", "2", "not even then:", "3"],
    }


def test_what_nobody_has_judged_stands_apart() -> None:
    """Its column is further away, and its edges are broken."""
    edges = {one.column: one for one in drawn(SPOTS).boxes if one.kind == "quadrant"}
    first, second, third = (edges[at] for at in range(3))
    assert third.x - second.x > second.x - first.x
    assert third.outline.dash == palette.DASHED
    assert first.outline.dash == second.outline.dash == ()


def test_only_the_quadrant_where_both_meet_has_a_heavy_edge() -> None:
    """A goal falls with it and it is in doubt: there the test begins."""
    heavy = [one.id for one in drawn(SPOTS).boxes if one.outline.width > 2]
    assert heavy == ["quadrant-0-0"]


def test_the_list_stands_in_order_of_number() -> None:
    """Whoever has a number in mind finds it, with its title and who tests it."""
    listed = [one for one in drawn(SPOTS).boxes if one.kind == "assumption"]
    assert [one.told for one in listed] == [
        (
            "2 “Staff have time” (untested): a goal falls with it if all causes are needed, "
            "nobody has judged it; nobody tests it"
        ),
        (
            "3 “Doors are open” (holding): no goal falls with it alone, nobody has judged it; "
            "the pilot tests it"
        ),
        (
            "7 “Permits come in time” (doubtful): a goal stands or falls with it, in doubt; "
            "the hall keeps an eye on it"
        ),
    ]


def test_who_hears_the_map_hears_every_quadrant() -> None:
    """The empty ones, too."""
    told = drawn(SPOTS).told
    assert told.startswith("Timiș Look at 7.")
    assert "a goal stands or falls with it, in doubt: 7." in told
    assert "a goal stands or falls with it, held to be true: no assumption." in told


def test_only_states_that_are_there_are_explained() -> None:
    """And what the heavy edge means always is."""
    keys = [one.lines[0].text for one in drawn(SPOTS[:2]).furniture if one.name == "key"]
    assert keys == ["test these first", "untested", "doubtful"]


def test_it_speaks_romanian() -> None:
    """All that is ours is said in the picture's language."""
    said = [line.text for line in words_of(drawn(SPOTS, "ro"))]
    assert {"nicio ipoteză", "nici atunci:", "de testat mai întâi"} <= set(said)


def test_without_assumptions_there_is_nothing_to_draw() -> None:
    """An empty map is not drawn."""
    with pytest.raises(NothingToDrawError, match="no assumptions"):
        drawn([])
