"""Boxes, arrows, bands and headings as figures and words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc.diagrams import labels, palette, telling
from toc.diagrams.curves import moved, polygon, rectangle
from toc.diagrams.scene import Arrow, Band, Box, Figure, Heading, rounded
from toc.diagrams.sheet.marks import laid_marks, usual_marks
from toc.diagrams.sheet.setting import Type, paragraph, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams import chart as content
    from toc.diagrams.chart import Chart
    from toc.diagrams.layout import Area, Layout, Route
    from toc.diagrams.overlay import Dress, Stamp, Stroke
    from toc.diagrams.scene import Badge, Path, Words
    from toc.diagrams.sheet.marks import Shelves

__all__ = [
    "arrow",
    "arrow_colour",
    "band",
    "box",
    "ground",
    "head",
    "heading",
    "heading_height",
    "stamped",
]

_LABEL = Type(palette.LABEL)
_STRONG = Type(palette.LABEL, bold=True)
_SECOND = Type(palette.SECOND_LABEL, colour=palette.SECONDARY)
_REVERSED = Type(palette.LABEL, bold=True, colour=palette.PAPER)
_DEFINITION = Type(9.0, colour=palette.SECONDARY)
_INSET = 16.0
_POINT = 8.0
_SLANT = 9.0


def box(chart: Chart, content: content.Box, area: Area, shelves: Shelves, dress: Dress) -> Box:
    """Draw a box with its label and marks.

    Args:
        chart: which it belongs to.
        content: what it says.
        area: where it stands.
        shelves: its edges.
        dress: what is laid over it.
    """
    lines = _label(content, area, chart.language, dress)
    marks = usual_marks(content, area, shelves, chart.language, muted=dress.muted)
    marks += laid_marks(lines, shelves, dress, chart.language)
    told = telling.laid(telling.box_told(chart, content), dress.told, chart.language)
    return Box(
        content.id,
        content.kind,
        content.column,
        content.lane,
        rounded(area.x),
        rounded(area.y),
        rounded(area.width),
        rounded(area.height),
        _outline(content.kind, area, dress),
        lines,
        tuple(marks),
        told,
        ground(content.kind, area, dress),
    )


def _outline(kind: str, area: Area, dress: Dress) -> Figure:
    outside = kind in palette.OUTSIDE
    usual = palette.SECONDARY if outside else palette.INK
    return Figure(
        rectangle(area.x, area.y, area.width, area.height, palette.RADII.get(kind, 0.0)),
        dress.fill or palette.PAPER,
        dress.edge or (palette.MUTED if dress.muted else usual),
        dress.width or (1.8 if kind == "goal" else 1.0),
        dress.dash or ((4.0, 2.5) if outside else ()),
    )


def ground(kind: str, area: Area, dress: Dress) -> tuple[Figure, ...]:
    """Draw what lies beneath a label: a hatch, a second edge."""
    radius = palette.RADII.get(kind, 0.0)
    figures = list(_hatch(area, 0.3 * radius + 0.6)) if dress.hatched else []
    if dress.ring:
        inner = rectangle(
            area.x + 3, area.y + 3, area.width - 6, area.height - 6, max(radius - 3, 0)
        )
        dash = (4.0, 3.0) if dress.ring == "dashed" else ()
        figures.append(Figure(inner, "", dress.edge or palette.INK, 1.6, dash))
    return tuple(figures)


def _hatch(area: Area, inset: float) -> Iterator[Figure]:
    """Draw slanting lines that end at an inner rectangle, within any round corner."""
    left, top = area.x + inset, area.y + inset
    wide, high = area.width - 2 * inset, area.height - 2 * inset
    at = _SLANT / 2
    while at < wide + high:
        x0, y0 = (at, 0.0) if at <= wide else (wide, at - wide)
        x1, y1 = (0.0, at) if at <= high else (at - high, high)
        line: Path = (("M", (left + x0, top + y0)), ("L", (left + x1, top + y1)))
        yield Figure(moved(line, 0, 0), "", palette.HATCH, 1.4)
        at += _SLANT


def _label(content: content.Box, area: Area, language: str, dress: Dress) -> tuple[Words, ...]:
    lines, beneath = labels.label(content, area.width), labels.second_label(content, area.width)
    deep = len(lines) * _LABEL.lead
    left, width = area.x + palette.PADDING, area.width - 2 * palette.PADDING
    top = area.y + (area.height - deep - len(beneath) * _SECOND.lead) / 2 + 1.2
    usual = palette.SECONDARY if dress.muted and not dress.hatched else palette.INK
    look = replace(_STRONG if content.kind == "goal" else _LABEL, colour=dress.ink or usual)
    run = labels.rightward(language)
    words = paragraph(lines, left, top, look, width=width, rightward=run)
    under = replace(_SECOND, colour=dress.ink or _SECOND.colour)
    return words + paragraph(beneath, left, top + deep, under, width=width, rightward=run)


def arrow(
    content: content.Arrow, route: Route, told: str, stroke: Stroke, *, widths: bool = False
) -> Arrow:
    """Draw an arrow: a line with a point, dashed when it feeds back, barred when it hinders.

    Args:
        content: what it says.
        route: its way.
        told: what it says, in words.
        stroke: what is laid over it.
        widths: whether it is as wide as its evidence is strong.
    """
    colour = arrow_colour(content, stroke)
    width, dash = _usual_line(content, widths=widths)
    line = Figure(route.path, "", colour, stroke.width or width, stroke.dash or dash)
    point = head(route, hinders=content.hinders, colour=colour)
    return Arrow(content.key, content.cause, content.effect, line, point, told)


def arrow_colour(content: content.Arrow, stroke: Stroke) -> str:
    """Give an arrow's colour."""
    usual = palette.HINDRANCE if content.hinders else palette.ARROW
    return stroke.colour or (palette.MUTED if stroke.muted else usual)


