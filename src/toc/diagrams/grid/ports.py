"""Where arrows touch a box: 9 apart on each side, in the order of their far ends."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from toc.diagrams import palette

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.diagrams.grid.slots import Board

__all__ = ["End", "ports_of"]

End: TypeAlias = tuple[int, str, str]
"""A slot, the key of an arrow, and which of its ends: "left", "right", "cause", "effect"."""

_Rank: TypeAlias = tuple[int, float, int, str]


def ports_of(board: Board, middle: Sequence[float]) -> Mapping[End, float]:
    """Give the height of every arrow's end.

    Args:
        board: what was placed.
        middle: the height of each slot's middle.

    Returns:
        For arrows between columns the ends "left" and "right", on the facing sides of
        their boxes; for arrows inside a column "cause" and "effect", both on the right.
    """
    sides: dict[tuple[int, str], list[tuple[_Rank, End]]] = defaultdict(list)
    for chain in board.chains:
        first, last, key = chain.slots[0], chain.slots[-1], chain.arrow.key
        near = (0, middle[chain.slots[1]], chain.slots[-1], key)
        sides[first, "right"].append((near, (first, key, "left")))
        near = (0, middle[chain.slots[-2]], chain.slots[0], key)
        sides[last, "left"].append((near, (last, key, "right")))
    for arrow, cause, effect in board.brackets:
        for slot, other, end in ((cause, effect, "cause"), (effect, cause, "effect")):
            rank = _bracket_rank(middle, slot, other, end)
            sides[slot, "right"].append(((*rank, other, arrow.key), (slot, arrow.key, end)))
    return {
        end: height
        for (slot, _), ends in sides.items()
        for end, height in _spread(ends, middle[slot], board.height[slot])
    }


def _bracket_rank(middle: Sequence[float], slot: int, other: int, end: str) -> tuple[int, float]:
    """Put brackets that go up above all lines, those that go down below them, nested.

    Of those that go down the furthest leaves highest; a loop goes from above to below.
    """
    if slot == other:
        return (1, float("inf")) if end == "effect" else (-1, float("-inf"))
    direction = 1 if middle[other] > middle[slot] else -1
    return direction, -middle[other]


def _spread(
    ends: Sequence[tuple[_Rank, End]], middle: float, height: float
) -> list[tuple[End, float]]:
    ordered = sorted(ends)
    step = min(palette.PORT_STEP, (height - 8) / max(1, len(ordered) - 1))
    top = middle - step * (len(ordered) - 1) / 2
    return [(end, top + step * at) for at, (_, end) in enumerate(ordered)]
