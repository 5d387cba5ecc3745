"""What lies between two nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.views.sight import Sight
from toc.views.walking import after, before
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.graph import TheoryGraph
    from toc.views.query import Names, Titles

_A_PAIR = 2


def sight(graph: TheoryGraph, names: Names) -> Sight:
    """Give all on a chain from the first to the second, else from the second to the first."""
    if len(names) != _A_PAIR:
        return Sight()
    one, other = names
    forwards = after(graph, one) & before(graph, other)
    return Sight(forwards or after(graph, other) & before(graph, one))


def known(_graph: TheoryGraph) -> Iterable[str]:
    """Offer nothing: one node alone has no between."""
    return ()


def told(titles: Titles) -> Message:
    """Say what is shown."""
    if len(titles) != _A_PAIR:
        return Message("what lies between {titles}", {"titles": titles})
    values = {"first": titles[0], "second": titles[1]}
    return Message("what lies between {first} and {second}", values)


def lacking(titles: Titles) -> Message:
    """Say that there is nothing."""
    if len(titles) != _A_PAIR:
        return Message(
            "a view is between two things, and {count} is named",
            {"count": len(titles)},
            plural="a view is between two things, and {count} are named",
        )
    values = {"first": titles[0], "second": titles[1]}
    return Message("no chain leads from {first} to {second}, nor back", values)
