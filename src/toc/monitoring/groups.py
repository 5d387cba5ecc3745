"""How groups stand against each other, with nobody recognisable."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.model import Monitoring
from toc.monitoring.adding_up import Sum, added_up
from toc.monitoring.course import course_of
from toc.monitoring.moments import bounded, exact, when
from toc.monitoring.people import counts_people
from toc.monitoring.suppressing import hidden
from toc.monitoring.telling import Account, amount
from toc.words import Chain, Message, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toc.analysis.things import Thing
    from toc.model import Date, Indicator, Strategy, Text
    from toc.monitoring.course import Course
    from toc.monitoring.series import Observation, Series
    from toc.monitoring.suppressing import Group
    from toc.words import Sayable

__all__ = ["Cell", "Division", "Groups", "groups", "groups_of"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of one group.

    Attributes:
        group: what it is called; a crossing has its groups one after another.
        value: its value; None where it is not shown, so that nobody can be recognised.
        is_hidden: whether there is a value that is not shown.
    """

    group: str
    value: int | float | str | None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Division(Account):
    """The groups of one disaggregation at a date.

    Attributes:
        by: the disaggregation; empty where nobody says it.
        date: the last date for which there are values of its groups.
        cells: the groups, in order of value, those that are not shown last.
        gap: how far the highest lies from the lowest of what is shown, of rates and means:
            that one group is larger than another is no gap.
        fault: what does not add up, or lies where it cannot.
        unit: what the values count.
    """

    by: str
    date: Date
    cells: tuple[Cell, ...]
    gap: float | None = None
    fault: Message | None = None
    unit: Text | None = None
    assumed: tuple[Message, ...] = field(default=(), repr=False)

    @property
    def told(self) -> Sayable:
        """The groups, the gap between them, and how many are not shown."""
        parts = [self._values(), *self._apart(), *self._left_out()]
        if self.fault is not None:
            parts.append(self.fault)
        return Chain(tuple(parts), "; ")

    def _values(self) -> Message:
        cells = [
            Message("{group} {value}", {"group": one.group, "value": amount(one.value, self.unit)})
            for one in self.cells
            if one.value is not None
        ]
        told = cells or Message("no group can be shown")
        values = {"by": self.by or Message("groups"), "date": str(self.date), "cells": told}
        return Message("{by}, {date}: {cells}", values)

    def _apart(self) -> Iterator[Message]:
        shown = [one for one in self.cells if one.value is not None]
        if self.gap:
            ends = {"high": shown[0].group, "low": shown[-1].group}
            yield Message("{high} lies {gap} above {low}", {**ends, "gap": Shown(self.gap)})

    def _left_out(self) -> Iterator[Message]:
        count = sum(one.is_hidden for one in self.cells)
        if count:
            yield Message(
                "{count} group is not shown, so that nobody can be recognised",
                {"count": count},
                plural="{count} groups are not shown, so that nobody can be recognised",
            )


@dataclass(frozen=True, slots=True)
class Groups(Account):
    """How the groups of an indicator stand against each other.

    Attributes:
        indicator: the indicator.
        on: the day.
        divisions: one for each disaggregation that has values.
    """

    indicator: Thing
    on: date
    divisions: tuple[Division, ...]
    assumed: tuple[Message, ...] = field(default=(), repr=False)

    @property
    def told(self) -> Sayable:
        """Each disaggregation, one after another."""
        values = {"indicator": self.indicator.title}
        if not self.divisions:
            return Message("“{indicator}” has no values of groups.", values)
        told = Chain(tuple(one.told for one in self.divisions), ". ")
        return Message("“{indicator}”: {told}.", {**values, "told": told})


def groups(strategy: Strategy, indicator: str, on: date) -> Groups:
    """Put the last values of the groups of an indicator side by side.

    Where people are counted, groups of fewer than ten are not shown, nor those from which
    they could be reckoned; a strategy may set another number.  Numbers that are not shown
    are nowhere in the result.

    Args:
        strategy: the strategy.
        indicator: the id of the indicator.
        on: the day.

    Raises:
        UnknownNameError: when there is no such indicator.
    """
    return groups_of(course_of(strategy, indicator, on, None))


