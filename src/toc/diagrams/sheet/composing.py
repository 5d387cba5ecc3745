"""From a placed chart to a whole sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc.diagrams import badges, palette, telling
from toc.diagrams.curves import moved
from toc.diagrams.labels import clean, rightward
from toc.diagrams.layout import Area, Layout, Route
from toc.diagrams.scene import Figure, Scene, rounded
from toc.diagrams.sheet import drawing, legend, table
from toc.diagrams.sheet.setting import Type, item, paragraph, rows, shifted, shifted_item
from toc.words import Message

if TYPE_CHECKING:
    from toc.diagrams.chart import Chart
    from toc.diagrams.layout import Extra
    from toc.diagrams.scene import Arrow, Badge, Band, Box, Heading, Item

__all__ = ["compose", "extra"]

_TITLE = Type(22.0, bold=True)
_SUBTITLE = Type(12.0, colour=palette.SECONDARY)
_LEFT_OUT = Type(9.0, colour=palette.SECONDARY)
_FOOTER = Type(9.0, colour=palette.SECONDARY)
_LEAST_WIDTH = 420.0
_APART = 18.0
_AIR = 3.0


def extra(chart: Chart) -> Extra:
    """Give how high everything but the boxes will be beside a chart's width."""

    def height(width: float) -> float:
        body = max(width, _LEAST_WIDTH)
        around = (table.height(one, body) + legend.height(one, body) for one in chart.family)
        return (
            2 * palette.MARGIN
            + _title_height(chart, body)
            + 50
            + max(around)
            + 2 * _APART
            + 2 * _FOOTER.size
        )

    return height


def compose(chart: Chart, layout: Layout) -> Scene:
    """Draw everything and put it on one page."""
    width = max(layout.width, _LEAST_WIDTH)
    top = palette.MARGIN + _title_height(chart, width)
    body = top + drawing.heading_height(chart, layout)
    placed = _moved(layout, palette.MARGIN, body)
    below = body + layout.height + _APART
    signs = below + table.height(chart, width) + (_APART if chart.notes else 0)
    foot = signs + legend.height(chart, width) + 6
    page = foot + 2 * _FOOTER.size + palette.MARGIN - 8
    furniture = (
        *_title(chart, width),
        *table.table(chart, width, below),
        *legend.legend(chart, width, signs),
        *_footer(chart, width, foot),
    )
    boxes, arrows = _boxes(chart, placed), _arrows(chart, placed)
    return Scene(
        width=rounded(width + 2 * palette.MARGIN),
        height=rounded(page),
        language=chart.language,
        rightward=rightward(chart.language),
        title=clean(chart.title),
        told=telling.chart_told(chart, tuple(arrow.told for arrow in arrows)),
        furniture=tuple(shifted_item(piece, palette.MARGIN, 0) for piece in furniture),
        bands=tuple(
            _band(chart, at, layout, width, body) for at in range(len(layout.bands)) if chart.lanes
        ),
        headings=tuple(_heading(chart, at, layout, body) for at in range(len(layout.columns))),
        boxes=boxes,
        arrows=arrows,
        badges=_badges(chart, layout, body),
    )


def _title_height(chart: Chart, width: float) -> float:
    """Give the room above the chart, the same in every language."""
    lines = max(len(rows(one.title, width, _TITLE)) for one in chart.family)
    under = max(len(rows(one.subtitle, width, _SUBTITLE)) for one in chart.family)
    less = max(len(rows(one.left_out, width, _LEFT_OUT)) for one in chart.family)
    left_out = less * _LEFT_OUT.lead + _AIR if less else 0.0
    return lines * _TITLE.lead + under * _SUBTITLE.lead + left_out + 16


def _title(chart: Chart, width: float) -> list[Item]:
    run = rightward(chart.language)
    lines = rows(chart.title, width, _TITLE)
    words = paragraph(lines, 0, palette.MARGIN, _TITLE, width=width, rightward=run)
    y = palette.MARGIN + len(lines) * _TITLE.lead + 1
    for text, kind in ((chart.subtitle, _SUBTITLE), (chart.left_out, _LEFT_OUT)):
        under = rows(text, width, kind)
        words += paragraph(under, 0, y, kind, width=width, rightward=run)
        y += len(under) * kind.lead + _AIR
    return [item("title", (), words)]


def _footer(chart: Chart, width: float, top: float) -> list[Item]:
    rule = Figure(moved((("M", (0.0, top)), ("L", (width, top))), 0, 0), "", palette.RULE, 0.7)
    page = Message("page {page} of {pages}", {"page": 1, "pages": 1}).say(chart.language)
    facts = rows(" · ".join(fact for fact in chart.footer if fact), width - 90, _FOOTER)[:1]
    words = paragraph(facts, 0, top + 8, _FOOTER)
    words += paragraph([page], width, top + 8, _FOOTER, anchor="end")
    return [item("footer", [rule], words)]


def _moved(layout: Layout, x: float, y: float) -> Layout:
    areas = {
        key: Area(area.x + x, area.y + y, area.width, area.height)
        for key, area in layout.boxes.items()
    }
    routes = {
        key: Route(moved(route.path, x, y), (rounded(route.tip[0] + x), rounded(route.tip[1] + y)))
        for key, route in layout.routes.items()
    }
    return replace(layout, boxes=areas, routes=routes)


def _boxes(chart: Chart, placed: Layout) -> tuple[Box, ...]:
    """Draw the boxes in causal order: by column, then from top to bottom."""
    drawn = (drawing.box(chart, box, placed.boxes[box.id]) for box in chart.boxes)
    return tuple(sorted(drawn, key=lambda box: (box.column, box.y, box.x, box.id)))


def _arrows(chart: Chart, placed: Layout) -> tuple[Arrow, ...]:
    """Draw the arrows in causal order: by their causes, then by their effects."""
    boxes = {box.id: box for box in chart.boxes}
    drawn = (
        drawing.arrow(arrow, placed.routes[arrow.key], telling.arrow_told(chart, arrow, boxes))
        for arrow in chart.arrows
    )

    def rank(arrow: Arrow) -> tuple[int, float, float, str]:
        area = placed.boxes[arrow.cause]
        return boxes[arrow.cause].column, area.y, placed.boxes[arrow.effect].y, arrow.key

    return tuple(sorted(drawn, key=rank))


def _band(chart: Chart, at: int, layout: Layout, width: float, body: float) -> Band:
    drawn = drawing.band(chart, at, layout, width)
    figures, lines = shifted((drawn.ground,), drawn.lines, palette.MARGIN, body)
    return replace(
        drawn, x=palette.MARGIN, y=rounded(drawn.y + body), ground=figures[0], lines=lines
    )


def _heading(chart: Chart, at: int, layout: Layout, body: float) -> Heading:
    drawn = drawing.heading(chart, at, layout)
    figures, lines = shifted(drawn.figures, drawn.lines, palette.MARGIN, body)
    return replace(drawn, x=rounded(drawn.x + palette.MARGIN), figures=figures, lines=lines)


def _badges(chart: Chart, layout: Layout, body: float) -> tuple[Badge, ...]:
    return tuple(
        badges.badge(mark.number, mark.state, mark.x + palette.MARGIN, mark.y + body, mark.arrow)
        for mark in badges.placed(chart, layout)
    )
