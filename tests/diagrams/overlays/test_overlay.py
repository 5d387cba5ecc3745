"""The laws of every overlay and every mark, on charts that hypothesis makes up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from overlaid import looks, marked_charts, overlays

from toc import typeface
from toc.diagrams import palette
from toc.diagrams.chart import Arrow, Box, Chart, Column
from toc.diagrams.curves import sampled
from toc.diagrams.layout import Layout
from toc.diagrams.overlay import Dress, Key, Look, Overlay, Stamp, Stroke
from toc.diagrams.picture import Picture
from toc.diagrams.scene import Figure, Item, Scene, Words
from toc.diagrams.sheet import compose

lawful = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
Extent = tuple[float, float, float, float]


def places(scene: Scene) -> tuple[object, ...]:
    """Give where everything is that an overlay may dress."""
    boxes = [(box.id, box.x, box.y, box.width, box.height, box.outline.path) for box in scene.boxes]
    labels = [[(line.x, line.y, line.text) for line in box.lines] for box in scene.boxes]
    arrows = [(arrow.key, arrow.line.path, arrow.head.path) for arrow in scene.arrows]
    badges = [(badge.number, badge.arrow, badge.x, badge.y) for badge in scene.badges]
    usual = [sign for sign in scene.signs if sign.name != "tag"]
    signs = [(sign.name, sign.arrow, sign.x, sign.y) for sign in usual]
    return scene.width, boxes, labels, arrows, badges, signs


def placed(chart: Chart) -> Layout:
    """Lay a chart out."""
    return Picture(chart).layout


def test_nothing_moves() -> None:
    """Beneath any overlay, and in any look, every box, arrow, badge and sign stays in its place."""

    @lawful
    @given(st.data(), marked_charts(), looks)
    def law(data: st.DataObject, chart: Chart, look: Look) -> None:
        layout, overlay = placed(chart), data.draw(overlays(chart))
        usual = compose(chart, layout)
        dressed = compose(chart, layout, overlay, look)
        assert places(dressed) == places(usual)
        assert [len(box.marks) for box in usual.boxes] <= [len(box.marks) for box in dressed.boxes]
        assert dressed.furniture[: len(usual.furniture) - 1] == usual.furniture[:-1]

    law()


def test_what_every_picture_shows_stays_in_its_place() -> None:
    """Gates, counts and stacks stand where they stood before an overlay was laid over them."""

    @lawful
    @given(st.data(), marked_charts())
    def law(data: st.DataObject, chart: Chart) -> None:
        layout, overlay = placed(chart), data.draw(overlays(chart))
        usual, dressed = compose(chart, layout), compose(chart, layout, overlay)
        for one, other in zip(usual.boxes, dressed.boxes, strict=True):
            for before, after in zip(one.marks, other.marks, strict=False):
                assert [figure.path for figure in before.figures] == [
                    figure.path for figure in after.figures
                ]

    law()


def extent(figures: Iterator[Figure] | tuple[Figure, ...]) -> Extent:
    """Give the rectangle that some figures fill."""
    points = [point for figure in figures for point in sampled(figure.path)]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def ink(line: Words) -> Extent:
    """Give the rectangle that a line of a label fills, from its capitals to its baseline."""
    wide = typeface.width(line.text, line.size, bold=line.bold)
    return line.x, line.y - 0.72 * line.size, line.x + wide, line.y


def meet(one: Extent, other: Extent) -> bool:
    """Tell whether two rectangles overlap."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.2
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.2
    )


def solid(marks: tuple[Item, ...]) -> list[Item]:
    """Leave out a stack, which lies beneath the other marks, and lines through a label."""
    return [mark for mark in marks if mark.name not in {"stack", "struck"}]


def test_no_mark_lies_on_words_or_on_another_mark() -> None:
    """What stands on a box's edges hides neither its label nor each other."""

    @lawful
    @given(st.data(), marked_charts())
    def law(data: st.DataObject, chart: Chart) -> None:
        scene = compose(chart, placed(chart), data.draw(overlays(chart)))
        for box in scene.boxes:
            marks = [extent(mark.figures) for mark in solid(box.marks)]
            for mark in marks:
                assert not any(meet(mark, ink(line)) for line in box.lines)
            for one, other in combinations(marks, 2):
                assert not meet(one, other)

    law()


