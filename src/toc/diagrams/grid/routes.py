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
    from toc.diagrams.scene import Point, Step

__all__ = ["leans_of", "routes_of", "tracks_of"]

_FIRST_TRACK = 13.0
_TRACK = 8.0
_CORNER = 6.0
_FAN = 0.035
_SPREAD = 0.36
_EDGE = 0.6
"""A line begins outside the border of its box, so that its casing leaves the border whole."""


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
    stops = {chain.arrow.key: _stops(board, chain, middle, ports, lefts) for chain in board.chains}
    leans = leans_of(stops)
    routes = {
        chain.arrow.key: _through(
            stops[chain.arrow.key], leans[chain.arrow.key], backward=chain.backward
        )
        for chain in board.chains
    }
    tracks = tracks_of(board, ports)
    widest = max(tracks.values(), default=0)
    step = min(_TRACK, (gap - _FIRST_TRACK - 8) / max(1, widest))
    for arrow, cause, effect in board.brackets:
        right = lefts[board.column[cause]] + board.width
        ends = ports[cause, arrow.key, "cause"], ports[effect, arrow.key, "effect"]
        routes[arrow.key] = _bracket(right, ends, right + _FIRST_TRACK + step * tracks[arrow.key])
    return routes


def _stops(
    board: Board,
    chain: Chain,
    middle: Sequence[float],
    ports: Mapping[End, float],
    lefts: Sequence[float],
) -> list[Point]:
    """Give where an arrow leaves and reaches each column, from left to right."""
    first, last, key = chain.slots[0], chain.slots[-1], chain.arrow.key
    stops = [(lefts[board.column[first]] + board.width, ports[first, key, "left"])]
    for slot in chain.slots[1:-1]:
        left = lefts[board.column[slot]]
        stops += [(left, middle[slot]), (left + board.width, middle[slot])]
    return [*stops, (lefts[board.column[last]], ports[last, key, "right"])]


def leans_of(stops: Mapping[str, Sequence[Point]]) -> dict[str, list[float]]:
    """Say where in each gap each line is steepest, so that a bundle of them fans out.

    Lines that go down are the steeper to the right the higher they begin, those that go
    up the lower: in that way no two lines cross that would not cross otherwise.
    """
    leans: dict[str, list[float]] = {key: [0.5] * (len(line) // 2) for key, line in stops.items()}
    bundles: dict[tuple[float, bool], list[tuple[float, float, str, int]]] = defaultdict(list)
    for key, line in stops.items():
        for gap, ((x, start), (_, end)) in enumerate(zip(line[::2], line[1::2], strict=True)):
            turn = -1 if end > start else 1
            bundles[x, end > start].append((start * turn, end * turn, key, gap))
    for bundle in bundles.values():
        spread = min(_SPREAD, _FAN * (len(bundle) - 1))
        for at, (_, _, key, gap) in enumerate(sorted(bundle)):
            leans[key][gap] += spread * (at / max(1, len(bundle) - 1) - 0.5)
    return leans


def _through(stops: list[Point], leans: list[float], *, backward: bool) -> Route:
    """Lead an arrow over its stops, to the left when it runs backward."""
    along = -1.0 if backward else 1.0
    if backward:
        stops, leans = stops[::-1], [1 - lean for lean in reversed(leans)]
    tip, start = stops[-1], stops[0]
    end = (tip[0] - palette.HEAD * along, tip[1])
    stops = [(start[0] + _EDGE * along, start[1]), *stops[1:-1], end]
    steps: list[Step] = [("M", stops[0])]
    for at, (here, there) in enumerate(pairwise(stops)):
        steps.append(("L", there) if at % 2 else bend(here, there, leans[at // 2]))
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
        for top, bottom, arrow in sorted(
            gutter, key=lambda end: (end[1] - end[0], end[0], end[2].key)
        ):
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
        ("M", (right + _EDGE, start)),
        ("L", (track - corner, start)),
        ("C", (track, start, track, start, track, start + down)),
        ("L", (track, end - down)),
        ("C", (track, end, track, end, track - corner, end)),
        ("L", (right + palette.HEAD, end)),
    ]
    return Route(moved(tuple(path), 0, 0), (right, end))
