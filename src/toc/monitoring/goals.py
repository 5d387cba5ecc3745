"""How what leads to a goal is going: all of it, and never an average."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from toc.analysis.logic import Logic
from toc.analysis.single_points import single_points
from toc.analysis.things import thing_of
from toc.monitoring.measured import by_node, worst
from toc.monitoring.progress import Progress
from toc.monitoring.telling import STANDINGS, Account, Standing
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from toc.analysis.things import Thing
    from toc.graph import TheoryGraph
    from toc.words import Sayable

__all__ = ["GoalStatus", "counted", "goal_statuses"]


@dataclass(frozen=True, slots=True)
class GoalStatus(Account):
    """How what leads to a goal is going.

    Attributes:
        goal: the goal.
        count: how many indicators of the goal and of what leads to it stand how, best first.
        known: of how many it is known.
        all: how many there are.
        unmeasured: how many results on the way have no indicator at all.
        worst: the worst that is known; of what the goal falls with, where any of that is not
            on track.
        is_critical: whether the goal falls with what that one measures.
        names: the ids of the indicators.
    """

    goal: Thing
    count: Mapping[Standing, int]
    known: int
    all: int
    unmeasured: int
    worst: Progress | None = field(repr=False)
    is_critical: bool
    names: tuple[str, ...]
    assumed: tuple[Message, ...] = field(default=(), repr=False)

    @property
    def told(self) -> Sayable:
        """How many stand how, of how many that is known, and the worst."""
        values: dict[str, object] = {"goal": self.goal.title}
        if not self.all:
            return Message("Nothing that leads to “{goal}” is measured.", values)
        values |= {"known": self.known, "all": self.all, "count": counted(self.count)}
        told = Message(
            "Of the indicators on the way to “{goal}”, {known} of {all} have data that count: "
            "{count}.",
            values,
        )
        parts: list[Sayable] = [told]
        if self.worst is not None and not _is_well(self.worst):
            parts.append(self._worst())
        return Chain(tuple(parts), " ")

    def _worst(self) -> Message:
        assert self.worst is not None
        values = {"indicator": self.worst.indicator.title, "word": self.worst.word}
        if self.is_critical:
            return Message("The goal falls with “{indicator}”, which is {word}.", values)
        return Message("The worst is “{indicator}”: {word}.", values)


def counted(count: Mapping[Standing, int]) -> Sayable:
    """Say how many stand how, best first."""
    parts = [
        Message("{number} {word}", {"number": number, "word": STANDINGS[standing]})
        for standing, number in count.items()
    ]
    return Chain(tuple(parts), ", ")


def goal_statuses(
    graph: TheoryGraph, found: Sequence[Progress], goals: Collection[str] = ()
) -> tuple[GoalStatus, ...]:
    """Say how what leads to each goal is going.

    What counts are the indicators of the goal and of everything that helps to bring it
    about.  They are never averaged, and what is not known is never a nought or a success.
    An indicator is critical where the goal falls with a thing that it measures.

    Args:
        graph: the theory of change.
        found: how its indicators stand.
        goals: ids of the goals that are asked about; all of them when empty.

    Raises:
        UnknownNameError: when there is no such goal.
    """
    logic = Logic.of(graph)
    nodes = by_node(graph, found)
    names = [logic.goal(name) for name in goals] or list(graph.within("goals"))
    return tuple(_status(graph, logic, nodes, goal) for goal in names)


def _status(
    graph: TheoryGraph, logic: Logic, nodes: Mapping[str, Sequence[Progress]], goal: str
) -> GoalStatus:
    way = graph.leading_to([goal])
    measured = {one.indicator.name: one for node in nodes if node in way for one in nodes[node]}
    some = [measured[name] for name in sorted(measured)]
    critical = [one for one in some if _measures(nodes, one, _deadly(logic, goal))]
    fallen = worst(one for one in critical if not _is_well(one))
    results = [node for node in graph.within("outputs", "outcomes", "goals") if node in way]
    count = Counter(one.standing for one in some)
    return GoalStatus(
        thing_of(graph.strategy, goal),
        {standing: count[standing] for standing in get_args(Standing) if count[standing]},
        sum(one.is_known for one in some),
        len(some),
        sum(node not in nodes for node in results),
        worst(some) if fallen is None else fallen,
        fallen is not None,
        tuple(sorted(measured)),
    )


def _is_well(one: Progress) -> bool:
    return one.standing in ("achieved", "on-track")


def _deadly(logic: Logic, goal: str) -> frozenset[str]:
    """Give what the goal falls with for certain, itself included."""
    return frozenset({goal, *(one.name for one in single_points(logic, goal).certain)})


def _measures(
    nodes: Mapping[str, Sequence[Progress]], one: Progress, names: Collection[str]
) -> bool:
    return any(one in some for node, some in nodes.items() if node in names)
