"""What is in sight: some nodes, some arrows between them, some assumptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Sight", "either"]


@dataclass(frozen=True, slots=True)
class Sight:
    """A part of a strategy.

    Attributes:
        boxes: the ids of the nodes.
        arrows: the names of the arrows, as `toc.graph.naming.named` gives them; all that
            join two of the nodes when None.
        notes: the ids of the assumptions, in lower case; all that rest upon the arrows
            when None.
    """

    boxes: frozenset[str] = frozenset()
    arrows: frozenset[str] | None = None
    notes: frozenset[str] | None = None

    def narrowed(self, other: Sight) -> Sight:
        """Give what is in both.

        >>> Sight(frozenset("ab")).narrowed(Sight(frozenset("bc"))).boxes
        frozenset({'b'})
        """
        return Sight(
            self.boxes & other.boxes,
            _common(self.arrows, other.arrows),
            _common(self.notes, other.notes),
        )


def either(sights: Iterable[frozenset[str]]) -> Sight:
    """Give what is in any of several groups of nodes."""
    return Sight(frozenset().union(*sights))


def _common(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other
