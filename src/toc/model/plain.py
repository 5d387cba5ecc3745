"""A strategy as plain data, the way it would be typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from toc.model.base import EXTENSION
from toc.model.strategy import FORMAT, SECTIONS, SHORT_FORMS

if TYPE_CHECKING:
    from toc.model.strategy import Strategy

__all__ = ["plain"]


def plain(strategy: Strategy) -> dict[str, Any]:
    """Give a strategy as sections of entries, every value as text.

    An entry that has only a title is that title, as an author would write it.
    """
    dumped = strategy.model_dump(mode="python", by_alias=True, exclude_defaults=True)
    dumped.pop("toc", None)
    tree: dict[str, Any] = {"toc": str(FORMAT)}
    for name, value in dumped.items():
        if name == EXTENSION:
            tree.update(_typed(value))
        elif name in SECTIONS:
            tree[name] = {key: _entry(name, entry) for key, entry in value.items()}
        else:
            tree[name] = _typed(value)
    return tree


def _entry(section: str, entry: dict[str, Any]) -> Any:
    typed = _typed(entry)
    short = SHORT_FORMS[section]
    if isinstance(typed, dict) and set(typed) == {short} and isinstance(typed[short], str):
        return typed[short]
    return typed


def _typed(value: Any) -> Any:
    if isinstance(value, Mapping):
        own = value.get(EXTENSION, {})
        shared = {str(key): _typed(item) for key, item in value.items() if key != EXTENSION}
        return _without_shell({**shared, **_typed(own)}) if own else _without_shell(shared)
    if isinstance(value, list | tuple | set | frozenset):
        return [_typed(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _without_shell(value: dict[str, Any]) -> Any:
    # A measured value and nothing else is written as that value.
    return value["value"] if set(value) == {"value"} else value
