"""The order to begin with: every slot hangs between its neighbours, and hardly sways.

Each slot takes the mean place of all its neighbours (Tutte 1963), and a thread draws it
to a place of its own, given by its lane and by a digest of its id.  Where it comes to
rest is its own place the next time.  Each time the sway between near neighbours dies
away faster than that of the whole: it is the inverse iteration that finds a graph's
Fiedler vector (Koren 2005, drawing graphs by eigenvectors), broken off early.  Such
places change little when one box is added, and not at all when the file is written in
another order.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.grid.slots import Board

__all__ = ["Ranks", "settled"]

Ranks: TypeAlias = list[list[int]]
"""Slots across each rank."""

_TURNS = 24
_THREAD = 1.0
_TIMES = 3
_TIMES_WITHOUT_AREAS = 6
"""Where there are no areas the ids alone give places, which mean little."""


def settled(board: Board) -> Ranks:
    """Order a board's slots by the places at which they come to rest, lane by lane."""
    place = _homes(board)
    for _ in range(_TIMES if len(set(board.area)) > 1 else _TIMES_WITHOUT_AREAS):
        place = _rested(board, place)
    ranks: Ranks = [[] for _ in range(board.ranks)]
    for slot in sorted(
        range(len(place)), key=lambda slot: (board.lane[slot], round(place[slot], 9), slot)
    ):
        ranks[board.rank[slot]].append(slot)
    return ranks


def _rested(board: Board, home: Sequence[float]) -> list[float]:
    """Let all places come to rest around a mean of nought, then stretch them."""
    near = [
        (*before, *after, *tied)
        for before, after, tied in zip(board.before, board.after, board.tied, strict=True)
    ]
    turn = sorted(range(len(home)), key=lambda slot: (-board.rank[slot], slot))
    middle = sum(home) / max(1, len(home))
    pulled = [(place - middle) * _THREAD for place in home]
    place = [at - middle for at in home]
    for _ in range(_TURNS):
        for slot in turn:
            pull = pulled[slot]
            for other in near[slot]:
                pull += place[other]
            place[slot] = pull / (_THREAD + len(near[slot]))
        turn.reverse()
    middle = sum(place) / max(1, len(place))
    widest = max((abs(at - middle) for at in place), default=0.0) or 1.0
    return [(at - middle) / widest for at in place]


def _homes(board: Board) -> list[float]:
    """Give each box a place from its area and its id; dummies stand on the line between."""
    home = [area + _fraction(box.id) for box, area in zip(board.boxes, board.area, strict=True)]
    home += [0.0] * (len(board.rank) - len(home))
    for chain in board.chains:
        low, high = home[chain.slots[0]], home[chain.slots[-1]]
        for step, slot in enumerate(chain.slots[1:-1], start=1):
            home[slot] = low + (high - low) * step / (len(chain.slots) - 1)
    return home


def _fraction(text: str) -> float:
    """Give a number from 0 to 1 that belongs to a text, the same on every machine."""
    digest = blake2b(text.casefold().encode(errors="surrogatepass"), digest_size=6).digest()
    return int.from_bytes(digest) / 2**48
