"""The drawing inside the page: the chart without its sheet, its legend sign by sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc import typeface
from toc.diagrams import badges, palette
from toc.diagrams.curves import sampled
from toc.diagrams.markup import attributes
from toc.diagrams.scene import Arrow, Badge, Box, Item
from toc.diagrams.vector import chart_drawn, families, item_drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toc.diagrams.chart import Note
    from toc.diagrams.scene import Figure, Point, Scene, Sign, Words
    from toc.diagrams.web.names import Names

__all__ = ["badge_drawn", "chart_svg", "legend_signs"]

_AS_DRAWN = "ltr"
"""Lines say themselves when they run to the left; the page around them must not say it for them."""

_AROUND = 6.0
_SIGN_SCALE = 1.3
_BADGE_ROOM = 22
_OF_THE_SHEET = frozenset({"title", "table-title", "assumption", "footer"})
"""Furniture that the page says in text of its own."""


def chart_svg(scene: Scene, names: Names, *, described: str) -> str:
    """Draw the chart, every box and arrow a link to its row in the tables.

    Args:
        scene: the placed picture.
        names: the ids of this edition.
        described: the id of the sentence that says how to use it.
    """
    left, top, right, bottom = _chart_extent(scene)
    wide, high = right - left, bottom - top
    look = attributes(
        width=wide,
        height=high,
        viewBox=f"{left:.10g} {top:.10g} {wide:.10g} {high:.10g}",
        font_family=families(),
        direction=_AS_DRAWN,
        stroke_linejoin="round",
        role="group",
        aria_label=scene.title,
        aria_describedby=described,
    )
    parts = chart_drawn(scene, lambda piece: _named(piece, names))
    return f"<svg {look}>{''.join(parts)}</svg>"


def _named(piece: Box | Arrow | Badge | Sign, names: Names) -> Mapping[str, str]:
    """Say for the script and for readers without one what a piece of the drawing is."""
    if isinstance(piece, Box):
        row = names.box(piece.id)
        middle = (f"{piece.x + piece.width / 2:.10g}", f"{piece.y + piece.height / 2:.10g}")
        return {
            **_linked(row, f"b:{piece.id}"),
            "data-column": str(piece.column),
            "data-x": middle[0],
            "data-y": middle[1],
        }
    if isinstance(piece, Arrow):
        ends = {"data-cause": f"b:{piece.cause}", "data-effect": f"b:{piece.effect}"}
        manner = names.manner.get(piece.key)
        how = {"data-manner": manner} if manner else {}
        row = names.arrow(piece.key)
        return {**_linked(row, f"a:{piece.key}"), **ends, **how, "tabindex": "-1"}
    if isinstance(piece, Badge):
        return {"data-key": f"n:{piece.number}", "data-arrow": f"a:{piece.arrow}"}
    return {"data-key": f"a:{piece.arrow}", "data-arrow": f"a:{piece.arrow}"}


def _linked(row: str, key: str) -> Mapping[str, str]:
    return {"id": f"{row}-drawn", "href": f"#{row}", "data-key": key}


def legend_signs(scene: Scene) -> Iterator[str]:
    """Draw each sign of the legend by itself, so that a narrow screen can break the row."""
    below = _chart_extent(scene)[3]
    for piece in scene.furniture:
        left, top, right, bottom = _extent(piece.figures, piece.lines)
        if piece.name in _OF_THE_SHEET or top < below:
            continue
        wide, high = right - left + 2, bottom - top + 2
        look = attributes(
            width=round(wide * _SIGN_SCALE, 1),
            height=round(high * _SIGN_SCALE, 1),
            viewBox=f"{left - 1:.10g} {top - 1:.10g} {wide:.10g} {high:.10g}",
            font_family=families(),
            direction=_AS_DRAWN,
            role="img",
            aria_label=" ".join(line.text for line in piece.lines[-1:]),
        )
        yield f"<li><svg {look}>{''.join(item_drawn(piece))}</svg></li>"


def badge_drawn(note: Note) -> str:
    """Draw an assumption's number by itself, its state told by the shape."""
    mark = badges.badge(note.number, note.state, _BADGE_ROOM / 2, _BADGE_ROOM / 2)
    look = attributes(
        class_="number",
        width=_BADGE_ROOM,
        height=_BADGE_ROOM,
        viewBox=f"0 0 {_BADGE_ROOM} {_BADGE_ROOM}",
        font_family=families(),
        role="img",
        aria_label=str(note.number),
    )
    return f"<svg {look}>{''.join(item_drawn(Item('badge', mark.figures, (mark.words,))))}</svg>"


def _chart_extent(scene: Scene) -> tuple[float, float, float, float]:
    """Give the edges of what the chart itself covers."""
    figures = [
        *(band.ground for band in scene.bands),
        *(figure for heading in scene.headings for figure in heading.figures),
        *(box.outline for box in scene.boxes),
        *(figure for box in scene.boxes for mark in box.marks for figure in mark.figures),
        *(arrow.line for arrow in scene.arrows),
        *(figure for badge in scene.badges for figure in badge.figures),
        *(figure for sign in scene.signs for figure in sign.figures),
    ]
    left, top, right, bottom = _extent(figures, ())
    return (
        max(0.0, left - _AROUND),
        max(0.0, top - _AROUND),
        min(scene.width, right + _AROUND),
        min(scene.height, bottom + _AROUND),
    )


def _extent(figures: Iterable[Figure], lines: Iterable[Words]) -> tuple[float, float, float, float]:
    points = [point for figure in figures for point in sampled(figure.path, 4)]
    points += [point for line in lines for point in _corners(line)]
    if not points:
        return 0.0, 0.0, 1.0, 1.0
    across, along = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(along), max(across), max(along)


def _corners(line: Words) -> tuple[Point, Point]:
    wide = typeface.width(line.text, line.size, bold=line.bold) * palette.SPARE
    to_the_left = {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor]
    start = line.x - wide * (to_the_left if line.rightward else 1 - to_the_left)
    return (start, line.y - line.size), (start + wide, line.y + line.size * 0.3)
