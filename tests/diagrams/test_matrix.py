"""The matrix of pilots, what they test and where they lead: its laws, and what it says."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from math import hypot
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pilots.desk import DESK, desk, piloted

from toc import typeface
from toc.diagrams import palette
from toc.diagrams.curves import sampled
from toc.diagrams.matrix import matrix
from toc.diagrams.matrix.grid import WORDS, grid_of
from toc.diagrams.matrix.signs import REACH, sign
from toc.diagrams.plate import FORMS
from toc.diagrams.scene import Scene, Words, as_json
from toc.errors import NothingToDrawError, UnknownNameError
from toc.graph import TheoryGraph
from toc.model import Strategy

lawful = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def words_of(scene: Scene) -> list[Words]:
    """Give every line of a scene."""
    return [line for piece in scene.furniture for line in piece.lines]


def reach_of(line: Words) -> tuple[float, float]:
    """Give from where to where a line stands."""
    wide = typeface.width(line.text, line.size, bold=line.bold)
    if line.anchor == "middle":
        return line.x - wide / 2, line.x + wide / 2
    return (line.x, line.x + wide) if line.lies_right else (line.x - wide, line.x)


@lawful
@given(piloted(), st.sampled_from(["en", "ro", "ar"]))
def test_no_two_cells_overlap_and_all_lie_on_the_page(strategy: Strategy, language: str) -> None:
    """Cells stand apart, and nothing of the picture leaves its page."""
    scene = matrix(TheoryGraph(strategy), language=language).scene
    for one, other in combinations(scene.boxes, 2):
        apart_x = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
        apart_y = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
        assert max(apart_x, apart_y) > 0
    for box in scene.boxes:
        assert 0 < box.x < box.x + box.width < scene.width
        assert 0 < box.y < box.y + box.height < scene.height
    for line in words_of(scene):
        left, right = reach_of(line)
        assert 0 <= left <= right <= scene.width
        assert 0 < line.y < scene.height


@lawful
@given(piloted())
def test_no_two_lines_of_text_overlap(strategy: Strategy) -> None:
    """Where two lines stand at one height, there is room between them."""
    lines = [line for line in words_of(matrix(TheoryGraph(strategy)).scene) if line.text.strip()]
    for one, other in combinations(lines, 2):
        if abs(one.y - other.y) >= min(one.size, other.size) * 0.8:
            continue
        (a, b), (c, d) = reach_of(one), reach_of(other)
        assert max(a, c) - min(b, d) > 0, (one.text, other.text)


@lawful
@given(st.lists(st.text(max_size=160), min_size=3, max_size=3), st.sampled_from(["en", "ar"]))
@example(["foarte multe cuvinte " * 12] * 3, "ro")
@example(["unîndelungcuvântfărăsfârșit" * 8] * 3, "ar")
def test_any_title_stands_in_its_own_place(titles: list[str], language: str) -> None:
    """However long a title is, and in whichever letters, it runs into no other text."""
    pilot, belief, goal = titles
    graph = desk(
        pilots={"A": {**DESK["pilots"]["A"], "title": pilot}, "B": "B"},
        assumptions={"time": belief, "known": belief},
        goals={"access": goal, "belonging": goal},
    )
    scene = matrix(graph, language=language).scene
    lines = [line for line in words_of(scene) if line.text.strip()]
    for one, other in combinations(lines, 2):
        if abs(one.y - other.y) < min(one.size, other.size) * 0.8:
            (a, b), (c, d) = reach_of(one), reach_of(other)
            assert max(a, c) - min(b, d) > 0, (one.text, other.text)
    for line in lines:
        for box in scene.boxes:
            if box.y < line.y < box.y + box.height + line.size:
                left, right = reach_of(line)
                assert right < box.x or box.x + box.width < left, line.text


@lawful
@given(piloted())
def test_every_sign_lies_inside_its_cell(strategy: Strategy) -> None:
    """A sign touches neither its cell's edge nor a neighbour."""
    for box in matrix(TheoryGraph(strategy)).scene.boxes:
        for figure in box.marks[0].figures:
            for x, y in sampled(figure.path):
                assert box.x < x < box.x + box.width
                assert box.y < y < box.y + box.height


