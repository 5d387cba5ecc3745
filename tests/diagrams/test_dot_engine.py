"""The engine dot: the grid's laws hold for it too, and its program may fail."""

from __future__ import annotations

from itertools import combinations
from shutil import which

import pytest
from diagrams.test_geometry import charts, through_boxes
from hypothesis import HealthCheck, given, settings

from toc.diagrams import palette
from toc.diagrams.chart import Chart
from toc.diagrams.curves import sampled
from toc.diagrams.picture import Picture
from toc.diagrams.scene import Scene

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
