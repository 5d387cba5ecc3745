"""A value that was to be reached by now, and was not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toc.findings import KEY, Related, Route, Severity
from toc.model import Date, Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_UNMEASURED = frozenset("fz")
"""A forecast was not measured, and what does not apply has no value."""


@dataclass(frozen=True, slots=True)
class _Value:
    date: Date
    value: int | float | str | None
    field: str = ""

    def route(self, name: str) -> Route:
        """Give the route to it; a row of the spreadsheet has none."""
        place = (self.field, str(self.date)) if self.field else (KEY,)
        return ("indicators", name, *place)


@rule(
    Severity.WARNING,
    since="running",
    looks_at=("direction", "milestones", "target", "actual"),
    yields_to=("target-not-beyond-baseline", "target-equals-baseline"),
)
def target_missed(case: Case) -> Iterator[Complaint]:
    """Find the last target or milestone that has passed and is not known to be reached."""
    if case.on is None:
        return
    rows = _rows(case)
    for name, indicator in case.strategy.indicators.items():
        aim = _last_due(indicator, case.on)
        if aim is None:
            continue
        values = _measured(indicator, rows.get(name, ()), case.on)
        if not values:
            yield _nothing_measured(case, name, aim)
        elif _is_missed(indicator, aim, values):
            yield _missed(case, name, aim, _telling(aim, values))


def _rows(case: Case) -> Mapping[str, Sequence[_Value]]:
    found: defaultdict[str, list[_Value]] = defaultdict(list)
    for reading in case.strategy.readings:
        if set(reading.flag) & _UNMEASURED:
            continue
        value = None if reading.by else reading.value
        found[reading.indicator].append(_Value(reading.date, value))
    return found


def _last_due(indicator: Indicator, on: date) -> _Value | None:
    past = [
        _Value(when, one.value, field)
        for field in ("milestones", "target")
        for when, one in getattr(indicator, field).items()
        if when.last < on and one.value is not None
    ]
    return max(past, key=_when, default=None)


def _measured(indicator: Indicator, rows: Sequence[_Value], on: date) -> Sequence[_Value]:
    """Give what was measured, in time; a value of groups alone is one that tells nothing."""
    values = [
        _Value(when, one.value, "actual")
        for when, one in indicator.actual.items()
        if not set(one.flag) & _UNMEASURED
    ]
    return sorted((one for one in (*values, *rows) if one.date.first <= on), key=_when)


def _when(one: _Value) -> tuple[date, date]:
    return one.date.last, one.date.first


def _is_missed(indicator: Indicator, aim: _Value, values: Sequence[_Value]) -> bool:
    """Whether the value of that time falls short, and so does all that came after it."""
    telling = _telling(aim, values)
    since = [one for one in values if _when(one) >= _when(telling)]
    return all(_falls_short(indicator, aim, one) for one in since)


def _telling(aim: _Value, values: Sequence[_Value]) -> _Value:
    """Give the last value that may be from before the date had passed, else the first after."""
    before = [one for one in values if one.date.first <= aim.date.last]
    return before[-1] if before else values[0]


def _falls_short(indicator: Indicator, aim: _Value, one: _Value) -> bool:
    if not (isinstance(aim.value, int | float) and isinstance(one.value, int | float)):
        return False
    if indicator.direction == "up":
        return one.value < aim.value
    return indicator.direction == "down" and one.value > aim.value


def _nothing_measured(case: Case, name: str, aim: _Value) -> Complaint:
    values = {"indicator": case.title(name), "aim": str(aim.value), "until": str(aim.date)}
    return complaint(
        ("indicators", name, KEY),
        Message(
            "“{indicator}” was to come to {aim} by {until}, and has not been measured yet", values
        ),
        Message("enter what was measured under “actual:” or in the spreadsheet of readings"),
        related=[Related(Message("{aim} by {until}", values), aim.route(name))],
        question=Message("Where does “{indicator}” stand: have we reached the {aim}?", values),
    )


def _missed(case: Case, name: str, aim: _Value, last: _Value) -> Complaint:
    values = {
        "indicator": case.title(name),
        "aim": str(aim.value),
        "until": str(aim.date),
        "value": str(last.value),
        "date": str(last.date),
    }
    return complaint(
        last.route(name),
        Message(
            "“{indicator}” was to come to {aim} by {until}, and stood at {value} in {date}", values
        ),
        Message(
            "say in a review why, and what is changed: the activities, or the value and its date"
        ),
        related=[Related(Message("{aim} by {until}", values), aim.route(name))],
        question=Message(
            "Why did “{indicator}” not come to {aim} by {until}, and what do we change?", values
        ),
    )
