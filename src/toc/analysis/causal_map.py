"""Robustness as Causal Map counts it: how many citations carry a goal."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.analysis.arrows import backwards, beginnings, helping, reached
from toc.analysis.plain import plain
from toc.graph import TheoryGraph
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.analysis.arrows import Effects
    from toc.analysis.plain import Plain
    from toc.model import Strategy

__all__ = ["Capacity", "CitedFlow", "cited_flow", "max_flow"]

Capacity: TypeAlias = Literal["citations", "links"]
Pair: TypeAlias = "tuple[str, str]"


@dataclass(frozen=True, slots=True)
class CitedFlow:
    """A table of origins by targets, for users of Causal Map.

    Attributes:
        origins: the rows, in order of id.
        targets: the columns, in order of id.
        flows: for each origin the flow to each target; None where the origin is the target.
        from_all: from all origins together to each target.
        to_all: from each origin to all targets together; None where it is one of them.
        total: from all origins to all targets; None where there are none.
        uncited: how many arrows cite nothing.
        assumed: what was taken to be so.
    """

    origins: tuple[str, ...]
    targets: tuple[str, ...]
    flows: tuple[tuple[int | None, ...], ...]
    from_all: tuple[int | None, ...]
    to_all: tuple[int | None, ...]
    total: int | None
    uncited: int
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting."""
        if self.total is None:
            return Message("No chain begins and ends in different places.").say(language)
        if not self.total:
            return Message("No chain to a goal is cited all the way.").say(language)
        return Message(
            "At most {count} argument runs from where chains begin to the goals without sharing "
            "a citation.",
            {"count": self.total},
            plural="At most {count} arguments run from where chains begin to the goals without "
            "sharing a citation.",
        ).say(language)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def cited_flow(strategy: Strategy, *, capacity: Capacity = "citations") -> CitedFlow:
    """Give the largest flow from each origin to each goal, with citations as capacity.

    Arrows between the same two nodes are bundled; each carries as many arguments as
    different sources are cited for it.  Origins are the nodes that nothing helps, targets
    the goals.  All origins, or all targets, are joined by links without a limit.

    Method: robustness as the Causal Map app computes it (Powell, Copestake and Remnant,
    Causal mapping for evaluators, Evaluation 30(1), 2024), by the maximum flow
    of Edmonds and Karp (J. ACM 19(2), 1972).
    Cost: pairs of origins and goals times arrows times the flow, in the part between them.

    Args:
        strategy: the strategy.
        capacity: what an arrow carries: its citations, or one each.
    """
    graph = TheoryGraph(strategy)
    effects = helping(graph)
    limits = _limits(graph, effects, capacity)
    targets = tuple(sorted(graph.within("goals")))
    origins = tuple(node for node in beginnings(effects) if effects[node])
    flow = _Flow(effects, limits)
    return CitedFlow(
        origins,
        targets,
        tuple(tuple(flow.between([one], [goal]) for goal in targets) for one in origins),
        tuple(flow.between(origins, [goal]) for goal in targets),
        tuple(flow.between([one], targets) for one in origins),
        flow.between(origins, targets),
        sum(not limit for limit in _limits(graph, effects, "citations").values()),
        (
            Message("an arrow that cites nothing carries nothing")
            if capacity == "citations"
            else Message("every arrow carries the same"),
        ),
    )


def _limits(graph: TheoryGraph, effects: Effects, capacity: Capacity) -> dict[Pair, int]:
    cited: dict[Pair, set[str]] = {(c, e): set() for c, after in effects.items() for e in after}
    for arrow in graph.arrows:
        if arrow.ends in cited and not (arrow.hinders or arrow.feeds_back):
            cited[arrow.ends].update(source.lower() for source in arrow.link.sources)
    return {pair: len(found) if capacity == "citations" else 1 for pair, found in cited.items()}


class _Flow:
    def __init__(self, effects: Effects, limits: Mapping[Pair, int]) -> None:
        self._effects, self._limits = effects, limits
        self._causes = backwards(effects)

    def between(self, origins: Sequence[str], targets: Sequence[str]) -> int | None:
        """Give the flow; None where nothing is to flow, or an end is an origin and a target."""
        if not origins or not targets or {*origins} & {*targets}:
            return None
        after, before = reached(origins, self._effects), reached(targets, self._causes)
        limits: dict[Pair, float] = {("", one): inf for one in origins}
        limits |= {(one, "*"): inf for one in targets}
        limits |= {
            (cause, effect): limit
            for cause in after
            if cause in before
            for effect in self._effects[cause]
            if effect in before and (limit := self._limits[cause, effect])
        }
        return int(max_flow(limits, "", "*"))


def max_flow(limits: Mapping[Pair, float], source: str, sink: str) -> float:
    """Give the most that can flow from one node to another.

    Args:
        limits: what each arrow carries.
        source: where it comes from.
        sink: where it goes.
    """
    left: dict[str, dict[str, float]] = {source: {}, sink: {}}
    for (cause, effect), limit in limits.items():
        left.setdefault(cause, {})[effect] = left.get(cause, {}).get(effect, 0) + limit
        left.setdefault(effect, {}).setdefault(cause, 0)
    total = 0.0
    while way := _way(left, source, sink):
        steps = list(pairwise(way))
        most = min(left[cause][effect] for cause, effect in steps)
        for cause, effect in steps:
            left[cause][effect] -= most
            left[effect][cause] += most
        total += most
    return total


def _way(left: Mapping[str, Mapping[str, float]], source: str, sink: str) -> list[str]:
    """Give a shortest way along which something can still flow; nothing where there is none."""
    before = {source: source}
    waiting = deque([source])
    while waiting and sink not in before:
        node = waiting.popleft()
        for effect, room in left[node].items():
            if room and effect not in before:
                before[effect] = node
                waiting.append(effect)
    if sink not in before:
        return []
    way = [sink]
    while way[-1] != source:
        way.append(before[way[-1]])
    return way[::-1]
