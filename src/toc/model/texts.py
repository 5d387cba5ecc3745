"""Every text of a strategy, in all its languages, with the route to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from toc.findings import Route
from toc.model.language import Text
from toc.model.strategy import SECTIONS

if TYPE_CHECKING:
    from toc.model.strategy import Strategy

__all__ = ["texts_of"]


def texts_of(strategy: Strategy) -> Iterator[tuple[Route, Text]]:
    """Go through every text of a strategy, in the order of the format."""
    yield from _inside(strategy.head, ("strategy",))
    for section in SECTIONS:
        for key, entry in getattr(strategy, section).items():
            yield from _inside(entry, (section, key))


def _inside(value: Any, route: Route) -> Iterator[tuple[Route, Text]]:
    if isinstance(value, Text):
        yield route, value
    else:
        for step, item in _parts(value):
            yield from _inside(item, (*route, step))


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, BaseModel):
        written = value.model_fields_set
        fields = ((name, key) for name, key in _fields(type(value)) if name in written)
        return ((key, getattr(value, name)) for name, key in fields)
    if isinstance(value, dict):
        return ((str(key), item) for key, item in value.items())
    return enumerate(value) if isinstance(value, tuple) else ()


@cache
def _fields(noun: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    fields = noun.model_fields.items()
    return tuple((name, info.alias or name) for name, info in fields if name != "extensions")