def _usual_line(content: content.Arrow, *, widths: bool) -> tuple[float, tuple[float, ...]]:
    """Give a line's width and dash as they are beneath any overlay."""
    width, dash = palette.LINE, palette.DASHED if content.feedback else ()
    if content.stands_for > 1:
        width = palette.SEVERAL
    if widths:
        width = palette.EVIDENCE_WIDTHS[content.evidence]
        if content.evidence == "gap":
            dash = (*dash, *palette.DOTTED)
    return width, dash


def stamped(badge: Badge, stamp: Stamp) -> Badge:
    """Dress a badge: it keeps its shape, which tells its state."""
    if stamp.strong:
        first, *others = badge.figures
        thick = replace(first, stroke=palette.INK, width=2.4)
        return replace(badge, figures=(thick, *others))
    if not stamp.muted:
        return badge
    words = replace(badge.words, colour=palette.SECONDARY)
    return replace(badge, figures=tuple(map(_muted, badge.figures)), words=words)


def _muted(figure: Figure) -> Figure:
    stroke = figure.stroke if figure.stroke == palette.PAPER else palette.FADED
    return replace(figure, fill=palette.PAPER if figure.fill else "", stroke=stroke)


def head(route: Route, *, hinders: bool = False, colour: str = "") -> Figure:
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
        return Figure(moved(barred, 0, 0), "", colour or palette.HINDRANCE, 2.0)
    corners = [
        (tip_x - 0.3 * along_x, tip_y - 0.3 * along_y),
        (x - along_y * half, y + along_x * half),
        (x + along_y * half, y - along_x * half),
    ]
    return Figure(polygon(corners), colour or palette.ARROW)


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
        rightward=run,
    )
    words += paragraph(
        rows(column.definition, width, _DEFINITION),
        x,
        top + deep + 5,
        _DEFINITION,
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
