"""Which goals a pilot reaches, and by which chains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.pilots.named import Named, named, named_node
from toc.pilots.result import Result
from toc.words import Chain, Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.graph import TheoryGraph
    from toc.model import Pilot

__all__ = ["Reach", "Way", "measures", "reach"]


@dataclass(frozen=True, slots=True)
class Way:
    """The chains from a pilot's measures to one goal.

    Attributes:
        goal: the goal.
        shortest: a shortest chain, from a measure to the goal; of several the first by ids.
        chains: how many chains of helping arrows there are, each measure a beginning.
        is_counted: whether that is all of them; where arrows run in a circle that nobody
            declared, only the shortest are counted.
    """

    goal: Named
    shortest: tuple[Named, ...]
    chains: int
    is_counted: bool = True

    def say(self, language: str = "en") -> str:
        """Say the shortest chain, and how many more there are."""
        chain = Chain(tuple(one.title for one in self.shortest))
        values = {"chain": chain, "count": self.chains - 1}
        if self.chains == 1:
            return chain.say(language)
        return Message(
            "{chain}, and {count} more chain", values, plural="{chain}, and {count} more chains"
        ).say(language)


@dataclass(frozen=True, slots=True)
class Reach(Result):
    """What a pilot reaches.

    Attributes:
        pilot: the pilot.
        ways: the goals that it reaches, by id, each with its chains.
        missed: what it claims under `contributes_to` and no chain leads to.
    """

    pilot: Named
    ways: tuple[Way, ...]
    missed: tuple[Named, ...]

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        values = {
            "pilot": self.pilot,
            "goals": [way.goal for way in self.ways],
            "missed": list(self.missed),
            "count": len(self.ways),
        }
        if not self.ways:
            told = Message("{pilot} leads to no goal", values)
        elif self.missed:
            told = Message("{pilot} leads to {goals}, and not to {missed}, which it claims", values)
        else:
            told = Message("{pilot} leads to {goals}", values)
        return told

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "pilot": self.pilot.name,
            "goals": [
                {
                    "goal": way.goal.name,
                    "shortest": [one.name for one in way.shortest],
                    "chains": way.chains,
                    "counted": way.is_counted,
                }
                for way in self.ways
            ],
            "missed": [one.name for one in self.missed],
        }


def measures(graph: TheoryGraph, pilot: Pilot) -> tuple[str, ...]:
    """Give the nodes that a pilot tries, each once, by id."""
    return tuple(sorted({node for node in map(graph.node, pilot.of) if node is not None}))


def reach(graph: TheoryGraph, pilot: str) -> Reach:
    """Find the goals of a pilot with a shortest chain and the number of chains to each.

    A chain begins at one of the pilot's measures and runs along arrows that neither hinder
    nor feed back.  None is enumerated: numbers are added up from the goal backwards, over
    the nodes in causal order.  Cost: linear in nodes and arrows for each goal.

    Args:
        graph: the strategy.
        pilot: the id of the pilot, as it is written.

    Raises:
        KeyError: when there is no such pilot.
    """
    entry = graph.strategy.pilots[pilot]
    begins = measures(graph, entry)
    reached = graph.reached_from(begins)
    goals = sorted(reached.intersection(graph.within("goals")))
    claims = [(claim, graph.node(claim)) for claim in dict.fromkeys(entry.contributes_to)]
    missed = sorted({claim for claim, node in claims if node is None or node not in reached})
    return Reach(
        named("pilots", pilot, entry),
        tuple(_way(graph, begins, goal) for goal in goals),
        tuple(_claimed(graph, claim) for claim in missed),
    )


def _claimed(graph: TheoryGraph, claim: str) -> Named:
    section, spelled = graph.strategy.index.get(claim.lower(), ("", claim))
    return named(section, spelled, graph.strategy.entry(claim))


def _way(graph: TheoryGraph, begins: Sequence[str], goal: str) -> Way:
    distance = _distances(graph, goal)
    near = [begin for begin in begins if begin in distance]
    shortest = min((_descent(graph, distance, begin) for begin in near), key=_by_length)
    between = graph.reached_from(near) & distance.keys()
    is_counted = not any(between.intersection(loop) for loop in graph.loops)
    counts = graph.count_chains(goal) if is_counted else _shortest_counts(graph, distance)
    return Way(
        named_node(graph, goal),
        tuple(named_node(graph, node) for node in shortest),
        sum(counts[begin] for begin in near),
        is_counted,
    )


def _by_length(chain: Sequence[str]) -> tuple[int, Sequence[str]]:
    return len(chain), chain


def _distances(graph: TheoryGraph, goal: str) -> dict[str, int]:
    """Give for each node how many arrows it is from a goal."""
    found, level = {goal: 0}, [goal]
    while level:
        following: list[str] = []
        for node in level:
            for arrow in graph.arrows_into(node):
                if not arrow.hinders and arrow.cause not in found:
                    found[arrow.cause] = found[node] + 1
                    following.append(arrow.cause)
        level = following
    return found


def _nearer(graph: TheoryGraph, distance: Mapping[str, int], node: str) -> list[str]:
    """Give the effects of a node that are one arrow nearer to the goal, by id."""
    helped = {arrow.effect for arrow in graph.arrows_from(node) if not arrow.hinders}
    return sorted(one for one in helped if distance.get(one) == distance[node] - 1)


def _descent(graph: TheoryGraph, distance: Mapping[str, int], begin: str) -> tuple[str, ...]:
    chain = [begin]
    while distance[chain[-1]]:
        chain.append(_nearer(graph, distance, chain[-1])[0])
    return tuple(chain)


def _shortest_counts(graph: TheoryGraph, distance: Mapping[str, int]) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for node in distance:  # nearest first
        counts[node] = sum(counts[one] for one in _nearer(graph, distance, node)) or 1
    return counts
