"""Graphviz's own order and heights: level columns, areas near each other; needs `dot`.

Long arrows have a place of their own in every column that they pass, and lines run only
through gaps and such places: none can run through a box, whatever dot makes of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toc.diagrams import badges, dots, palette
from toc.diagrams.grid import board_of
from toc.diagrams.grid.order import crossings
from toc.diagrams.grid.ports import ports_of
from toc.diagrams.grid.routes import routes_of
from toc.diagrams.grid.slots import sized
from toc.diagrams.layout import Area, Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.chart import Chart
    from toc.diagrams.dots import Hint
    from toc.diagrams.grid import Board
    from toc.diagrams.layout import Extra

__all__ = ["arrange"]

_A_SERIES = 2**0.5
_WIDEST_GAP = 96.0
_MOST_BEADS = 4
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
        board: with the heights that follow from the width of its boxes.
        middle: of each slot.
        height: of the chart.
        gap: between columns.
        gutter: room for brackets right of the last column.
        scale: how large the type would be on A3.
    """

    board: Board
    middle: Sequence[float]
    height: float
    gap: float
    gutter: float
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
    board = board_of(replace(chart, lanes=()))
    if not board.boxes:
        return _layout(_sheet(chart, board, [], extra))
    hint = _best_hint(chart, board)
    best: _Sheet | None = None
    for width in palette.BOX_WIDTHS if len(board.column) < _LARGE else palette.BOX_WIDTHS[:1]:
        wide = sized(board, width)
        sheet = _sheet(chart, wide, dots.placed(wide, hint), extra)
        if best is None or sheet.scale > best.scale * _GAIN:
            best = sheet
    assert best is not None
    return _layout(best)


def _best_hint(chart: Chart, board: Board) -> Hint:
    """Let dot begin from several orders, and keep the one from which fewest arrows cross."""
    hints = _hints(chart, board)
    if len(hints) == 1:
        return hints[0]
    return min(hints, key=lambda hint: _crossings(board, dots.placed(board, hint)))


def _hints(chart: Chart, board: Board) -> list[Hint]:
    """Keep areas together where lanes are asked for, else only where fewest arrows cross then."""
    areas = len(set(board.area)) > 1 and len(board.column) < _HUGE
    holds = [True, False] if areas and not chart.lanes else [areas]
    if len(board.column) >= _LARGE:
        return [dots.Hint(held=areas and bool(chart.lanes))]
    return [
        dots.Hint(held=held, by_area=by_area, upward=upward)
        for held in holds
        for by_area in (True, False)
        for upward in (False, True)
    ]


def _crossings(board: Board, middle: Sequence[float]) -> int:
    cells: list[list[list[int]]] = [[[]] for _ in range(board.columns)]
    for slot in sorted(range(len(middle)), key=middle.__getitem__):
        cells[board.column[slot]][0].append(slot)
    return crossings(board, cells)


def _sheet(chart: Chart, board: Board, middle: Sequence[float], extra: Extra) -> _Sheet:
    """Begin at the top, and widen the gaps until the page has the shape of A3."""
    halves = [height / 2 for height in board.height]
    top = min((at - half for at, half in zip(middle, halves, strict=True)), default=0.0)
    low = max((at + half for at, half in zip(middle, halves, strict=True)), default=0.0)
    beads = [len(arrow.assuming) for arrow in chart.arrows]
    gaps = board.columns - 1
    height = max(
        low - top + 2 * palette.LANE_PADDING, sum(beads) * badges.ROOM / max(1, gaps), _LEAST
    )
    least = max(palette.COLUMN_GAP, min(_MOST_BEADS, max(beads, default=0)) * badges.ROOM + 24)
    last = any(board.column[cause] == gaps for _, cause, _ in board.brackets)
    gutter = least - palette.PADDING if last else 0.0
    narrow = board.columns * board.width + gaps * least + palette.PADDING + gutter
    page = height + extra(narrow)
    spare = page * _A_SERIES - 2 * palette.MARGIN - narrow
    gap = min(max(least, least + spare / max(1, gaps)), max(least, _WIDEST_GAP))
    width = narrow + gaps * (gap - least) + 2 * palette.MARGIN
    shifted = [at - top + palette.LANE_PADDING for at in middle]
    return _Sheet(board, shifted, height, gap, gutter, min(_A_SERIES / width, 1 / page))


def _layout(sheet: _Sheet) -> Layout:
    board, middle = sheet.board, sheet.middle
    lefts = tuple(at * (board.width + sheet.gap) for at in range(board.columns))
    return Layout(
        width=lefts[-1] + board.width + palette.PADDING + sheet.gutter,
        height=sheet.height,
        label=0.0,
        columns=tuple((left, board.width) for left in lefts),
        bands=(),
        boxes={
            box.id: Area(
                lefts[box.column], middle[at] - board.height[at] / 2, board.width, board.height[at]
            )
            for at, box in enumerate(board.boxes)
        },
        routes=routes_of(board, middle, ports_of(board, middle), lefts, sheet.gap),
    )
