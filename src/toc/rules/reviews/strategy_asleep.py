"""A running strategy in which nothing has been written for a year."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from toc.findings import KEY, Related, Route, Severity
from toc.model import Date, Interval, Strategy
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_MONTHS = 12


class _Trace(NamedTuple):
    """Something dated: its first and last day, as it is written, and where."""

    first: date
    last: date
    said: object
    route: Route


@rule(
    Severity.WARNING,
    since="running",
    limit=12,
    looks_at=("period",),
    relies_on=(
        *("indicators", "indicators.actual", "reviews", "reviews.date"),
        *("events", "events.date", "changelog", "changelog.date"),
    ),
)
def strategy_asleep(case: Case) -> Iterator[Complaint]:
    """Find that nothing is dated in the last months, of a strategy that runs for longer."""
    if case.on is None or case.strategy.status == "closed":
        return
    months = int(case.limit(strategy_asleep))
    since = _before(case.on, months)
    period = case.strategy.head.period
    began = period.first if period is not None else None
    past = [one for one in _traces(case) if one.first <= case.on]
    if (began is not None and began > since) or any(one.last >= since for one in past):
        return
    yield _complaint(months, max(past, key=lambda one: one.last, default=None))


def _before(day: date, months: int) -> date:
    counted = day.year * _MONTHS + day.month - 1 - months
    year, month = divmod(max(counted, _MONTHS), _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _traces(case: Case) -> Iterator[_Trace]:
    """Go through all that shows that somebody works with the strategy."""
    strategy = case.strategy
    for name, indicator in strategy.indicators.items():
        for when in indicator.actual:
            yield _day(when, ("indicators", name, "actual", str(when)))
    for reading in strategy.readings:
        yield _day(reading.date, ("indicators", reading.indicator))
    for name, event in strategy.events.items():
        if event.date is not None:
            yield _days(event.date, ("events", name, "date"))
    yield from _decisions(strategy)


def _decisions(strategy: Strategy) -> Iterator[_Trace]:
    dated = (
        *((review.date, "reviews", name) for name, review in strategy.reviews.items()),
        *((change.date, "changelog", key) for key, change in strategy.changelog.items()),
    )
    for when, section, key in dated:
        if when is not None:
            yield _day(when, (section, key, "date"))


def _day(when: Date, route: Route) -> _Trace:
    return _Trace(when.first, when.last, when, route)


def _days(when: Interval, route: Route) -> _Trace:
    return _Trace(when.first or date.min, when.last or date.max, when, route)


def _complaint(months: int, last: _Trace | None) -> Complaint:
    values = {"count": months, "date": "" if last is None else last.said}
    return complaint(
        ("strategy", KEY),
        Message("nothing in the strategy is dated, although it is running")
        if last is None
        else Message("nothing in the strategy is younger than {date}", values),
        Message("hold a review, and enter what was measured, decided and changed since"),
        related=[]
        if last is None
        else [Related(Message("the last thing that is dated"), last.route)],
        question=Message(
            "What has happened with the strategy in the last month?",
            values,
            plural="What has happened with the strategy in the last {count} months?",
        ),
    )
