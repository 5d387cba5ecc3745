"""Graphviz's own order and heights: level columns, areas near each other; needs `dot`.

Long arrows have a place of their own in every column that they pass, and lines run only
through gaps and such places: none can run through a box, whatever dot makes of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toc.diagrams import badges, dots, labels, palette
from toc.diagrams.grid import board_of
from toc.diagrams.grid.fit import coarse, framed, needs_of
from toc.diagrams.grid.order import crossings
from toc.diagrams.grid.turning import rightward, turned
from toc.diagrams.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.chart import Chart
    from toc.diagrams.dots import Hint
    from toc.diagrams.grid import Board
    from toc.diagrams.grid.routes import Frame
    from toc.diagrams.layout import Extra

__all__ = ["arrange"]

_WIDEST_GAP = 96.0
_GAIN = 1.04
_LEAST = 60.0
_LARGE = 600
"""From so many slots on, one try must do."""

_HUGE = 4000
"""From so many slots on, to keep areas together would take minutes."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One way to lay the chart out.

    Attributes:
        board: with the sizes that follow from the width of its boxes.
        middle: of each slot.
        height: of the chart.
        frame: where the columns lie.
        scale: how large the type would be on the chart's paper.
    """

    board: Board
    middle: Sequence[float]
    height: float
    frame: Frame
    scale: float


def arrange(chart: Chart, extra: Extra) -> Layout:
    """Let Graphviz order a chart's boxes and find their heights.

    Args:
        chart: what is shown; its lanes are not drawn, but their boxes kept together.
        extra: how high title, table, legend and footer will be beside a given width.

    Raises:
        MissingExtraError: the program `dot` is not installed.
        OutputError: it gave up on the picture, or took too long.
    """
    board = _sized(board_of(replace(chart, lanes=())), palette.BOX_WIDTH)
    hint = _best_hint(chart, board) if board.boxes else dots.Hint()
    widths = palette.BOX_WIDTHS if len(board.rank) < _LARGE else palette.BOX_WIDTHS[:1]
    best: _Sheet | None = None
    for width in widths:
        wide = _sized(board, width)
        middle = dots.placed(wide, hint) if board.boxes else []
        sheet = _sheet(chart, wide, width, middle, extra)
        if best is None or sheet.scale > best.scale * _GAIN:
            best = sheet
    assert best is not None
    return _layout(best)


def _sized(board: Board, width: float) -> Board:
    """Give all boxes a width, and the heights that follow from it."""
    heights = [
        labels.height(box, width, ports)
        for box, ports in zip(board.boxes, board.ports, strict=True)
    ]
    return board.sized(heights, [width] * len(heights))


def _best_hint(chart: Chart, board: Board) -> Hint:
    """Let dot begin from several orders, and keep the one from which fewest arrows cross."""
    hints = _hints(chart, board)
    if len(hints) == 1:
        return hints[0]
    return min(hints, key=lambda hint: _crossings(board, dots.placed(board, hint)))


def _hints(chart: Chart, board: Board) -> list[Hint]:
    """Keep areas together where lanes are asked for, else only where fewest arrows cross then."""
    areas = len(set(board.area)) > 1 and len(board.rank) < _HUGE
    holds = [True, False] if areas and not chart.lanes else [areas]
    if len(board.rank) >= _LARGE:
        return [dots.Hint(held=areas and bool(chart.lanes))]
    return [
        dots.Hint(held=held, by_area=by_area, upward=upward)
        for held in holds
        for by_area in (True, False)
        for upward in (False, True)
    ]


def _crossings(board: Board, middle: Sequence[float]) -> int:
    cells: list[list[list[int]]] = [[[]] for _ in range(board.ranks)]
    for slot in sorted(range(len(middle)), key=middle.__getitem__):
        cells[board.rank[slot]][0].append(slot)
    return crossings(board, cells)


def _sheet(
    chart: Chart, board: Board, width: float, middle: Sequence[float], extra: Extra
) -> _Sheet:
    """Begin at the top, and widen the gaps until the page has its paper's shape."""
    ends = [(at - size / 2, at + size / 2) for at, size in zip(middle, board.size, strict=True)]
    top, low = (
        min((end[0] for end in ends), default=0.0),
        max((end[1] for end in ends), default=0.0),
    )
    beads = sum(len(arrow.assuming) for arrow in chart.arrows) * badges.ROOM
    height = max(low - top + 2 * palette.LANE_PADDING, beads / max(1, board.ranks - 1), _LEAST)
    needs = needs_of(board, [palette.COLUMN_GAP] * (board.ranks - 1) + [0.0])
    narrow = board.ranks * width + sum(needs) + palette.PADDING
    page = height + extra(coarse(narrow))
    spare = page * chart.room[0] / chart.room[1] - 2 * palette.MARGIN - narrow
    more = max(0.0, spare) / max(1, board.ranks - 1)
    gaps = [max(need, min(need + more, _WIDEST_GAP)) for need in needs[:-1]]
    frame = framed([width] * board.ranks, [*gaps, needs[-1]])
    wide = frame.length + palette.PADDING + 2 * palette.MARGIN
    shifted = [at - top + palette.LANE_PADDING for at in middle]
    return _Sheet(board, shifted, height, frame, min(chart.room[0] / wide, chart.room[1] / page))


def _layout(sheet: _Sheet) -> Layout:
    areas, routes = turned(sheet.board, sheet.middle, sheet.frame, rightward(0.0))
    return Layout(
        width=sheet.frame.length + palette.PADDING,
        height=sheet.height,
        label=0.0,
        columns=tuple(zip(sheet.frame.starts, sheet.frame.depths, strict=True)),
        bands=(),
        boxes=areas,
        routes=routes,
    )
