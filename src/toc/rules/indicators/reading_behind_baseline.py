"""A last value that is worse than the one from which it all began."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from toc.findings import Related, Severity
from toc.model import Date, Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.monitoring import Observation

_Baseline = tuple[Date, int | float]


@rule(
    Severity.ADVICE,
    looks_at=("direction", "band", "baseline", "actual"),
    yields_to=("target-missed",),
)
def reading_behind_baseline(case: Case) -> Iterator[Complaint]:
    """Find indicators whose last value is on the wrong side of the baseline before it."""
    for name, indicator in case.strategy.indicators.items():
        values = _values(case, name, indicator)
        last = values[-1] if values else None
        since = None if last is None else _before(indicator, last.date)
        if last is None or since is None or _is_broken(values, since[0]):
            continue
        if _is_worse(indicator, last, since):
            yield _complaint(case, name, last, since)


def _values(case: Case, name: str, indicator: Indicator) -> Sequence[Observation]:
    """Give the numbers that were measured by the day, of what should rise or fall."""
    is_kept = indicator.direction not in ("up", "down") or indicator.band is not None
    if is_kept or not (indicator.actual or name.lower() in case.strategy.readings_by_indicator):
        return ()
    from toc.monitoring.series import series  # noqa: PLC0415 - only who has measured pays

    found = series(case.strategy, name, case.on).measured
    return [one for one in found if not isinstance(one.value, str)]


def _before(indicator: Indicator, last: Date) -> _Baseline | None:
    """Give the latest baseline before a date."""
    found = [
        (when, one.value)
        for when, one in indicator.baseline.items()
        if isinstance(one.value, int | float) and _when(when) < _when(last)
    ]
    return max(found, key=lambda one: _when(one[0]), default=None)


def _when(one: Date) -> tuple[object, ...]:
    return one.last, one.first


def _is_broken(values: Sequence[Observation], since: Date) -> bool:
    """Whether a break in the series lies between: what came after cannot be compared."""
    return any("b" in one.flag and _when(one.date) > _when(since) for one in values)


def _is_worse(indicator: Indicator, last: Observation, since: _Baseline) -> bool:
    assert not isinstance(last.value, str)
    is_up = indicator.direction == "up"
    return last.value < since[1] if is_up else last.value > since[1]


def _complaint(case: Case, name: str, last: Observation, since: _Baseline) -> Complaint:
    values = {
        "indicator": case.title(name),
        "value": str(last.value),
        "date": str(last.date),
        "baseline": str(since[1]),
        "since": str(since[0]),
    }
    is_up = case.strategy.indicators[name].direction == "up"
    return complaint(
        last.route,
        Message(
            "“{indicator}” should rise, and fell from {baseline} in {since} to {value} in {date}",
            values,
        )
        if is_up
        else Message(
            "“{indicator}” should fall, and rose from {baseline} in {since} to {value} in {date}",
            values,
        ),
        Message("check the value; if it is right, say in a review what it means for the strategy"),
        related=[
            Related(
                Message("the baseline is {baseline} in {since}", values),
                ("indicators", name, "baseline", str(since[0])),
            )
        ],
        question=Message(
            "Why is “{indicator}” worse than at the beginning: {value} instead of {baseline}?",
            values,
        ),
    )
