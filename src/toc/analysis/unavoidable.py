"""What every chain to a goal passes through."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.arrows import beginnings, helping, title
from toc.analysis.plain import plain
from toc.graph import TheoryGraph
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.analysis.arrows import Effects
    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Passage", "Unavoidable", "unavoidable"]


@dataclass(frozen=True, slots=True)
class Passage:
    """What every chain to one node passes through.

    Attributes:
        node: its id.
        steps: the nodes on every chain to it, in the order in which chains pass them;
            itself left out.
    """

    node: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unavoidable:
    """The unavoidable steps to each goal.

    Attributes:
        passages: one for each goal that is reached, in order of id.
        titles: the titles of all that is named.
        assumed: what was taken to be so.
    """

    passages: tuple[Passage, ...]
    titles: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting, one sentence for each goal that has such a step."""
        said = [self._said(one).say(language) for one in self.passages if one.steps]
        if said:
            return " ".join(said)
        return Message("No goal hangs on a single step.").say(language)

    def _said(self, one: Passage) -> Message:
        quoted = [Message("“{node}”", {"node": self.titles[step]}) for step in one.steps]
        values = {"goal": self.titles[one.node], "steps": quoted}
        return Message("Everything that leads to “{goal}” passes through {steps}.", values)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def unavoidable(strategy: Strategy, nodes: Iterable[str] | None = None) -> Unavoidable:
    """Find the steps that no chain to a goal avoids, if any one cause is enough.

    Method: dominators from one virtual beginning before all nodes that nothing helps
    (Lengauer and Tarjan, ACM TOPLAS 1(1), 1979; networkx has the algorithm of Cooper,
    Harvey and Kennedy, 2001).  A loop that nothing outside leads to begins nowhere, and
    leads to no passage.
    Cost: nodes times arrows at the worst, in practice little more than linear.

    Args:
        strategy: the strategy.
        nodes: the nodes to ask of instead of the goals.
    """
    graph = TheoryGraph(strategy)
    needs = set(graph.within("needs"))
    effects = {node: after for node, after in helping(graph).items() if node not in needs}
    asked = sorted(graph.within("goals") if nodes is None else set(nodes) & set(effects))
    above = _dominators(effects)
    found = tuple(Passage(node, _before(node, above)) for node in asked if node in above)
    named = {name for one in found for name in (one.node, *one.steps)}
    return Unavoidable(
        found,
        {name: title(strategy, name) for name in sorted(named)},
        (
            Message("any one cause is taken to be enough; if more are needed, more is unavoidable"),
            Message("a need calls for what is done and does not bring it about"),
        ),
    )


def _dominators(effects: Effects) -> Mapping[str, str]:
    """Give for each node that is reached its nearest dominator; the empty name is the start."""
    import networkx as nx  # noqa: PLC0415 - slow to import, and seldom asked for

    network: nx.DiGraph[str] = nx.DiGraph()
    network.add_node("")
    network.add_edges_from(("", start) for start in beginnings(effects))
    for cause, following in effects.items():
        network.add_edges_from((cause, effect) for effect in following if effect in effects)
    found = nx.immediate_dominators(network, "")
    return {node: above for node, above in found.items() if node and above is not None}


def _before(node: str, above: Mapping[str, str]) -> tuple[str, ...]:
    steps: list[str] = []
    while above[node]:
        node = above[node]
        steps.append(node)
    return tuple(reversed(steps))
