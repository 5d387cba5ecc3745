"""What belongs to policy areas, and to their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.views.areas import nearest_of
from toc.views.sight import Sight
from toc.words import Message

if TYPE_CHECKING:
    from toc.graph import TheoryGraph
    from toc.views.query import Names, Titles


def sight(graph: TheoryGraph, names: Names) -> Sight:
    """Give what stands in the lanes of the areas."""
    return Sight(frozenset(nearest_of(graph.strategy, graph, names)))


def told(titles: Titles) -> Message:
    """Say what is shown."""
    return Message("what belongs to {titles}", {"titles": titles})


def lacking(titles: Titles) -> Message:
    """Say that there is nothing."""
    return Message("nothing belongs to {titles}", {"titles": titles})
