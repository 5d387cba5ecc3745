"""All that follows from some nodes, and what they stand in the way of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.views.sight import either
from toc.views.walking import after
from toc.words import Message

if TYPE_CHECKING:
    from toc.graph import TheoryGraph
    from toc.views.query import Names, Titles
    from toc.views.sight import Sight


def sight(graph: TheoryGraph, names: Names) -> Sight:
    """Give what follows from any of the nodes."""
    return either(after(graph, name) for name in names)


def told(titles: Titles) -> Message:
    """Say what is shown."""
    return Message(
        "{titles} and what follows from it",
        {"titles": titles, "count": len(titles)},
        plural="{titles} and what follows from them",
    )


def lacking(titles: Titles) -> Message:
    """Say that there is nothing."""
    return Message("nothing follows from {titles}", {"titles": titles})
