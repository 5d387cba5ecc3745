"""An indicator that has not been measured as often as it should."""

from collections.abc import Iterator, Sequence
from datetime import date

from toc.findings import KEY, Related, Severity
from toc.model import Date, Indicator, Monitoring
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_MONTH = 365.2425 / 12
_FEW_DAYS = 60
_UNMEASURED = frozenset("fz")
"""A forecast was not measured, and what does not apply has no value."""


@rule(
    Severity.WARNING,
    since="running",
    looks_at=("frequency", "actual", "milestones", "target"),
)
def readings_stale(case: Case) -> Iterator[Complaint]:
    """Find indicators whose last value is older than one and a half times their frequency."""
    if case.on is None or case.strategy.status == "closed":
        return
    from toc.monitoring.moments import days_of  # noqa: PLC0415 - only who is running pays

    limits = case.strategy.head.monitoring or Monitoring()
    rows: dict[str, list[Date]] = {}
    for reading in case.strategy.readings:
        if not set(reading.flag) & _UNMEASURED:
            rows.setdefault(reading.indicator, []).append(reading.date)
    for name, indicator in case.strategy.indicators.items():
        last = _last_value(indicator, [*rows.get(name, ()), *_scored(case, name)], case.on)
        if last is None or indicator.frequency is None or _has_arrived(indicator, last):
            continue
        if not (indicator.actual or name in rows) and _was_due(indicator, case.on):
            continue  # told of as a target that nobody knows to be reached
        age, most = (case.on - last.last).days, limits.stale * days_of(indicator.frequency)
        if 0 < most < age:
            yield _complaint(case, name, last, age)


def _scored(case: Case, name: str) -> Sequence[Date]:
    """Give the dates of the assessments whose scores are its values."""
    if not case.strategy.indicators[name].assessed:
        return ()
    from toc.assessing import readings_of  # noqa: PLC0415 - most indicators are no scores

    return [one.date for one in readings_of(case.strategy, name)]


def _last_value(indicator: Indicator, rows: Sequence[Date], on: date) -> Date | None:
    values = (*indicator.baseline.items(), *indicator.actual.items())
    measured = [
        when
        for when, one in values
        if (one.value is not None or one.by) and not set(one.flag) & _UNMEASURED
    ]
    past = [when for when in (*measured, *rows) if when.first <= on]
    return max(past, key=lambda when: (when.last, when.first), default=None)


def _has_arrived(indicator: Indicator, last: Date) -> bool:
    return bool(indicator.target) and last.last >= max(end.first for end in indicator.target)


def _was_due(indicator: Indicator, on: date) -> bool:
    aims = (*indicator.milestones.items(), *indicator.target.items())
    return any(when.last < on and one.value is not None for when, one in aims)


def _complaint(case: Case, name: str, last: Date, age: int) -> Complaint:
    values = {"indicator": case.title(name), "date": str(last)}
    return complaint(
        ("indicators", name, KEY),
        Message(
            "the last value of “{indicator}” is of {date}, {age} ago", {**values, "age": _ago(age)}
        ),
        Message("enter the value that is due, or say how often it can really be measured"),
        related=[
            Related(
                Message("it should be measured more often than that"),
                ("indicators", name, "frequency"),
            )
        ],
        question=Message(
            "“{indicator}” was last measured in {date}: what do we know of it since?", values
        ),
    )


def _ago(days: int) -> Message:
    if days < _FEW_DAYS:
        return Message("{count} day", {"count": days}, plural="{count} days")
    return Message("{count} month", {"count": int(days / _MONTH)}, plural="{count} months")
