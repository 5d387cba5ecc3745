"""The arrows' ways: cubics through the gaps, level over dummies, brackets in the gutter.

Points are (along, across); the engine turns them onto its page.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.curves import bend
from toc.diagrams.layout import Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toc.diagrams.chart import Arrow
    from toc.diagrams.grid.ports import End
    from toc.diagrams.grid.slots import Board, Chain
    from toc.diagrams.scene import Point, Step

__all__ = ["FIRST_TRACK", "TRACK", "Frame", "leans_of", "routes_of", "tracks_of"]

FIRST_TRACK = 13.0
TRACK = 8.0
_CORNER = 6.0
_FAN = 0.035
_SPREAD = 0.36
_EDGE = 0.6
"""A line begins outside the border of its box, so that its casing leaves the border whole."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the ranks lie along the arrows.

    Attributes:
        starts: of each rank.
        depths: how deep each rank is.
        gaps: the room after each rank, the last one included.
    """

    starts: tuple[float, ...]
    depths: tuple[float, ...]
    gaps: tuple[float, ...]

    @property
    def length(self) -> float:
        """How long the whole is, the room after the last rank included."""
        return self.starts[-1] + self.depths[-1] + self.gaps[-1]

    def end(self, rank: int) -> float:
        """Where a rank ends and its gap begins."""
        return self.starts[rank] + self.depths[rank]


def routes_of(
    board: Board, middle: Sequence[float], ports: Mapping[End, float], frame: Frame
) -> dict[str, Route]:
    """Give every arrow's way.

    Args:
        board: what was placed.
        middle: of each slot.
        ports: the place of each arrow's ends.
        frame: where the ranks lie.
    """
    stops = {chain.arrow.key: _stops(board, chain, middle, ports, frame) for chain in board.chains}
    leans = leans_of(stops)
    routes: dict[str, Route] = {}
    for chain in board.chains:
        key, first, last = chain.arrow.key, chain.slots[0], chain.slots[-1]
        ends = (
            frame.starts[board.rank[first]] + board.depth[first],
            frame.starts[board.rank[last]],
        )
        routes[key] = _through(stops[key], leans[key], ends, backward=chain.backward)
    tracks = tracks_of(board, ports)
    step = _steps(board, tracks, frame)
    for arrow, cause, effect in board.brackets:
        rank, key = board.rank[cause], arrow.key
        track = frame.end(rank) + FIRST_TRACK + step[rank] * tracks[key]
        start, end = (
            (frame.starts[rank] + board.depth[slot], ports[slot, key, name])
            for slot, name in ((cause, "cause"), (effect, "effect"))
        )
        routes[key] = _bracket(start, end, track)
    return routes


def _steps(board: Board, tracks: Mapping[str, int], frame: Frame) -> dict[int, float]:
    """Give the distance of tracks in each gap: closer where there are many."""
    widest: dict[int, int] = defaultdict(int)
    for arrow, cause, _ in board.brackets:
        rank = board.rank[cause]
        widest[rank] = max(widest[rank], tracks[arrow.key])
    return {
        rank: min(TRACK, (frame.gaps[rank] - FIRST_TRACK - 8) / max(1, most))
        for rank, most in widest.items()
    }


def _stops(
    board: Board,
    chain: Chain,
    middle: Sequence[float],
    ports: Mapping[End, float],
    frame: Frame,
) -> list[Point]:
    """Give where an arrow leaves and reaches each rank, from low to high."""
    first, last, key = chain.slots[0], chain.slots[-1], chain.arrow.key
    stops = [(frame.end(board.rank[first]), ports[first, key, "low"])]
    for slot in chain.slots[1:-1]:
        rank = board.rank[slot]
        stops += [(frame.starts[rank], middle[slot]), (frame.end(rank), middle[slot])]
    return [*stops, (frame.starts[board.rank[last]], ports[last, key, "high"])]


def leans_of(stops: Mapping[str, Sequence[Point]]) -> dict[str, list[float]]:
    """Say where in each gap each line is steepest, so that a bundle of them fans out.

    Lines that lead outward are the steeper late the nearer they begin, those that lead
    back the further: in that way no two lines cross that would not cross otherwise.
    """
    leans: dict[str, list[float]] = {key: [0.5] * (len(line) // 2) for key, line in stops.items()}
    bundles: dict[tuple[float, bool], list[tuple[float, float, str, int]]] = defaultdict(list)
    for key, line in stops.items():
        for gap, ((along, start), (_, end)) in enumerate(zip(line[::2], line[1::2], strict=True)):
            turn = -1 if end > start else 1
            bundles[along, end > start].append((start * turn, end * turn, key, gap))
    for bundle in bundles.values():
        spread = min(_SPREAD, _FAN * (len(bundle) - 1))
        for at, (_, _, key, gap) in enumerate(sorted(bundle)):
            leans[key][gap] += spread * (at / max(1, len(bundle) - 1) - 0.5)
    return leans


def _through(
    stops: list[Point], leans: list[float], ends: tuple[float, float], *, backward: bool
) -> Route:
    """Lead an arrow from box to box over its stops, to lower ranks when it runs backward.

    Where a box does not fill its rank's depth the line first leads straight out of it.
    """
    forth = -1.0 if backward else 1.0
    outs = [(ends[0], stops[0][1]), *stops, (ends[1], stops[-1][1])]
    if backward:
        outs, leans = outs[::-1], [1 - lean for lean in reversed(leans)]
    begin = (outs[0][0] + _EDGE * forth, outs[0][1])
    end = (outs[-1][0] - palette.HEAD * forth, outs[-1][1])
    leave = (max(begin[0] * forth, outs[1][0] * forth) * forth, begin[1])
    arrive = (min(end[0] * forth, outs[-2][0] * forth) * forth, end[1])
    steps: list[Step] = [("M", begin)]
    if leave != begin:
        steps.append(("L", leave))
    for at, (here, there) in enumerate(pairwise([leave, *outs[2:-2], arrive])):
        steps.append(("L", there) if at % 2 else bend(here, there, leans[at // 2]))
    if arrive != end:
        steps.append(("L", end))
    return Route(tuple(steps), outs[-1])


def tracks_of(board: Board, ports: Mapping[End, float]) -> dict[str, int]:
    """Give each bracket a track in its gutter, so that none lies upon another.

    Short brackets come first and so lie nearest to the boxes.
    """
    gutters: dict[int, list[tuple[float, float, Arrow]]] = defaultdict(list)
    for arrow, cause, effect in board.brackets:
        ends = sorted((ports[cause, arrow.key, "cause"], ports[effect, arrow.key, "effect"]))
        gutters[board.rank[cause]].append((ends[0], ends[1], arrow))
    tracks: dict[str, int] = {}
    for gutter in gutters.values():
        taken: list[list[tuple[float, float]]] = []
        for first, last, arrow in sorted(
            gutter, key=lambda end: (end[1] - end[0], end[0], end[2].key)
        ):
            track = _free(taken, first, last)
            if track == len(taken):
                taken.append([])
            taken[track].append((first, last))
            tracks[arrow.key] = track
    return tracks


def _free(taken: Sequence[Iterable[tuple[float, float]]], first: float, last: float) -> int:
    """Find the innermost track beyond every bracket that this one would touch."""
    for track in range(len(taken), 0, -1):
        if any(first < end + 2 and start < last + 2 for start, end in taken[track - 1]):
            return track
    return 0


def _bracket(start: Point, end: Point, track: float) -> Route:
    """Lead an arrow out of a rank and back into it."""
    room = track - max(start[0], end[0])
    corner = min(_CORNER, abs(end[1] - start[1]) / 2, room - palette.HEAD - 1)
    turn = corner if end[1] > start[1] else -corner
    path: list[Step] = [
        ("M", (start[0] + _EDGE, start[1])),
        ("L", (track - corner, start[1])),
        ("C", (track, start[1], track, start[1], track, start[1] + turn)),
        ("L", (track, end[1] - turn)),
        ("C", (track, end[1], track, end[1], track - corner, end[1])),
        ("L", (end[0] + palette.HEAD, end[1])),
    ]
    return Route(tuple(path), end)
