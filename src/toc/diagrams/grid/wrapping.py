"""Levels that are too wide for one row: their boxes stand in several, near their likes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toc.diagrams.grid.order import Cells
    from toc.diagrams.grid.slots import Board

__all__ = ["Wrapping", "wrapped"]


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The rows of every level.

    Attributes:
        ranks: the rank of each box.
        levels: the first and the last rank of each level.
    """

    ranks: Mapping[str, int]
    levels: tuple[tuple[int, int], ...]


def wrapped(board: Board, cells: Cells, most: int) -> Wrapping:
    """Put no more boxes than so many into a row.

    Boxes of one area are dealt one above the other, row by row, in the order across that
    the level has as a whole.  What does not fill a stack goes to the emptiest rows, so
    that no row is fuller than it must be and one more box hardly moves another area.

    Args:
        board: of which every rank is a level.
        cells: its order.
        most: how many boxes a row may hold.
    """
    ranks: dict[str, int] = {}
    levels: list[tuple[int, int]] = []
    first = 0
    for (level,) in cells:
        slots = [slot for slot in level if board.is_box(slot)]
        rows = max(1, -(-len(slots) // most))
        for slot, row in _dealt(board, slots, rows).items():
            ranks[board.boxes[slot].id] = first + row
        levels.append((first, first + rows - 1))
        first += rows
    return Wrapping(ranks, tuple(levels))


def _dealt(board: Board, slots: Sequence[int], rows: int) -> Mapping[int, int]:
    """Deal the boxes of one level into its rows."""
    depth = _depths(board, slots)
    count = [0] * rows
    row: dict[int, int] = {}
    for stack in _stacks(board, slots, rows):
        emptiest = sorted(range(rows), key=lambda at: (count[at], at))[: len(stack)]
        rising = sorted(stack, key=lambda slot: (depth[slot], slots.index(slot)))
        for slot, at in zip(rising, sorted(emptiest), strict=True):
            row[slot] = at
            count[at] += 1
    return row


def _stacks(board: Board, slots: Sequence[int], rows: int) -> Iterable[Sequence[int]]:
    """Cut every area's boxes into stacks, full ones first."""
    areas: dict[int, list[int]] = defaultdict(list)
    for slot in slots:
        areas[board.area[slot]].append(slot)
    stacks = [
        own[at : at + rows] for _, own in sorted(areas.items()) for at in range(0, len(own), rows)
    ]
    return sorted(stacks, key=lambda stack: -len(stack))


def _depths(board: Board, slots: Sequence[int]) -> Mapping[int, int]:
    """Give how many arrows inside the level lead to each box, one after the other."""
    depth = dict.fromkeys(slots, 0)
    ends = [
        (cause, effect)
        for arrow, cause, effect in board.brackets
        if cause in depth and cause != effect and not arrow.feedback
    ]
    for _ in range(min(len(slots), len(ends))):
        for cause, effect in ends:
            depth[effect] = min(max(depth[effect], depth[cause] + 1), len(slots))
    return depth
