"""The order to begin with: every slot hangs between its neighbours, and hardly sways.

Each slot takes the mean height of all its neighbours (Tutte 1963), and a thread draws it
to a height of its own, given by its lane and by a digest of its id.  Such heights change
little when one box is added, and not at all when the file is written in another order.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.grid.slots import Board

__all__ = ["Cells", "settled"]

Cells: TypeAlias = list[list[list[int]]]
"""Slots from top to bottom, by column and lane."""

_TURNS = 60
_THREAD = 0.5
_THIN_THREAD = 0.02
_PIN = 50.0


def settled(board: Board) -> Cells:
    """Order a board's slots by the heights at which they come to rest."""
    height = _rested(board)
    cells: Cells = [[[] for _ in range(board.lanes)] for _ in range(board.columns)]
    for slot in sorted(range(len(height)), key=lambda slot: (round(height[slot], 9), slot)):
        cells[board.column[slot]][board.lane[slot]].append(slot)
    return cells


def _rested(board: Board) -> list[float]:
    """Let all heights come to rest, from right to left, many times over."""
    home, thread = _homes(board), _threads(board)
    near = [(*board.before[slot], *board.after[slot]) for slot in range(len(home))]
    turn = sorted(range(len(home)), key=lambda slot: (-board.column[slot], slot))
    height = list(home)
    for _ in range(_TURNS):
        for slot in turn:
            pull = home[slot] * thread[slot]
            for other in near[slot]:
                pull += height[other]
            height[slot] = pull / (thread[slot] + len(near[slot]))
    return height


def _threads(board: Board) -> Sequence[float]:
    """Say how strongly each slot is drawn home.

    Where there are no areas the ids alone give homes, which mean little: then only the
    last column is held fast, so that the picture cannot turn over.
    """
    if len(set(board.area)) > 1:
        return [_THREAD] * len(board.column)
    last = board.columns - 1
    boxes = len(board.boxes)
    return [
        _PIN if column == last and slot < boxes else _THIN_THREAD
        for slot, column in enumerate(board.column)
    ]


def _homes(board: Board) -> list[float]:
    """Give each box a height from its area and its id; dummies stand on the line between."""
    home = [area + _fraction(box.id) for box, area in zip(board.boxes, board.area, strict=True)]
    home += [0.0] * (len(board.column) - len(home))
    for chain in board.chains:
        left, right = home[chain.slots[0]], home[chain.slots[-1]]
        for step, slot in enumerate(chain.slots[1:-1], start=1):
            home[slot] = left + (right - left) * step / (len(chain.slots) - 1)
    return home


def _fraction(text: str) -> float:
    """Give a number from 0 to 1 that belongs to a text, the same on every machine."""
    digest = blake2b(text.casefold().encode(errors="surrogatepass"), digest_size=6).digest()
    return int.from_bytes(digest) / 2**48
