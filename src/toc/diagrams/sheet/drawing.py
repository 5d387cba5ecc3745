"""Boxes, arrows, bands and headings as figures and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import labels, palette, telling
from toc.diagrams.curves import circle, moved, polygon, rectangle
from toc.diagrams.scene import Arrow, Band, Box, Figure, Heading, rounded
from toc.diagrams.sheet.setting import Type, item, measured, paragraph, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.diagrams import chart as content
    from toc.diagrams.chart import Chart
    from toc.diagrams.layout import Area, Layout, Route
    from toc.diagrams.scene import Item, Path, Words

__all__ = [
    "PILL",
    "arrow",
    "band",
    "box",
    "head",
    "heading",
    "heading_height",
    "pill",
    "sign",
]

_LABEL = Type(palette.LABEL)
_STRONG = Type(palette.LABEL, bold=True)
_SECOND = Type(palette.SECOND_LABEL, colour=palette.SECONDARY)
_REVERSED = Type(palette.LABEL, bold=True, colour=palette.PAPER)
_DEFINITION = Type(9.0, colour=palette.SECONDARY)
_INSET = 16.0
_POINT = 8.0
PILL = Type(7.5, bold=True, colour=palette.PAPER)


def box(chart: Chart, content: content.Box, area: Area) -> Box:
    """Draw a box with its label and marks."""
    outside = content.kind in palette.OUTSIDE
    goal = content.kind == "goal"
    radius = palette.RADII.get(content.kind, 0.0)
    outline = Figure(
        rectangle(area.x, area.y, area.width, area.height, radius),
        palette.PAPER,
        palette.SECONDARY if outside else palette.INK,
        1.8 if goal else 1.0,
        (4.0, 2.5) if outside else (),
    )
    return Box(
        content.id,
        content.kind,
        content.column,
        content.lane,
        rounded(area.x),
        rounded(area.y),
        rounded(area.width),
        rounded(area.height),
        outline,
        _label(content, area, chart.language),
        _marks(chart, content, area),
        telling.box_told(chart, content),
    )


def _label(content: content.Box, area: Area, language: str) -> tuple[Words, ...]:
    lines, beneath = labels.label(content, area.width), labels.second_label(content, area.width)
    deep = len(lines) * _LABEL.lead
    left, width = area.x + palette.PADDING, area.width - 2 * palette.PADDING
    top = area.y + (area.height - deep - len(beneath) * _SECOND.lead) / 2 + 1.2
    look = _STRONG if content.kind == "goal" else _LABEL
    run = labels.rightward(language)
    words = paragraph(lines, left, top, look, width=width, rightward=run)
    run = labels.rightward(language, content.second)
    return words + paragraph(beneath, left, top + deep, _SECOND, width=width, rightward=run)


def _marks(chart: Chart, content: content.Box, area: Area) -> tuple[Item, ...]:
    marks: list[Item] = []
    gate = telling.gate_word(content)
    if gate:
        marks.append(pill(gate.say(chart.language), area.x + 6, area.y))
    if content.kind in palette.OUTSIDE:
        marks.append(sign(content.kind, area.right - 12, area.y))
    return tuple(marks)


def pill(text: str, x: float, y: float) -> Item:
    """Draw a gate's mark: a few words in a capsule upon the box's upper edge."""
    wide = measured(text, PILL) + 10
    shape = Figure(rectangle(x, y - 5.5, wide, 11, 5.5), palette.INK)
    words = paragraph([text], x + 5, y - 3.8, PILL)
    return item("gate", [shape], words)


_LEVEL: Path = (("M", (-2.8, 0.0)), ("L", (2.8, 0.0)))
_UPRIGHT: Path = (("M", (0.0, -2.8)), ("L", (0.0, 2.8)))
_EXCLAMATION: Path = (
    ("M", (0.0, -3.2)),
    ("L", (0.0, 0.8)),
    ("M", (0.0, 2.0)),
    ("L", (0.0, 3.2)),
)
_STROKES: Mapping[str, tuple[Path, ...]] = {
    "barrier": (_LEVEL,),
    "enabler": (_LEVEL, _UPRIGHT),
    "factor": (circle(0, 0, 1.6),),
    "unintended": (_EXCLAMATION,),
}


def sign(kind: str, x: float, y: float) -> Item:
    """Draw what tells the kinds of outside influence apart: plus, minus, ring, exclamation."""
    edge = palette.HINDRANCE if kind in {"barrier", "unintended"} else palette.SECONDARY
    disc = Figure(circle(x, y, 5.6), palette.PAPER, edge, 1.2)
    figures = [Figure(moved(stroke, x, y), "", edge, 1.4) for stroke in _STROKES[kind]]
    return item(kind, [disc, *figures])


def arrow(content: content.Arrow, route: Route, told: str) -> Arrow:
    """Draw an arrow: a line with a point, dashed when it feeds back, barred when it hinders."""
    colour = palette.HINDRANCE if content.hinders else palette.ARROW
    dash = (5.0, 3.0) if content.feedback else ()
    line = Figure(route.path, "", colour, palette.LINE, dash)
    return Arrow(
        content.key, content.cause, content.effect, line, head(route, hinders=content.hinders), told
    )


def head(route: Route, *, hinders: bool = False) -> Figure:
    """Draw the point of an arrow, or the bar of a hindrance."""
    end = route.path[-1][1][-2:]
    (x, y), (tip_x, tip_y) = (end[0], end[1]), route.tip
    along_x, along_y = tip_x - x, tip_y - y
    length = (along_x**2 + along_y**2) ** 0.5 or 1.0
    along_x, along_y = along_x / length, along_y / length
    half = palette.HEAD * 0.46
    if hinders:
        near_x, near_y = tip_x - 2.2 * along_x, tip_y - 2.2 * along_y
        wide_x, wide_y = -along_y * 4.6, along_x * 4.6
        barred: Path = (
            ("M", (x, y)),
            ("L", (near_x, near_y)),
            ("M", (near_x + wide_x, near_y + wide_y)),
            ("L", (near_x - wide_x, near_y - wide_y)),
        )
        return Figure(moved(barred, 0, 0), "", palette.HINDRANCE, 2.0)
    corners = [
        (tip_x - 0.3 * along_x, tip_y - 0.3 * along_y),
        (x - along_y * half, y + along_x * half),
        (x + along_y * half, y - along_x * half),
    ]
    return Figure(polygon(corners), palette.ARROW)


def band(chart: Chart, at: int, layout: Layout, width: float) -> Band:
    """Draw a lane's ground, every other one tinted, and its name on the left."""
    lane = chart.lanes[at]
    top, height = layout.bands[at]
    below = sum(other < top for other, _ in layout.bands) % 2
    ground = Figure(rectangle(0, top, width, height), palette.PAPER if below else palette.BAND)
    lines = labels.lane_lines(lane.title, layout.label)
    deep = len(lines) * _LABEL.lead
    words = paragraph(
        lines,
        10,
        top + (height - deep) / 2,
        _STRONG,
        width=layout.label - 20,
        rightward=labels.rightward(chart.language),
    )
    return Band(lane.key, 0.0, rounded(top), rounded(width), rounded(height), ground, words)