def test_a_mark_stays_within_its_box_and_the_gap_about_it() -> None:
    """No mark is wider than its box, and none takes more than half of the gap to the next."""

    @lawful
    @given(st.data(), marked_charts())
    def law(data: st.DataObject, chart: Chart) -> None:
        scene = compose(chart, placed(chart), data.draw(overlays(chart)))
        for box in scene.boxes:
            for mark in box.marks:
                left, top, right, bottom = extent(mark.figures)
                assert box.x <= left
                assert right <= box.x + box.width + 0.1
                assert top >= box.y - palette.BOX_GAP / 2
                assert bottom <= box.y + box.height + palette.BOX_GAP / 2
                for line in mark.lines:
                    assert left < line.x
                    assert line.x + typeface.width(line.text, line.size, bold=True) < right

    law()


def test_everything_is_on_the_page() -> None:
    """No mark, no sign and no line of the legend leaves the sheet."""

    @lawful
    @given(st.data(), marked_charts(), looks)
    def law(data: st.DataObject, chart: Chart, look: Look) -> None:
        scene = compose(chart, placed(chart), data.draw(overlays(chart)), look)
        groups = [(mark.figures, mark.lines) for box in scene.boxes for mark in box.marks]
        groups += [(box.ground, ()) for box in scene.boxes]
        groups += [(sign.figures, sign.lines) for sign in scene.signs]
        groups += [(piece.figures, piece.lines) for piece in scene.furniture]
        for figures, lines in groups:
            for figure in figures:
                for x, y in sampled(figure.path):
                    assert 0 <= x <= scene.width
                    assert 0 <= y <= scene.height
            for line in lines:
                assert 0 <= line.x <= scene.width
                assert 0 < line.y < scene.height

    law()


def test_a_hatch_and_a_second_edge_lie_within_their_box() -> None:
    """Lines across a box end before its outline, round corners included."""

    @lawful
    @given(st.data(), marked_charts())
    def law(data: st.DataObject, chart: Chart) -> None:
        scene = compose(chart, placed(chart), data.draw(overlays(chart)))
        for box in scene.boxes:
            radius = palette.RADII.get(box.kind, 0.0)
            for figure in box.ground:
                for x, y in sampled(figure.path):
                    left, top = x - box.x, y - box.y
                    across = min(left, box.width - left)
                    down = min(top, box.height - top)
                    assert min(across, down) >= 0.4
                    if max(across, down) < radius:
                        assert hypot(radius - across, radius - down) <= radius

    law()


def test_signs_are_clear_of_boxes_badges_and_each_other() -> None:
    """A polarity or a count upon an arrow hides no box, no mark, no badge and no other sign."""

    @lawful
    @given(st.data(), marked_charts())
    def law(data: st.DataObject, chart: Chart) -> None:
        scene = compose(chart, placed(chart), data.draw(overlays(chart)))
        discs = [(sign.x, sign.y, sign.radius) for sign in scene.signs]
        discs += [(badge.x, badge.y, badge.radius) for badge in scene.badges]
        for one, other in combinations(discs, 2):
            assert hypot(one[0] - other[0], one[1] - other[1]) >= one[2] + other[2]
        for sign in scene.signs:
            for box in scene.boxes:
                x = max(box.x - sign.x, 0, sign.x - box.x - box.width)
                y = max(box.y - sign.y, 0, sign.y - box.y - box.height)
                assert hypot(x, y) >= sign.radius
                for mark in box.marks:
                    left, top, right, bottom = extent(mark.figures)
                    across = max(left - sign.x, 0, sign.x - right)
                    down = max(top - sign.y, 0, sign.y - bottom)
                    assert hypot(across, down) >= sign.radius

    law()


def test_every_loop_has_its_sign(timis: Chart) -> None:
    """On a usual chart every polarity and every count of links finds its place."""
    arrows = tuple(replace(arrow, stands_for=1 + at % 4) for at, arrow in enumerate(timis.arrows))
    scene = Picture(replace(timis, arrows=arrows)).scene
    expected = [(arrow.key, "several") for arrow in arrows if arrow.stands_for > 1]
    expected += [(arrow.key, arrow.feedback) for arrow in arrows if arrow.feedback]
    assert sorted((sign.arrow, sign.name) for sign in scene.signs) == sorted(expected)


