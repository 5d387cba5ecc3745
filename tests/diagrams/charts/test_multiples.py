"""Small multiples: what was measured and promised, each at its day and its height."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import inf, nan

import pytest
from diagrams.charts.sheets import ON, days, frame, lawful, marks, numbers, outside, overlapping
from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams import palette
from toc.diagrams.charts import Panel, Point, multiples
from toc.diagrams.charts.scales import days_of, span_of
from toc.diagrams.scene import Box, Scene
from toc.errors import NothingToDrawError

PANEL = Panel(
    "Graduates",
    "people",
    (Point(date(2026, 7, 1), 58), Point(date(2026, 10, 1), 143)),
    (Point(date(2026, 12, 31), 150), Point(date(2027, 12, 31), 400)),
    Point(date(2026, 1, 1), 0),
    Point(date(2028, 12, 31), 600),
    "on-track",
    "as planned",
    ON,
)


def drawn(*panels: Panel, language: str = "en") -> Scene:
    """Draw panels."""
    return multiples("Over time", "Timiș", panels, language=language)


def lines(scene: Scene, name: str, colour: str) -> list[tuple[float, ...]]:
    """Give where the lines of a colour run in the first panel."""
    return [
        tuple(value for _, values in figure.path for value in values)
        for figure in marks(scene, name)[0]
        if figure.stroke == colour and not figure.fill
    ]


def said(box: Box) -> list[str]:
    """Give the lines of a panel."""
    return [line.text for mark in box.marks for line in mark.lines]


def test_the_way_runs_from_the_baseline_over_milestones_to_the_target() -> None:
    """A dashed line in four points, from left to right and, here, upwards."""
    ways = lines(drawn(PANEL), "promised", palette.ARROW)
    assert len(ways) == 3
    for one, other in pairwise(ways):
        assert one[2:] == other[:2]
    assert [x for x, *_ in ways] == sorted(x for x, *_ in ways)
    assert [y for _, y, *_ in ways] == sorted((y for _, y, *_ in ways), reverse=True)


def test_days_and_values_have_their_places() -> None:
    """A day halfway between two others stands halfway, and so does a value."""
    panel = replace(
        PANEL,
        points=(
            Point(date(2026, 1, 1), 0),
            Point(date(2027, 1, 1), 300),
            Point(date(2028, 1, 1), 600),
        ),
        milestones=(),
        target=None,
        baseline=None,
        on=date(2026, 1, 1),
    )
    one, two = lines(drawn(panel), "measured", palette.ACHIEVED)
    assert one[2] - one[0] == pytest.approx(two[2] - two[0], abs=0.2)
    assert one[3] - one[1] == pytest.approx(two[3] - two[1], abs=0.2)


def test_a_break_is_a_gap_with_a_mark() -> None:
    """No line leads over it, and two strokes stand between."""
    broken = (PANEL.points[0], replace(PANEL.points[1], flag="b"))
    scene = drawn(replace(PANEL, points=broken))
    assert len(lines(drawn(PANEL), "measured", palette.ACHIEVED)) == 2
    assert len(lines(scene, "measured", palette.ACHIEVED)) == 1
    assert len(lines(scene, "measured", palette.INK)) == 2
    assert "2026-10-01), break in the series before it" in scene.boxes[0].told
    assert "break in the series" in {line.text for piece in scene.furniture for line in piece.lines}


def test_what_is_measured_begins_at_the_baseline() -> None:
    """The baseline is a measurement too; one that lies later than a value is led to by nothing."""
    early = lines(drawn(PANEL), "measured", palette.ACHIEVED)
    late = replace(PANEL, baseline=Point(date(2026, 8, 1), 70))
    assert len(early) == len(PANEL.points)
    assert len(lines(drawn(late), "measured", palette.ACHIEVED)) == len(PANEL.points) - 1


@pytest.mark.parametrize(
    ("flag", "word"), [("e", "estimated"), ("p", "provisional"), ("u", "unreliable"), ("x", "")]
)
def test_a_value_with_a_reserve_is_hollow(flag: str, word: str) -> None:
    """Its disc is open, and what the letter means is told."""
    points = (PANEL.points[0], replace(PANEL.points[1], flag=flag))
    scene = drawn(replace(PANEL, points=points))
    discs = [figure for figure in marks(scene, "measured")[0] if figure.fill]
    assert [disc.fill for disc in discs[1:]] == [palette.ACHIEVED, palette.PAPER]
    assert word in scene.boxes[0].told


def test_the_order_in_which_values_are_given_does_not_matter() -> None:
    """Points and milestones are drawn and told by their days."""
    turned = replace(PANEL, points=PANEL.points[::-1])
    assert drawn(turned) == drawn(PANEL)


def test_everything_is_told() -> None:
    """Standing, each value with its day, baseline, milestones, target and words."""
    assert drawn(PANEL).boxes[0].told == (
        "Graduates (people): on track; measured 58 (2026-07-01); measured 143 (2026-10-01); "
        "baseline 0 (2026-01-01); milestone 150 (2026-12-31); milestone 400 (2027-12-31); "
        "target 600 (2028-12-31); as planned"
    )


def test_a_date_is_told_as_exactly_as_it_was_written() -> None:
    """What was read in October is not said to be of its first day."""
    read = replace(PANEL.points[1], dated="2026-10")
    box = drawn(replace(PANEL, points=(PANEL.points[0], read))).boxes[0]
    assert "measured 58 (2026-07-01); measured 143 (2026-10); " in box.told
    assert any("measured 143 (2026-10)" in line for line in said(box))


def test_without_a_value_the_field_is_hatched_and_said() -> None:
    """What was promised is still shown upon it."""
    scene = drawn(replace(PANEL, points=(), standing="no-data"))
    assert marks(scene, "no-data")
    assert lines(scene, "promised", palette.ARROW)
    assert "measured no data" in scene.boxes[0].told
    assert "no data" in said(scene.boxes[0])


def test_an_empty_panel_is_drawn_too() -> None:
    """With neither values nor promises there is a hatched field and its words."""
    empty = replace(PANEL, points=(), milestones=(), baseline=None, target=None, standing="no-data")
    scene = drawn(empty)
    assert list(overlapping(scene)) == []
    assert list(outside(scene)) == []
    assert scene.boxes[0].told == "Graduates (people): no data; measured no data; as planned"


def test_the_day_is_drawn_and_named() -> None:
    """A dotted line stands at the day, and the explanation names it, or each of several."""
    scene = drawn(PANEL, replace(PANEL, on=date(2027, 1, 1)))
    one, other = (frame(figures[0]) for figures in marks(scene, "day"))
    assert other[0] - scene.boxes[1].x > one[0] - scene.boxes[0].x
    keys = {line.text for piece in scene.furniture for line in piece.lines}
    assert "the day it is looked at from, 2026-11-30, 2027-01-01" in keys


@pytest.mark.parametrize(
    ("count", "columns"), [(1, 1), (2, 2), (6, 2), (7, 3), (12, 3), (13, 4), (24, 4)]
)
def test_panels_fill_a_sheet_that_is_shaped_like_paper(count: int, columns: int) -> None:
    """They stand in rows from the left, all as wide and those of a row as high as each other."""
    scene = drawn(*[PANEL] * count)
    assert len({box.x for box in scene.boxes}) == columns
    assert len({(box.width, box.height) for box in scene.boxes}) == 1
    assert [box.id for box in sorted(scene.boxes, key=lambda box: (box.y, box.x))] == [
        f"panel-{at}" for at in range(count)
    ]
    assert scene.height < 1.75 * scene.width
    assert list(overlapping(scene)) == []


def test_fields_of_a_row_lie_at_one_height() -> None:
    """A longer label pushes its neighbour's field down, too."""
    scene = drawn(PANEL, replace(PANEL, label="Foarte multe cuvinte " * 6))
    one, other = (frame(figures[0]) for figures in marks(scene, "day"))
    assert one[1::2] == other[1::2]


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_what_is_no_number_is_refused(value: float) -> None:
    """Nothing could be drawn of it."""
    with pytest.raises(ValueError, match="2026-11-30"):
        Point(ON, value)


