"""The thread of a goal's story: which steps are told, in which order, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from toc.graph import TheoryGraph

__all__ = ["Thread", "nearest_goals", "thread"]

_MOST = 7
"""So many steps fit on a page; one chain of each need is told, however long they are."""


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


def thread(
    graph: TheoryGraph, goal: str, starts: Sequence[str], told: Collection[str] = ()
) -> Thread:
    """Choose what is told of a goal.

    From each need a shortest chain is told, by the first of its measures; then the chains
    of its other measures and of strengths, while there is room.  Where a goal has neither,
    the chains begin at measures, and where there is none, at whatever stands first.  A
    chain begins anew at what another goal's story has told.

    Args:
        graph: the strategy's graph.
        goal: the id of the goal.
        starts: the needs and strengths whose story is told with this goal.
        told: what was told of other goals before.

    Returns:
        Each step once, whatever the shape of the graph.  Cost: arrows times measures.
    """
    leading = graph.leading_to([goal])
    found = _chosen(*_beginnings(graph, starts, leading), graph, goal, told)
    steps = _in_order(graph, goal, found)
    shown = {*steps, *told, *graph.within("factors", "needs", "assets")}
    rest = [node for node in graph.nodes if node in leading and node not in shown]
    measures = tuple(node for node in rest if graph.section_of(node) == "activities")
    return Thread(goal, tuple(starts), steps, measures, len(rest) - len(measures))


def nearest_goals(graph: TheoryGraph) -> Mapping[str, tuple[str, ...]]:
    """Give each goal the needs and strengths whose story is told with it.

    Each is told with the goal to which its way is shortest; of equally near goals with that
    of its own policy area, and else with the first.  A goal that is nobody's nearest tells
    of all that lead to it.
    """
    starts = graph.within("needs", "assets")
    leading: dict[str, list[str]] = {goal: [] for goal in graph.within("goals")}
    nearest: dict[str, list[str]] = {goal: [] for goal in leading}
    for start in starts:
        ways: dict[str, tuple[int, bool]] = {}
        for goal, led in leading.items():
            chain = graph.chain(start, goal)
            if chain is not None:
                led.append(start)
                ways[goal] = len(chain), not _same_area(graph, start, goal)
        if ways:
            nearest[min(ways, key=ways.__getitem__)].append(start)
    return {goal: tuple(nearest[goal] or leading[goal]) for goal in leading}


def _same_area(graph: TheoryGraph, one: str, other: str) -> bool:
    first, second = (graph.entry(node).area or "" for node in (one, other))
    return first.lower() == second.lower()


def _beginnings(
    graph: TheoryGraph, starts: Sequence[str], leading: Collection[str]
) -> tuple[list[str], list[str]]:
    """Give the nodes with which chains begin: those that must be told, and those that may.

    The first measure of each need must be; where there is no need, that of each strength.
    """
    needs = [one for one in starts if graph.section_of(one) == "needs"] or starts
    ordered = (*needs, *(one for one in starts if one not in needs))
    rows = [[node for node in graph.effects_of(one) if node in leading] for one in ordered]
    firsts = [node for row in rows[: len(needs)] for node in row[:1]]
    if firsts:
        return firsts, [node for row in rows for node in row]
    measures = [node for node in graph.within("activities") if node in leading] or [
        node for node in graph.nodes if node in leading and graph.beginnings[node] == node
    ]
    return measures[:1], measures[1:]


def _chosen(
    must: Sequence[str], may: Sequence[str], graph: TheoryGraph, goal: str, told: Collection[str]
) -> dict[str, None]:
    """Take the chains that must be told, and the others as long as there is room."""
    found: dict[str, None] = {}
    for node in dict.fromkeys((*must, *may)):
        chain = graph.chain(node, goal) or (goal,)
        known = max((at for at, one in enumerate(chain) if one in told), default=0)
        more = [one for one in chain[known:] if one not in found]
        if node in must or len(found) + len(more) <= _MOST:
            found |= dict.fromkeys(more)
    return found


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
