"""The time axis: which days stand where, and in months, quarters or years as the span asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.roadmap.months import QUARTERS, SHORT_MONTHS
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.words import Sayable

__all__ = ["Axis", "Span", "Tick", "axis_over"]

Unit: TypeAlias = Literal["month", "quarter", "year"]
Span: TypeAlias = tuple[int, int]
"""The first day and the day after the last, counted as Python counts days."""

_MONTHS_OF: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12}
_YEAR = 12
_WIDE: dict[Unit, float] = {"month": 36.0, "quarter": 31.9, "year": 31.9}
"""Room for the longest name of each."""

_LEAST_MONTHS = 3
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_AFTER_ALL = (date.max.year + 1) * _YEAR
"""The month after the last of the calendar."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of the axis with its name.

    Attributes:
        left: where it begins.
        right: where it ends.
        name: its name, empty where only some are named.
    """

    left: float
    right: float
    name: Sayable


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of whole months between two places on the sheet.

    Attributes:
        start: the first month, counted from the year nought.
        end: the month after the last.
        left: where it begins.
        right: where it ends.
    """

    start: int
    end: int
    left: float
    right: float

    @property
    def unit(self) -> Unit:
        """What its finer ticks are."""
        months, quarter = self.end - self.start, _MONTHS_OF["quarter"]
        if months <= self._most("month"):
            return "month"
        return "quarter" if months <= self._most("quarter") * quarter else "year"

    def _most(self, unit: Unit) -> int:
        """Count how many months, quarters or years can be named side by side."""
        return int((self.right - self.left) / _WIDE[unit])

    def x(self, day: int) -> float:
        """Give where a day begins, within the axis."""
        first, last = _day(self.start), _day(self.end)
        within = min(max(day, first), last)
        return self.left + (self.right - self.left) * (within - first) / (last - first)

    def holds(self, day: date) -> bool:
        """Whether a day stands on the axis."""
        return _day(self.start) <= day.toordinal() < _day(self.end)

    def ticks(self) -> Iterator[Tick]:
        """Give the finer ticks, from left to right."""
        step = _MONTHS_OF[self.unit] * (self._years if self.unit == "year" else 1)
        first = self.start - self.start % step
        for month in range(first, self.end, step):
            left, right = max(month, self.start), min(month + step, self.end)
            yield Tick(self.x(_day(left)), self.x(_day(right)), self._name(left))

    def years(self) -> Iterator[Tick]:
        """Give the years above months and quarters; none above years."""
        if self.unit == "year":
            return
        for year in range(self.start // _YEAR, (self.end - 1) // _YEAR + 1):
            left, right = max(year * _YEAR, self.start), min((year + 1) * _YEAR, self.end)
            name = Message("{name}", {"name": f"{year:04}"})
            yield Tick(self.x(_day(left)), self.x(_day(right)), name)

    @property
    def _years(self) -> int:
        """How many years a tick is wide, so that their names have room."""
        years = (self.end - self.start) / _YEAR
        most = self._most("year")
        return next((step for step in _STEPS if years / step <= most), _STEPS[-1])

    def _name(self, month: int) -> Sayable:
        year, within = divmod(month, _YEAR)
        if self.unit == "month":
            return SHORT_MONTHS[within]
        if self.unit == "quarter":
            return Message("{name}", {"name": QUARTERS[within // _MONTHS_OF["quarter"]]})
        return Message("{name}", {"name": f"{year:04}"})


def axis_over(spans: Iterable[Span], left: float, right: float) -> Axis:
    """Give an axis that holds some spans: whole months, quarters or years, and not too few.

    Args:
        spans: each as its first day and the day after its last.
        left: where the axis begins.
        right: where it ends.
    """
    known = tuple(spans)
    first = min((_month(span[0]) for span in known), default=_YEAR)
    last = max((_month(span[1] - 1) for span in known), default=_YEAR)
    rough = Axis(first, last + 1, left, right)
    step = _MONTHS_OF[rough.unit]
    start, end = first - first % step, last + step - last % step
    while end - start < _LEAST_MONTHS:
        start, end = max(start - 1, _YEAR), min(end + 1, _AFTER_ALL)
    return Axis(start, end, left, right)


def _month(day: int) -> int:
    found = date.fromordinal(min(max(day, 1), date.max.toordinal()))
    return found.year * _YEAR + found.month - 1


def _day(month: int) -> int:
    """Give the first day of a month; of those beyond the calendar, the day after it."""
    year, within = divmod(max(month, _YEAR), _YEAR)
    if year > date.max.year:
        return date.max.toordinal() + 1
    return date(year, within + 1, 1).toordinal()
