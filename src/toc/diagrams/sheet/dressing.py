"""Boxes, arrows and badges in their places, dressed as an overlay or the chosen look says."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from toc.diagrams import palette, telling
from toc.diagrams.labels import clean
from toc.diagrams.overlay import PLAIN, Dress, Stamp, Stroke
from toc.diagrams.sheet import drawing, seats
from toc.diagrams.sheet.marks import Shelves
from toc.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams import chart as content
    from toc.diagrams.chart import Chart
    from toc.diagrams.layout import Area, Layout
    from toc.diagrams.overlay import Look, Overlay
    from toc.diagrams.scene import Arrow, Badge, Box, Point, Sign

__all__ = ["arrows", "badges", "boxes", "signs"]


def boxes(
    chart: Chart, placed: Layout, marks: Sequence[Badge], overlay: Overlay, look: Look
) -> tuple[Box, ...]:
    """Draw the boxes in causal order: by column, then from top to bottom.

    Args:
        chart: the chart.
        placed: where everything is on the page.
        marks: the badges, which the marks on a box's edges keep clear of.
        overlay: what is laid over them.
        look: what of the look was chosen.
    """
    tips: defaultdict[str, list[Point]] = defaultdict(list)
    for arrow in chart.arrows:
        tips[arrow.effect].append(placed.routes[arrow.key].tip)

    def drawn(box: content.Box) -> Box:
        area = placed.boxes[box.id]
        shelves = Shelves.of(area, marks, tips[box.id])
        return drawing.box(chart, box, area, shelves, _dress(chart, box, overlay, look))

    return tuple(
        sorted(map(drawn, chart.boxes), key=lambda box: (box.column, box.y, box.x, box.id))
    )


def _dress(chart: Chart, box: content.Box, overlay: Overlay, look: Look) -> Dress:
    """Give what a box wears: the overlay's dress, or the colour of its level."""
    if overlay.name or not look.tints:
        return overlay.boxes.get(box.id, PLAIN)
    level = chart.columns[box.column].level
    ink = palette.PAPER if level == "goal" else palette.INK
    return Dress(fill=palette.TINTS.get(level, ""), ink=ink)


def arrows(chart: Chart, placed: Layout, overlay: Overlay, look: Look) -> tuple[Arrow, ...]:
    """Draw the arrows in causal order: by their causes, then by their effects."""
    known = {box.id: box for box in chart.boxes}

    def drawn(arrow: content.Arrow) -> Arrow:
        stroke = overlay.arrows.get(arrow.key, Stroke())
        told = telling.arrow_told(chart, arrow, known, evidence=look.widths)
        told = telling.laid(told, stroke.told, chart.language)
        return drawing.arrow(arrow, placed.routes[arrow.key], told, stroke, widths=look.widths)

    def rank(arrow: Arrow) -> tuple[int, float, float, str]:
        cause, effect = placed.boxes[arrow.cause], placed.boxes[arrow.effect]
        return known[arrow.cause].column, cause.y, effect.y, arrow.key

    return tuple(sorted(map(drawn, chart.arrows), key=rank))


def badges(marks: Sequence[Badge], overlay: Overlay) -> tuple[Badge, ...]:
    """Dress the badges; they keep their shapes and places."""
    return tuple(drawing.stamped(mark, overlay.badges.get(mark.number, Stamp())) for mark in marks)


def signs(
    chart: Chart, placed: Layout, frame: Area, marks: Sequence[Badge], overlay: Overlay
) -> tuple[Sign, ...]:
    """Draw what is said upon arrows, in the colour of their lines."""
    strokes = {arrow.key: overlay.arrows.get(arrow.key, Stroke()) for arrow in chart.arrows}
    colours = {arrow.key: drawing.arrow_colour(arrow, strokes[arrow.key]) for arrow in chart.arrows}
    said = {key: clean(say(stroke.tag, chart.language)) for key, stroke in strokes.items()}
    tags = {key: text for key, text in said.items() if text}
    return seats.seated(chart.arrows, placed, frame, marks, colours, tags)
