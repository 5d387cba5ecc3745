"""The arrows' ways: cubics through the gaps, level over dummies, brackets in the gutter."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.curves import bend, moved
from toc.diagrams.layout import Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toc.diagrams.chart import Arrow
    from toc.diagrams.grid.ports import End
    from toc.diagrams.grid.slots import Board, Chain
    from toc.diagrams.scene import Step

__all__ = ["routes_of", "tracks_of"]

_FIRST_TRACK = 13.0
_TRACK = 8.0
_CORNER = 6.0


def routes_of(
    board: Board,
    middle: Sequence[float],
    ports: Mapping[End, float],
    lefts: Sequence[float],
    gap: float,
) -> dict[str, Route]:
    """Give every arrow's way.

    Args:
        board: what was placed.
        middle: the height of each slot's middle.
        ports: the height of each arrow's ends.
        lefts: the left edge of each column.
        gap: the distance between columns.
    """
    routes = {chain.arrow.key: _through(board, chain, middle, ports, lefts) for chain in board.chains}
    tracks = tracks_of(board, ports)
    widest = max(tracks.values(), default=0)
    step = min(_TRACK, (gap - _FIRST_TRACK - 8) / max(1, widest))
    for arrow, cause, effect in board.brackets:
        right = lefts[board.column[cause]] + board.width
        ends = ports[cause, arrow.key, "cause"], ports[effect, arrow.key, "effect"]
        routes[arrow.key] = _bracket(right, ends, right + _FIRST_TRACK + step * tracks[arrow.key])
    return routes


def _through(
    board: Board,
    chain: Chain,
    middle: Sequence[float],
    ports: Mapping[End, float],
    lefts: Sequence[float],
) -> Route:
    """Lead an arrow from box to box over its dummies."""
    first, last, key = chain.slots[0], chain.slots[-1], chain.arrow.key
    stops = [(lefts[board.column[first]] + board.width, ports[first, key, "left"])]
    for slot in chain.slots[1:-1]:
        left = lefts[board.column[slot]]
        stops += [(left, middle[slot]), (left + board.width, middle[slot])]
    stops.append((lefts[board.column[last]], ports[last, key, "right"]))
    if chain.backward:
        stops.reverse()
    tip = stops[-1]
    back = palette.HEAD if chain.backward else -palette.HEAD
    stops[-1] = (tip[0] + back, tip[1])
    steps: list[Step] = [("M", stops[0])]
    for at, (start, end) in enumerate(pairwise(stops)):
        steps.append(("L", end) if at % 2 else bend(start, end))
    return Route(moved(tuple(steps), 0, 0), tip)


def tracks_of(board: Board, ports: Mapping[End, float]) -> dict[str, int]:
    """Give each bracket a track in its gutter, so that none lies upon another.

    Short brackets come first and so lie nearest to the boxes.
    """
    gutters: dict[int, list[tuple[float, float, Arrow]]] = defaultdict(list)
    for arrow, cause, effect in board.brackets:
        ends = sorted((ports[cause, arrow.key, "cause"], ports[effect, arrow.key, "effect"]))
        gutters[board.column[cause]].append((ends[0], ends[1], arrow))
    tracks: dict[str, int] = {}
    for gutter in gutters.values():
        taken: list[list[tuple[float, float]]] = []
        for top, bottom, arrow in sorted(gutter, key=lambda end: (end[1] - end[0], end[0], end[2].key)):
            track = _free(taken, top, bottom)
            if track == len(taken):
                taken.append([])
            taken[track].append((top, bottom))
            tracks[arrow.key] = track
    return tracks


def _free(taken: Sequence[Iterable[tuple[float, float]]], top: float, bottom: float) -> int:
    """Find the innermost track beyond every bracket that this one would touch."""
    for track in range(len(taken), 0, -1):
        if any(top < end + 2 and start < bottom + 2 for start, end in taken[track - 1]):
            return track
    return 0


def _bracket(right: float, ends: tuple[float, float], track: float) -> Route:
    """Lead an arrow out of a column's right side and back into it."""
    start, end = ends
    corner = min(_CORNER, abs(end - start) / 2, track - right - palette.HEAD - 1)
    down = corner if end > start else -corner
    path: list[Step] = [
        ("M", (right, start)),
        ("L", (track - corner, start)),
        ("C", (track, start, track, start, track, start + down)),
        ("L", (track, end - down)),
        ("C", (track, end, track, end, track - corner, end)),
        ("L", (right + palette.HEAD, end)),
    ]
    return Route(moved(tuple(path), 0, 0), (right, end))
