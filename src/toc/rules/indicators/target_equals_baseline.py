"""A target that lies exactly where the indicator began."""

from collections.abc import Iterator, Mapping

from toc.findings import Related, Severity
from toc.model import Date, Measurement
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_Numbers = Mapping[Date, int | float]


@rule(Severity.WARNING, looks_at=("direction", "baseline", "target"))
def target_equals_baseline(case: Case) -> Iterator[Complaint]:
    """Find last targets of what should rise or fall that equal the latest baseline before them."""
    for name, indicator in case.strategy.indicators.items():
        targets = _numbers(indicator.target)
        if not targets or indicator.direction not in ("up", "down"):
            continue
        until = _latest(targets)
        baselines = {
            date: value
            for date, value in _numbers(indicator.baseline).items()
            if date.first <= until.last
        }
        since = _latest(baselines) if baselines else None
        if since is not None and targets[until] == baselines[since]:
            yield _complaint(case, name, until, since)


def _numbers(values: Mapping[Date, Measurement]) -> _Numbers:
    found = ((date, one.value) for date, one in values.items())
    return {date: value for date, value in found if isinstance(value, int | float)}


def _latest(values: _Numbers) -> Date:
    return max(values, key=lambda date: (date.last, date.first))


def _complaint(case: Case, name: str, until: Date, since: Date) -> Complaint:
    indicator = case.strategy.indicators[name]
    values = {
        "indicator": case.title(name),
        "target": str(indicator.target[until].value),
        "until": str(until),
        "baseline": str(indicator.baseline[since].value),
        "since": str(since),
    }
    return complaint(
        ("indicators", name, "target", str(until)),
        Message(
            "“{indicator}” should rise, and its target for {until} is the {target} of {since}",
            values,
        )
        if indicator.direction == "up"
        else Message(
            "“{indicator}” should fall, and its target for {until} is the {target} of {since}",
            values,
        ),
        Message(
            "set a target that shows the change; if it should only not get worse, write {form}",
            {"form": "direction: maintain"},
        ),
        related=[
            Related(
                Message("the baseline is {baseline} in {since}", values),
                ("indicators", name, "baseline", str(since)),
            )
        ],
        question=Message(
            "“{indicator}” stood at {baseline}: is it enough that it does not get worse, "
            "or how far should it come?",
            values,
        ),
    )
