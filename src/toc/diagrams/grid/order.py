"""The order inside each lane of each column: few crossings, and the same next month.

Slots begin in a settled order, then neighbours change places while that saves crossings.
A swap is judged by the arrows of the two slots alone, so a sweep costs about as much as
there are arrows.  There are no barycentre sweeps: they save one crossing in ten, and
turn a third of the picture over when one box is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.grid.settling import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.diagrams.grid.settling import Cells
    from toc.diagrams.grid.slots import Board

__all__ = ["crossings", "ordered"]

_SWEEPS = 12


def ordered(board: Board) -> Cells:
    """Order a board's slots.

    See Also:
        `toc.diagrams.grid.settling.settled` for the order that is begun from.
    """
    cells = settled(board)
    _swap(board, cells)
    return cells


def crossings(board: Board, cells: Cells) -> int:
    """Count how often lines between neighbouring columns cross, brackets included."""
    place = _places(board, cells)
    total = 0
    for column in range(board.columns - 1):
        ends = [
            place[far]
            for slot in _down(cells[column])
            for far in sorted(board.after[slot], key=place.__getitem__)
        ]
        total += _inversions(ends)
    leaving = _leaving(board, cells)
    for _, cause, effect in board.brackets:
        top, bottom = sorted((place[cause], place[effect]))
        sums = leaving[board.column[cause]]
        total += sums[max(top, bottom - 1)] - sums[top]
    return total


def _leaving(board: Board, cells: Cells) -> list[list[int]]:
    """Sum up, from the top of each column, how many lines leave to the right."""
    sums: list[list[int]] = []
    for column in cells:
        running = 0
        sums.append([running := running + len(board.after[slot]) for slot in _down(column)])
    return sums


def _inversions(values: Sequence[int]) -> int:
    """Count pairs that stand the wrong way round, with a Fenwick tree."""
    size = max(values, default=0) + 1
    tree = [0] * (size + 1)
    total = 0
    for seen, value in enumerate(values):
        at, smaller_or_equal = value + 1, 0
        while at:
            smaller_or_equal += tree[at]
            at -= at & -at
        total += seen - smaller_or_equal
        at = value + 1
        while at <= size:
            tree[at] += 1
            at += at & -at
    return total


def _swap(board: Board, cells: Cells) -> None:
    """Let neighbours in a cell change places for as long as that saves crossings."""
    place = _places(board, cells)
    ties = _ties(board)
    for _ in range(_SWEEPS):
        changed = False
        for column in cells:
            for cell in column:
                changed |= _swap_cell(board, cell, place, ties)
        if not changed:
            return


def _swap_cell(
    board: Board, cell: list[int], place: list[int], ties: Sequence[Sequence[int]]
) -> bool:
    changed = False
    for at in range(len(cell) - 1):
        upper, lower = cell[at], cell[at + 1]
        if _saved(board, place, upper, lower) + _freed(board, place, ties, upper, lower) > 0:
            cell[at], cell[at + 1] = lower, upper
            place[upper], place[lower] = place[lower], place[upper]
            changed = True
    return changed


def _saved(board: Board, place: Sequence[int], upper: int, lower: int) -> int:
    """Count the crossings between columns that a swap of two neighbours saves."""
    saved = 0
    for side in (board.before, board.after):
        above = sorted([place[slot] for slot in side[upper]])
        below = sorted([place[slot] for slot in side[lower]])
        saved += _tangled(above, below) - _tangled(below, above)
    return saved


def _tangled(above: Sequence[int], below: Sequence[int]) -> int:
    """Count pairs of which the upper slot's end lies deeper than the lower slot's."""
    count = at = 0
    for end in above:
        while at < len(below) and below[at] < end:
            at += 1
        count += at
    return count


def _freed(
    board: Board, place: Sequence[int], ties: Sequence[Sequence[int]], upper: int, lower: int
) -> int:
    """Count the lines that brackets no longer cross when two neighbours are swapped."""
    freed = 0
    for slot, other, towards in ((upper, lower, 1), (lower, upper, -1)):
        lines = len(board.after[other])
        for end in ties[slot]:
            if end not in (upper, lower):
                freed += lines if (place[end] - place[slot]) * towards > 0 else -lines
    return freed


def _ties(board: Board) -> list[list[int]]:
    """Give each slot the other ends of its brackets."""
    ties: list[list[int]] = [[] for _ in board.column]
    for _, cause, effect in board.brackets:
        ties[cause].append(effect)
        ties[effect].append(cause)
    return ties


def _places(board: Board, cells: Cells) -> list[int]:
    place = [0] * len(board.column)
    for column in cells:
        _number(place, column)
    return place


def _number(place: list[int], column: Iterable[Iterable[int]]) -> None:
    for at, slot in enumerate(_down(column)):
        place[slot] = at


def _down(column: Iterable[Iterable[int]]) -> Iterable[int]:
    return (slot for cell in column for slot in cell)
