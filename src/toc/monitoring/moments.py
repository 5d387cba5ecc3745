"""When a value counts, in years, and how long a frequency is in days."""

from __future__ import annotations

from calendar import isleap
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.analysis.days import later, told

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Date, Duration

__all__ = ["LARGEST", "after", "bounded", "days_of", "exact", "moment", "when"]

YEAR = 365.2425
MONTH = YEAR / 12
WEEK = 7
_QUARTER = 3
LARGEST = Fraction(10**300)
"""Beyond this nothing is measured, and nothing can be reckoned with."""


def exact(number: float) -> Fraction:
    """Read a number as it is written, so that 0.1 and 0.2 are 0.3."""
    return Fraction(str(number))


def bounded(number: Fraction) -> float:
    """Give a number as programs hold it; what is beyond all of theirs as the largest."""
    return float(min(max(number, -LARGEST), LARGEST))


def moment(when: Date, on: date | None = None) -> Fraction:
    """Give when a value counts, as a year with its fraction.

    A value counts at the end of its date: that of 2026 at the end of the year, so that
    four years lie between those of 2015 and of 2019.  Of a date that is not over yet it
    counts on the day for which is asked.

    Args:
        when: the date.
        on: the day for which is asked.

    >>> from toc.model import Date
    >>> moment(Date.of("2019")) - moment(Date.of("2015"))
    Fraction(4, 1)
    """
    day = when.last if on is None else min(when.last, on)
    return day.year + Fraction(day.timetuple().tm_yday, 366 if isleap(day.year) else 365)


def when(dated: Date) -> tuple[date, date]:
    """Give what dates are put in order by: the end first, and of two the one that says more."""
    return dated.last, dated.first


def days_of(length: Duration) -> float:
    """Give how many days a length of time has, on the average of the calendar."""
    days = length.days + WEEK * length.weeks
    return days + MONTH * length.months + YEAR * length.years


def after(last: Date, frequency: Duration) -> Date:
    """Give when the next value is due, no more exactly than the last one was dated.

    A value of a year that is measured every few months is due by a month.

    >>> from toc.model import Date, Duration
    >>> half = Duration.of("P6M")
    >>> [str(after(Date.of(last), half)) for last in ("2026-11", "2026-11-30", "2026")]
    ['2027-05', '2027-05-30', '2027-06']
    >>> str(after(Date.of("2026"), Duration.of("P1Y")))
    '2027'
    """
    precision = last.precision
    if frequency.weeks or frequency.days:
        precision = "day"
    elif (precision == "year" and frequency.months) or (
        precision == "quarter" and frequency.months % _QUARTER
    ):
        precision = "month"
    return told(later(last.last, frequency), [precision])
