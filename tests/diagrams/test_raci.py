"""The RACI matrix: its laws on any strategy, and what is outlined and told."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from roadmap.roads import ROAD, road
from theories import strategies

from toc import Strategy, typeface
from toc.diagrams import palette
from toc.diagrams.curves import sampled
from toc.diagrams.matrix.raci import raci
from toc.diagrams.plate import FORMS
from toc.diagrams.scene import Scene, Words
from toc.errors import NothingToDrawError
from toc.roadmap.responsibilities import responsibilities

lawful = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def reach_of(line: Words) -> tuple[float, float]:
    """Give from where to where a line stands."""
    wide = typeface.width(line.text, line.size, bold=line.bold)
    if line.anchor == "middle":
        return line.x - wide / 2, line.x + wide / 2
    return (line.x, line.x + wide) if line.lies_right else (line.x - wide, line.x)


def drawn(strategy: Strategy, language: str = "en") -> Scene | None:
    """Draw it, where there is anything to draw."""
    try:
        return raci(strategy, language=language).scene
    except NothingToDrawError:
        return None


@lawful
@given(strategies(), st.sampled_from(["en", "ar"]))
def test_letters_lie_in_their_cells_and_words_apart(strategy: Strategy, language: str) -> None:
    """No cell overlaps another, no letter leaves its cell, no two lines overlap."""
    scene = drawn(strategy, language)
    if scene is None:
        return
    for one, other in combinations(scene.boxes, 2):
        assert (one.column, one.lane) != (other.column, other.lane)
    for box in scene.boxes:
        for figure in box.marks[0].figures:
            for x, y in sampled(figure.path):
                assert box.x <= x <= box.x + box.width
                assert box.y <= y <= box.y + box.height
    lines = [line for piece in scene.furniture for line in piece.lines if line.text.strip()]
    for first, second in combinations(lines, 2):
        if abs(first.y - second.y) < min(first.size, second.size) * 0.8:
            (a, b), (c, d) = reach_of(first), reach_of(second)
            assert max(a, c) - min(b, d) > 0, (first.text, second.text)


@lawful
@given(strategies())
def test_every_part_has_its_cell(strategy: Strategy) -> None:
    """Whoever has a part in an activity stands in its row, with all the letters."""
    scene, found = drawn(strategy), responsibilities(strategy)
    expected = {
        (row, load.stakeholder.name)
        for row, part in enumerate(found.parts)
        for load in found.loads
        if part.letters(load.stakeholder.name)
    }
    assert len(expected) == (len(scene.boxes) if scene is not None else 0)


def test_it_is_told_in_words() -> None:
    """Each cell says who does what, and each fault what is missing."""
    told = raci(road()).scene.told
    assert "“Teaching”: “The club” answers for it, carries it out." in told
    assert "nobody answers for “Walking”." in told


def gaps(scene: Scene) -> int:
    """Count the outlined rows."""
    return sum(piece.name == "gap" for piece in scene.furniture)


def test_an_empty_a_is_an_outlined_row_and_a_double_one_outlined_cells() -> None:
    """Exactly one answers; where that is not so, it is seen and explained."""
    assert gaps(raci(road()).scene) == 2
    double: dict[str, Any] = {"walk": {"title": "Walking", "accountable": "town, club"}}
    scene = raci(road(activities=double)).scene
    assert gaps(scene) == 0
    assert [box.outline.dash for box in scene.boxes] == [palette.DASHED] * 2
    said = {line.text for piece in scene.furniture for line in piece.lines}
    assert "not exactly one answers for it" in said
    sound: dict[str, Any] = {"walk": {"title": "Walking", "accountable": "town"}}
    sound_scene = raci(road(activities=sound)).scene
    assert gaps(sound_scene) == 0
    assert not [box for box in sound_scene.boxes if box.outline.dash]


def test_each_letter_has_a_frame_of_its_own() -> None:
    """In grey, too, whoever answers is seen at once."""
    names = ("accountable", "responsible", "consulted", "informed")
    people = dict(zip(names, ("town", ["club"], ["school"], ["fourth"]), strict=True))
    stakeholders = {**ROAD["stakeholders"], "fourth": "The fourth"}
    scene = raci(road(activities={"a": {"title": "A", **people}}, stakeholders=stakeholders)).scene
    frames = [box.marks[0].figures[0] for box in scene.boxes]
    assert len({(bool(one.fill != palette.PAPER), len(one.path), one.dash) for one in frames}) == 4
    assert [box.marks[0].lines[0].text for box in scene.boxes] == ["A", "R", "C", "I"]


@pytest.mark.parametrize("form", FORMS)
def test_it_is_drawn_in_every_form_and_always_the_same(form: str) -> None:
    """SVG, HTML, PNG and PDF come from the same scene."""
    assert raci(road()).render(form) == raci(road()).render(form)


def test_what_cannot_be_drawn_is_said() -> None:
    """Without activities, or where nobody has a part in any, there is no matrix."""
    for activities in ({}, {"a": "A"}):
        with pytest.raises(NothingToDrawError):
            raci(road(activities=activities))
