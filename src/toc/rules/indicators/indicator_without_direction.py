"""A target of which nobody says whether more or less is better."""

from collections.abc import Iterator, Mapping

from toc.findings import KEY, Severity
from toc.model import Date, Indicator, Measurement
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    looks_at=("direction", "band", "target"),
    yields_to=(
        "indicator-undefined",
        "indicator-counts-outputs",
        "indicator-without-baseline",
        "indicator-without-target",
    ),
)
def indicator_without_direction(case: Case) -> Iterator[Complaint]:
    """Find indicators with a number to reach and no direction."""
    for name, indicator in case.strategy.indicators.items():
        target = _last_number(indicator.target)
        if target is None or indicator.direction is not None or indicator.band is not None:
            continue
        values = {"indicator": case.title(name), "target": str(target)}
        yield complaint(
            ("indicators", name, KEY),
            Message(
                "“{indicator}” should come to {target}, and nothing says whether more or less "
                "is better",
                values,
            ),
            _mend(indicator, target),
            question=Message("Is it good news when “{indicator}” rises, or when it falls?", values),
        )


def _last_number(values: Mapping[Date, Measurement]) -> int | float | None:
    dated = sorted(values.items(), key=lambda item: (item[0].last, item[0].first))
    numbers = [one.value for _, one in dated if isinstance(one.value, int | float)]
    return numbers[-1] if numbers else None


def _mend(indicator: Indicator, target: float) -> Message:
    baseline = _last_number(indicator.baseline)
    if baseline is None or baseline == target:
        return Message("write {forms}", {"forms": "direction: up, down, maintain"})
    return Message(
        "write {form}, if the way from {baseline} to {target} is the good one",
        {
            "form": "direction: up" if target > baseline else "direction: down",
            "baseline": str(baseline),
            "target": str(target),
        },
    )
