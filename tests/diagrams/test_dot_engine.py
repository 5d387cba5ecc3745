"""The engine dot: the grid's laws hold for it too, and its program may fail."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, groupby, pairwise
from pathlib import Path
from shutil import which

import pytest
from diagrams.test_geometry import charts, through_boxes
from hypothesis import HealthCheck, given, settings

from toc.api import load
from toc.diagrams import palette
from toc.diagrams.chart import Arrow, Box, Chart, Column
from toc.diagrams.curves import sampled
from toc.diagrams.dots import placed, program
from toc.diagrams.drafting import chart_of
from toc.diagrams.engines import dot
from toc.diagrams.grid import board_of
from toc.diagrams.picture import Picture
from toc.diagrams.scene import Scene, as_json
from toc.errors import MissingExtraError, OutputError
from toc.graph import TheoryGraph

needs_dot = pytest.mark.skipif(which("dot") is None, reason="Graphviz is not installed")

lawful = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def box_gaps(scene: Scene) -> list[float]:
    """Measure how far apart any two boxes are."""
    return [
        max(
            max(one.x, other.x) - min(one.x + one.width, other.x + other.width),
            max(one.y, other.y) - min(one.y + one.height, other.y + other.height),
        )
        for one, other in combinations(scene.boxes, 2)
    ]


@needs_dot
def test_every_law_of_the_grid_holds_for_dot() -> None:
    """Whatever the chart: room between boxes, none run through, arrows touch, headings above."""

    @lawful
    @given(charts())
    def law(chart: Chart) -> None:
        scene = Picture(chart, "dot").scene
        assert all(gap >= palette.BOX_GAP - 0.2 for gap in box_gaps(scene))
        assert through_boxes(scene) == []
        assert [heading.level for heading in scene.headings] == [
            column.level for column in chart.columns
        ]
        boxes = {box.id: box for box in scene.boxes}
        for box in scene.boxes:
            assert box.x == pytest.approx(scene.headings[box.column].x, abs=0.2)
        for arrow in scene.arrows:
            points = sampled(arrow.line.path)
            for (x, y), end, reach in (
                (points[0], arrow.cause, 1.0),
                (points[-1], arrow.effect, palette.HEAD + 0.2),
            ):
                assert min(abs(x - boxes[end].x), abs(x - boxes[end].x - boxes[end].width)) <= reach
                assert boxes[end].y <= y <= boxes[end].y + boxes[end].height

    law()


@needs_dot
def test_a_loop_back_does_not_move_a_level() -> None:
    """Feedback from the last level to the first leaves every box in its column."""
    columns = tuple(Column(level, level) for level in ("output", "short", "goal"))
    boxes = tuple(Box(name, "outcome", name, at) for at, name in enumerate("abc"))
    arrows = (
        Arrow("1", "a", "b"),
        Arrow("2", "b", "c"),
        Arrow("3", "c", "a", feedback="balancing"),
    )
    scene = Picture(Chart("Loop", columns, boxes, arrows), "dot").scene
    assert [box.id for box in sorted(scene.boxes, key=lambda box: box.x)] == ["a", "b", "c"]
    assert through_boxes(scene) == []


@needs_dot
@pytest.mark.parametrize("name", ["timis", "arad.yaml"])
def test_an_area_stays_together(name: str) -> None:
    """Where lanes are asked for, the boxes of an area stand next to each other in a column."""
    strategy = load(Path(__file__).parents[2] / "strategies" / name)
    chart = chart_of(strategy, TheoryGraph(strategy), language="ro")
    scene = Picture(chart, "dot").scene
    boxes = sorted(scene.boxes, key=lambda box: (box.column, box.y))
    runs = [key for key, _ in groupby(boxes, key=lambda box: (box.column, box.lane))]
    areas = {(box.column, box.lane) for box in boxes}
    assert len(runs) <= 1.2 * len(areas)


@needs_dot
def test_dot_begins_from_where_fewest_arrows_cross(timis: Chart) -> None:
    """Of all the orders from which it may begin, the one is kept that ends best."""
    chart = replace(timis, lanes=())
    board = dot._sized(board_of(chart), palette.BOX_WIDTH)
    found = {hint: dot._crossings(board, placed(board, hint)) for hint in dot._hints(chart, board)}
    assert len(set(found.values())) > 1
    assert found[dot._best_hint(chart, board)] == min(found.values())


@needs_dot
def test_the_order_of_the_file_does_not_matter_to_dot(timis: Chart) -> None:
    """A chart whose boxes and arrows are written backwards gives the same scene."""
    turned = replace(timis, boxes=timis.boxes[::-1], arrows=timis.arrows[::-1])
    assert as_json(Picture(turned, "dot").scene) == as_json(Picture(timis, "dot").scene)


@needs_dot
def test_2000_boxes_come_back(any_chart: Callable[..., Chart]) -> None:
    """A portfolio of 2,000 boxes is placed long before our patience ends, and lawfully."""
    scene = Picture(any_chart(7, 2000), "dot").scene
    assert len(scene.boxes) == 2000
    for column in range(7):
        boxes = sorted((box for box in scene.boxes if box.column == column), key=lambda box: box.y)
        assert all(
            lower.y - upper.y - upper.height >= palette.BOX_GAP - 0.2
            for upper, lower in pairwise(boxes)
        )


def program_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> Picture:
    """Put a program called dot on the path that does something else."""
    script = tmp_path / "dot"
    script.write_text(f"#!{sys.executable}\nimport os, sys, time\n{does}\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    boxes = (Box("a", "goal", "A", 0),)
    return Picture(Chart("Start", (Column("goal", "Goals"),), boxes), "dot")


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program on Windows")
@pytest.mark.parametrize(
    "does",
    [
        "sys.exit(1)",
        "os.kill(os.getpid(), 9)",
        "pass",
        "print('graph 1 1 1')",
        "print('node n0 1 nan 1 1')",
        "print('node')",
    ],
)
def test_a_dot_that_gives_up_is_named(
    does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash, a kill, silence or nonsense: one line says which engine draws it instead."""
    picture = program_that(tmp_path, monkeypatch, does)
    with pytest.raises(OutputError, match=r"^Graphviz cannot place this picture: draw it without"):
        _ = picture.scene


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program on Windows")
def test_a_dot_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When our patience ends, one line says so."""
    monkeypatch.setattr(program, "PATIENCE", 1)
    picture = program_that(tmp_path, monkeypatch, "time.sleep(30)")
    with pytest.raises(OutputError, match=r"^Graphviz has not placed this picture in 1 second: "):
        _ = picture.scene


def test_dot_without_its_program_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Graphviz is not installed, the error says in one line how to get it."""
    monkeypatch.setenv("PATH", "")
    chart = Chart("Start", (Column("goal", "Goals"),), (Box("a", "goal", "A", 0),))
    with pytest.raises(MissingExtraError, match=r"^[^\n]*graphviz[^\n]*$"):
        _ = Picture(chart, "dot").scene
