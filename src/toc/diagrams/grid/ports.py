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
"""A slot, the key of an arrow, and which of its ends: "low", "high", "cause", "effect"."""

_Place: TypeAlias = tuple[int, float, int, str]


def ports_of(board: Board, middle: Sequence[float]) -> Mapping[End, float]:
    """Give the place across of every arrow's end.

    Args:
        board: what was placed.
        middle: of each slot.

    Returns:
        For arrows between ranks the ends "low" and "high", on the facing sides of their
        boxes; for arrows inside a rank "cause" and "effect", both on the side after it.
    """
    sides: dict[tuple[int, str], list[tuple[_Place, End]]] = defaultdict(list)
    for chain in board.chains:
        first, last, key = chain.slots[0], chain.slots[-1], chain.arrow.key
        near = (0, middle[chain.slots[1]], chain.slots[-1], key)
        sides[first, "after"].append((near, (first, key, "low")))
        near = (0, middle[chain.slots[-2]], chain.slots[0], key)
        sides[last, "before"].append((near, (last, key, "high")))
    for arrow, cause, effect in board.brackets:
        for slot, other, end in ((cause, effect, "cause"), (effect, cause, "effect")):
            place = _bracket_place(middle, slot, other, end)
            sides[slot, "after"].append(((*place, other, arrow.key), (slot, arrow.key, end)))
    return {
        end: port
        for (slot, _), ends in sides.items()
        for end, port in _spread(ends, middle[slot], board.size[slot])
    }


def _bracket_place(middle: Sequence[float], slot: int, other: int, end: str) -> tuple[int, float]:
    """Put brackets that lead back before all lines, those that lead on beyond them, nested.

    Of those that lead on the furthest leaves first; a loop goes from before to beyond.
    """
    if slot == other:
        return (1, float("inf")) if end == "effect" else (-1, float("-inf"))
    direction = 1 if middle[other] > middle[slot] else -1
    return direction, -middle[other]


def _spread(
    ends: Sequence[tuple[_Place, End]], middle: float, size: float
) -> list[tuple[End, float]]:
    ordered = sorted(ends)
    step = min(palette.PORT_STEP, (size - 8) / max(1, len(ordered) - 1))
    first = middle - step * (len(ordered) - 1) / 2
    return [(end, first + step * at) for at, (_, end) in enumerate(ordered)]
