"""What comes before and after: along every arrow that does not feed back.

What stands in the way belongs to a picture as much as what helps, so arrows that hinder
are followed too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from toc.graph import TheoryGraph

__all__ = ["after", "before"]


def before(graph: TheoryGraph, node: str) -> frozenset[str]:
    """Give a node and all that leads to it, or stands in its way.  Cost: linear."""
    return _walk(node, graph.causes_of)


def after(graph: TheoryGraph, node: str) -> frozenset[str]:
    """Give a node and all that it leads to, or stands in the way of.  Cost: linear."""
    return _walk(node, graph.effects_of)


def _walk(node: str, near: Callable[[str], Iterable[str]]) -> frozenset[str]:
    found, waiting = {node}, [node]
    while waiting:
        for other in near(waiting.pop()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)
