"""Swimlanes × level columns, from our own layout; needs nothing but the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import labels, palette
from toc.diagrams.grid.heights import bands_of, placed
from toc.diagrams.grid.order import ordered
from toc.diagrams.grid.ports import ports_of
from toc.diagrams.grid.routes import routes_of
from toc.diagrams.grid.slots import board_of
from toc.diagrams.layout import Area, Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.chart import Chart
    from toc.diagrams.layout import Extra

__all__ = ["arrange"]

_A_SERIES = 2**0.5
_WIDEST_GAP = 104.0
_BEAD = 2 * palette.BADGE + 2


def arrange(chart: Chart, extra: Extra) -> Layout:
    """Place a chart's boxes and arrows on the grid.

    The gap between columns grows from 62 up to 104 where that brings the page nearer
    to the shape of an A3 sheet on its side.

    Args:
        chart: what is shown.
        extra: how high title, table, legend and footer will be beside a given width.
    """
    board = board_of(chart)
    cells = ordered(board)
    bands = bands_of(board, cells, _least(chart))
    middle = placed(board, cells, bands)
    height = bands[-1][0] + bands[-1][1]
    left = palette.LANE_LABEL if chart.lanes else 0.0
    gap = _gap(chart, left, height, extra)
    lefts = [left + at * (palette.BOX_WIDTH + gap) for at in range(board.columns)]
    ports = ports_of(board, middle)
    gutter = _FULL_GUTTER if any(board.column[cause] == board.columns - 1 for _, cause, _ in board.brackets) else 0
    return Layout(
        width=lefts[-1] + palette.BOX_WIDTH + palette.PADDING + gutter,
        height=height,
        columns=tuple((x, palette.BOX_WIDTH) for x in lefts),
        bands=bands,
        boxes={
            box.id: Area(lefts[box.column], middle[at] - board.height[at] / 2, palette.BOX_WIDTH, board.height[at])
            for at, box in enumerate(board.boxes)
        },
        routes=routes_of(board, middle, ports, lefts, gap),
    )


_FULL_GUTTER = palette.COLUMN_GAP - palette.PADDING


def _least(chart: Chart) -> Sequence[float]:
    """Give the least height of each lane: its name, and room for all badges."""
    count = sum(len(arrow.assuming) for arrow in chart.arrows)
    lanes = max(1, len(chart.lanes))
    badges = count * _BEAD / max(1, len(chart.columns) - 1) / lanes
    names = [len(_name(lane.title)) * 15.0 + 2 * palette.LANE_PADDING for lane in chart.lanes]
    return [max(name, badges, 60.0) for name in names or [0.0]]


def _name(title: str) -> tuple[str, ...]:
    return labels.lines(title, palette.LANE_LABEL - 18, 11.0, bold=True)


def _gap(chart: Chart, left: float, height: float, extra: Extra) -> float:
    """Widen the gap until the page has the shape of A3, within reason."""
    gaps = len(chart.columns) - 1
    if not gaps:
        return palette.COLUMN_GAP
    beads = max((len(arrow.assuming) for arrow in chart.arrows), default=0)
    least = max(palette.COLUMN_GAP, min(4, beads) * _BEAD + 24)
    narrow = left + len(chart.columns) * palette.BOX_WIDTH + gaps * least + palette.PADDING
    page = height + extra(narrow)
    wanted = page * _A_SERIES - 2 * palette.MARGIN - narrow
    return min(max(least, least + wanted / gaps), max(least, _WIDEST_GAP))
