"""Pilots, with the chains to their goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import link_ends
from toc.views.sight import either
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.graph import TheoryGraph
    from toc.model import Pilot
    from toc.views.query import Names, Titles
    from toc.views.sight import Sight


def sight(graph: TheoryGraph, names: Names) -> Sight:
    """Give what any of the pilots tries and tests, and what lies on its way to its goals."""
    return either(_of(graph, graph.strategy.pilots[name]) for name in names)


def _of(graph: TheoryGraph, pilot: Pilot) -> frozenset[str]:
    measures = frozenset(filter(None, map(graph.node, pilot.of)))
    reached = graph.reached_from(measures)
    claims = reached.intersection(filter(None, map(graph.node, pilot.contributes_to)))
    ends = claims or reached.intersection(graph.within("goals"))
    return measures.union(_tested(graph, pilot), reached & graph.leading_to(ends))


def _tested(graph: TheoryGraph, pilot: Pilot) -> Iterator[str]:
    """Give both ends of each link that is put to the test."""
    for test in pilot.tests:
        causes, effect = link_ends(test) or ((), "")
        yield from filter(None, map(graph.node, (*causes, effect)))


def told(titles: Titles) -> Message:
    """Say what is shown."""
    return Message("{titles}, with the way to the goals", {"titles": titles})


def lacking(titles: Titles) -> Message:
    """Say that there is nothing."""
    return Message(
        "{titles}: no measure that is tried, and no link that is tested", {"titles": titles}
    )
