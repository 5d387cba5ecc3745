"""An empty table for the people who collect: what is due, and of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.monitoring.due import due_readings
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from toc.model import Indicator, Strategy

__all__ = ["template"]


def template(strategy: Strategy, on: date, language: str) -> list[list[str]]:
    """Make the rows of a table that asks for what is due.

    There is a row for each indicator, and one for each group of which it was read before.
    Dates and values are left empty for whoever measured them.

    Args:
        strategy: the strategy.
        on: the day; what is due by then is asked for, and what nobody ever measured.
        language: in which language the heads and titles are.
    """
    groups = _groups(strategy)
    due = _due(strategy, on)
    asked = [name for name in strategy.indicators if name in due]
    kinds = list(
        dict.fromkeys(
            kind
            for name in asked
            for kind in (*strategy.indicators[name].by, *groups.get(name, {}))
        )
    )
    heads = [
        Message("indicator").say(language),
        Message("title").say(language),
        Message("unit").say(language),
        *kinds,
        Message("date").say(language),
        Message("value").say(language),
        Message("source").say(language),
        Message("note").say(language),
    ]
    rows = [
        row
        for name in asked
        for row in _rows(name, strategy.indicators[name], groups.get(name, {}), kinds, language)
    ]
    return [heads, *rows]


def _due(strategy: Strategy, on: date) -> frozenset[str]:
    late = {one.indicator.name for one in due_readings(strategy, on) if one.day <= on}
    read = {reading.indicator for reading in strategy.readings}
    never = {
        name
        for name, one in strategy.indicators.items()
        if one.frequency is None and not one.actual and name not in read
    }
    return frozenset(late | never)


def _groups(strategy: Strategy) -> Mapping[str, Mapping[str, list[str]]]:
    """Give the groups that each indicator was read of before, by what parts them."""
    found: dict[str, dict[str, list[str]]] = {}
    for reading in strategy.readings:
        if len(reading.by) == 1:
            ((kind, group),) = reading.by.items()
            known = found.setdefault(reading.indicator, {}).setdefault(kind, [])
            if group not in known:
                known.append(group)
    return found


def _rows(
    name: str,
    indicator: Indicator,
    groups: Mapping[str, list[str]],
    kinds: list[str],
    language: str,
) -> Iterator[list[str]]:
    title = "" if indicator.title is None else indicator.title.say(language)
    unit = "" if indicator.unit is None else indicator.unit.say(language)
    parts = [(kind, group) for kind, known in groups.items() for group in known]
    for of, group in [("", ""), *parts]:
        parted = [group if kind == of else "" for kind in kinds]
        yield [name, title, unit, *parted, "", "", "", ""]