@pytest.mark.parametrize("meeting", WORDS)
def test_no_sign_reaches_further_than_promised(meeting: Any) -> None:
    """Whatever is drawn around a centre lies near it."""
    points = [point for figure in sign(meeting, 0, 0) for point in sampled(figure.path)]
    assert max(hypot(x, y) for x, y in points) <= REACH + 1


def test_each_meeting_has_a_shape_of_its_own() -> None:
    """In grey, too, the four signs cannot be taken for each other."""
    shapes = {tuple(figure.path for figure in sign(meeting, 0, 0)) for meeting in WORDS}
    assert len(shapes) == len(WORDS)


def test_who_tests_and_leads_where_is_told_in_words() -> None:
    """What a reader sees by signs, a reader who does not see hears, cell by cell."""
    told = [box.told for box in matrix(desk()).scene.boxes]
    assert told[:4] == [
        "“Course in two offices”: “Managers leave time”: tests it, as another does",
        "“Course in two offices”: “Equal access”: leads to it",
        "“Course in two offices”: “Sense of belonging”: claims it, and nothing leads there",
        "“Mediators in two offices”: “Newcomers hear of it”: tests it, as no other does",
    ]
    assert all(sentence in matrix(desk()).scene.told for sentence in told)


def test_what_nobody_tests_is_outlined_and_named() -> None:
    """A gap is seen by its outline and read in the list; without one, neither stands there."""
    pilots = {"A": {**DESK["pilots"]["A"], "tests": []}}
    scene = matrix(desk(pilots=pilots)).scene
    gaps = [piece for piece in scene.furniture if piece.name == "gap"]
    columns = grid_of(desk(pilots=pilots)).columns
    assert len(gaps) == sum(column.is_gap for column in columns) > 0
    assert all(figure.dash == palette.DASHED for piece in gaps for figure in piece.figures)
    assert "untested · nobody tests it" in {line.text for line in words_of(scene)}
    whole = matrix(desk()).scene
    assert not [piece for piece in whole.furniture if piece.name == "gap"]
    assert "nobody tests it" not in {line.text for line in words_of(whole)}


def test_assumptions_have_the_numbers_of_every_other_picture() -> None:
    """Number 1 is the first that the authors listed, whatever hangs on it."""
    columns = [column for column in grid_of(desk()).columns if column.kind == "assumption"]
    assert [column.thing.name for column in columns] == list(DESK["assumptions"])
    assert [column.sign for column in columns] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("form", FORMS)
def test_it_is_drawn_in_every_form_and_always_the_same(form: str) -> None:
    """SVG, HTML, PNG and PDF come from the same scene, with the same bytes each time."""
    one = matrix(desk(), language="ro", on=date(2027, 4, 15))
    assert one.render(form) == matrix(desk(), language="ro", on=date(2027, 4, 15)).render(form)


def test_only_its_words_change_with_the_order_of_the_pilots() -> None:
    """The picture does not depend on the order of pilots, goals and links in the file."""
    turned = {name: dict(reversed(DESK[name].items())) for name in ("pilots", "goals", "links")}
    assert as_json(matrix(desk(**turned)).scene) == as_json(matrix(desk()).scene)


def test_it_stands_on_the_picture_of_what_and_when_it_is() -> None:
    """Strategy, version and day stand beneath the title."""
    head = {"title": "Front desks", "version": "2.1"}
    scene = matrix(desk(strategy=head), on=date(2027, 4, 15)).scene
    assert "Front desks · version 2.1 · 2027-04-15" in {line.text for line in words_of(scene)}


def test_what_cannot_be_drawn_is_said() -> None:
    """Without pilots there is nothing to draw, and a form that is not known is named."""
    with pytest.raises(NothingToDrawError):
        matrix(desk(pilots={}))
    with pytest.raises(UnknownNameError, match="html, pdf, png, svg"):
        matrix(desk()).render("gif")
