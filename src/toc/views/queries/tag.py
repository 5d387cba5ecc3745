"""What has a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.views.sight import Sight
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.graph import TheoryGraph
    from toc.model import Entry
    from toc.views.query import Names, Titles


def sight(graph: TheoryGraph, names: Names) -> Sight:
    """Give the nodes that have one of the tags, and the ends of links that have one."""
    wanted = frozenset(map(str.casefold, names))
    own = {node for node in graph.nodes if _has(graph.entry(node), wanted)}
    ends = (arrow.ends for arrow in graph.arrows if _has(arrow.link, wanted))
    return Sight(frozenset(own.union(*ends)))


def _has(entry: Entry, wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(map(str.casefold, entry.tags))


def known(graph: TheoryGraph) -> Iterator[str]:
    """Give the tags that there are."""
    for node in graph.nodes:
        yield from graph.entry(node).tags
    for arrow in graph.arrows:
        yield from arrow.link.tags


def told(titles: Titles) -> Message:
    """Say what is shown."""
    return Message("what is tagged {titles}", {"titles": titles})


def lacking(titles: Titles) -> Message:
    """Say that there is nothing."""
    return Message("nothing is tagged {titles}", {"titles": titles})
