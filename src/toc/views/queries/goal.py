"""All that leads to goals, hindrances too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.views.sight import either
from toc.views.walking import before
from toc.words import Message

if TYPE_CHECKING:
    from toc.graph import TheoryGraph
    from toc.views.query import Names, Titles
    from toc.views.sight import Sight


def sight(graph: TheoryGraph, names: Names) -> Sight:
    """Give what leads to any of the goals."""
    return either(before(graph, name) for name in names)


def told(titles: Titles) -> Message:
    """Say what is shown."""
    return Message("what leads to {titles}", {"titles": titles})


def lacking(titles: Titles) -> Message:
    """Say that there is nothing."""
    return Message("nothing leads to {titles}", {"titles": titles})
