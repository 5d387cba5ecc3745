"""The laws of every picture, on charts that hypothesis makes up."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from math import hypot
from shutil import which

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toc import typeface
from toc.diagrams import labels, palette
from toc.diagrams.chart import Arrow, Box, Chart, Column, Lane, Note
from toc.diagrams.curves import sampled
from toc.diagrams.picture import Picture
from toc.diagrams.scene import Point, Scene, Words, as_json

LEVELS = ("need", "input", "activity", "output", "short", "medium", "long", "goal")
KINDS = (
    "need",
    "asset",
    "input",
    "activity",
    "output",
    "outcome",
    "goal",
    "factor",
    "barrier",
    "enabler",
    "unintended",
)
STATES = ("untested", "holding", "doubtful", "failed")

words = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [
            "migranții",
            "la",
            "ghișeu",
            "https://exemplu.ro/o/cale/foarte/lunga?si=intrebare",
            "serviciile",
        ]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Make up a chart with anything in it: loops, arrows back, parallels, many badges."""
    columns = draw(st.integers(1, len(LEVELS)))
    lanes = draw(st.integers(0, 3))
    count = draw(st.integers(1, 14))
    boxes = tuple(
        Box(
            f"box{at}",
            draw(st.sampled_from(KINDS)),
            draw(words),
            draw(st.integers(0, columns - 1)),
            draw(st.integers(0, max(0, lanes - 1))),
            draw(st.sampled_from([None, None, "all", "any", 2])),
        )
        for at in range(count)
    )
    notes = tuple(
        Note(number, draw(st.sampled_from(STATES)), draw(words), draw(words))
        for number in range(1, draw(st.integers(0, 6)) + 1)
    )
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    numbers = (
        st.lists(st.sampled_from(range(1, len(notes) + 1)), unique=True) if notes else st.just([])
    )
    arrows = tuple(
        Arrow(
            f"arrow{at}",
            f"box{cause}",
            f"box{effect}",
            draw(words),
            tuple(draw(numbers)),
            draw(st.booleans()),
            draw(st.sampled_from(["", "reinforcing", "balancing"])),
        )
        for at, (cause, effect) in enumerate(draw(st.lists(ends, max_size=20)))
    )
    return Chart(
        title=draw(words),
        columns=tuple(Column(level, level, draw(words)) for level in LEVELS[:columns]),
        boxes=boxes,
        arrows=arrows,
        subtitle=draw(words),
        lanes=tuple(Lane(f"lane{at}", draw(words)) for at in range(lanes)),
        notes=notes,
        language=draw(st.sampled_from(["ro", "en", "ar"])),
    )


both = pytest.mark.parametrize("engine", ["grid", "pathway"])

lawful = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@both
def test_no_two_boxes_overlap(engine: str) -> None:
    """Between any two boxes there is room, whatever the chart."""

    @lawful
    @given(charts())
    def law(chart: Chart) -> None:
        for one, other in combinations(Picture(chart, engine).scene.boxes, 2):
            apart_x = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
            apart_y = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
            assert max(apart_x, apart_y) >= palette.BOX_GAP - 0.2

    law()


def through_boxes(scene: Scene) -> list[tuple[str, str]]:
    """Find arrows that run through a box, their own ends included."""
    return [
        (arrow.key, box.id)
        for arrow in scene.arrows
        for box in scene.boxes
        if any(
            box.x + 1 < x < box.x + box.width - 1 and box.y + 1 < y < box.y + box.height - 1
            for x, y in sampled(arrow.line.path, 32)
        )
    ]


@both
def test_no_arrow_runs_through_a_box(engine: str) -> None:
    """Sampled finely, no curve enters a box; also arrows back, loops and brackets."""

    @lawful
    @given(charts())
    def law(chart: Chart) -> None:
        assert through_boxes(Picture(chart, engine).scene) == []

    law()


@both
def test_an_arrow_touches_its_own_boxes(engine: str) -> None:
    """An arrow begins at its cause's side and its point ends at its effect's."""

    @lawful
    @given(charts())
    def law(chart: Chart) -> None:
        scene = Picture(chart, engine).scene
        boxes = {box.id: box for box in scene.boxes}
        for arrow in scene.arrows:
            points = sampled(arrow.line.path)
            for (x, y), end, reach in (
                (points[0], arrow.cause, 1.0),
                (points[-1], arrow.effect, palette.HEAD + 0.2),
            ):
                box = boxes[end]
                beside = max(box.x - x, x - box.x - box.width)
                above = max(box.y - y, y - box.y - box.height)
                if engine == "pathway":
                    beside, above = above, beside
                assert -0.2 <= beside <= reach
                assert above <= 0

    law()


def right_end(line: Words) -> float:
    """Measure where a line ends, in our own font."""
    return line.x + typeface.width(line.text, line.size, bold=line.bold)


