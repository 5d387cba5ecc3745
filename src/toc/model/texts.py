"""Every text of a strategy, in all its languages, with the route to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

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
    for step, item in _parts(value):
        if isinstance(item, Text):
            yield (*route, step), item
        elif item:
            yield from _inside(item, (*route, step))


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, BaseModel):
        # A field that is not written holds no text; by the way, asking a model is slow.
        held = value.__dict__
        return [(key, held[name]) for name, key in _fields(type(value)) if held[name] is not None]
    if isinstance(value, dict):
        return ((str(key), item) for key, item in value.items())
    return enumerate(value) if isinstance(value, tuple) else ()


@cache
def _fields(noun: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Give the fields in which a text may stand, each with its key."""
    return tuple(
        (name, info.alias or name)
        for name, info in noun.model_fields.items()
        if _may_hold_text(info.annotation)
    )


def _may_hold_text(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Text | BaseModel):
        return True
    return any(map(_may_hold_text, get_args(annotation)))
