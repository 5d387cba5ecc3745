"""How many chains lead to each goal, and how long they are, without listing them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.arrows import backwards, beginnings, helping, reached, title
from toc.analysis.plain import plain
from toc.graph import TheoryGraph
from toc.graph.loops import tangles
from toc.graph.ordering import causes_first
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from toc.analysis.arrows import Effects
    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["ChainCount", "Chains", "chains", "counted"]


@dataclass(frozen=True, slots=True)
class ChainCount:
    """The chains to one goal, from where they begin.

    Attributes:
        goal: its id.
        number: how many there are; None where arrows on the way run in a circle.
        shortest: the fewest arrows of a chain; None when there is no chain.
        longest: the most; None when there is no chain, or where arrows run in a circle.
        by_length: how many there are of each length, shortest first.
        example: a shortest one, the first in order of ids.
    """

    goal: str
    number: int | None
    shortest: int | None
    longest: int | None
    by_length: tuple[tuple[int, int], ...]
    example: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains to every goal.

    Attributes:
        goals: one count for each goal, in order of id.
        titles: the titles of the goals.
        assumed: what was taken to be so.
    """

    goals: tuple[ChainCount, ...]
    titles: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting, one sentence for each goal."""
        if not self.goals:
            return Message("The strategy names no goal.").say(language)
        return " ".join(self._said(one).say(language) for one in self.goals)

    def _said(self, one: ChainCount) -> Message:
        values: dict[str, object] = {"goal": self.titles[one.goal], "shortest": one.shortest}
        if one.shortest is None:
            return Message("No chain leads to “{goal}”.", values)
        if one.number is None:
            return Message(
                "The chains to “{goal}” cannot be counted while links on the way run in a "
                "circle; the shortest has {shortest} links.",
                values,
            )
        values |= {"number": one.number, "longest": one.longest}
        return Message(
            "Chains to “{goal}”: {number}; counted in links, the shortest has {shortest} and the "
            "longest {longest}.",
            values,
        )

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def chains(strategy: Strategy) -> Chains:
    """Count the chains of helping arrows to each goal, by length.

    Method: a table of how many chains of each length end at a node, added up from causes
    to effects; no chain is listed.
    Cost: arrows times the length of the longest chain.

    Args:
        strategy: the strategy.

    >>> from toc.model import Strategy
    >>> two = Strategy(inputs={"a": "A"}, outputs={"b": "B"}, goals={"g": "G"},
    ...                links={"a -> b": "So", "b -> g": "So", "a -> g": "So"})
    >>> chains(two).goals[0].by_length
    ((1, 1), (2, 1))
    """
    graph = TheoryGraph(strategy)
    effects = helping(graph)
    starts = beginnings(effects)
    counts = counted(effects, starts)
    nearest, causes = reached(starts, effects), backwards(effects)
    goals = sorted(graph.within("goals"))
    return Chains(
        tuple(_count(goal, counts[goal], _example(goal, nearest, causes)) for goal in goals),
        {goal: title(strategy, goal) for goal in goals},
        (
            Message("a chain begins where nothing helps, and runs along arrows that help"),
            Message("two arrows between the same two nodes are one step"),
        ),
    )


def counted(effects: Effects, starts: Collection[str]) -> Mapping[str, Counter[int] | None]:
    """Give for each node how many chains of each length end there; None behind a circle.

    Args:
        effects: for each node what it leads to.
        starts: the nodes that chains begin at; they are no chains themselves.
    """
    circles = (node for group in tangles(effects) for node in group)
    found: dict[str, Counter[int] | None] = dict.fromkeys(reached(circles, effects))
    causes = backwards(effects)
    for node in causes_first(effects):
        if node in found:
            continue
        counts: Counter[int] = Counter()
        for cause in causes[node]:
            before = Counter(found[cause])
            before[0] += cause in starts
            for length, number in before.items():
                counts[length + 1] += number
        found[node] = +counts
    return found


def _count(goal: str, counts: Counter[int] | None, example: tuple[str, ...]) -> ChainCount:
    if counts is None:
        shortest = len(example) - 1 if example else None
        return ChainCount(goal, None, shortest, None, (), example)
    lengths = tuple(sorted(counts.items()))
    shortest, longest = (lengths[0][0], lengths[-1][0]) if lengths else (None, None)
    return ChainCount(goal, counts.total(), shortest, longest, lengths, example)


def _example(goal: str, nearest: Mapping[str, int], causes: Effects) -> tuple[str, ...]:
    if not nearest.get(goal):
        return ()
    chain = [goal]
    while nearest[chain[-1]]:
        before = (one for one in causes[chain[-1]] if nearest.get(one) == nearest[chain[-1]] - 1)
        chain.append(next(before))
    return tuple(reversed(chain))
