"""A strategy of which nothing can be seen in its first half-year."""

from collections.abc import Iterator
from datetime import date

from toc.findings import KEY, Severity
from toc.model.dates import Date
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_MONTHS, _MONTHS_IN_YEAR = 6, 12


@rule(
    Severity.ADVICE,
    since="draft",
    looks_at=("period",),
    relies_on=("activities", "activities.quick_win", "outputs", "outputs.due"),
    yields_to=("period-reversed",),
)
def strategy_without_quick_win(case: Case) -> Iterator[Complaint]:
    """Find that no activity is a quick win and no output is due in the first six months."""
    activities = case.strategy.activities.values()
    if not activities or any(activity.quick_win for activity in activities):
        return
    period = case.strategy.head.period
    start = None if period is None else period.start
    if _is_too_late(case, start):
        return
    dates = (output.due for output in case.strategy.outputs.values() if output.due is not None)
    if any(start is None or _is_soon(due, start) for due in dates):
        return
    yield complaint(
        ("strategy", KEY),
        Message("no activity promises anything to see in the first six months"),
        Message(
            "mark one that shows a result so early with {form}, or plan one",
            {"form": "quick_win: true"},
        ),
        question=Message("What will people be able to see in the first six months?"),
    )


def _is_too_late(case: Case, start: Date | None) -> bool:
    """Whether the first half-year is over, so that nobody can plan for it any more."""
    if case.strategy.status in ("running", "closed"):
        return True
    today = None if case.on is None else Date.of(case.on)
    return today is not None and start is not None and not _is_soon(today, start)


def _is_soon(due: Date, start: Date) -> bool:
    """Give the benefit of the doubt: the first day that may be meant, after the last start."""
    month, day = _month(start.last), start.last.day
    return (_month(due.first), due.first.day) <= (month + _MONTHS, day)


def _month(day: date) -> int:
    return _MONTHS_IN_YEAR * day.year + day.month
