"""Keys that are written twice in one mapping: told of, and what they hold joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.text.places import Block, Place, Tree

if TYPE_CHECKING:
    from toc.findings import Route

__all__ = ["Duplicate", "join"]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A key that is written twice in one mapping.

    Attributes:
        route: the key's.
        first: where it stands first, packed.
        second: where it stands again, packed.
    """

    route: Route
    first: int
    second: int


def join(data: dict[str, Tree], block: Block, key: str, value: Tree, place: Place) -> None:
    """Keep what a repeated key adds: the entries that the first one has not."""
    first, places = data[key], block.values[key]
    if first is None:
        data[key], block.values[key] = value, place
    if not (isinstance(first, dict) and isinstance(value, dict)):
        return
    assert isinstance(places, Block)
    assert isinstance(place, Block)
    for name, added in value.items():
        if name in first:
            join(first, places, name, added, place.values[name])
        else:
            first[name] = added
            places.keys[name] = place.keys[name]
            places.values[name] = place.values[name]
