"""What happens in stages of the roadmap, and what comes of it directly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import Activity
from toc.views.sight import Sight
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.graph import TheoryGraph
    from toc.views.query import Names, Titles


def sight(graph: TheoryGraph, names: Names) -> Sight:
    """Give the activities of the stages, the measures of their pilots, and their effects."""
    done = frozenset(_done(graph, frozenset(name.lower() for name in names)))
    return Sight(done.union(*map(graph.effects_of, done)))


def _done(graph: TheoryGraph, stages: frozenset[str]) -> Iterator[str]:
    for node in graph.within("activities"):
        entry = graph.entry(node)
        if isinstance(entry, Activity) and entry.stage and entry.stage.lower() in stages:
            yield node
    for pilot in graph.strategy.pilots.values():
        if pilot.stage and pilot.stage.lower() in stages:
            yield from filter(None, map(graph.node, pilot.of))


def told(titles: Titles) -> Message:
    """Say what is shown."""
    return Message("what happens in {titles} and what comes of it directly", {"titles": titles})


def lacking(titles: Titles) -> Message:
    """Say that there is nothing."""
    return Message("nothing happens in {titles}", {"titles": titles})