def groups_of(course: Course) -> Groups:
    """Put the groups of an indicator side by side, of which everything is gathered."""
    found, strategy = course.series, course.strategy
    dates: dict[tuple[str, ...], Date] = {}
    for one in found.groups:
        if one.is_measured:
            dates[_kinds(one)] = max(one.date, dates.get(_kinds(one), one.date), key=when)
    by_date: defaultdict[Date, list[tuple[str, ...]]] = defaultdict(list)
    for kinds, dated in dates.items():
        by_date[dated].append(kinds)
    divisions = [
        one for dated, some in by_date.items() for one in _divisions(strategy, found, dated, some)
    ]
    ordered = sorted(divisions, key=lambda one: (one.by.count("×"), one.by))
    return Groups(course.thing, course.on, tuple(ordered))


def _kinds(one: Observation) -> tuple[str, ...]:
    return tuple(kind for kind, _ in one.groups)


def _divisions(
    strategy: Strategy, found: Series, dated: Date, kinds: Sequence[tuple[str, ...]]
) -> Iterator[Division]:
    indicator = strategy.indicators[found.indicator]
    values = {one.groups: one for one in found.groups if one.date == dated and one.is_measured}
    unshown = _unshown(strategy, found, dated)
    whole = next((one for one in found.measured if one.date == dated and not one.joined), None)
    for kind in kinds:
        some = [one for one in values.values() if _kinds(one) == kind]
        cells = _cells(some, unshown)
        count = sum(one.is_hidden for one in cells)
        fault = None if whole is None else added_up(_sum(strategy, found, whole, some, count))
        by = " × ".join(kind)
        gap = _gap(cells) if _is_rate(indicator) else None
        yield Division(by, dated, cells, gap, fault, indicator.unit)


def _unshown(strategy: Strategy, found: Series, dated: Date) -> frozenset[Group]:
    """Give the groups that are not shown at a date, whichever disaggregation they belong to."""
    indicator = strategy.indicators[found.indicator]
    if not counts_people(strategy, indicator):
        return frozenset()
    counts = {
        one.groups: one.value
        for one in found.groups
        if one.date == dated and not isinstance(one.value, str)
    }
    limits = strategy.head.monitoring or Monitoring()
    return hidden(counts, limits.smallest_group)


def _cells(some: Sequence[Observation], unshown: frozenset[Group]) -> tuple[Cell, ...]:
    shown = [one for one in some if one.groups not in unshown]
    ordered = sorted(shown, key=lambda one: (isinstance(one.value, str), _fall(one), one.groups))
    left = sorted(_called(one) for one in some if one.groups in unshown)
    return (
        *(Cell(_called(one), one.value) for one in ordered),
        *(Cell(group, None, is_hidden=True) for group in left),
    )


def _fall(one: Observation) -> float:
    return 0 if isinstance(one.value, str) else -one.value


def _called(one: Observation) -> str:
    return ", ".join(group for _, group in one.groups)


def _is_rate(indicator: Indicator) -> bool:
    return indicator.measure == "percentage" or indicator.aggregate in ("mean", "none")


def _gap(cells: Sequence[Cell]) -> float | None:
    numbers = [exact(one.value) for one in cells if isinstance(one.value, int | float)]
    if len(numbers) < 2 or len(numbers) < sum(one.value is not None for one in cells):  # noqa: PLR2004 - a gap has two sides
        return None
    return bounded(max(numbers) - min(numbers))


def _sum(
    strategy: Strategy, found: Series, whole: Observation, some: Sequence[Observation], count: int
) -> Sum:
    indicator = strategy.indicators[found.indicator]
    return Sum(
        whole.value,
        tuple(one.value for one in some),
        indicator.aggregate,
        is_share=indicator.measure == "percentage",
        is_people=counts_people(strategy, indicator),
        has_secret=count > 0,
    )