def heading(chart: Chart, at: int, layout: Layout) -> Heading:
    """Draw a column's name in a tinted chevron, and its meaning below; the chart begins at 0."""
    column = chart.columns[at]
    x, width = layout.columns[at]
    top, run = -heading_height(chart, layout), labels.rightward(chart.language)
    room, deep = width - _INSET, _block_height(chart, width)
    tint = palette.TINTS.get(column.level, palette.RULE)
    names = rows(column.title, room, _STRONG)
    words = paragraph(
        names,
        x + _INSET,
        top + (deep - len(names) * _STRONG.lead) / 2 + 1,
        _REVERSED if column.level == "goal" else _STRONG,
        width=room - 2,
        rightward=run,
    )
    words += paragraph(
        rows(column.definition, width, _DEFINITION),
        x,
        top + deep + 5,
        _DEFINITION,
        width=width,
        rightward=run,
    )
    block = Figure(_chevron(x, top, width, deep), tint)
    return Heading(column.level, rounded(x), rounded(width), (block,), words)


def _chevron(x: float, y: float, width: float, height: float) -> Path:
    """Draw a block that points to the right."""
    right, middle, bottom = x + width, y + height / 2, y + height
    return polygon(
        [
            (x, y),
            (right, y),
            (right + _POINT, middle),
            (right, bottom),
            (x, bottom),
            (x + _POINT, middle),
        ]
    )


def _block_height(chart: Chart, width: float) -> float:
    columns = (column for one in chart.family for column in one.columns)
    names = (rows(column.title, width - _INSET, _STRONG) for column in columns)
    return max(len(lines) for lines in names) * _STRONG.lead + 12


def heading_height(chart: Chart, layout: Layout) -> float:
    """Give the room above the chart that the fullest heading needs."""
    if not layout.columns:
        return 0.0
    width = layout.columns[0][1]
    columns = (column for one in chart.family for column in one.columns)
    meanings = (rows(column.definition, width, _DEFINITION) for column in columns)
    below = max(len(lines) for lines in meanings) * _DEFINITION.lead
    return _block_height(chart, width) + below + 14
