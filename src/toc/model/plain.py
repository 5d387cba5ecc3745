"""A strategy as plain data, the way it would be typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from toc.model.base import Noun
from toc.model.language import Text
from toc.model.strategy import FORMAT

if TYPE_CHECKING:
    from toc.model.strategy import Strategy

__all__ = ["plain"]

_LIKE_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


def plain(strategy: Strategy) -> dict[str, Any]:
    """Give a strategy as sections of entries, every value as text, or true or false.

    An entry that has only a title is that title, as an author would write it.
    """
    return {"toc": str(FORMAT), **_fields(strategy)}


def _fields(noun: Noun) -> dict[str, Any]:
    said = {
        info.alias or name: _typed(value)
        for name, info in type(noun).model_fields.items()
        if (value := getattr(noun, name)) != info.get_default(call_default_factory=True)
        and name != "extensions"
    }
    return {**said, **_typed(noun.extensions)}


def _noun(noun: Noun) -> Any:
    fields, short = _fields(noun), noun.short_form
    if short is not None and set(fields) == {short} and isinstance(fields[short], str):
        return fields[short]
    return fields


def _typed(value: Any) -> Any:
    if isinstance(value, Noun):
        return _noun(value)
    if isinstance(value, Text):
        return value.plain()
    if isinstance(value, Mapping):
        return {str(key): _typed(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_typed(item) for item in value]
    return _bare(value)


def _bare(value: Any) -> str | bool | None:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float):
        digits = format(Decimal(repr(value)), "f")
        # 1.125 could be read as a thousand or as little more than one.
        return f"{digits}0" if _LIKE_THOUSANDS.fullmatch(digits) else digits
    return str(value)
