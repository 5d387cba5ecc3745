"""A name of its own for every arrow, though a pair of nodes may be joined twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.model import Arrow

__all__ = ["named"]


def named(arrows: Iterable[Arrow]) -> Mapping[str, Arrow]:
    """Give the arrows by name, in order of name, whatever the order of the file.

    Args:
        arrows: all arrows of a graph.

    >>> from toc.model import Strategy
    >>> twice = Strategy(links={"a -> b": "It helps", "a, c -> b": "It does"})
    >>> list(named(twice.arrows))
    ['a -> b', 'a -> b (2)', 'c -> b']
    """
    count: Counter[str] = Counter()
    found: dict[str, Arrow] = {}
    for arrow in sorted(arrows, key=lambda arrow: (arrow.name, arrow.key)):
        count[arrow.name] += 1
        again = f" ({count[arrow.name]})" if count[arrow.name] > 1 else ""
        found[arrow.name + again] = arrow
    return found
