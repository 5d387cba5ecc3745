"""The order inside each lane of each column: few crossings, and the same next month.

Barycentres first (Sugiyama, Tagawa and Toda 1981), from an order by id; then neighbours
change places while that saves crossings.  A swap is judged by the arrows of the two
slots alone, so a sweep costs about as much as there are arrows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.diagrams.grid.slots import Board

__all__ = ["Cells", "crossings", "ordered"]

Cells: TypeAlias = list[list[list[int]]]
"""Slots from top to bottom, by column and lane."""

_SETTLING = 24
_ROUNDS = 4
_SWEEPS = 12


def ordered(board: Board) -> Cells:
    """Order a board's slots."""
    cells = _settled(board)
    best, fewest = _copied(cells), crossings(board, cells)
    for turn in range(_ROUNDS):
        _swap(board, cells)
        count = crossings(board, cells)
        if count < fewest:
            best, fewest = _copied(cells), count
        elif turn:
            break
        _sweep(board, cells)
    return best


def crossings(board: Board, cells: Cells) -> int:
    """Count how often lines between neighbouring columns cross, brackets included."""
    place = _places(board, cells)
    total = 0
    for column in range(board.columns - 1):
        ends = [place[far] for slot in _down(cells[column]) for far in sorted(board.after[slot], key=place.__getitem__)]
        total += _inversions(ends)
    leaving = _leaving(board, cells)
    for _, cause, effect in board.brackets:
        top, bottom = sorted((place[cause], place[effect]))
        column = leaving[board.column[cause]]
        total += column[max(top, bottom - 1)] - column[top]
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


def _settled(board: Board) -> Cells:
    """Order by heights at which every slot hangs between its neighbours.

    All slots hang between both sides at once, and by a weak thread from a height of
    their own.  Such heights change little when one box is added, and so does their order.
    """
    home = _homes(board)
    height = list(home)
    neighbours = [(*board.before[slot], *board.after[slot]) for slot in range(len(home))]
    for _ in range(_SETTLING):
        height = [
            (home[slot] * _THREAD + sum(height[other] for other in near)) / (_THREAD + len(near))
            for slot, near in enumerate(neighbours)
        ]
    cells = _empty(board)
    for slot in sorted(range(len(home)), key=lambda slot: (round(height[slot], 9), slot)):
        cells[board.column[slot]][board.lane[slot]].append(slot)
    return cells


_THREAD = 0.35


def _homes(board: Board) -> list[float]:
    """Give each slot a height from its lane and, inside the lane, from its id."""
    cells = _empty(board)
    for slot in range(len(board.column)):
        cells[board.column[slot]][board.lane[slot]].append(slot)
    home = [0.0] * len(board.column)
    for column in cells:
        for lane, cell in enumerate(column):
            boxes = [slot for slot in cell if board.is_box(slot)]
            for at, slot in enumerate(boxes):
                home[slot] = lane + (at + 0.5) / len(boxes)
    for chain in board.chains:
        left, right = home[chain.slots[0]], home[chain.slots[-1]]
        for step, slot in enumerate(chain.slots[1:-1], start=1):
            home[slot] = left + (right - left) * step / (len(chain.slots) - 1)
    return home


def _sweep(board: Board, cells: Cells) -> None:
    """Sort every cell by the mean place of its left, then of its right neighbours."""
    place = _places(board, cells)
    for columns, sides in (
        (range(1, board.columns), board.before),
        (range(board.columns - 2, -1, -1), board.after),
    ):
        for column in columns:
            for cell in cells[column]:
                means = {slot: _mean(place, sides[slot], place[slot]) for slot in cell}
                cell.sort(key=means.__getitem__)
            _number(place, cells[column])


def _mean(place: Sequence[int], near: Sequence[int], own: int) -> float:
    return sum(place[slot] for slot in near) / len(near) if near else float(own)


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


def _swap_cell(board: Board, cell: list[int], place: list[int], ties: Sequence[Sequence[int]]) -> bool:
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


def _empty(board: Board) -> Cells:
    return [[[] for _ in range(board.lanes)] for _ in range(board.columns)]


def _copied(cells: Cells) -> Cells:
    return [[list(cell) for cell in column] for column in cells]


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