def pair() -> Chart:
    """Draw two boxes that lead to each other."""
    return Chart(
        "Pair",
        (Column("output", "Outputs"), Column("goal", "Goals")),
        (Box("a", "output", "A guide", 0), Box("b", "goal", "Equal access", 1)),
        (Arrow("a -> b", "a", "b"), Arrow("b -> a", "b", "a", feedback="reinforcing")),
    )


def test_a_sign_sits_on_its_own_arrow() -> None:
    """Where there is room, a polarity stands on the line that it speaks of."""
    scene = Picture(pair()).scene
    (sign,) = scene.signs
    way = next(arrow for arrow in scene.arrows if arrow.key == sign.arrow)
    points = sampled(way.line.path, 64)
    near = min(
        hypot(x - sign.x, y - sign.y)
        for (x0, y0), (x1, y1) in pairwise(points)
        for x, y in ((x0 + (x1 - x0) * at / 20, y0 + (y1 - y0) * at / 20) for at in range(21))
    )
    assert near < 2


@pytest.mark.parametrize(
    ("sample", "figures"),
    [
        (Dress(fill=palette.BEHIND), 1),
        (Dress(sign="check"), 3),
        (Dress(tag="P1"), 2),
        (Stroke(dash=(2, 2)), 2),
        (Stamp(strong=True), 1),
    ],
)
def test_a_key_is_explained_below_all_else(sample: Dress | Stroke | Stamp, figures: int) -> None:
    """The overlay's title and its samples stand under the usual legend, each with its words."""
    chart = pair()
    overlay = Overlay("x", "What is asked", keys=(Key("what it means", sample),))
    scene = compose(chart, placed(chart), overlay)
    (title,) = [piece for piece in scene.furniture if piece.name == "laid-over"]
    (key,) = [piece for piece in scene.furniture if piece.name == "key"]
    assert [line.text for line in title.lines] == ["What is asked"]
    assert key.lines[-1].text == "what it means"
    assert len(key.figures) == figures
    usual = [piece for piece in scene.furniture if piece.name in {"leads", "feedback"}]
    assert min(line.y for line in key.lines) > max(piece.lines[0].y for piece in usual)


def test_the_legend_explains_what_is_there_and_no_more() -> None:
    """A plain pair of boxes has no stacks, no counts and no widths to explain; this one has."""
    plain = Chart("Plain", pair().columns, pair().boxes, pair().arrows[:1])
    names = {piece.name for piece in Picture(plain).scene.furniture}
    assert names == {"title", "leads", "footer"}
    rich = Chart(
        "Rich",
        pair().columns,
        (
            Box("a", "output", "A", 0, holds=3, unseen_causes=2),
            Box("b", "goal", "B", 1, unseen_effects=1),
        ),
        (
            Arrow("1", "a", "b", stands_for=3, evidence="strong"),
            Arrow("2", "b", "a", feedback="balancing"),
        ),
    )
    scene = compose(rich, placed(rich), look=Look(widths=True))
    assert [piece.name for piece in scene.furniture] == [
        "title",
        "leads",
        "feedback",
        "balancing",
        "several",
        "stack",
        "unseen",
        "unseen",
        "laid-over",
        "strong",
        "ungraded",
        "footer",
    ]


def test_marks_are_told_in_words() -> None:
    """Who hears the picture hears of stacks, counts, gates, loops and evidence as well."""
    chart = Chart(
        "Told",
        pair().columns,
        (
            Box("a", "output", "A guide", 0, holds=3, unseen_causes=2),
            Box("b", "goal", "Equal access", 1, gate="all", unseen_effects=1),
        ),
        (
            Arrow("1", "a", "b", stands_for=3, evidence="gap"),
            Arrow("2", "b", "a", feedback="balancing"),
        ),
    )
    scene = compose(chart, placed(chart), look=Look(widths=True))
    assert [box.told for box in scene.boxes] == [
        "Outputs: A guide; 3 things are folded into it; 2 arrows into it are not on this sheet",
        "Goals: Equal access; of its causes: all needed; 1 arrow out of it is not on this sheet",
    ]
    assert [arrow.told for arrow in scene.arrows] == [
        "“A guide” leads to “Equal access” (stands for 3 links); no evidence found",
        "“Equal access” feeds back to “A guide” (balancing loop); evidence not graded",
    ]


