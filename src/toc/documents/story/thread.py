"""The thread of a goal's story: which steps are told, in which order, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from toc.graph import TheoryGraph

__all__ = ["Thread", "thread"]

_MOST = 9
"""So many steps fit on a page; the first chain is told whole, however long it is."""

_STARTS = ("needs", "assets")


@dataclass(frozen=True, slots=True)
class Thread:
    """What is told of one goal.

    Attributes:
        goal: its id.
        starts: the needs and strengths from which the steps begin.
        steps: what is told, causes before effects; the goal is the last.
        measures: further measures that lead to the goal.
        left: how many steps beside those lead to it and are not told.
    """

    goal: str
    starts: tuple[str, ...]
    steps: tuple[str, ...]
    measures: tuple[str, ...]
    left: int


def thread(graph: TheoryGraph, goal: str, told: Collection[str] = ()) -> Thread:
    """Choose what is told of a goal.

    From each need that leads to the goal a shortest chain is told, by the first of its
    measures; then the chains of its other measures, while there is room.  Where no need
    leads to it the chains begin at measures, and where there is none, at whatever stands
    first.  A chain begins anew at what another goal's story has told.

    Args:
        graph: the strategy's graph.
        goal: the id of the goal.
        told: what was told of other goals before.

    Returns:
        Each step once, whatever the shape of the graph.  Cost: arrows times measures.
    """
    leading = graph.leading_to([goal])
    starts = [node for node in graph.within(*_STARTS) if node in leading]
    found = _chosen(_chains(graph, goal, starts, leading), told)
    steps = _in_order(graph, goal, found)
    shown = {*starts, *steps, *told, *graph.within("factors")}
    rest = [node for node in graph.nodes if node in leading and node not in shown]
    measures = tuple(node for node in rest if graph.section_of(node) == "activities")
    begun = tuple(one for one in starts if not {*graph.effects_of(one)}.isdisjoint(steps))
    return Thread(goal, begun, steps, measures, len(rest) - len(measures))


def _chosen(chains: Iterable[Sequence[str]], told: Collection[str]) -> dict[str, None]:
    """Take the chains for which there is room, each from where another story has left it."""
    found: dict[str, None] = {}
    for chain in chains:
        known = max((at for at, node in enumerate(chain) if node in told), default=0)
        more = [node for node in chain[known:] if node not in found]
        if not found or len(found) + len(more) <= _MOST:
            found |= dict.fromkeys(more)
    return found


def _chains(
    graph: TheoryGraph, goal: str, starts: Sequence[str], leading: Collection[str]
) -> Iterator[Sequence[str]]:
    """Go through the chains that may be told: one of each need first, then the others."""
    for node in dict.fromkeys(_beginnings(graph, starts, leading)):
        chain = graph.chain(node, goal)
        if chain is not None:
            yield chain
    yield (goal,)


def _beginnings(
    graph: TheoryGraph, starts: Sequence[str], leading: Collection[str]
) -> Iterable[str]:
    """Give the nodes with which chains begin, in the order in which they are told."""
    rows = [[node for node in graph.effects_of(one) if node in leading] for one in starts]
    firsts = [node for row in rows for node in row[:1]]
    if firsts:
        return [*firsts, *(node for row in rows for node in row[1:])]
    measures = [node for node in graph.within("activities") if node in leading]
    return measures or [
        node for node in graph.nodes if node in leading and graph.beginnings[node] == node
    ]


def _in_order(graph: TheoryGraph, goal: str, found: Collection[str]) -> tuple[str, ...]:
    """Put causes before effects, and what is one chain together; the goal is the last."""
    place = {node: at for at, node in enumerate(found)}
    order: dict[str, None] = {}
    waiting = [(goal, iter(_causes(graph, goal, place)))]
    entered = {goal}
    while waiting:
        node, causes = waiting[-1]
        cause = next((one for one in causes if one not in entered), None)
        if cause is None:
            order[node] = None
            waiting.pop()
        else:
            entered.add(cause)
            waiting.append((cause, iter(_causes(graph, cause, place))))
    return tuple(order)


def _causes(graph: TheoryGraph, node: str, place: Mapping[str, int]) -> list[str]:
    arrows = graph.arrows_into(node)
    helping = {arrow.cause for arrow in arrows if arrow.cause in place and not arrow.hinders}
    return sorted(helping, key=place.__getitem__)
