"""What was found, as questions: for which goal each is asked, and which ask the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.graph import TheoryGraph
from toc.model import link_ends
from toc.rulebook import Weights
from toc.words import Chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toc.findings import Finding, Route
    from toc.model import Strategy

__all__ = ["ABOUT_THE_WHOLE", "NOWHERE", "Asked", "Places", "asked", "by_goal"]

ABOUT_THE_WHOLE = ""
"""As a goal: what is asked about the strategy as a whole."""

NOWHERE = "\0"
"""As a goal: what is asked about things that lead to no goal yet."""

_ALIKE = 3
"""From so many questions of one kind on, one is asked for all."""

_ENTRY = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is put.

    Attributes:
        question: the question, in the language of the meeting.
        others: the titles of other things of which the same is asked.
    """

    question: str
    others: tuple[str, ...] = ()


def asked(strategy: Strategy, findings: Iterable[Finding], language: str) -> Iterator[Asked]:
    """Give each question once; what is asked of many things alike is asked for all of them.

    Args:
        strategy: the strategy.
        findings: what was found; those that are no question are left out.
        language: the language of the meeting.
    """
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.question is not None:
            by_rule.setdefault(finding.rule, []).append(finding)
    for members in by_rule.values():
        said = dict.fromkeys(one.question.say(language) for one in members if one.question)
        if len(members) < _ALIKE or len(said) < _ALIKE:
            yield from map(Asked, said)
            continue
        titles = (_title(strategy, one, language) for one in members[1:])
        yield Asked(next(iter(said)), tuple(dict.fromkeys(titles)))


def _title(strategy: Strategy, finding: Finding, language: str) -> str:
    """Call the place of a finding as people do: by its title, or a link by both its ends."""
    key = str(finding.route[1]) if len(finding.route) > 1 else ""
    ends = link_ends(key)
    names = (key,) if ends is None else (*ends[0], ends[1])
    entries = ((name, strategy.entry(name)) for name in names)
    titles = tuple(
        (entry.short or entry.title or name) if entry else name for name, entry in entries
    )
    return Chain(titles).say(language)


def by_goal(strategy: Strategy, findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """Put findings under the goal to which most leads from their places.

    Returns:
        By goal, in the order of the file; first what is about the whole, last what leads
        to no goal yet.
    """
    places = Places(TheoryGraph(strategy))
    goals = places.graph.within("goals")
    chains = {goal: places.graph.count_chains(goal) for goal in goals}
    found: dict[str, list[Finding]] = {group: [] for group in (ABOUT_THE_WHOLE, *goals, NOWHERE)}
    for finding in findings:
        nodes = places.nodes_of(finding.route)
        counts = {goal: max((chains[goal][node] for node in nodes), default=0) for goal in goals}
        best = max(goals, key=lambda goal: counts[goal], default=NOWHERE)
        reached = best if counts.get(best) else NOWHERE
        found[reached if nodes else ABOUT_THE_WHOLE].append(finding)
    return {group: members for group, members in found.items() if members}


class Places:
    """Knows for the sake of which nodes a place of a strategy is there.

    Args:
        graph: the strategy's graph.
    """

    def __init__(self, graph: TheoryGraph) -> None:
        """Look at nothing yet."""
        self.graph = graph
        self._weights = Weights(graph)

    def nodes_of(self, route: Route) -> frozenset[str]:
        """Give the nodes for whose sake a place is there, else those near it.

        Nothing is given for what is about the strategy as a whole.
        """
        return self._meant(route) or self._weights.nodes_at(route)

    def _meant(self, route: Route) -> frozenset[str]:
        if len(route) < _ENTRY:
            return frozenset()
        named = self._names(str(route[0]), str(route[1]))
        return frozenset(node for name in named if (node := self.graph.node(name)) is not None)

    def _names(self, section: str, key: str) -> Iterable[str]:
        strategy, graph = self.graph.strategy, self.graph
        if section == "pilots" and key in strategy.pilots:
            pilot = strategy.pilots[key]
            return pilot.contributes_to or pilot.of
        if section == "assumptions":
            return [
                arrow.effect
                for arrow in strategy.arrows
                if key.lower() in (name.lower() for name in arrow.link.assuming)
            ]
        if section == "factors" and graph.node(key) is not None:
            return graph.effects_of(key)
        ends = link_ends(key) if section == "links" else None
        return () if ends is None else (ends[1],)