@both
def test_a_label_stays_inside_its_box(engine: str) -> None:
    """Every line ends before the padding, with 4 % to spare, and stands between top and bottom."""

    @lawful
    @given(charts())
    def law(chart: Chart) -> None:
        scene = Picture(replace(chart, language="ro"), engine).scene
        for box in scene.boxes:
            for line in box.lines:
                assert line.x >= box.x + palette.PADDING - 0.1
                wide = typeface.width(line.text, line.size, bold=line.bold) * palette.SPARE
                assert line.x + wide <= box.x + box.width - palette.PADDING + 0.2
                assert box.y + line.size * 0.7 <= line.y <= box.y + box.height - 2

    law()


@both
def test_everything_is_on_the_page(engine: str) -> None:
    """No outline and no line of text leaves the sheet."""

    @lawful
    @given(charts())
    def law(chart: Chart) -> None:
        scene = Picture(replace(chart, language="ro"), engine).scene
        groups = [*scene.furniture, *(mark for box in scene.boxes for mark in box.marks)]
        figures = [figure for group in groups for figure in group.figures]
        figures += [part for arrow in scene.arrows for part in (arrow.line, arrow.head)]
        figures += [box.outline for box in scene.boxes] + [band.ground for band in scene.bands]
        figures += [figure for badge in scene.badges for figure in badge.figures]
        for figure in figures:
            for x, y in sampled(figure.path):
                assert 0 <= x <= scene.width
                assert 0 <= y <= scene.height
        lines = [line for group in groups for line in group.lines]
        lines += [line for band in scene.bands for line in band.lines]
        lines += [line for heading in scene.headings for line in heading.lines]
        lines += [line for box in scene.boxes for line in box.lines]
        for line in lines:
            assert line.x >= 0
            assert 0 < line.y < scene.height
            assert line.anchor == "end" or right_end(line) <= scene.width

    law()


def test_a_box_stands_in_its_lane_and_column() -> None:
    """Boxes of a column share its left edge, boxes of a lane lie inside its band."""

    @lawful
    @given(charts())
    def law(chart: Chart) -> None:
        scene = Picture(chart).scene
        for box in scene.boxes:
            assert box.x == pytest.approx(scene.headings[box.column].x, abs=0.2)
            if scene.bands:
                band = scene.bands[box.lane]
                assert band.y <= box.y
                assert box.y + box.height <= band.y + band.height

    law()


def test_a_pathway_box_stands_in_its_level() -> None:
    """Rows of levels follow each other from the bottom to the top, and hold their boxes."""

    @lawful
    @given(charts())
    def law(chart: Chart) -> None:
        layout = Picture(chart, "pathway").layout
        assert len(layout.rows) == len(chart.columns)
        for (low, _), (top, height) in pairwise(layout.rows):
            assert top + height == pytest.approx(low)
        for box in chart.boxes:
            top, height = layout.rows[box.column]
            area = layout.boxes[box.id]
            assert top <= area.y
            assert area.bottom <= top + height

    law()


@both
def test_badges_are_clear_of_boxes_and_of_each_other(engine: str) -> None:
    """A badge hides no box and no other badge, also where six stand on one arrow."""

    @lawful
    @given(charts())
    def law(chart: Chart) -> None:
        scene = Picture(chart, engine).scene
        known = {note.number for note in chart.notes}
        assert len(scene.badges) == sum(len(set(arrow.assuming) & known) for arrow in chart.arrows)
        for one, other in combinations(scene.badges, 2):
            assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
        for badge in scene.badges:
            for box in scene.boxes:
                x = max(box.x - badge.x, 0, badge.x - box.x - box.width)
                y = max(box.y - badge.y, 0, badge.y - box.y - box.height)
                assert hypot(x, y) >= badge.radius

    law()


@both
def test_the_order_of_the_file_does_not_matter(engine: str) -> None:
    """A chart whose boxes and arrows are written backwards gives the same scene."""

    @lawful
    @given(charts())
    def law(chart: Chart) -> None:
        turned = replace(chart, boxes=chart.boxes[::-1], arrows=chart.arrows[::-1])
        assert as_json(Picture(turned, engine).scene) == as_json(Picture(chart, engine).scene)

    law()


@both
@pytest.mark.parametrize("lanes", [True, False])
def test_a_badge_sits_on_its_own_arrow(timis: Chart, engine: str, lanes: bool) -> None:  # noqa: FBT001
    """On a usual chart every badge stands on the line that it speaks of, and on no other."""
    chart = timis if lanes else replace(timis, lanes=())
    scene = Picture(chart, engine).scene
    ways = {arrow.key: sampled(arrow.line.path) for arrow in scene.arrows}
    for badge in scene.badges:
        centre = (badge.x, badge.y)
        assert distance(ways[badge.arrow], centre) <= 2
        assert all(distance(way, centre) > 8 for key, way in ways.items() if key != badge.arrow)


def distance(way: list[Point], point: Point) -> float:
    """Give how near a line comes to a point."""
    return min(_distance(one, other, point) for one, other in pairwise(way))


def _distance(one: Point, other: Point, point: Point) -> float:
    along = (other[0] - one[0], other[1] - one[1])
    length = hypot(*along) or 1.0
    on = ((point[0] - one[0]) * along[0] + (point[1] - one[1]) * along[1]) / length**2
    on = min(max(on, 0.0), 1.0)
    return hypot(one[0] + on * along[0] - point[0], one[1] + on * along[1] - point[1])


