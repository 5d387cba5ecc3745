"""The shape of the page: how wide boxes and gaps are, so that its paper is used well.

Wider boxes have fewer lines and make the page lower; the width is taken under which the
type is largest on the paper.  What width is then left over goes into the gaps.  The order of
the boxes does not depend on it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from toc.diagrams import badges, labels, palette
from toc.diagrams.grid.placing import bands_of
from toc.diagrams.grid.routes import FIRST_TRACK, TRACK, Frame

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from toc.diagrams.chart import Chart
    from toc.diagrams.grid.order import Cells
    from toc.diagrams.grid.slots import Board
    from toc.diagrams.layout import Extra

__all__ = ["Shape", "coarse", "framed", "needs_of", "shape_of"]

_WIDEST_GAP = 96.0
_MOST_BEADS = 4
_MANY_LINES = 15
_MOST_MORE = 24
"""A gap is wider by one for every line above fifteen, up to so much."""

_MOST_TRACKS = 5
_LEAST_LANE = 46.0
_MANY = 200
_COARSE = 60.0
_WIDE = 2400.0

_BEADS_APART = 22.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The chosen measures.

    Attributes:
        board: with the chosen sizes.
        bands: top and height of each lane, by its place.
        label: room for the lanes' names.
        frame: where the columns lie.
    """

    board: Board
    bands: tuple[tuple[float, float], ...]
    label: float
    frame: Frame


def shape_of(chart: Chart, board: Board, cells: Cells, extra: Extra) -> Shape:
    """Choose the measures under which the type is largest on the chart's paper."""
    label = labels.lane_room(chart.lanes) if chart.lanes else 0.0
    least = _least(chart, board, label)
    needs = needs_of(board, [palette.COLUMN_GAP] * (board.ranks - 1) + [0.0])
    high = cache(extra)

    def shape(width: float) -> tuple[float, Shape]:
        heights = [
            labels.height(box, width, ports)
            for box, ports in zip(board.boxes, board.ports, strict=True)
        ]
        sized = board.sized(heights, [width] * len(heights))
        bands = bands_of(sized, cells, least)
        frame, scale = _spread(bands[-1][0] + bands[-1][1], label, width, needs, high, chart.room)
        return scale, Shape(sized, bands, label, frame)

    return _widest(shape, len(board.boxes))


def _widest(shape: Callable[[float], tuple[float, Shape]], boxes: int) -> Shape:
    """Try some widths, then those near the best; of equally good ones take the narrowest."""
    few = boxes <= _MANY
    tried = {width: shape(width) for width in palette.BOX_WIDTHS[:: 1 if few else 3]}

    def best() -> float:
        return max(tried, key=lambda width: (tried[width][0], -width))

    if few:
        near = best()
        tried |= {near + step: shape(near + step) for step in palette.BOX_WIDTH_STEPS}
    return tried[best()][1]


def _spread(
    high: float,
    label: float,
    width: float,
    needs: Sequence[float],
    extra: Extra,
    room: tuple[float, float],
) -> tuple[Frame, float]:
    """Widen the gaps until the page has its paper's shape; say how large the type will be."""
    narrow = label + len(needs) * width + sum(needs) + palette.PADDING
    page = high + extra(coarse(narrow))
    spare = max(0.0, page * room[0] / room[1] - 2 * palette.MARGIN - narrow)
    more = spare / max(1, len(needs) - 1)
    gaps = [max(need, min(need + more, _WIDEST_GAP)) for need in needs[:-1]]
    wide = narrow + sum(gaps) - sum(needs[:-1]) + 2 * palette.MARGIN
    return framed([width] * len(needs), [*gaps, needs[-1]]), min(room[0] / wide, room[1] / page)


def coarse(width: float) -> float:
    """Round a width down, wide ones more: furniture is measured beside few of them."""
    step = _COARSE if width < _WIDE else _WIDE
    return width // step * step


def framed(depths: Sequence[float], gaps: Sequence[float], start: float = 0.0) -> Frame:
    """Lay ranks one after the other, each with the room that it needs after it."""
    both = [depth + gap for depth, gap in zip(depths, gaps, strict=True)]
    starts = accumulate([start, *both[:-1]])
    return Frame(tuple(starts), tuple(depths), tuple(gaps))


def needs_of(board: Board, least: Sequence[float]) -> list[float]:
    """Give the room after each rank: for lines, for badges upon them, for brackets.

    Args:
        board: what is placed.
        least: the room after each rank in any case.
    """
    needs = list(least)
    lines = Counter(board.rank[slot] for chain in board.chains for slot in chain.slots[:-1])
    for rank, many in lines.items():
        needs[rank] += min(_MOST_MORE, max(0, many - _MANY_LINES))
    for chain in board.chains:
        beads = min(_MOST_BEADS, len(chain.arrow.assuming))
        room = beads * badges.ROOM / (len(chain.slots) - 1) + _BEADS_APART
        for slot in chain.slots[:-1]:
            needs[board.rank[slot]] = max(needs[board.rank[slot]], room if beads else 0.0)
    tracks = Counter(board.rank[cause] for _, cause, _ in board.brackets)
    for rank, many in tracks.items():
        room = FIRST_TRACK + TRACK * min(_MOST_TRACKS, many) + _BEADS_APART
        needs[rank] = max(needs[rank], room)
    return needs


def _least(chart: Chart, board: Board, label: float) -> Sequence[float]:
    """Give the least height of each lane: its name, and room for all badges."""
    count = sum(len(arrow.assuming) for arrow in chart.arrows)
    room = count * badges.ROOM / max(1, board.ranks - 1) / board.lanes
    least = [max(room, _LEAST_LANE)] * board.lanes
    for lane, place in zip(chart.lanes, board.stack, strict=False):
        least[place] = max(least[place], labels.lane_height(lane, label))
    return least
