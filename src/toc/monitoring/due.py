"""Which values are due next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from toc.analysis.days import later
from toc.analysis.things import Thing, things_of
from toc.monitoring.course import Course
from toc.monitoring.telling import Account
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Due", "due_of", "due_readings"]


@dataclass(frozen=True, slots=True)
class Due(Account):
    """When the next value of an indicator is due.

    Attributes:
        indicator: the indicator.
        day: when.
        is_late: whether that day has passed.
        by: who measures it.
    """

    indicator: Thing
    day: date
    is_late: bool
    by: tuple[Thing, ...] = ()
    assumed: tuple[Message, ...] = field(default=(), repr=False)

    @property
    def told(self) -> Sayable:
        """What is due when."""
        values = {"indicator": self.indicator.title, "day": self.day.isoformat()}
        if self.is_late:
            return Message("“{indicator}” was due {day}", values)
        return Message("“{indicator}” is due {day}", values)


def due_readings(strategy: Strategy, on: date) -> tuple[Due, ...]:
    """Give the next value of each indicator that says how often it is measured, soonest first.

    It is due its frequency after the last value; where there is none, after the baseline.
    """
    return due_of([Course(strategy, name, on) for name in strategy.indicators])


def due_of(courses: Iterable[Course]) -> tuple[Due, ...]:
    """Give the next value of each indicator of which everything is gathered."""
    return tuple(sorted(_each(courses), key=lambda one: (one.day, one.indicator.name)))


def _each(courses: Iterable[Course]) -> Iterator[Due]:
    for course in courses:
        strategy, indicator = course.strategy, course.indicator
        last = course.latest or course.baseline
        if indicator.frequency is None or last is None or strategy.status == "closed":
            continue
        target = course.target
        if target is not None and last.date.last >= target.date.first:
            continue
        day = later(last.date.last, indicator.frequency)
        known = [key for key in indicator.responsible if key.lower() in strategy.index]
        by = things_of(strategy, {strategy.index[key.lower()][1] for key in known})
        yield Due(course.thing, day, day < course.on, by)