def type_size(scene: Scene, *, upright: bool = False) -> float:
    """Give a label's size on A3, in points."""
    wide, high = (297.0, 420.0) if upright else (420.0, 297.0)
    return palette.LABEL * min(wide / scene.width, high / scene.height) * 72 / 25.4


@both
def test_45_boxes_in_7_columns_fit_a3(timis: Chart, engine: str) -> None:
    """With the assumptions' table on the same sheet labels are set at 8.8 pt or larger."""
    assert type_size(Picture(timis, engine).scene, upright=engine == "pathway") >= 8.8


@both
def test_45_boxes_in_8_columns_fit_a3(timis: Chart, engine: str) -> None:
    """One level more still fits at 8.8 pt when the table has a sheet of its own."""
    chart = with_needs(timis)
    assert len(chart.columns) == 8
    alone = replace(chart, tabled=False)
    assert type_size(Picture(alone, engine).scene, upright=engine == "pathway") >= 8.8


def with_needs(chart: Chart) -> Chart:
    """Make needs of the first three inputs, and move all others one column on."""
    needs = sorted(box.id for box in chart.boxes if box.column == 0)[:3]
    boxes = tuple(
        replace(box, kind="need") if box.id in needs else replace(box, column=box.column + 1)
        for box in chart.boxes
    )
    columns = (Column("need", "Nevoi și atuuri", "de la ce pornește regiunea"), *chart.columns)
    return replace(chart, columns=columns, boxes=boxes)


@both
def test_one_box_is_a_picture(engine: str) -> None:
    """A strategy that has only begun can be drawn."""
    chart = Chart("Start", (Column("goal", "Goals"),), (Box("g", "goal", "Belonging", 0),))
    scene = Picture(chart, engine).scene
    assert [line.text for line in scene.boxes[0].lines] == ["Belonging"]
    assert scene.arrows == ()


def test_no_box_at_all_is_a_picture() -> None:
    """An empty sheet still has its title."""
    assert Picture(Chart("Empty", (Column("goal", "Goals"),), ())).scene.title == "Empty"


@both
def test_only_loops_is_a_picture(engine: str) -> None:
    """Boxes that lead to each other and to themselves in one column are drawn with brackets."""
    boxes = tuple(Box(name, "outcome", name, 0) for name in "abc")
    ends = [("a", "a"), ("a", "b"), ("b", "a"), ("b", "c"), ("c", "a")]
    arrows = tuple(Arrow(f"{cause} -> {effect}", cause, effect) for cause, effect in ends)
    scene = Picture(Chart("Loops", (Column("short", "Short"),), boxes, arrows), engine).scene
    assert len(scene.arrows) == len(ends)
    assert through_boxes(scene) == []


@both
def test_no_arrow_at_all_is_a_picture(timis: Chart, engine: str) -> None:
    """Boxes that nothing links stand beside each other and are drawn."""
    scene = Picture(replace(timis, arrows=()), engine).scene
    assert len(scene.boxes) == len(timis.boxes)
    assert scene.arrows == ()


@both
def test_everything_in_one_column_is_a_picture(timis: Chart, engine: str) -> None:
    """Forty-six boxes of one level, linked among themselves, overlap nowhere."""
    boxes = tuple(replace(box, column=0) for box in timis.boxes)
    scene = Picture(replace(timis, columns=timis.columns[:1], boxes=boxes), engine).scene
    assert through_boxes(scene) == []


@both
def test_500_boxes_are_a_picture(any_chart, engine: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """A strategy of 500 boxes keeps the same laws; nothing is counted over and over."""
    scene = Picture(any_chart(7, 500), engine).scene
    assert len(scene.boxes) == 500
    assert through_boxes(scene) == []


def test_a_label_breaks_into_even_lines() -> None:
    """Of all ways to break into the fewest lines the most even one is taken."""
    text = "Funcționarii recunosc situațiile interculturale și știu ce procedură se aplică"
    assert labels.lines(text, 128, 11.0) == (
        "Funcționarii",
        "recunosc situațiile",
        "interculturale și știu",
        "ce procedură se aplică",
    )


def crowded(columns: int) -> Chart:
    """Let sixty assumptions sit on one arrow: a loop, where there is one column."""
    levels = (Column("short", "Short"), Column("goal", "Goals"))[:columns]
    boxes = tuple(Box(f"box{at}", "outcome", "Box", at) for at in range(columns))
    notes = tuple(Note(number, "doubtful", "This holds") for number in range(1, 61))
    arrow = Arrow("one", "box0", f"box{columns - 1}", assuming=tuple(range(1, 61)))
    return Chart("Crowded", levels, boxes, (arrow,), notes=notes)


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(
    "engine",
    [
        "grid",
        "pathway",
        pytest.param("dot", marks=pytest.mark.skipif(which("dot") is None, reason="no dot")),
    ],
)
def test_sixty_badges_on_one_arrow_find_room(columns: int, engine: str) -> None:
    """However many assumptions an arrow has, each badge can be read."""
    scene = Picture(crowded(columns), engine).scene
    assert len(scene.badges) == 60
    for one, other in combinations(scene.badges, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
