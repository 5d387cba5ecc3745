"""A review that was planned, whose day has passed, and of which nothing is written."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from toc.findings import Related, Route, Severity
from toc.model import Date, Duration, Review, Stage
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_MONTHS = 12


@dataclass(frozen=True)
class _Since:
    """From which date the time to the next review is counted, and the day that is."""

    day: date
    date: Date
    route: Route


@dataclass(frozen=True)
class _Due:
    """The last day on which the next review is in time, and where that is said."""

    day: date
    said: object
    plan: Route
    since: _Since


@rule(
    Severity.WARNING,
    since="running",
    relies_on=(
        *("reviews", "reviews.date", "reviews.next"),
        *("stages", "stages.period", "stages.review"),
        *("strategy.period", "strategy.status"),
    ),
    yields_to=("strategy-asleep",),
)
def review_overdue(case: Case) -> Iterator[Complaint]:
    """Find that the day of the next review, as it was set or as it follows, has passed."""
    if case.on is None or case.strategy.status == "closed":
        return
    reviews = case.strategy.reviews
    dated = {name: review.date for name, review in reviews.items() if review.date is not None}
    is_set_anew = any(one.first > case.on for one in dated.values())
    if is_set_anew or (reviews and not dated):
        return
    last = max(reversed(dated), key=lambda name: dated[name].last, default=None)
    due = _set(last, reviews[last]) if last is not None else None
    due = due or max(_following(case, case.on, last), key=lambda one: one.day, default=None)
    if due is not None and due.day < case.on:
        yield _complaint(due)


def _set(name: str, review: Review) -> _Due | None:
    if review.next is None or review.date is None:
        return None
    since = _Since(review.date.last, review.date, ("reviews", name, "date"))
    return _Due(review.next.last, review.next, ("reviews", name, "next"), since)


def _following(case: Case, on: date, last: str | None) -> Iterator[_Due]:
    """Go through what follows from the stages in which the strategy is."""
    for name, stage in case.strategy.stages.items():
        every = None if stage.review is None else stage.review.every
        since = max(_beginnings(case, name, stage, last), key=lambda one: one.day, default=None)
        if every is None or every == Duration() or since is None or not _is_now(stage, on):
            continue
        day = _after(since, every)
        if day is not None:
            yield _Due(day, day.isoformat(), ("stages", name, "review", "every"), since)


def _is_now(stage: Stage, on: date) -> bool:
    first, last = (stage.period.first, stage.period.last) if stage.period else (None, None)
    return (first is None or first <= on) and (last is None or on <= last)


def _beginnings(case: Case, name: str, stage: Stage, last: str | None) -> Iterator[_Since]:
    """Go through the dates of which the latest begins the time to the next review."""
    review = None if last is None else case.strategy.reviews[last].date
    if last is not None and review is not None:
        yield _Since(review.last, review, ("reviews", last, "date"))
    if stage.period and stage.period.start:
        start = stage.period.start
        yield _Since(start.first, start, ("stages", name, "period"))
    if case.strategy.head.period and case.strategy.head.period.start:
        start = case.strategy.head.period.start
        yield _Since(start.first, start, ("strategy", "period"))


def _after(since: _Since, every: Duration) -> date | None:
    """Give the last day in time: where only a month is known, the month's last."""
    months = since.day.month - 1 + every.months + _MONTHS * every.years
    year, month = since.day.year + months // _MONTHS, months % _MONTHS + 1
    if year > MAXYEAR:
        return None
    day = date(year, month, min(since.day.day, monthrange(year, month)[1]))
    try:
        due = day + timedelta(weeks=every.weeks, days=every.days)
    except OverflowError:
        return None
    is_exact = since.date.precision == "day"
    return due if is_exact else due.replace(day=monthrange(due.year, due.month)[1])


def _complaint(due: _Due) -> Complaint:
    values = {"date": due.said}
    counted = Message("the time is counted from {date}", {"date": due.since.date})
    return complaint(
        due.plan,
        Message("the review that was due {date} has not been held", values),
        Message("hold it, and write it down under “reviews:” with its decisions and the next date"),
        related=[Related(counted, due.since.route)],
        question=Message("When do we hold the review that was due {date}?", values),
    )
