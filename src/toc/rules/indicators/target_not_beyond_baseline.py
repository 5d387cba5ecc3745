"""A target that lies on the wrong side of where the indicator began."""

from collections.abc import Iterator, Mapping

from toc.findings import Related, Severity
from toc.model import Date, Indicator, Measurement
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message, Sayable

_Numbers = Mapping[Date, int | float]


@rule(Severity.ERROR, looks_at=("direction", "baseline", "target"))
def target_not_beyond_baseline(case: Case) -> Iterator[Complaint]:
    """Find last targets that are on the wrong side of the latest baseline before them."""
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
        if since is not None and _is_behind(indicator, targets[until], baselines[since]):
            yield _complaint(case, name, (until, targets[until]), (since, baselines[since]))


def _numbers(values: Mapping[Date, Measurement]) -> _Numbers:
    found = ((date, one.value) for date, one in values.items())
    return {date: value for date, value in found if isinstance(value, int | float)}


def _latest(values: _Numbers) -> Date:
    return max(values, key=lambda date: (date.last, date.first))


def _is_behind(indicator: Indicator, target: float, baseline: float) -> bool:
    return target < baseline if indicator.direction == "up" else target > baseline


def _complaint(
    case: Case, name: str, target: tuple[Date, float], baseline: tuple[Date, float]
) -> Complaint:
    values: dict[str, Sayable | str] = {
        "indicator": case.title(name),
        "target": str(target[1]),
        "until": str(target[0]),
        "baseline": str(baseline[1]),
        "since": str(baseline[0]),
    }
    return complaint(
        ("indicators", name, "target", str(target[0])),
        _message(case.strategy.indicators[name], values),
        Message("correct the target or the baseline; or is it the direction that is wrong?"),
        related=[
            Related(
                Message("the baseline is {baseline} in {since}", values),
                ("indicators", name, "baseline", str(baseline[0])),
            )
        ],
        question=Message(
            "“{indicator}” stood at {baseline}: do we want it to rise or to fall, and how far?",
            values,
        ),
    )


def _message(indicator: Indicator, values: Mapping[str, object]) -> Message:
    if indicator.direction == "up":
        return Message(
            "“{indicator}” should rise, and its target of {target} for {until} is below "
            "the {baseline} of {since}",
            values,
        )
    return Message(
        "“{indicator}” should fall, and its target of {target} for {until} is above "
        "the {baseline} of {since}",
        values,
    )
