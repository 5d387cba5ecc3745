"""The board: boxes and the gaps that long arrows need, as slots of ranks and lanes.

The board knows no page.  *Along* it runs from rank to rank, from causes to effects;
*across* it lie the boxes of one rank.  An engine says which of them is x.  An arrow that
skips a rank gets a *dummy* slot there, so that its line has a place of its own and never
runs through a box.  Slots are numbered in order of id: nothing after this module can see
in what order the authors wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.grid.lanes import stacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.diagrams.chart import Arrow, Box, Chart

__all__ = ["Board", "Chain", "board_of"]


@dataclass(frozen=True, slots=True)
class Chain:
    """An arrow between ranks, as slots from lower to higher ranks.

    Attributes:
        arrow: the arrow.
        slots: its first box, its dummies, its last box.
        backward: whether it leads from a higher rank to a lower one.
    """

    arrow: Arrow
    slots: tuple[int, ...]
    backward: bool


@dataclass(frozen=True, slots=True)
class Board:
    """What has to be ordered and placed.

    Attributes:
        boxes: in order of id; a box's index is its slot.
        ranks: how many there are.
        lanes: how many there are, one when none are drawn.
        stack: the place of each of the chart's lanes, counted across.
        rank: of each slot.
        lane: of each slot, by its place; a dummy's is where its line would pass.
        area: of each box: the place of its lane, also where no lanes are drawn.
        ports: of each box: the arrow ends on its fuller side.
        before: each slot's neighbours one rank lower.
        after: each slot's neighbours one rank higher.
        tied: for each slot the other ends of its brackets.
        chains: arrows between ranks.
        brackets: arrows inside a rank: arrow, slot of the cause, slot of the effect.
        size: of each slot across its rank.
        depth: of each box along the arrows.
    """

    boxes: tuple[Box, ...]
    ranks: int
    lanes: int
    stack: tuple[int, ...]
    rank: tuple[int, ...]
    lane: tuple[int, ...]
    area: tuple[int, ...]
    ports: tuple[int, ...]
    before: tuple[tuple[int, ...], ...]
    after: tuple[tuple[int, ...], ...]
    tied: tuple[tuple[int, ...], ...]
    chains: tuple[Chain, ...]
    brackets: tuple[tuple[Arrow, int, int], ...]
    size: tuple[float, ...] = ()
    depth: tuple[float, ...] = ()

    def is_box(self, slot: int) -> bool:
        """Tell boxes from dummies."""
        return slot < len(self.boxes)

    def sized(self, sizes: Sequence[float], depths: Sequence[float]) -> Board:
        """Give every box its size across and its depth along; lines pass through dummies."""
        dummies = [palette.DUMMY] * (len(self.rank) - len(self.boxes))
        return replace(self, size=(*sizes, *dummies), depth=tuple(depths))


def board_of(chart: Chart, ranks: Mapping[str, int] | None = None, count: int = 0) -> Board:
    """Number a chart's boxes and cut its arrows into steps of one rank.

    Args:
        chart: what is shown.
        ranks: the rank of each box; else its column, and lanes are drawn.
        count: how many ranks there are, where they are given.
    """
    boxes = tuple(sorted(chart.boxes, key=lambda box: (box.id.casefold(), box.id)))
    stack = stacked(chart)
    lanes = len(chart.lanes) if ranks is None else 0
    rank = [box.column if ranks is None else ranks[box.id] for box in boxes]
    lane = [stack[box.lane] if lanes else 0 for box in boxes]
    chains, brackets = _cut(chart, boxes, rank, lane)
    before, after = _neighbours(len(rank), chains)
    return Board(
        boxes=boxes,
        ranks=len(chart.columns) if ranks is None else count,
        lanes=max(1, lanes),
        stack=stack,
        rank=tuple(rank),
        lane=tuple(lane),
        area=tuple(stack[box.lane] for box in boxes),
        ports=tuple(_ports(boxes, before, after, brackets)),
        before=before,
        after=after,
        tied=_tied(len(rank), brackets),
        chains=tuple(chains),
        brackets=tuple(brackets),
    )


def _cut(
    chart: Chart, boxes: Sequence[Box], rank: list[int], lane: list[int]
) -> tuple[list[Chain], list[tuple[Arrow, int, int]]]:
    """Cut arrows into chains and brackets, and add a slot for every dummy."""
    number = {box.id: slot for slot, box in enumerate(boxes)}
    arrows = sorted(
        chart.arrows, key=lambda arrow: (number[arrow.cause], number[arrow.effect], arrow.key)
    )
    chains: list[Chain] = []
    brackets: list[tuple[Arrow, int, int]] = []
    for arrow in arrows:
        cause, effect = number[arrow.cause], number[arrow.effect]
        if rank[cause] == rank[effect]:
            brackets.append((arrow, cause, effect))
        else:
            chains.append(_chain(arrow, cause, effect, rank, lane))
    return chains, brackets


def _chain(arrow: Arrow, cause: int, effect: int, rank: list[int], lane: list[int]) -> Chain:
    backward = rank[cause] > rank[effect]
    low, high = (effect, cause) if backward else (cause, effect)
    span = rank[high] - rank[low]
    slots = [low]
    for step in range(1, span):
        slots.append(len(rank))
        rank.append(rank[low] + step)
        lane.append(round(lane[low] + (lane[high] - lane[low]) * step / span))
    return Chain(arrow, (*slots, high), backward)


def _neighbours(
    count: int, chains: Sequence[Chain]
) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for chain in chains:
        for low, high in pairwise(chain.slots):
            after[low].append(high)
            before[high].append(low)
    return tuple(map(tuple, before)), tuple(map(tuple, after))


def _tied(count: int, brackets: Sequence[tuple[Arrow, int, int]]) -> tuple[tuple[int, ...], ...]:
    tied: list[list[int]] = [[] for _ in range(count)]
    for _, cause, effect in brackets:
        if cause != effect:
            tied[cause].append(effect)
            tied[effect].append(cause)
    return tuple(map(tuple, tied))


def _ports(
    boxes: Sequence[Box],
    before: Sequence[Sequence[int]],
    after: Sequence[Sequence[int]],
    brackets: Sequence[tuple[Arrow, int, int]],
) -> list[int]:
    """Count the arrow ends on the fuller side of each box."""
    leaving = [len(after[slot]) for slot in range(len(boxes))]
    for _, cause, effect in brackets:
        leaving[cause] += 1
        leaving[effect] += 1
    return [max(here, len(before[slot])) for slot, here in enumerate(leaving)]
