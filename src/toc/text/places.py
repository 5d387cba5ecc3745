"""Where every key and value of a document stands.

A tree of places runs beside the tree of data.  A scalar's place is one packed integer,
because a large strategy has a hundred thousand of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from toc.findings import KEY, Route

__all__ = ["Block", "Place", "Tree", "ends", "find", "pack"]

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | None"
"""YAML as text: an empty plain value is None, everything else is as it was typed."""

_LENGTH = 27


@dataclass(slots=True)
class Block:
    """The places inside a mapping or a list.

    Attributes:
        span: the whole of it, packed.
        keys: where each key of a mapping stands, packed.
        values: the place of what stands under each key or index.
    """

    span: int
    keys: dict[str, int] = field(default_factory=dict)
    values: dict[str | int, Place] = field(default_factory=dict)


Place: TypeAlias = int | Block


def pack(start: int, end: int) -> int:
    """Put the two offsets of a stretch into one integer."""
    return start << _LENGTH | (end - start)


def ends(packed: int) -> tuple[int, int]:
    """Give the two offsets of a packed stretch."""
    start = packed >> _LENGTH
    return start, start + (packed & ((1 << _LENGTH) - 1))


def find(root: Block, route: Route) -> int:
    """Find the place that a message about a route should mark.

    That is the scalar itself, the key of a block, or for something that is not there
    the nearest thing around it.
    """
    place: Place = root
    key = marked = pack(0, 0)
    for step in route:
        if step == KEY:
            return key
        if isinstance(place, int) or step not in place.values:
            break
        key = place.keys.get(step, 0) if isinstance(step, str) else 0
        place = place.values[step]
        marked = _mark(place, key, marked)
    return marked


def _mark(place: Place, key: int, around: int) -> int:
    if isinstance(place, Block):
        return key or place.span
    start, end = ends(place)
    return place if end > start else key or around
