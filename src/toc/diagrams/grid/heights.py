"""How high every slot stands: as near to its neighbours as order and room allow.

Each cell is an isotonic regression, solved exactly by pooling adjacent violators
(Ayer et al. 1955): boxes that want the same place share it fairly, none overlaps.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from toc.diagrams import palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.grid.settling import Cells
    from toc.diagrams.grid.slots import Board

__all__ = ["bands_of", "placed", "pooled"]

_ROUNDS = 6
_ELSEWHERE = 0.25
_LANE_PULL = 0.05


def bands_of(board: Board, cells: Cells, least: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Give the top and the height of each lane, high enough for its fullest column.

    Args:
        board: what is placed.
        cells: its order.
        least: a height that each lane must have in any case.
    """
    bands: list[tuple[float, float]] = []
    top = 0.0
    for lane in range(board.lanes):
        fullest = max((_stack(board, column[lane]) for column in cells), default=0.0)
        height = max(fullest + 2 * palette.LANE_PADDING, least[lane])
        bands.append((top, height))
        top += height
    return tuple(bands)


def placed(board: Board, cells: Cells, bands: Sequence[tuple[float, float]]) -> list[float]:
    """Give the height of every slot's middle."""
    middle = [bands[lane][0] + bands[lane][1] / 2 for lane in board.lane]
    _space_out(board, cells, bands, middle)
    forth, back = range(board.columns), range(board.columns - 1, -1, -1)
    both = [(*board.before[slot], *board.after[slot]) for slot in range(len(middle))]
    turns = [(forth, board.before), (back, board.after)] * _ROUNDS + [
        (back, both),
        (forth, both),
    ] * 2
    for columns, near in turns:
        for column in columns:
            for lane, cell in enumerate(cells[column]):
                wishes = [_wish(board, bands[lane], middle, slot, near[slot]) for slot in cell]
                _settle(board, cell, wishes, bands[lane], middle)
    return middle


def _space_out(
    board: Board, cells: Cells, bands: Sequence[tuple[float, float]], middle: list[float]
) -> None:
    for column in cells:
        for lane, cell in enumerate(column):
            centre = bands[lane][0] + bands[lane][1] / 2
            _settle(board, cell, [(centre, 1.0)] * len(cell), bands[lane], middle)


def _wish(
    board: Board, band: tuple[float, float], middle: Sequence[float], slot: int, near: Sequence[int]
) -> tuple[float, float]:
    """Say where a slot wants to be, and how much."""
    if not near:
        return middle[slot], _LANE_PULL
    pull = at = 0.0
    for other in near:
        weight = _weight(board, slot, other)
        pull += weight
        at += weight * middle[other]
    pull += _LANE_PULL
    return (at + _LANE_PULL * (band[0] + band[1] / 2)) / pull, pull


def _weight(board: Board, slot: int, other: int) -> float:
    """Say how much a line wants to be level: long lines most, lines to other lanes least."""
    dummies = (not board.is_box(slot)) + (not board.is_box(other))
    weight = (1.0, 2.0, 8.0)[dummies]
    return weight if board.lane[slot] == board.lane[other] else weight * _ELSEWHERE


def _settle(
    board: Board,
    cell: Sequence[int],
    wishes: Sequence[tuple[float, float]],
    band: tuple[float, float],
    middle: list[float],
) -> None:
    """Place the slots of one cell."""
    if not cell:
        return
    offsets = _offsets(board, cell)
    low = band[0] + palette.LANE_PADDING + board.height[cell[0]] / 2
    high = band[0] + band[1] - palette.LANE_PADDING - board.height[cell[-1]] / 2 - offsets[-1]
    shifted = [wish - offset for (wish, _), offset in zip(wishes, offsets, strict=True)]
    levels = pooled(shifted, [weight for _, weight in wishes])
    for slot, level, offset in zip(cell, levels, offsets, strict=True):
        middle[slot] = min(max(level, low), high) + offset


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
    for upper, lower in pairwise(cell):
        apart = (board.height[upper] + board.height[lower]) / 2 + _gap(board, upper, lower)
        offsets.append(offsets[-1] + apart)
    return offsets


def _gap(board: Board, upper: int, lower: int) -> float:
    if board.is_box(upper) and board.is_box(lower):
        return palette.BOX_GAP
    if board.is_box(upper) or board.is_box(lower):
        return palette.BOX_GAP - palette.DUMMY_HEIGHT / 2
    return palette.PORT_STEP - palette.DUMMY_HEIGHT


def _stack(board: Board, cell: Sequence[int]) -> float:
    if not cell:
        return 0.0
    return _offsets(board, cell)[-1] + (board.height[cell[0]] + board.height[cell[-1]]) / 2
