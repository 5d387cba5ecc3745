"""People point at "the box top left" from one meeting to the next: it must still be there."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from random import Random
from shutil import which
from statistics import mean

import pytest

from toc.diagrams.chart import Arrow, Box, Chart, Column, Lane
from toc.diagrams.curves import sampled
from toc.diagrams.grid.lanes import stacked
from toc.diagrams.grid.order import crossings, ordered
from toc.diagrams.grid.slots import board_of
from toc.diagrams.picture import Picture
from toc.diagrams.scene import Point, Scene, as_json

_REACHED = [("grid", True, 16), ("grid", False, 16), ("pathway", True, 14)]


def above(scene: Scene) -> dict[tuple[str, str], bool]:
    """Tell of every two boxes of a column whether the first stands above the second."""
    return {
        (one.id, other.id): one.y < other.y
        for one, other in combinations(sorted(scene.boxes, key=lambda box: box.id), 2)
        if one.column == other.column
    }


def without(chart: Chart, box: str) -> Chart:
    """Leave out a box and its arrows."""
    return replace(
        chart,
        boxes=tuple(other for other in chart.boxes if other.id != box),
        arrows=tuple(arrow for arrow in chart.arrows if box not in (arrow.cause, arrow.effect)),
    )


def swapped(chart: Chart) -> float:
    """Measure the share of pairs that swap when one box is added, on average over all boxes."""
    after = above(Picture(chart).scene)
    shares = []
    for box in chart.boxes:
        before = above(Picture(without(chart, box.id)).scene)
        shares.append(mean(before[pair] != after[pair] for pair in before))
    return mean(shares)


def test_one_more_box_moves_almost_nothing_with_lanes(timis: Chart) -> None:
    """With lanes at most 0.2 % of the pairs within a column change places."""
    assert swapped(timis) <= 0.002


def test_one_more_box_moves_almost_nothing_without_lanes(timis: Chart) -> None:
    """Without lanes at most 0.5 % of the pairs within a column change places."""
    assert swapped(replace(timis, lanes=())) <= 0.005


def test_without_areas_the_picture_does_not_turn_over(any_chart) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Where no area helps, one more box still leaves nine pairs of ten as they were."""
    for seed in range(2):
        assert swapped(any_chart(seed, 45, lanes=0)) <= 0.1


def linked(*pairs: tuple[int, int]) -> Chart:
    """Make a chart of four lanes with a cause and an effect in each, and so many links."""
    boxes = tuple(
        Box(f"{name}{lane}", "outcome", name, column, lane)
        for lane in range(4)
        for column, name in enumerate(("cause", "effect"))
    )
    arrows = tuple(
        Arrow(f"arrow{at}", f"cause{cause}", f"effect{effect}")
        for at, (cause, effect) in enumerate(pairs)
    )
    columns = (Column("short", "Short"), Column("long", "Long"))
    lanes = tuple(Lane(str(at), f"Lane {at}") for at in range(4))
    return Chart("Lanes", columns, boxes, arrows, lanes=lanes)


@pytest.mark.parametrize(
    ("pairs", "written"),
    [
        ([], True),
        ([(0, 1), (1, 2), (2, 3)], True),
        ([(0, 3), (0, 1), (1, 2), (2, 3)], True),
        ([(0, 3)] * 6, False),
    ],
    ids=["no links", "as written", "little to spare", "much to spare"],
)
def test_lanes_stand_as_written_unless_much_is_spared(
    pairs: list[tuple[int, int]],
    written: bool,  # noqa: FBT001
) -> None:
    """Lanes leave the author's order only where they are linked far more than usual."""
    chart = linked(*pairs)
    assert (stacked(chart) == (0, 1, 2, 3)) is written
    scene = Picture(chart).scene
    down = sorted(range(4), key=lambda lane: scene.bands[lane].y)
    assert [stacked(chart)[lane] for lane in down] == [0, 1, 2, 3]
    grounds = [scene.bands[lane].ground.fill for lane in down]
    assert all(one != other for one, other in pairwise(grounds))


def test_a_shuffled_file_gives_the_same_bytes(timis: Chart) -> None:
    """The order in which nodes and links are written is not seen at all."""
    random = Random(3)
    boxes, arrows = list(timis.boxes), list(timis.arrows)
    random.shuffle(boxes)
    random.shuffle(arrows)
    shuffled = replace(timis, boxes=tuple(boxes), arrows=tuple(arrows))
    assert Picture(shuffled).render("svg") == Picture(timis).render("svg")


def crossings_of(scene: Scene, *, strangers: bool = False) -> int:
    """Count how often two drawn curves cross, by their sampled pieces.

    Where dot gives all lines of a box one port they run into each other near it; among
    strangers, arrows without a common end, that does not count.
    """
    ways = [({arrow.cause, arrow.effect}, sampled(arrow.line.path)) for arrow in scene.arrows]
    return sum(
        _cross(one, other)
        for (ends, one), (others, other) in combinations(ways, 2)
        if not (strangers and ends & others)
    )


def _cross(one: list[Point], other: list[Point]) -> int:
    return sum(
        _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0
        for a, b in pairwise(one)
        for c, d in pairwise(other)
        if max(a[0], b[0]) >= min(c[0], d[0]) and max(c[0], d[0]) >= min(a[0], b[0])
    )


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


@pytest.mark.skipif(which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("engine", ["grid", "pathway"])
@pytest.mark.parametrize("lanes", [True, False])
def test_no_more_crossings_than_graphviz(timis: Chart, engine: str, lanes: bool) -> None:  # noqa: FBT001
    """On 46 boxes our arrows cross no more often than in dot's best order, which has no lanes."""
    chart = timis if lanes else replace(timis, lanes=())
    ours = crossings_of(Picture(chart, engine).scene, strangers=True)
    assert ours <= crossings_of(Picture(chart, "dot").scene, strangers=True)


@pytest.mark.parametrize(("engine", "lanes", "most"), _REACHED)
def test_no_more_crossings_than_last_time(
    timis: Chart,
    engine: str,
    lanes: bool,  # noqa: FBT001
    most: int,
) -> None:
    """The figures reached so far are kept."""
    chart = timis if lanes else replace(timis, lanes=())
    assert crossings_of(Picture(chart, engine).scene) <= most


def test_no_two_neighbours_should_change_places(any_chart) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Swaps are judged by two slots alone; a full count agrees that none is left to gain."""
    board = board_of(any_chart(2, 40, lanes=2))
    cells = ordered(board)
    fewest = crossings(board, cells)
    for column in cells:
        for cell in column:
            for at in range(len(cell) - 1):
                cell[at], cell[at + 1] = cell[at + 1], cell[at]
                assert crossings(board, cells) >= fewest
                cell[at], cell[at + 1] = cell[at + 1], cell[at]


SCRIPT = """
import sys
from diagrams.gallery import GALLERY
from toc.diagrams.picture import Picture
from toc.diagrams.scene import as_json
for make in GALLERY.values():
    picture = make()
    sys.stdout.buffer.write(as_json(picture.scene).encode())
    # A chart or a roadmap is no graph: it has no other text than its SVG.
    for form in ("svg", "dot", "mermaid") if isinstance(picture, Picture) else ("svg",):
        sys.stdout.buffer.write(picture.render(form))
"""


def test_the_same_bytes_in_any_hash_order(timis: Chart) -> None:
    """Two processes with different hash seeds write the same scenes, SVG, DOT and Mermaid."""
    tests = Path(__file__).parents[1]
    paths = [str(tests), str(tests.parent / "src")]
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(paths)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert as_json(Picture(timis).scene).encode() in runs[0]
