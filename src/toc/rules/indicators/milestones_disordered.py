"""Milestones that do not lie on the way from the baseline to the target."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from toc.findings import Related, Route, Severity
from toc.model import Date, Indicator, Measurement
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@dataclass(frozen=True, slots=True)
class _Point:
    field: str
    date: Date
    value: int | float

    def route(self, name: str) -> Route:
        return ("indicators", name, self.field, str(self.date))


@rule(
    Severity.WARNING,
    looks_at=("direction", "baseline", "milestones", "target"),
    yields_to=("target-not-beyond-baseline", "target-equals-baseline"),
)
def milestones_disordered(case: Case) -> Iterator[Complaint]:
    """Find the first milestone that is out of time, else the first that goes backwards."""
    for name, indicator in case.strategy.indicators.items():
        if not indicator.milestones:
            continue
        late = _out_of_time(indicator)
        if late is not None:
            yield _out_of_time_complaint(case, name, *late)
            continue
        step = _backwards(_course(indicator), indicator.direction)
        if step is not None:
            yield _backwards_complaint(case, name, *step)


def _out_of_time(indicator: Indicator) -> tuple[Date, str, Date] | None:
    begin = min(indicator.baseline, key=lambda date: date.first, default=None)
    end = max(indicator.target, key=lambda date: date.last, default=None)
    for date in sorted(indicator.milestones, key=_when):
        if begin is not None and date.last < begin.first:
            return date, "baseline", begin
        if end is not None and date.first > end.last:
            return date, "target", end
    return None


def _when(date: Date) -> tuple[object, ...]:
    return date.last, date.first


def _course(indicator: Indicator) -> Sequence[_Point]:
    """Give the numbers in time: a baseline from its first day on, the rest by their last."""
    targets = sorted(_points("target", indicator.target), key=lambda one: _when(one.date))
    aims = (*_points("milestones", indicator.milestones), *targets[:-1])
    course = [((one.date.last, 1, one.date.first), one) for one in aims]
    course += [
        ((one.date.first, 0, one.date.last), one)
        for one in _points("baseline", indicator.baseline)
        if not targets or one.date.first <= targets[-1].date.last
    ]
    ordered = sorted(course, key=lambda dated: dated[0])
    return [*(one for _, one in ordered), *targets[-1:]]


def _points(field: str, values: Mapping[Date, Measurement]) -> Iterator[_Point]:
    for date, one in values.items():
        if isinstance(one.value, int | float):
            yield _Point(field, date, one.value)


def _backwards(course: Sequence[_Point], direction: str | None) -> tuple[_Point, _Point] | None:
    for before, after in pairwise(course):
        if after.field == "baseline":
            continue  # measured anew, so the way begins anew
        is_less, is_more = after.value < before.value, after.value > before.value
        if (direction == "up" and is_less) or (direction == "down" and is_more):
            return before, after
    return None


def _backwards_complaint(case: Case, name: str, before: _Point, after: _Point) -> Complaint:
    values = {
        "indicator": case.title(name),
        "before": str(before.value),
        "since": str(before.date),
        "after": str(after.value),
        "until": str(after.date),
    }
    is_up = case.strategy.indicators[name].direction == "up"
    return complaint(
        after.route(name),
        Message(
            "“{indicator}” should rise, and goes from {before} in {since} to {after} in {until}",
            values,
        )
        if is_up
        else Message(
            "“{indicator}” should fall, and goes from {before} in {since} to {after} in {until}",
            values,
        ),
        Message("put the values in the order in which they are to be reached"),
        related=[
            Related(Message("before it comes {before} in {since}", values), before.route(name))
        ],
        question=Message("On the way of “{indicator}”, how far should we be in {until}?", values),
    )


def _out_of_time_complaint(case: Case, name: str, date: Date, field: str, end: Date) -> Complaint:
    values = {"indicator": case.title(name), "date": str(date), "end": str(end)}
    is_early = field == "baseline"
    return complaint(
        ("indicators", name, "milestones", str(date)),
        Message("“{indicator}” has a milestone in {date}, before its baseline of {end}", values)
        if is_early
        else Message("“{indicator}” has a milestone in {date}, after its target of {end}", values),
        Message("correct the date: milestones lie between the baseline and the target"),
        related=[
            Related(
                Message("the baseline is of {end}", values)
                if is_early
                else Message("the last target is for {end}", values),
                ("indicators", name, field, str(end)),
            )
        ],
    )
