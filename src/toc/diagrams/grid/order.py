"""The order across each rank: few crossings, and the same next month.

Slots begin in a settled order, then neighbours change places while that saves crossings
(the adjacent exchange of Eades and Kelly 1986).  A swap is judged by the arrows of the
two slots alone, so a sweep costs about as much as there are arrows.  There are no
barycentre sweeps and no moves over a distance: they save few crossings more, and turn the
picture over when one box is added.  A box stays in its lane; a dummy may pass into
another one, because a line belongs to none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from toc.diagrams.grid.settling import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.diagrams.grid.settling import Ranks
    from toc.diagrams.grid.slots import Board

__all__ = ["Cells", "crossings", "ordered"]

Cells: TypeAlias = list[list[list[int]]]
"""Slots across each rank, by lane."""

_SWEEPS = 24


def ordered(board: Board) -> Cells:
    """Order a board's slots.

    See Also:
        `toc.diagrams.grid.settling.settled` for the order that is begun from.
    """
    ranks = settled(board)
    _swap(board, ranks)
    return [_parted(board, rank) for rank in ranks]


def _parted(board: Board, rank: Sequence[int]) -> list[list[int]]:
    """Part a rank by lanes; a dummy between two lanes takes the one where it would pass."""
    cells: list[list[int]] = [[] for _ in range(board.lanes)]
    least = [board.lanes - 1] * (len(rank) + 1)
    for at in range(len(rank) - 1, -1, -1):
        own = board.lane[rank[at]]
        least[at] = min(least[at + 1], own) if board.is_box(rank[at]) else least[at + 1]
    here = 0
    for at, slot in enumerate(rank):
        here = max(here, min(board.lane[slot], least[at]))
        cells[here].append(slot)
    return cells


def crossings(board: Board, cells: Cells) -> int:
    """Count how often lines between neighbouring ranks cross, brackets included."""
    ranks = [[slot for cell in rank for slot in cell] for rank in cells]
    place = _places(board, ranks)
    total = 0
    for rank in ranks[:-1]:
        ends = [
            place[far] for slot in rank for far in sorted(board.after[slot], key=place.__getitem__)
        ]
        total += _inversions(ends)
    leaving = _leaving(board, ranks)
    for _, cause, effect in board.brackets:
        first, last = sorted((place[cause], place[effect]))
        sums = leaving[board.rank[cause]]
        total += sums[max(first, last - 1)] - sums[first]
    return total


def _leaving(board: Board, ranks: Ranks) -> list[list[int]]:
    """Sum up, across each rank, how many lines leave to the next one."""
    sums: list[list[int]] = []
    for rank in ranks:
        running = 0
        sums.append([running := running + len(board.after[slot]) for slot in rank])
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


def _swap(board: Board, ranks: Ranks) -> None:
    """Let neighbours change places for as long as that saves crossings."""
    place = _places(board, ranks)
    ties = _ties(board)
    for _ in range(_SWEEPS):
        changed = [_swap_rank(board, rank, place, ties) for rank in ranks]
        if not any(changed):
            return


def _swap_rank(
    board: Board, rank: list[int], place: list[int], ties: Sequence[Sequence[int]]
) -> bool:
    changed = False
    for at in range(len(rank) - 1):
        one, other = rank[at], rank[at + 1]
        if _apart(board, one, other):
            continue
        if _saved(board, place, one, other) + _freed(board, place, ties, one, other) > 0:
            rank[at], rank[at + 1] = other, one
            place[one], place[other] = place[other], place[one]
            changed = True
    return changed


def _apart(board: Board, one: int, other: int) -> bool:
    """Tell whether two slots are boxes of different lanes, which never change places."""
    return board.lane[one] != board.lane[other] and board.is_box(one) and board.is_box(other)


def _saved(board: Board, place: Sequence[int], one: int, other: int) -> int:
    """Count the crossings between ranks that a swap of two neighbours saves."""
    saved = 0
    for side in (board.before, board.after):
        firsts = sorted([place[slot] for slot in side[one]])
        seconds = sorted([place[slot] for slot in side[other]])
        saved += _tangled(firsts, seconds) - _tangled(seconds, firsts)
    return saved


def _tangled(firsts: Sequence[int], seconds: Sequence[int]) -> int:
    """Count pairs of which the first slot's end lies beyond the second slot's."""
    count = at = 0
    for end in firsts:
        while at < len(seconds) and seconds[at] < end:
            at += 1
        count += at
    return count


def _freed(
    board: Board, place: Sequence[int], ties: Sequence[Sequence[int]], one: int, other: int
) -> int:
    """Count the lines that brackets no longer cross when two neighbours are swapped."""
    freed = 0
    for slot, near, towards in ((one, other, 1), (other, one, -1)):
        lines = len(board.after[near])
        for end in ties[slot]:
            if end not in (one, other):
                freed += lines if (place[end] - place[slot]) * towards > 0 else -lines
    return freed


def _ties(board: Board) -> list[list[int]]:
    """Give each slot the other ends of its brackets."""
    ties: list[list[int]] = [[] for _ in board.rank]
    for _, cause, effect in board.brackets:
        ties[cause].append(effect)
        ties[effect].append(cause)
    return ties


def _places(board: Board, ranks: Iterable[Sequence[int]]) -> list[int]:
    place = [0] * len(board.rank)
    for rank in ranks:
        for at, slot in enumerate(rank):
            place[slot] = at
    return place
