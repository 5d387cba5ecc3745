"""Dates in words, as exact as they are: a day, a month, a quarter, a year, a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.words import Message

if TYPE_CHECKING:
    from toc.model import Date, Interval

__all__ = ["MONTHS", "SHORT_MONTHS", "SURE", "said", "said_period"]

MONTHS = (
    Message("January"),
    Message("February"),
    Message("March"),
    Message("April"),
    Message("May"),
    Message("June"),
    Message("July"),
    Message("August"),
    Message("September"),
    Message("October"),
    Message("November"),
    Message("December"),
)
SHORT_MONTHS = (
    Message("Jan"),
    Message("Feb"),
    Message("Mar"),
    Message("Apr"),
    Message("May"),
    Message("Jun"),
    Message("Jul"),
    Message("Aug"),
    Message("Sep"),
    Message("Oct"),
    Message("Nov"),
    Message("Dec"),
)
QUARTERS = ("I", "II", "III", "IV")

SURE = {
    "day": Message("known to the day"),
    "month": Message("known to the month"),
    "quarter": Message("known to the quarter"),
    "year": Message("known to the year"),
}
"""How exact a date is."""


def said(when: Date) -> Message:
    """Say a date, no more exactly than it is known.

    >>> from toc.model import Date
    >>> [said(Date.of(one)).say("en") for one in ("2026", "2026-Q2", "2026-03", "2026-03-14")]
    ['2026', 'quarter II of 2026', 'March 2026', '14 March 2026']
    """
    year = f"{when.year:04}"
    if when.quarter is not None:
        return Message("quarter {quarter} of {year}", _of(year, quarter=QUARTERS[when.quarter - 1]))
    if when.month is None:
        return Message("{name}", {"name": year})
    month = MONTHS[when.month - 1]
    if when.day is None:
        return Message("{month} {year}", _of(year, month=month))
    return Message("{day} {month} {year}", _of(year, month=month, day=str(when.day)))


def _of(year: str, **values: object) -> dict[str, object]:
    return {"year": year, **values}


def _month(when: Date) -> tuple[int, int | None]:
    return when.year, when.month


def said_period(period: Interval) -> Message:
    """Say a period; one that is open says so.

    >>> from toc.model import Interval
    >>> said_period(Interval.of("2026-03/..")).say("en")
    'from March 2026, with no end given'
    >>> said_period(Interval.of("2026-10-06/2026-10-08")).say("en")
    '6–8 October 2026'
    """
    start, end = period.start, period.end
    if start is None and end is None:
        return Message("with neither beginning nor end given")
    if start is None and end is not None:
        return Message("until {date}, with no beginning given", {"date": said(end)})
    if end is None and start is not None:
        return Message("from {date}, with no end given", {"date": said(start)})
    assert start is not None
    assert end is not None
    if start == end:
        return said(start)
    if start.day is not None and end.day is not None and _month(start) == _month(end):
        days = Message("{first}–{last}", {"first": str(start.day), "last": str(end.day)})
        month = MONTHS[end.first.month - 1]
        return Message("{day} {month} {year}", _of(f"{end.year:04}", month=month, day=days))
    return Message("{start} – {end}", {"start": said(start), "end": said(end)})
