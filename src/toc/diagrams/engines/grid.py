"""Swimlanes × level columns, from our own layout; needs nothing but the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.grid.fit import shape_of
from toc.diagrams.grid.order import ordered
from toc.diagrams.grid.placing import placed
from toc.diagrams.grid.slots import board_of
from toc.diagrams.grid.turning import rightward, turned
from toc.diagrams.layout import Layout

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
    shape = shape_of(chart, board, cells, extra)
    middle = placed(shape.board, cells, shape.bands)
    areas, routes = turned(shape.board, middle, shape.frame, rightward(shape.label))
    columns = zip(shape.frame.starts, shape.frame.depths, strict=True)
    return Layout(
        width=shape.label + shape.frame.length + palette.PADDING,
        height=shape.bands[-1][0] + shape.bands[-1][1],
        label=shape.label,
        columns=tuple((shape.label + start, depth) for start, depth in columns),
        bands=tuple(shape.bands[place] for place in board.stack) if chart.lanes else shape.bands,
        boxes=areas,
        routes=routes,
    )
