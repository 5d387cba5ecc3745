"""Swimlanes × level columns, from our own layout; needs nothing but the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.grid import fit
from toc.diagrams.grid.heights import placed
from toc.diagrams.grid.order import ordered
from toc.diagrams.grid.ports import ports_of
from toc.diagrams.grid.routes import routes_of
from toc.diagrams.grid.slots import board_of
from toc.diagrams.layout import Area, Layout

if TYPE_CHECKING:
    from toc.diagrams.chart import Chart
    from toc.diagrams.layout import Extra

__all__ = ["arrange"]


def arrange(chart: Chart, extra: Extra) -> Layout:
    """Place a chart's boxes and arrows on the grid.

    Args:
        chart: what is shown.
        extra: how high title, table, legend and footer will be beside a given width.
    """
    board = board_of(chart)
    cells = ordered(board)
    shape = fit.shape_of(chart, board, cells, extra)
    board, lefts = shape.board, shape.lefts
    middle = placed(board, cells, shape.bands)
    areas = {
        box.id: Area(
            lefts[box.column], middle[at] - board.height[at] / 2, board.width, board.height[at]
        )
        for at, box in enumerate(board.boxes)
    }
    return Layout(
        width=lefts[-1] + board.width + palette.PADDING + shape.gutter,
        height=shape.bands[-1][0] + shape.bands[-1][1],
        label=shape.label,
        columns=tuple((x, board.width) for x in lefts),
        bands=shape.bands,
        boxes=areas,
        routes=routes_of(board, middle, ports_of(board, middle), lefts, shape.gap),
    )
