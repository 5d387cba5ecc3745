"""The nouns of a scene, gone through and changed, whatever they stand in.

>>> from toc.diagrams.scene import Item, Words
>>> [words.text for words in found((Item("title", (), (Words(0, 0, "Start", 11),)),), Words)]
['Start']
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from toc.diagrams.scene import Figure, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["changed", "found"]

T = TypeVar("T")
_LEAVES = (Figure, Words)
"""Nothing in these is a noun of its own."""


def found(value: object, noun: type[T]) -> Iterator[T]:
    """Go through the nouns of a kind, in the order in which they stand."""
    if isinstance(value, noun):
        yield value
    for part in _parts(value):
        yield from found(part, noun)


def changed(value: T, change: Callable[[Any], Any]) -> T:
    """Give the same with every noun changed, its parts before it.

    Args:
        value: a scene, or a part of one.
        change: is given each noun, and gives what stands in its place.
    """
    if isinstance(value, tuple):
        return cast("T", tuple(changed(part, change) for part in value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    if isinstance(value, _LEAVES):
        return cast("T", change(value))
    parts = {field.name: getattr(value, field.name) for field in fields(value)}
    news = {name: changed(part, change) for name, part in parts.items()}
    return cast("T", change(replace(value, **news)))


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        yield from value
    elif is_dataclass(value) and not isinstance(value, _LEAVES):
        yield from (getattr(value, field.name) for field in fields(value))
