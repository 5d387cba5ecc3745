"""A frozen result as plain data, for programs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TypeAlias

from toc.findings import MOST_PATHS
from toc.model import Date, Duration, Interval
from toc.words import Sayable

__all__ = ["Plain", "plain"]

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"


def plain(value: object, language: str = "en") -> Plain:
    """Give what JSON can hold: nouns by their fields, dates as they are written.

    Counts beyond what every reader of JSON holds exactly are given as the largest that
    it does; what has no bound is null.  Fields that are not shown (`repr=False`) are left out.

    Args:
        value: a result, or a part of one.
        language: in which language messages are said.
    """
    if isinstance(value, Sayable):
        return value.say(language)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int) and not isinstance(value, bool):
        return min(value, MOST_PATHS)
    if value is None or isinstance(value, str | bool):
        return value
    return _many(value, language)


def _many(value: object, language: str) -> Plain:
    if isinstance(value, Mapping):
        return {str(key): plain(one, language) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one, language) for one in value]
    if is_dataclass(value) and not isinstance(value, Date | Duration | Interval):
        shown = [one.name for one in fields(value) if one.repr]
        return {name: plain(getattr(value, name), language) for name in shown}
    return str(value)
