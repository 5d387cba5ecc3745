"""A board for Graphviz: it orders the slots of each column and finds their heights.

Ranks are given by the columns and long arrows are already cut into steps, so that dot
does what it is best at, few crossings and straight lines, and nothing else: it draws no
lines, knows no feedback as a rank, and reads no word of an author.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.dots.program import told
from toc.diagrams.grid.placing import pooled
from toc.errors import OutputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.diagrams.grid import Board

__all__ = ["Hint", "placed"]

_INCH = 72.0
_LINES_APART = palette.PORT_STEP - palette.DUMMY
_COLLAR = palette.BOX_GAP - _LINES_APART
"""Boxes are told to be this much higher, so that lines may lie closer together than boxes."""

_STRAIGHT = (1, 2, 8)
_RAIL = 50
_HEAVY = 2
_MANY = 800
"""From so many slots on, dot may not sweep longer than it does by itself."""


@dataclass(frozen=True, slots=True)
class Hint:
    """From where dot begins: it sweeps only so long, and ends elsewhere from elsewhere.

    Attributes:
        held: whether boxes of one area are kept together, for some crossings more.
        by_area: whether it hears of the boxes area by area, or in order of id.
        upward: whether it hears of the last one first.
    """

    held: bool = False
    by_area: bool = True
    upward: bool = False


def placed(board: Board, hint: Hint) -> list[float]:
    """Let Graphviz find the height of every slot's middle.

    Args:
        board: what is placed, in a single lane.
        hint: from where it begins.

    Raises:
        MissingExtraError: the program `dot` is not on this machine.
        OutputError: the program gave up on the picture, or took too long.
    """
    text = "\n".join(_graph(board, hint))
    middle = dict(_read(told(text)))
    if set(middle) != set(range(len(board.rank))):
        raise OutputError(
            Message("Graphviz cannot place this picture: draw it without --engine dot")
        )
    return _apart(board, middle)


def _graph(board: Board, hint: Hint) -> Iterator[str]:
    """Write the board as DOT; a slot is named by its number."""
    yield "digraph {"
    patience = 4 if len(board.rank) < _MANY else 1
    yield f"rankdir=LR; splines=false; mclimit={patience}; nodesep={_LINES_APART / _INCH:.4f}"
    yield 'node [shape=box label="" fixedsize=true width=1 height=0.01]'
    order = _order(board, hint)
    yield from (f"n{slot} [height={_height(board, slot) / _INCH:.4f}]" for slot in order)
    yield from _steps(board)
    areas = sorted(set(board.area)) if hint.held else []
    yield from _rails(board, areas)
    for column in range(board.ranks):
        slots = [f"n{slot}" for slot in order if board.rank[slot] == column]
        rails = [f"a{area}_{column}" for area in areas]
        yield f"{{rank=same; {'; '.join([f'c{column}', *slots, *rails])}}}"
    yield from (f"c{column} -> c{column + 1}" for column in range(board.ranks - 1))
    yield "}"


def _order(board: Board, hint: Hint) -> Sequence[int]:
    """Give the order in which dot hears of the slots; of dummies it hears last."""
    boxes = len(board.boxes)
    area = [*(board.area if hint.by_area else [0] * boxes), *[boxes] * (len(board.rank) - boxes)]

    def rank(slot: int) -> tuple[int, int, int]:
        return (board.rank[slot], area[slot], slot)

    return sorted(range(len(board.rank)), key=rank, reverse=hint.upward)


def _height(board: Board, slot: int) -> float:
    return board.size[slot] + (_COLLAR if board.is_box(slot) else 0.0)


def _steps(board: Board) -> Iterator[str]:
    """Write arrows from left to right, feedback without a pull, brackets without a rank.

    A step stands twice: a crossing of two arrows is worse than one with a rail.
    """
    for chain in board.chains:
        for left, right in pairwise(chain.slots):
            dummies = (not board.is_box(left)) + (not board.is_box(right))
            pull = 0 if chain.arrow.feedback else _STRAIGHT[dummies]
            yield from [f"n{left} -> n{right} [weight={pull}]"] * _HEAVY
    for _, cause, effect in board.brackets:
        if cause != effect:
            yield f"n{cause} -> n{effect} [constraint=false]"


def _rails(board: Board, areas: Sequence[int]) -> Iterator[str]:
    """Lay a level rail for each area through all columns, and tie its boxes to it.

    Clusters would hold them too, but in dot a box is in one cluster or in one rank.
    """
    for area in areas:
        rail = [f"a{area}_{column}" for column in range(board.ranks)]
        yield f"{' -> '.join(rail)} [weight={_RAIL}]"
    for slot, (area, column) in enumerate(zip(board.area, board.rank, strict=False)):
        if areas and column:
            yield f"a{area}_{column - 1} -> n{slot}"
        if areas and column + 1 < board.ranks:
            yield f"n{slot} -> a{area}_{column + 1}"


def _apart(board: Board, middle: Mapping[int, float]) -> list[float]:
    """Keep every gap whole: dot reckons in whole points, and tells five digits."""
    heights = [0.0] * len(middle)
    for column in range(board.ranks):
        mine = [slot for slot in middle if board.rank[slot] == column]
        slots = sorted(mine, key=lambda slot: (middle[slot], slot))
        offsets = _offsets(board, slots)
        wishes = [middle[slot] - offset for slot, offset in zip(slots, offsets, strict=True)]
        levels = pooled(wishes, [1.0] * len(wishes))
        for slot, level, offset in zip(slots, levels, offsets, strict=True):
            heights[slot] = level + offset
    return heights


def _offsets(board: Board, slots: Sequence[int]) -> list[float]:
    """Give the least distance of each middle from the first one's."""
    offsets = [0.0] * len(slots[:1])
    for upper, lower in pairwise(slots):
        apart = (_height(board, upper) + _height(board, lower)) / 2 + _LINES_APART
        offsets.append(offsets[-1] + apart)
    return offsets


def _read(plain: str) -> Iterator[tuple[int, float]]:
    """Read the slots' heights; there y grows upwards, here it grows downwards."""
    for line in plain.splitlines():
        kind, name, *numbers = [*line.split(), ""][:5]
        if kind == "node" and name.startswith("n"):
            height = -float(numbers[1]) * _INCH
            if isfinite(height):
                yield int(name[1:]), height