def test_an_overlay_is_told_in_words() -> None:
    """What an overlay shows is told with each box and arrow, and its title with the whole."""
    chart = pair()
    overlay = Overlay(
        "x", "Progress", {"a": Dress(told="on track")}, {"a -> b": Stroke(told="tested by P1")}
    )
    scene = compose(chart, placed(chart), overlay)
    assert scene.boxes[0].told == "Outputs: A guide; on track"
    assert scene.arrows[0].told.endswith("; tested by P1")
    assert "Laid over it: Progress." in scene.told


def test_evidence_makes_lines_wider() -> None:
    """Strong evidence gives the widest line, a gap a dotted one; without the look all are one."""
    grades = ("strong", "moderate", "limited", "gap", "")
    arrows = tuple(
        Arrow(str(at), "a", "b", evidence=grade)  # type: ignore[arg-type]
        for at, grade in enumerate(grades)
    )
    chart = Chart("Widths", pair().columns, pair().boxes, arrows)
    drawn = {arrow.key: arrow.line for arrow in Picture(chart).scene.arrows}
    assert {line.width for line in drawn.values()} == {palette.LINE}
    wide = compose(chart, placed(chart), look=Look(widths=True))
    drawn = {arrow.key: arrow.line for arrow in wide.arrows}
    assert [drawn[str(at)].width for at in range(5)] == [2.6, 2.0, 1.3, 1.3, 1.0]
    assert [bool(drawn[str(at)].dash) for at in range(5)] == [False, False, False, True, False]


def test_tints_are_never_beneath_an_overlay() -> None:
    """A box has its level's colour on request, unless something is laid over it."""
    chart, look = pair(), Look(tints=True)
    tinted = compose(chart, placed(chart), look=look).boxes
    assert [box.outline.fill for box in tinted] == [palette.TINTS["output"], palette.TINTS["goal"]]
    assert tinted[1].lines[0].colour == palette.PAPER
    overlaid = compose(chart, placed(chart), Overlay("x", "X"), look).boxes
    assert {box.outline.fill for box in overlaid} == {palette.PAPER}


def test_counts_of_what_is_not_seen_stand_on_their_own_sides() -> None:
    """Causes that are not on the sheet are counted on the left, effects on the right."""
    chart = Chart(
        "Part",
        (Column("goal", "Goals"),),
        (Box("a", "goal", "Equal access", 0, unseen_causes=2, unseen_effects=3),),
    )
    (box,) = Picture(chart).scene.boxes
    middle = box.x + box.width / 2
    counted = {mark.lines[0].text: extent(mark.figures) for mark in box.marks}
    assert counted["+2"][2] < middle < counted["+3"][0]


@pytest.mark.parametrize("engine", ["grid", "pathway"])
def test_no_mark_hides_the_point_of_an_arrow(engine: str) -> None:
    """Also where many arrows come from below, what stands on an edge leaves their points free."""
    causes = tuple(Box(f"c{at}", "output", f"Output {at}", 0) for at in range(8))
    goal = Box("goal", "goal", "Equal access", 1, unseen_causes=3, unseen_effects=2)
    arrows = tuple(Arrow(cause.id, cause.id, "goal") for cause in causes)
    chart = Chart("Many", pair().columns, (*causes, goal), arrows)
    scene = compose(chart, Picture(chart, engine).layout)
    marks = [extent(mark.figures) for box in scene.boxes for mark in box.marks]
    assert len(marks) == 2
    points = [extent((arrow.head,)) for arrow in scene.arrows]
    assert not [point for point in points if any(meet(point, mark) for mark in marks)]


def test_from_right_to_left_causes_are_counted_on_the_right() -> None:
    """A sheet in Arabic is the other way round: what leads to a box comes from its right."""
    chart = Chart(
        "Part",
        (Column("goal", "Goals"),),
        (Box("a", "goal", "Equal access", 0, unseen_causes=2, unseen_effects=3),),
        language="ar",
    )
    (box,) = Picture(chart).scene.boxes
    middle = box.x + box.width / 2
    counted = {mark.lines[0].text: extent(mark.figures) for mark in box.marks}
    assert counted["+3"][2] < middle < counted["+2"][0]
