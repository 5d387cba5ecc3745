"""Which goals are within reach, and what leads nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.arrows import backwards, helping, reached, title
from toc.analysis.plain import plain
from toc.graph import TheoryGraph
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.analysis.arrows import Effects
    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["GoalReach", "Reach", "reach"]


@dataclass(frozen=True, slots=True)
class GoalReach:
    """What leads to one goal.

    Attributes:
        goal: its id.
        activities: the activities with a chain of helping arrows to it, in order of id.
    """

    goal: str
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """What is connected to what.

    Attributes:
        goals: each goal with the activities that lead to it.
        unreached: the goals that no activity leads to.
        idle: the activities that lead to no goal.
        orphans: the nodes that no arrow touches.
        dead_ends: what is delivered or changes, helps nothing further, is no goal, and
            is not said to be terminal.
        titles: the titles of the goals.
        assumed: what was taken to be so.
    """

    goals: tuple[GoalReach, ...]
    unreached: tuple[str, ...]
    idle: tuple[str, ...]
    orphans: tuple[str, ...]
    dead_ends: tuple[str, ...]
    titles: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting."""
        if not self.goals:
            return Message("The strategy names no goal.").say(language)
        if not self.unreached:
            return Message("Every goal is reached from some activity.").say(language)
        quoted = [Message("“{node}”", {"node": self.titles[one]}) for one in self.unreached]
        return Message(
            "{count} goal is reached from no activity: {goals}.",
            {"count": len(quoted), "goals": quoted},
            plural="{count} goals are reached from no activity: {goals}.",
        ).say(language)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def reach(strategy: Strategy) -> Reach:
    """Say for each goal from which activities a chain of helping arrows leads to it.

    Method: breadth-first search from each goal against the arrows.
    Cost: linear in nodes and arrows, for each goal.

    Args:
        strategy: the strategy.

    >>> from toc.model import Strategy
    >>> desk = Strategy(activities={"desk": "A desk", "fair": "A fair"}, goals={"equal": "Access"},
    ...                 links={"desk -> equal": "It helps"})
    >>> reach(desk).idle
    ('fair',)
    """
    graph = TheoryGraph(strategy)
    effects = helping(graph)
    goals = tuple(_goals(graph, effects))
    used = {activity for one in goals for activity in one.activities}
    touched = {end for arrow in graph.arrows for end in arrow.ends}
    return Reach(
        goals,
        tuple(one.goal for one in goals if not one.activities),
        tuple(one for one in sorted(graph.within("activities")) if one not in used),
        tuple(node for node in effects if node not in touched),
        tuple(node for node in effects if _ends(graph, node, effects)),
        {one.goal: title(strategy, one.goal) for one in goals},
        (Message("arrows that hinder, and arrows that feed back, lead to nothing"),),
    )


def _goals(graph: TheoryGraph, effects: Effects) -> Iterator[GoalReach]:
    causes = backwards(effects)
    for goal in sorted(graph.within("goals")):
        before = reached([goal], causes)
        found = (one for one in graph.within("activities") if one in before)
        yield GoalReach(goal, tuple(sorted(found)))


def _ends(graph: TheoryGraph, node: str, effects: Effects) -> bool:
    is_result = graph.section_of(node) in ("outputs", "outcomes")
    return is_result and not effects[node] and not getattr(graph.entry(node), "terminal", None)
