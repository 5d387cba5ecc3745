"""The shape of the page: how wide boxes and gaps are, so that A3 on its side is used well.

Wider boxes have fewer lines and make the page lower; the width is taken under which the
type is largest on A3.  What width is then left over goes into the gaps.  The order of
the boxes does not depend on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.diagrams import badges, labels, palette
from toc.diagrams.grid.heights import bands_of
from toc.diagrams.grid.slots import sized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.chart import Chart
    from toc.diagrams.grid.settling import Cells
    from toc.diagrams.grid.slots import Board
    from toc.diagrams.layout import Extra

__all__ = ["Shape", "shape_of"]

_A_SERIES = 2**0.5
_WIDEST_GAP = 96.0
_MOST_BEADS = 4
_GAIN = 1.04
_LEAST_LANE = 60.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The chosen measures.

    Attributes:
        board: with the chosen width and heights.
        bands: top and height of each lane.
        label: room for the lanes' names.
        gap: between columns.
        lefts: left edge of each column.
        gutter: room for brackets right of the last column.
    """

    board: Board
    bands: tuple[tuple[float, float], ...]
    label: float
    gap: float
    lefts: tuple[float, ...]
    gutter: float


def shape_of(chart: Chart, board: Board, cells: Cells, extra: Extra) -> Shape:
    """Choose the measures under which the type is largest on A3."""
    label = labels.lane_room(chart.lanes) if chart.lanes else 0.0
    best: tuple[float, Shape] | None = None
    for width in palette.BOX_WIDTHS:
        wide = sized(board, width)
        bands = bands_of(wide, cells, _least(chart, label))
        shape, scale = _spread(chart, wide, bands, label, extra)
        if best is None or scale > best[0] * _GAIN:
            best = (scale, shape)
    assert best is not None
    return best[1]


def _spread(
    chart: Chart,
    board: Board,
    bands: tuple[tuple[float, float], ...],
    label: float,
    extra: Extra,
) -> tuple[Shape, float]:
    """Widen the gaps until the page has the shape of A3; say how large the type will be."""
    gaps = board.columns - 1
    beads = max((len(arrow.assuming) for arrow in chart.arrows), default=0)
    least = max(palette.COLUMN_GAP, min(_MOST_BEADS, beads) * badges.ROOM + 24)
    last = any(board.column[cause] == board.columns - 1 for _, cause, _ in board.brackets)
    gutter = least - palette.PADDING if last else 0.0
    narrow = label + board.columns * board.width + gaps * least + palette.PADDING + gutter
    high = bands[-1][0] + bands[-1][1] + extra(narrow)
    wanted = high * _A_SERIES - 2 * palette.MARGIN - narrow
    gap = min(max(least, least + wanted / gaps), max(least, _WIDEST_GAP)) if gaps else least
    page = narrow + gaps * (gap - least) + 2 * palette.MARGIN
    lefts = tuple(label + at * (board.width + gap) for at in range(board.columns))
    return Shape(board, bands, label, gap, lefts, gutter), min(_A_SERIES / page, 1 / high)


def _least(chart: Chart, label: float) -> Sequence[float]:
    """Give the least height of each lane: its name, and room for all badges."""
    count = sum(len(arrow.assuming) for arrow in chart.arrows)
    lanes = max(1, len(chart.lanes))
    room = count * badges.ROOM / max(1, len(chart.columns) - 1) / lanes
    names = [labels.lane_height(lane, label) for lane in chart.lanes]
    return [max(name, room, _LEAST_LANE) for name in names or [0.0]]
