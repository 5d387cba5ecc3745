"""Where several causes meet, and nothing says whether it takes all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.arrows import title
from toc.analysis.plain import plain
from toc.graph import TheoryGraph
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Convergence", "Meeting", "convergence"]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A node where causes meet, without a word on how they combine.

    Attributes:
        node: its id.
        causes: what leads straight to it and has no role that would say it, in order of id.
    """

    node: str
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Convergence:
    """All such nodes.

    Attributes:
        meetings: the nodes, those with most causes first.
        titles: their titles.
        assumed: what was taken to be so.
    """

    meetings: tuple[Meeting, ...]
    titles: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting."""
        if not self.meetings:
            return Message("Wherever many causes meet, it is said how they combine.").say(language)
        first = self.meetings[0]
        values = {
            "count": len(self.meetings),
            "node": self.titles[first.node],
            "causes": len(first.causes),
        }
        return Message(
            "In {count} place nothing says whether all causes are needed: “{node}”, "
            "where {causes} meet.",
            values,
            plural="In {count} places nothing says whether all causes are needed; most meet in "
            "“{node}”: {causes}.",
        ).say(language)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def convergence(strategy: Strategy, *, least: int = 3) -> Convergence:
    """Find where several causes meet in a node without `requires`.

    A cause whose link says by its role what it does for the effect is not counted.
    Cost: linear in arrows.

    Args:
        strategy: the strategy.
        least: from how many causes on.
    """
    graph = TheoryGraph(strategy)
    found = (Meeting(node, _untold(graph, node)) for node in sorted(graph.nodes))
    meetings = tuple(
        sorted((one for one in found if len(one.causes) >= least), key=lambda one: -len(one.causes))
    )
    return Convergence(
        meetings,
        {one.node: title(strategy, one.node) for one in meetings},
        (Message("from {count} causes on it matters how they combine", {"count": least}),),
    )


def _untold(graph: TheoryGraph, node: str) -> tuple[str, ...]:
    if graph.entry(node).requires is not None:
        return ()
    return tuple(sorted({one.cause for one in graph.arrows_into(node) if one.link.role is None}))
