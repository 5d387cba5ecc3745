"""Scales: round numbers along an axis, and days along another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Days", "Span", "days_of", "span_of"]

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
_YEAR = 12
_MONTH = 30.44
"""Days of a month, about."""

_YEAR_LONG, _MONTH_LONG = 4, 7
"""Letters of a written day."""

_WIDEN = 0.1
_ALIKE = 1e-9
"""Values that differ by a smaller share are drawn as one."""

_NOUGHT = 1e-280
_ALONE = 45
"""Days shown around a single one."""


@dataclass(frozen=True, slots=True)
class Span:
    """An axis of values.

    Attributes:
        low: its lower end.
        high: its upper end; more than the lower.
        marks: round numbers upon it, rising.
    """

    low: float
    high: float
    marks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Give how far up a value lies, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def span_of(values: Iterable[float], most: int = 4) -> Span:
    """Give the axis on which values are shown: from a round number to a round number.

    Args:
        values: at least one.
        most: steps between the marks.

    >>> span_of([3, 47]).marks
    (0.0, 20.0, 40.0, 60.0)
    >>> span_of([70, 70]).marks
    (60.0, 65.0, 70.0, 75.0, 80.0)
    """
    known = [value if abs(value) > _NOUGHT else 0.0 for value in values]
    low, high = min(known), max(known)
    size = max(abs(low), abs(high))
    if high - low <= size * _ALIKE:
        wide = size * _WIDEN or 1.0
        low, high = low - wide, high + wide
    step = _step((high - low) / most)
    first, last = floor(low / step), ceil(high / step)
    marks = tuple(float(f"{at * step:.12g}") for at in range(first, last + 1))
    return Span(marks[0], marks[-1], marks)


def _step(rough: float) -> float:
    """Give the round number that is no smaller."""
    power = floor(log10(rough))
    for step in _STEPS:
        found = float(f"{step}e{power}")
        if found >= rough * (1 - 1e-9):
            return found
    return float(f"1e{power + 1}")


@dataclass(frozen=True, slots=True)
class Days:
    """An axis of days.

    Attributes:
        first: its first day.
        last: its last day, later than the first.
    """

    first: date
    last: date

    def share(self, day: date) -> float:
        """Give how far along a day lies, from 0 to 1."""
        return (day - self.first).days / (self.last - self.first).days

    def marks(self, most: int) -> tuple[tuple[date, str], ...]:
        """Give days to be named, at most so many: beginnings of years or of months.

        >>> [name for _, name in Days(date(2025, 3, 1), date(2028, 12, 31)).marks(4)]
        ['2026', '2027', '2028']
        >>> [name for _, name in Days(date(2026, 7, 15), date(2026, 12, 31)).marks(4)]
        ['2026-10']
        """
        months = (self.last - self.first).days / _MONTH
        steps = [step for step in _MONTHS if months / step <= most + 1] or [_MONTHS[-1]]
        every = [tuple(self._every(step)) for step in steps[:3]]
        found = next((one for one in every if len(one) <= most), every[-1])
        return found[:: max(ceil(len(found) / most), 1)]

    def _every(self, step: int) -> Iterator[tuple[date, str]]:
        month = self.first.year * _YEAR + self.first.month - 1
        at = -(-month // step) * step
        while at // _YEAR <= min(self.last.year, date.max.year):
            day = date(at // _YEAR, at % _YEAR + 1, 1)
            if self.first <= day <= self.last:
                yield day, day.isoformat()[: _YEAR_LONG if step % _YEAR == 0 else _MONTH_LONG]
            at += step


def days_of(days: Iterable[date]) -> Days:
    """Give the axis on which days are shown; a single one stands in its middle."""
    known = sorted(days)
    first, last = known[0], known[-1]
    if first == last:
        before = max(first.toordinal() - _ALONE, 1)
        after = min(last.toordinal() + _ALONE, date.max.toordinal())
        return Days(date.fromordinal(before), date.fromordinal(after))
    return Days(first, last)
