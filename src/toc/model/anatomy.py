"""Which noun and which field a route leads to, read from the models themselves."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from toc.model.language import Text
from toc.model.strategy import SECTIONS, Strategy

if TYPE_CHECKING:
    from toc.findings import Route

__all__ = ["is_text", "keys_of", "noun_at", "sections_with"]


def noun_at(route: Route) -> type[BaseModel] | None:
    """Give the model of what stands at a route, if it is a noun.

    >>> noun_at(("reviews", "first", "decisions", 0)).__name__
    'Decision'
    """
    found = _part_at(route)
    return next((part for part in _alternatives(found) if _is_noun(part)), None)


def is_text(route: Route) -> bool:
    """Whether a text in several languages may stand at a route."""
    return any(part is Text for part in _alternatives(_part_at(route)))


@cache
def keys_of(noun: type[BaseModel]) -> tuple[str, ...]:
    """Give the keys that a noun has in a file."""
    names = {name: info.alias or name for name, info in noun.model_fields.items()}
    return tuple(key for name, key in names.items() if name != "extensions")


def sections_with(key: str) -> tuple[str, ...]:
    """Give the sections whose entries have a field of that name."""
    return _sections_by_key().get(key, ())


@cache
def _sections_by_key() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for section in SECTIONS:
        noun = noun_at((section, ""))
        for key in () if noun is None else keys_of(noun):
            found[key] = (*found.get(key, ()), section)
    return found


def _part_at(route: Route) -> Any:
    part: Any = Strategy
    for step in route:
        # Of a word or a mapping, such as the terms, only one leads on.
        ways = (_step(choice, step) for choice in _alternatives(part))
        part = next((one for one in ways if one is not None), None)
    return part


def _step(part: Any, step: str | int) -> Any:
    if _is_noun(part):
        fields = part.model_fields.items()
        return next(
            (info.annotation for name, info in fields if (info.alias or name) == step), None
        )
    inner = get_args(part)
    if get_origin(part) is dict:
        return inner[1]
    return inner[0] if get_origin(part) is tuple else None


def _alternatives(part: Any) -> tuple[Any, ...]:
    origin = get_origin(part)
    if origin is Annotated:
        return _alternatives(get_args(part)[0])
    if origin in (Union, UnionType):
        parts = (choice for option in get_args(part) for choice in _alternatives(option))
        return tuple(choice for choice in parts if choice is not type(None))
    return (part,)


def _is_noun(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, BaseModel)
