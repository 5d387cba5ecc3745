"""The order across each rank: few crossings, and the same next month.

Slots begin in a settled order, then neighbours change places while that saves crossings
(the adjacent exchange of Eades and Kelly 1986).  A swap is judged by the arrows of the
two slots alone, so a sweep costs about as much as there are arrows.  Where nothing is left
to gain so, each slot of a chart that is not large is moved a step or two against the gain,
and the ranks beside it follow: what then crosses less is kept (iterated local search,
Lourenço, Martin and Stützle 2003, with every kick in turn and none at random).  There are
no barycentre sweeps: they turn the picture over when one box is added.  A box stays in its
lane; a dummy may pass into another one, because a line belongs to none.
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
_FOLLOWING = 6
_ROUNDS = 2
_KICKS = (-1, 1, -2, 2)
_LARGE = 160
"""From so many slots on the gain is small, and the time is felt."""


def ordered(board: Board, *, quick: bool = False) -> Cells:
    """Order a board's slots.

    Args:
        board: what is ordered.
        quick: whether to be content with the first order in which no swap saves anything.

    See Also:
        `toc.diagrams.grid.settling.settled` for the order that is begun from.
    """
    ranks = settled(board)
    search = _Search(board, ranks)
    search.swap(range(board.ranks), _SWEEPS)
    if not quick and len(board.rank) <= _LARGE:
        search.kick()
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
    return sum(_crossings_at(board, rank, place) for rank in ranks)


def _crossings_at(board: Board, rank: Sequence[int], place: Sequence[int]) -> int:
    """Count the crossings of the lines that leave one rank, with brackets inside it too."""
    ends: list[int] = []
    sums: list[int] = []
    for slot in rank:
        ends += sorted([place[far] for far in board.after[slot]])
        sums.append(len(ends))
    brackets = sum(
        sums[place[other] - 1] - sums[at]
        for at, slot in enumerate(rank)
        for other in board.tied[slot]
        if place[other] > at
    )
    return _inversions(ends) + brackets


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


class _Search:
    """An order that is being made better."""

    def __init__(self, board: Board, ranks: Ranks) -> None:
        self.board = board
        self.ranks = ranks
        self.place = _places(board, ranks)

    def swap(self, ranks: Sequence[int], sweeps: int) -> None:
        """Let neighbours change places for as long as that saves crossings."""
        for _ in range(sweeps):
            changed = [self._swap_rank(self.ranks[rank]) for rank in ranks]
            if not any(changed):
                return

    def _swap_rank(self, rank: list[int]) -> bool:
        board, place = self.board, self.place
        changed = False
        for at in range(len(rank) - 1):
            one, other = rank[at], rank[at + 1]
            if _apart(board, one, other):
                continue
            if _saved(board, place, one, other) + _freed(board, place, one, other) > 0:
                rank[at], rank[at + 1] = other, one
                place[one], place[other] = place[other], place[one]
                changed = True
        return changed

    def kick(self) -> None:
        """Move every slot a little against the gain, and keep what then crosses less."""
        for _ in range(_ROUNDS):
            changed = [
                self._kick_slot(slot, step)
                for slot in range(len(self.board.rank))
                for step in _KICKS
            ]
            if not any(changed):
                return

    def _kick_slot(self, slot: int, step: int) -> bool:
        rank, at = self.board.rank[slot], self.place[slot]
        if not self._may_move(self.ranks[rank], at, at + step):
            return False
        near = range(max(0, rank - 1), min(self.board.ranks, rank + 2))
        before, kept = self._crossings_near(rank), {one: list(self.ranks[one]) for one in near}
        moved = self.ranks[rank]
        moved.insert(at + step, moved.pop(at))
        _number(self.place, moved)
        self.swap([*(one for one in near if one != rank), rank], _FOLLOWING)
        if self._crossings_near(rank) < before:
            return True
        for one, order in kept.items():
            self.ranks[one] = order
            _number(self.place, order)
        return False

    def _may_move(self, rank: Sequence[int], at: int, to: int) -> bool:
        """Tell whether a slot meets no box of another lane on its way."""
        if not 0 <= to < len(rank):
            return False
        passed = rank[min(at, to) : max(at, to) + 1]
        return not any(_apart(self.board, rank[at], other) for other in passed)

    def _crossings_near(self, rank: int) -> int:
        ranks = self.ranks[max(0, rank - 2) : rank + 2]
        return sum(_crossings_at(self.board, one, self.place) for one in ranks)


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


def _freed(board: Board, place: Sequence[int], one: int, other: int) -> int:
    """Count the lines that brackets no longer cross when two neighbours are swapped."""
    freed = 0
    for slot, near, towards in ((one, other, 1), (other, one, -1)):
        lines = len(board.after[near])
        for end in board.tied[slot]:
            if end not in (one, other):
                freed += lines if (place[end] - place[slot]) * towards > 0 else -lines
    return freed


def _places(board: Board, ranks: Iterable[Sequence[int]]) -> list[int]:
    place = [0] * len(board.rank)
    for rank in ranks:
        _number(place, rank)
    return place


def _number(place: list[int], rank: Sequence[int]) -> None:
    for at, slot in enumerate(rank):
        place[slot] = at
