"""Days that may be unknown, and how far a length of time leads."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from toc.model import Date

if TYPE_CHECKING:
    from collections.abc import Collection

    from toc.model import Duration

__all__ = ["later", "told"]

_MONTHS = 12
_PRECISIONS = ("year", "quarter", "month", "day")


def later(day: date, lag: Duration) -> date:
    """Give the day that a length of time leads to, or the last one there is.

    Months come first, then weeks and days; a day that a month does not have is its last.
    A later day never leads to an earlier one.

    >>> from toc.model import Duration
    >>> later(date(2026, 1, 31), Duration.of("P1M"))
    datetime.date(2026, 2, 28)
    """
    months = day.month - 1 + lag.months
    year, month = day.year + lag.years + months // _MONTHS, months % _MONTHS + 1
    if year > date.max.year:
        return date.max
    moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    days = 7 * lag.weeks + lag.days
    return date.max if days > (date.max - moved).days else moved + timedelta(days)


def told(day: date, precisions: Collection[str], *, after: date | None = None) -> Date:
    """Give a day no more exactly than the dates that it was reckoned from.

    Args:
        day: the first day that is possible.
        precisions: how exact those dates are; without any, a day is a day.
        after: a day from which it must be told apart, by more exactness if need be.

    >>> str(told(date(2026, 7, 1), ["day", "quarter"]))
    '2026-Q3'
    """
    ranks = [_PRECISIONS.index(one) for one in precisions]
    for rank in range(min(ranks, default=len(_PRECISIONS) - 1), len(_PRECISIONS)):
        shown = _shown(day, _PRECISIONS[rank])
        if after is None or shown.first > after:
            return shown
    return Date.of(day)


def _shown(day: date, precision: str) -> Date:
    if precision == "year":
        return Date(day.year)
    if precision == "quarter":
        return Date(day.year, (day.month + 2) // 3)
    return Date(day.year, None, day.month, day.day if precision == "day" else None)
