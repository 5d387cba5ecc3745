"""Where every slot lies across its rank: as near to its neighbours as order and room allow.

Each cell is an isotonic regression, solved exactly by pooling adjacent violators
(Ayer et al. 1955): boxes that want the same place share it fairly, none overlaps.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from toc.diagrams import palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.grid.order import Cells
    from toc.diagrams.grid.slots import Board

__all__ = ["bands_of", "placed", "pooled"]

_ROUNDS = 6
_ELSEWHERE = 0.25
_LANE_PULL = 0.05


def bands_of(board: Board, cells: Cells, least: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Give the start and the width of each lane, wide enough for its fullest rank.

    Args:
        board: what is placed, sized.
        cells: its order.
        least: a width that each lane must have in any case.
    """
    bands: list[tuple[float, float]] = []
    start = 0.0
    for lane in range(board.lanes):
        fullest = max((_stack(board, rank[lane]) for rank in cells), default=0.0)
        wide = max(fullest + 2 * palette.LANE_PADDING, least[lane])
        bands.append((start, wide))
        start += wide
    return tuple(bands)


def placed(board: Board, cells: Cells, bands: Sequence[tuple[float, float]]) -> list[float]:
    """Give the middle of every slot."""
    ground = _Ground(board, cells, bands)
    both = [(*board.before[slot], *board.after[slot]) for slot in range(len(board.rank))]
    forth, back = range(board.ranks), range(board.ranks - 1, -1, -1)
    turns = [(forth, board.before), (back, board.after)] * _ROUNDS
    for ranks, near in [*turns, *[(back, both), (forth, both)] * 2]:
        for rank in ranks:
            ground.settle(rank, near)
    return ground.middle


class _Ground:
    """Where the slots of a board lie while they are placed."""

    def __init__(self, board: Board, cells: Cells, bands: Sequence[tuple[float, float]]) -> None:
        self.board = board
        self.cells = cells
        self.bands = bands
        self.offsets = [[_offsets(board, cell) for cell in rank] for rank in cells]
        self.lane = [0] * len(board.rank)
        for rank in cells:
            for lane, cell in enumerate(rank):
                for slot in cell:
                    self.lane[slot] = lane
        self.middle = [bands[lane][0] + bands[lane][1] / 2 for lane in self.lane]
        for at in range(board.ranks):
            self.settle(at, [()] * len(board.rank))

    def settle(self, rank: int, near: Sequence[Sequence[int]]) -> None:
        """Place the slots of one rank near to others."""
        for lane, cell in enumerate(self.cells[rank]):
            if cell:
                self._settle_cell(lane, cell, self.offsets[rank][lane], near)

    def _settle_cell(
        self,
        lane: int,
        cell: Sequence[int],
        offsets: Sequence[float],
        near: Sequence[Sequence[int]],
    ) -> None:
        size = self.board.size
        start, wide = self.bands[lane]
        low = start + palette.LANE_PADDING + size[cell[0]] / 2
        high = start + wide - palette.LANE_PADDING - size[cell[-1]] / 2 - offsets[-1]
        wishes = [self._wish(slot, near[slot], start + wide / 2) for slot in cell]
        shifted = [wish - offset for (wish, _), offset in zip(wishes, offsets, strict=True)]
        levels = pooled(shifted, [weight for _, weight in wishes])
        for slot, level, offset in zip(cell, levels, offsets, strict=True):
            self.middle[slot] = min(max(level, low), high) + offset

    def _wish(self, slot: int, near: Sequence[int], centre: float) -> tuple[float, float]:
        """Say where a slot wants to be, and how much."""
        if not near:
            return self.middle[slot], _LANE_PULL
        pull, at = _LANE_PULL, _LANE_PULL * centre
        for other in near:
            weight = self._weight(slot, other)
            pull += weight
            at += weight * self.middle[other]
        return at / pull, pull

    def _weight(self, slot: int, other: int) -> float:
        """Say how much a line wants to be level: long lines most, lines to other lanes least."""
        dummies = (not self.board.is_box(slot)) + (not self.board.is_box(other))
        weight = (1.0, 2.0, 8.0)[dummies]
        return weight if self.lane[slot] == self.lane[other] else weight * _ELSEWHERE


def pooled(wishes: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Give the rising sequence that lies nearest to the wishes, by weighted squares.

    >>> pooled([3, 1, 2], [1, 1, 1])
    [2.0, 2.0, 2.0]
    """
    pools: list[tuple[float, float, int]] = []
    for wish, weight in zip(wishes, weights, strict=True):
        level, total, count = float(wish), weight, 1
        while pools and pools[-1][0] > level:
            above, heavy, many = pools.pop()
            level = (above * heavy + level * total) / (heavy + total)
            total, count = heavy + total, many + count
        pools.append((level, total, count))
    return [level for level, _, count in pools for _ in range(count)]


def _offsets(board: Board, cell: Sequence[int]) -> list[float]:
    """Give the least distance of each middle from the first one's."""
    offsets = [0.0]
    for one, other in pairwise(cell):
        apart = (board.size[one] + board.size[other]) / 2 + _gap(board, one, other)
        offsets.append(offsets[-1] + apart)
    return offsets


def _gap(board: Board, one: int, other: int) -> float:
    boxes = board.is_box(one) + board.is_box(other)
    return (palette.LINE_GAP, palette.LINE_TO_BOX, palette.BOX_GAP)[boxes]


def _stack(board: Board, cell: Sequence[int]) -> float:
    if not cell:
        return 0.0
    return _offsets(board, cell)[-1] + (board.size[cell[0]] + board.size[cell[-1]]) / 2
