"""Which values are due next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.things import Thing, things_of
from toc.monitoring.course import Course
from toc.monitoring.moments import after
from toc.monitoring.telling import Account
from toc.words import Message

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from toc.model import Date, Strategy
    from toc.words import Sayable

__all__ = ["Due", "due_of", "due_readings"]


@dataclass(frozen=True, slots=True)
class Due(Account):
    """When the next value of an indicator is due.

    Attributes:
        indicator: the indicator.
        date: when, no more exactly than the last value was dated.
        is_late: whether that date has passed.
        by: who measures it.
    """

    indicator: Thing
    date: Date
    is_late: bool
    by: tuple[Thing, ...] = ()
    assumed: tuple[Message, ...] = field(default=(), repr=False)

    @property
    def day(self) -> dt.date:
        """The last day on which it is not late."""
        return self.date.last

    @property
    def told(self) -> Sayable:
        """What is due when."""
        values = {"indicator": self.indicator.title, "day": str(self.date)}
        if self.is_late:
            return Message("“{indicator}” was due {day}", values)
        return Message("“{indicator}” is due {day}", values)


def due_readings(strategy: Strategy, on: dt.date) -> tuple[Due, ...]:
    """Give the next value of each indicator that says how often it is measured, soonest first.

    It is due its frequency after the last value; where there is none, after the baseline.
    """
    return due_of([Course(strategy, name, on) for name in strategy.indicators])


def due_of(courses: Iterable[Course]) -> tuple[Due, ...]:
    """Give the next value of each indicator of which everything is gathered."""
    return tuple(sorted(_each(courses), key=_when))


def _when(one: Due) -> tuple[object, ...]:
    return one.date.last, one.date.first, one.indicator.name


def _each(courses: Iterable[Course]) -> Iterator[Due]:
    for course in courses:
        strategy, indicator = course.strategy, course.indicator
        last = course.latest or course.baseline
        if indicator.frequency is None or last is None or strategy.status == "closed":
            continue
        target = course.target
        if target is not None and last.date.last >= target.date.first:
            continue
        due = after(last.date, indicator.frequency)
        known = [key for key in indicator.responsible if key.lower() in strategy.index]
        by = things_of(strategy, {strategy.index[key.lower()][1] for key in known})
        yield Due(course.thing, due, due.last < course.on, by)