def test_without_panels_there_is_nothing_to_draw() -> None:
    """An empty sheet is not drawn."""
    with pytest.raises(NothingToDrawError, match="no indicator"):
        drawn()


@lawful
@given(st.lists(numbers, min_size=1, max_size=9))
def test_an_axis_holds_every_value_between_round_numbers(given: list[float]) -> None:
    """It begins at or below the least, ends at or above the greatest, in two to six even steps."""
    span = span_of(given)
    slack = (span.high - span.low) * 1e-6
    for value in given:
        assert span.low - slack <= value <= span.high + slack
        assert -1e-6 <= span.share(value) <= 1 + 1e-6
    assert 2 <= len(span.marks) <= 7
    steps = [other - one for one, other in pairwise(span.marks)]
    assert min(steps) > 0
    assert max(steps) == pytest.approx(min(steps), rel=1e-3)


@lawful
@given(st.lists(days, min_size=1, max_size=5), st.integers(1, 8))
def test_days_are_named_at_most_so_often(given: list[date], most: int) -> None:
    """Named days lie on the axis, rise, and are beginnings of years or months."""
    axis = days_of(given)
    assert axis.first < axis.last
    assert all(0 <= axis.share(day) <= 1 for day in given)
    named = axis.marks(most)
    assert len(named) <= most
    assert [day for day, _ in named] == sorted({day for day, _ in named})
    for day, name in named:
        assert axis.first <= day <= axis.last
        assert day.isoformat().startswith(name)
        assert day.day == 1
