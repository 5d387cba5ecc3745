"""What a pilot's result changes for the goals: what is open, how strong, how likely."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from toc.graph import TheoryGraph
from toc.pilots.coverage import coverage
from toc.pilots.measures import MEASURES, NAMES
from toc.pilots.named import Named, named_node
from toc.pilots.result import Result
from toc.words import Chain, Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.model import Strategy
    from toc.pilots.results import Proposal

__all__ = ["Effect", "Measure", "effects", "updated"]

Measure: TypeAlias = Callable[[TheoryGraph], Mapping[str, Sayable]]
"""Something that is said of each goal of a strategy, such as the strength of its best way."""


@dataclass(frozen=True, slots=True)
class Effect(Result):
    """What the proposals would change for the goals.

    Attributes:
        goal: the goal.
        open_before: the open assumptions on the ways to it, before.
        open_after: likewise, after.
        measures: by name, what is said of the goal before and after.
    """

    goal: Named
    open_before: tuple[Named, ...]
    open_after: tuple[Named, ...]
    measures: Mapping[str, tuple[Sayable, Sayable]]

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        values: dict[str, object] = {
            "goal": self.goal,
            "count": len(self.open_before),
            "after": len(self.open_after),
            "measures": Chain(
                tuple(_measured(name, *both) for name, both in self.measures.items()), "; "
            ),
        }
        said = Message(
            "{goal}: {count} open assumption before, {after} after",
            values,
            plural="{goal}: {count} open assumptions before, {after} after",
        )
        if self.measures:
            said = Message("{said}; {measures}", {"said": said, **values})
        return said

    def plain(self) -> dict[str, object]:
        """Give it as plain data; what is measured is said in English."""
        return {
            "goal": self.goal.name,
            "open_before": [one.name for one in self.open_before],
            "open_after": [one.name for one in self.open_after],
            "measures": {
                name: [before.say("en"), later.say("en")]
                for name, (before, later) in self.measures.items()
            },
        }


def _measured(name: str, before: Sayable, later: Sayable) -> Message:
    values = {"name": NAMES.get(name, name), "before": before, "after": later}
    if before == later:
        return Message("{name}: {after}, as before", values)
    return Message("{name}: {before}, then {after}", values)


def updated(strategy: Strategy, proposals: Sequence[Proposal]) -> Strategy:
    """Give the strategy as it would be if the proposals were accepted."""
    status = {one.target.name: one.proposed for one in proposals if one.field == "status"}
    evidence = {one.target.name: one.proposed for one in proposals if one.field == "evidence"}
    keys = {arrow.key: evidence[arrow.name] for arrow in strategy.arrows if arrow.name in evidence}
    kept = {name: getattr(strategy, name) for name in type(strategy).model_fields}
    # Built anew, so that nothing that was computed of the old one is kept.
    return type(strategy).model_construct(
        **kept
        | {
            "assumptions": {
                name: entry.model_copy(update={"status": status.get(name, entry.status)})
                for name, entry in strategy.assumptions.items()
            },
            "links": {
                key: link.model_copy(update={"evidence": keys.get(key, link.evidence)})
                for key, link in strategy.links.items()
            },
        }
    )


def effects(
    graph: TheoryGraph,
    proposals: Sequence[Proposal],
    *,
    measures: Mapping[str, Measure] = MEASURES,
) -> tuple[Effect, ...]:
    """Say of each goal what the proposals would change: what is open, and what is measured.

    Args:
        graph: the strategy as it is.
        proposals: what is to be updated.
        measures: by name, what else is said of each goal before and after; without it, how
            well its best way is supported, and in words how likely it is.
    """
    later = TheoryGraph(updated(graph.strategy, proposals))
    told = {name: (measure(graph), measure(later)) for name, measure in measures.items()}
    before, after_it = _open_by_goal(graph), _open_by_goal(later)
    return tuple(
        Effect(
            named_node(graph, goal),
            before.get(goal, ()),
            after_it.get(goal, ()),
            MappingProxyType(
                {
                    name: (first[goal], then[goal])
                    for name, (first, then) in told.items()
                    if goal in first and goal in then
                }
            ),
        )
        for goal in sorted(graph.within("goals"))
    )


def _open_by_goal(graph: TheoryGraph) -> Mapping[str, tuple[Named, ...]]:
    targets = coverage(graph).targets
    return {
        goal: tuple(
            one.thing
            for one in targets
            if one.kind == "assumption" and one.is_open and goal in one.goals
        )
        for goal in graph.within("goals")
    }
