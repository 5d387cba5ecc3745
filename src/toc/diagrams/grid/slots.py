"""The board: boxes and the gaps that long arrows need, as slots of columns and lanes.

An arrow that skips a column gets a *dummy* slot there, so that its line has a place of
its own and never runs through a box.  Slots are numbered in order of id: nothing after
this module can see in what order the authors wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from toc.diagrams import labels, palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.chart import Arrow, Box, Chart

__all__ = ["Board", "Chain", "board_of", "sized"]


@dataclass(frozen=True, slots=True)
class Chain:
    """An arrow between columns, as slots from left to right.

    Attributes:
        arrow: the arrow.
        slots: its left box, its dummies, its right box.
        backward: whether it leads from right to left.
    """

    arrow: Arrow
    slots: tuple[int, ...]
    backward: bool


@dataclass(frozen=True, slots=True)
class Board:
    """What has to be ordered and placed.

    Attributes:
        boxes: in order of id; a box's index is its slot.
        columns: how many there are.
        lanes: how many there are.
        column: of each slot.
        lane: of each slot.
        area: of each box: its lane, also where no lanes are drawn.
        ports: of each box: the arrow ends on its fuller side.
        width: of every box.
        height: of each slot.
        before: each slot's neighbours one column to the left.
        after: each slot's neighbours one column to the right.
        chains: arrows between columns.
        brackets: arrows inside a column: arrow, slot of the cause, slot of the effect.
    """

    boxes: tuple[Box, ...]
    columns: int
    lanes: int
    column: tuple[int, ...]
    lane: tuple[int, ...]
    area: tuple[int, ...]
    ports: tuple[int, ...]
    width: float
    height: tuple[float, ...]
    before: tuple[tuple[int, ...], ...]
    after: tuple[tuple[int, ...], ...]
    chains: tuple[Chain, ...]
    brackets: tuple[tuple[Arrow, int, int], ...]

    def is_box(self, slot: int) -> bool:
        """Tell boxes from dummies."""
        return slot < len(self.boxes)


def board_of(chart: Chart) -> Board:
    """Number a chart's boxes and cut its arrows into steps of one column."""
    boxes = tuple(sorted(chart.boxes, key=lambda box: (box.id.casefold(), box.id)))
    number = {box.id: slot for slot, box in enumerate(boxes)}
    column = [box.column for box in boxes]
    lane = [box.lane if chart.lanes else 0 for box in boxes]
    arrows = sorted(
        chart.arrows, key=lambda arrow: (number[arrow.cause], number[arrow.effect], arrow.key)
    )
    chains: list[Chain] = []
    brackets: list[tuple[Arrow, int, int]] = []
    for arrow in arrows:
        cause, effect = number[arrow.cause], number[arrow.effect]
        if column[cause] == column[effect]:
            brackets.append((arrow, cause, effect))
        else:
            chains.append(_chain(arrow, cause, effect, column, lane))
    before, after = _neighbours(len(column), chains)
    board = Board(
        boxes=boxes,
        columns=len(chart.columns),
        lanes=max(1, len(chart.lanes)),
        column=tuple(column),
        lane=tuple(lane),
        area=tuple(box.lane for box in boxes),
        ports=tuple(_ports(boxes, before, after, brackets)),
        width=palette.BOX_WIDTH,
        height=(),
        before=before,
        after=after,
        chains=tuple(chains),
        brackets=tuple(brackets),
    )
    return sized(board, palette.BOX_WIDTH)


def sized(board: Board, width: float) -> Board:
    """Give all boxes a width, and the heights that follow from it."""
    heights = [
        labels.height(box, width, ports)
        for box, ports in zip(board.boxes, board.ports, strict=True)
    ]
    heights += [palette.DUMMY_HEIGHT] * (len(board.column) - len(board.boxes))
    return replace(board, width=width, height=tuple(heights))


def _chain(arrow: Arrow, cause: int, effect: int, column: list[int], lane: list[int]) -> Chain:
    backward = column[cause] > column[effect]
    left, right = (effect, cause) if backward else (cause, effect)
    span = column[right] - column[left]
    slots = [left]
    for step in range(1, span):
        slots.append(len(column))
        column.append(column[left] + step)
        lane.append(round(lane[left] + (lane[right] - lane[left]) * step / span))
    return Chain(arrow, (*slots, right), backward)


def _neighbours(
    count: int, chains: Sequence[Chain]
) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for chain in chains:
        for left, right in pairwise(chain.slots):
            after[left].append(right)
            before[right].append(left)
    return tuple(map(tuple, before)), tuple(map(tuple, after))


def _ports(
    boxes: Sequence[Box],
    before: Sequence[Sequence[int]],
    after: Sequence[Sequence[int]],
    brackets: Sequence[tuple[Arrow, int, int]],
) -> list[int]:
    """Count the arrow ends on the fuller side of each box."""
    right = [len(after[slot]) for slot in range(len(boxes))]
    for _, cause, effect in brackets:
        right[cause] += 1
        right[effect] += 1
    return [max(here, len(before[slot])) for slot, here in enumerate(right)]
