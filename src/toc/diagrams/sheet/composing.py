"""From a placed chart to a whole sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc import typeface
from toc.diagrams import badges, palette, telling
from toc.diagrams.curves import moved
from toc.diagrams.labels import clean, rightward
from toc.diagrams.layout import Area, Layout, Route
from toc.diagrams.mirroring import mirrored
from toc.diagrams.overlay import USUAL, Look, Overlay
from toc.diagrams.scene import Figure, Scene, rounded
from toc.diagrams.sheet import drawing, dressing, legend, table, title
from toc.diagrams.sheet.rows import level_rows
from toc.diagrams.sheet.setting import Type, item, paragraph, rows, shifted, shifted_item
from toc.words import Message

if TYPE_CHECKING:
    from toc.diagrams.chart import Chart
    from toc.diagrams.layout import Extra
    from toc.diagrams.scene import Badge, Band, Heading, Item

__all__ = ["blank", "compose", "extra"]

_FOOTER = Type(9.0, colour=palette.SECONDARY)
_LEAST_WIDTH = 420.0
_APART = 18.0


def extra(chart: Chart) -> Extra:
    """Give how high everything but the boxes will be beside a chart's width."""

    def height(width: float) -> float:
        body = max(width, _LEAST_WIDTH)
        around = (table.height(one, body) + legend.height(one, body) for one in chart.family)
        return (
            2 * palette.MARGIN
            + title.height(chart, body)
            + 50
            + max(around)
            + 2 * _APART
            + 2 * _FOOTER.size
        )

    return height


def blank(chart: Chart) -> Layout:
    """Give the layout of a sheet without a picture: as wide as its paper."""
    return Layout(max(chart.room[0] - 2 * palette.MARGIN, _LEAST_WIDTH), 0.0, 0.0, (), (), {}, {})


def compose(
    chart: Chart, layout: Layout, overlay: Overlay | None = None, look: Look = USUAL
) -> Scene:
    """Draw everything and put it on one page, mirrored where its language runs to the left.

    Args:
        chart: what is shown.
        layout: where its boxes and arrows are.
        overlay: what is laid over it; nothing moves by it.
        look: what of the look was chosen; nothing moves by it either.
    """
    with typeface.using(chart.fonts):
        scene = _composed(chart, layout, overlay or Overlay("", ""), look)
    return scene if scene.rightward else mirrored(scene)


def _composed(chart: Chart, layout: Layout, over: Overlay, look: Look) -> Scene:
    width = max(layout.width, _LEAST_WIDTH)
    top = palette.MARGIN + title.height(chart, width)
    body = top + drawing.heading_height(chart, layout)
    placed = _moved(layout, palette.MARGIN, body)
    below = body + layout.height + _APART
    signs = below + table.height(chart, width) + (_APART if chart.notes and chart.tabled else 0)
    keys = signs + legend.height(chart, width)
    foot = keys + legend.keys_height(chart, width, over, look) + 6
    page = foot + 2 * _FOOTER.size + palette.MARGIN - 8
    furniture = (
        *title.title(chart, width),
        *table.table(chart, width, below),
        *legend.legend(chart, width, signs),
        *legend.keys(chart, width, keys, over, look),
        *_footer(chart, width, foot),
    )
    marks = _badges(chart, layout, body)
    arrows = dressing.arrows(chart, placed, over, look)
    frame = Area(palette.MARGIN, body, layout.width, layout.height)
    return Scene(
        width=rounded(width + 2 * palette.MARGIN),
        height=rounded(page),
        language=chart.language,
        rightward=rightward(chart.language),
        title=clean(chart.title),
        told=telling.chart_told(
            chart, tuple(arrow.told for arrow in arrows), over.title, upright=bool(layout.rows)
        ),
        furniture=tuple(shifted_item(piece, palette.MARGIN, 0) for piece in furniture),
        bands=tuple(
            _band(chart, at, layout, width, body) for at in range(len(layout.bands)) if chart.lanes
        ),
        headings=tuple(
            _heading(chart, at, layout, body)
            for at in range(len(layout.columns))
            if chart.columns[at].title
        )
        or level_rows(chart, layout, width, (palette.MARGIN, body)),
        boxes=dressing.boxes(chart, placed, marks, over, look),
        arrows=arrows,
        badges=dressing.badges(marks, over),
        signs=dressing.signs(chart, placed, frame, marks, over),
    )


def _footer(chart: Chart, width: float, top: float) -> list[Item]:
    rule = Figure(moved((("M", (0.0, top)), ("L", (width, top))), 0, 0), "", palette.RULE, 0.7)
    page = Message("page {page} of {pages}", dict(zip(("page", "pages"), chart.page, strict=True)))
    facts = rows(" · ".join(fact for fact in chart.footer if fact), width - 90, _FOOTER)[:1]
    said, run = page.say(chart.language), rightward(chart.language)
    words = paragraph(facts, 0, top + 8, _FOOTER, rightward=run)
    words += paragraph([said], width, top + 8, _FOOTER, rightward=run, anchor="end")
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
