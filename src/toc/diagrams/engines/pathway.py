"""Bottom-up on paper that stands upright: inputs below, goals on top, levels as rows.

It is the grid with its axes exchanged: the same order, places, ports and routes.  Lanes
are not drawn, but boxes of one lane are kept near each other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import isqrt
from typing import TYPE_CHECKING

from toc.diagrams import badges, labels, palette
from toc.diagrams.chart import Lane
from toc.diagrams.grid.fit import coarse, framed, needs_of
from toc.diagrams.grid.order import crossings, ordered
from toc.diagrams.grid.placing import bands_of, placed
from toc.diagrams.grid.slots import board_of
from toc.diagrams.grid.turning import turned, upward
from toc.diagrams.grid.wrapping import wrapped
from toc.diagrams.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.diagrams.chart import Chart
    from toc.diagrams.grid.order import Cells
    from toc.diagrams.grid.routes import Frame
    from toc.diagrams.grid.slots import Board
    from toc.diagrams.grid.wrapping import Wrapping
    from toc.diagrams.layout import Extra

__all__ = ["UPRIGHT", "arrange"]

UPRIGHT = True
"""Its paper stands on its short side."""

_WIDTHS = (108.0, 120.0, 132.0, 144.0, 160.0)
_FEWEST = 3
_MOST = 9
_EDGE = 10.0
_GROUND = 2 * badges.ROOM**2
"""What every badge needs of the ground between rows, at least."""

_LEVEL_GAP = 50.0
_ROW_GAP = 36.0
_WIDEST_GAP = 96.0
_FEW = 150
_MANY = 500
_NEARLY = 0.96
"""Type that is so near to the largest is large enough, and so is what fits its paper."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """The chosen measures: a sized board in its order, and where its ranks lie."""

    board: Board
    cells: Cells
    wrapping: Wrapping
    frame: Frame
    wide: float


def arrange(chart: Chart, extra: Extra) -> Layout:
    """Place a chart's boxes and arrows from the bottom to the top.

    Args:
        chart: what is shown.
        extra: how high title, table, legend and footer will be beside a given width.
    """
    label = _label(chart)
    shape = _shape(chart, label, extra)
    middle = placed(shape.board, shape.cells, ((0.0, shape.wide),))
    length = shape.frame.length + _EDGE
    areas, routes = turned(shape.board, middle, shape.frame, upward(label, length))
    return Layout(
        width=label + shape.wide + palette.PADDING,
        height=length,
        label=label,
        columns=(),
        bands=(),
        boxes=areas,
        routes=routes,
        rows=_rows(shape, length),
    )


def _label(chart: Chart) -> float:
    """Give the room for the levels' names, in any language."""
    columns = (column for one in chart.family for column in one.columns)
    return labels.lane_room(Lane(column.level, column.title) for column in columns)


def _shape(chart: Chart, label: float, extra: Extra) -> _Shape:
    """Choose boxes' width and rows' fullness: large type, then few crossings."""
    high = cache(extra)
    room = min(chart.room), max(chart.room)
    tried: list[tuple[float, int, _Shape]] = []
    for shape, crossed in _shapes(chart):
        wide = label + shape.wide + palette.PADDING
        page = shape.frame.length + _EDGE + high(coarse(wide))
        wanted = (wide + 2 * palette.MARGIN) / room[0]
        scale = 1 / max(wanted, page / room[1])
        tried.append((scale, crossed, _stretched(shape, wanted * room[1] - page)))
    enough = min(max(scale for scale, _, _ in tried), 1 / _NEARLY) * _NEARLY
    large = [one for one in tried if one[0] >= enough]
    best = min(large, key=lambda one: (one[1], -one[0]))[2]
    return _resized(best, ordered(best.board))


def _shapes(chart: Chart) -> Iterator[tuple[_Shape, int]]:
    """Give every way to wrap the levels, with boxes of every width, and how much crosses."""
    few = len(chart.boxes) <= _FEW
    seen: set[tuple[tuple[int, int], ...]] = set()
    levels = board_of(chart, {box.id: box.column for box in chart.boxes}, len(chart.columns))
    across = ordered(levels, quick=True)
    for most in _fullness(len(chart.boxes)):
        wrapping = wrapped(levels, across, most)
        if wrapping.levels in seen:
            continue
        seen.add(wrapping.levels)
        board = board_of(chart, wrapping.ranks, wrapping.levels[-1][1] + 1)
        cells = ordered(board, quick=True)
        crossed = crossings(board, cells)
        for width in _WIDTHS if few else _WIDTHS[2:3]:
            yield _sized(board, cells, wrapping, width), crossed


def _fullness(boxes: int) -> Iterable[int]:
    """Say how many boxes a row may hold: many ways for few boxes, one for very many."""
    if boxes <= _FEW:
        return range(_FEWEST, _MOST + 1)
    usual = isqrt(boxes)
    return (usual, 2 * usual) if boxes <= _MANY else (2 * usual,)


def _sized(board: Board, cells: Cells, wrapping: Wrapping, width: float) -> _Shape:
    heights = [labels.height(box, width, 1) for box in board.boxes]
    sized = board.sized([width] * len(heights), heights)
    depths = [0.0] * board.ranks
    for rank, height in zip(board.rank, heights, strict=False):
        depths[rank] = max(depths[rank], height)
    ((_, wide),) = bands_of(sized, cells, [0.0])
    gaps = needs_of(board, [*_gaps(board, wrapping), 0.0])
    beads = sum(len(chain.arrow.assuming) for chain in board.chains)
    beads += sum(len(arrow.assuming) for arrow, _, _ in board.brackets)
    gaps[0] += max(0.0, beads * _GROUND / wide - sum(gaps[:-1]))
    return _Shape(sized, cells, wrapping, framed(depths, gaps, _EDGE), wide)


def _resized(shape: _Shape, cells: Cells) -> _Shape:
    """Give a shape another order, and the width that follows from it."""
    ((_, wide),) = bands_of(shape.board, cells, [0.0])
    return replace(shape, cells=cells, wide=wide)


def _gaps(board: Board, wrapping: Wrapping) -> list[float]:
    """Give the least room between rows: less inside a level than between levels."""
    last = {end for _, end in wrapping.levels}
    return [_LEVEL_GAP if rank in last else _ROW_GAP for rank in range(board.ranks - 1)]


def _stretched(shape: _Shape, spare: float) -> _Shape:
    """Give the height that is left over to the gaps."""
    frame = shape.frame
    more = max(0.0, spare) / max(1, len(frame.gaps) - 1)
    gaps = [max(gap, min(gap + more, _WIDEST_GAP)) for gap in frame.gaps[:-1]]
    wider = framed(frame.depths, [*gaps, frame.gaps[-1]], _EDGE)
    return replace(shape, frame=wider)


def _rows(shape: _Shape, length: float) -> tuple[tuple[float, float], ...]:
    """Give the top and the height of each level, half the gaps around it included."""
    frame = shape.frame
    rows: list[tuple[float, float]] = []
    for first, last in shape.wrapping.levels:
        low = frame.starts[first] - frame.gaps[first - 1] / 2 if first else 0.0
        top = last == len(frame.gaps) - 1
        high = length if top else frame.end(last) + frame.gaps[last] / 2
        rows.append((length - high, high - low))
    return tuple(rows)
