"""A last value that is worse than the one from which it all began."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toc.findings import KEY, Related, Route, Severity
from toc.model import Date, Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@dataclass(frozen=True, slots=True)
class _Value:
    date: Date
    value: int | float
    field: str = ""

    def route(self, name: str) -> Route:
        """Give the route to it; a row of the spreadsheet has none."""
        place = (self.field, str(self.date)) if self.field else (KEY,)
        return ("indicators", name, *place)


@rule(
    Severity.ADVICE,
    looks_at=("direction", "baseline", "actual"),
    yields_to=("target-missed",),
)
def reading_behind_baseline(case: Case) -> Iterator[Complaint]:
    """Find indicators whose last value is on the wrong side of the baseline before it."""
    rows = _rows(case)
    for name, indicator in case.strategy.indicators.items():
        last = max((*_of(indicator, "actual"), *rows.get(name, ())), key=_when, default=None)
        if last is None:
            continue
        baselines = (one for one in _of(indicator, "baseline") if _when(one) < _when(last))
        since = max(baselines, key=_when, default=None)
        if since is not None and _is_worse(indicator, last, since):
            yield _complaint(case, name, last, since)


def _rows(case: Case) -> Mapping[str, Sequence[_Value]]:
    found: defaultdict[str, list[_Value]] = defaultdict(list)
    for reading in case.strategy.readings:
        if not reading.by and isinstance(reading.value, int | float):
            found[reading.indicator].append(_Value(reading.date, reading.value))
    return found


def _of(indicator: Indicator, field: str) -> Iterator[_Value]:
    for when, one in getattr(indicator, field).items():
        if isinstance(one.value, int | float):
            yield _Value(when, one.value, field)


def _when(one: _Value) -> tuple[date, date]:
    return one.date.last, one.date.first


def _is_worse(indicator: Indicator, last: _Value, since: _Value) -> bool:
    if indicator.direction == "up":
        return last.value < since.value
    return indicator.direction == "down" and last.value > since.value


def _complaint(case: Case, name: str, last: _Value, since: _Value) -> Complaint:
    values = {
        "indicator": case.title(name),
        "value": str(last.value),
        "date": str(last.date),
        "baseline": str(since.value),
        "since": str(since.date),
    }
    is_up = case.strategy.indicators[name].direction == "up"
    return complaint(
        last.route(name),
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
            Related(Message("the baseline is {baseline} in {since}", values), since.route(name))
        ],
        question=Message(
            "Why is “{indicator}” worse than at the beginning: {value} instead of {baseline}?",
            values,
        ),
    )
