"""Which fields name other entries, and of what kind those must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel

from toc.findings import KEY, Route
from toc.model.values import Labels

__all__ = [
    "ANY",
    "AnyRefs",
    "Reference",
    "Refers",
    "references",
]

ANY = "*"
"""As a section: whatever has an id, and links."""


@dataclass(frozen=True, slots=True)
class Refers:
    """A mark on a field: its texts are ids from these sections.

    Attributes:
        sections: the sections that they may come from.
        keys: whether the keys of the mapping are meant, and not its values.
    """

    sections: tuple[str, ...]
    keys: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where an entry names another.

    Attributes:
        route: where.
        target: the id, or the link, as it is written there.
        sections: the sections that it may come from.
    """

    route: Route
    target: str
    sections: tuple[str, ...]


AnyRefs = Annotated[Labels, Refers((ANY,))]


def references(noun: BaseModel, route: Route) -> Iterator[Reference]:
    """Go through all that an entry names.

    Args:
        noun: the entry.
        route: the route to it.
    """
    for name, key, mark in _fields(type(noun)):
        value = getattr(noun, name)
        if value is None or value == ():
            continue
        if mark is None:
            yield from _inside(value, (*route, key))
        else:
            yield from _named(value, (*route, key), mark)


def _named(value: Any, route: Route, mark: Refers) -> Iterator[Reference]:
    if isinstance(value, str):
        yield Reference(route, value, mark.sections)
    elif isinstance(value, Mapping):
        for key in value:
            yield Reference((*route, key, KEY), key, mark.sections)
    else:
        for index, target in enumerate(value):
            yield Reference((*route, index), target, mark.sections)


def _inside(value: Any, route: Route) -> Iterator[Reference]:
    if isinstance(value, BaseModel):
        yield from references(value, route)
    else:
        for index, item in enumerate(value):
            yield from references(item, (*route, index))


@cache
def _fields(noun: type[BaseModel]) -> tuple[tuple[str, str, Refers | None], ...]:
    found: list[tuple[str, str, Refers | None]] = []
    for name, info in noun.model_fields.items():
        mark = next((mark for mark in info.metadata if isinstance(mark, Refers)), None)
        if mark is not None or _holds_nouns(info.annotation):
            found.append((name, info.alias or name, mark))
    return tuple(found)


def _holds_nouns(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    inner = getattr(annotation, "__args__", ())
    is_mapping = getattr(annotation, "__origin__", None) is dict
    return not is_mapping and any(_holds_nouns(part) for part in inner)
