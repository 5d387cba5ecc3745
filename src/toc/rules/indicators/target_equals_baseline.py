"""A target that lies exactly where the indicator began."""

from collections.abc import Iterator, Mapping

from toc.findings import Related, Severity
from toc.model import Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.rulebook.aims import Aim, aim_of
from toc.words import Message


@rule(Severity.WARNING, looks_at=("direction", "band", "baseline", "target"))
def target_equals_baseline(case: Case) -> Iterator[Complaint]:
    """Find last targets of what should rise or fall that equal the latest baseline before them."""
    for name, indicator in case.strategy.indicators.items():
        aim = aim_of(indicator)
        if aim is not None and aim.target == aim.baseline:
            yield _complaint(case, name, aim)


def _complaint(case: Case, name: str, aim: Aim) -> Complaint:
    values = {
        "indicator": case.title(name),
        "target": str(aim.target),
        "until": str(aim.until),
        "baseline": str(aim.baseline),
        "since": str(aim.since),
    }
    return complaint(
        ("indicators", name, "target", str(aim.until)),
        _message(case.strategy.indicators[name], values),
        Message(
            "set a target that shows the change; if it should only not get worse, write {form}",
            {"form": "direction: maintain"},
        ),
        related=[
            Related(
                Message("the baseline is {baseline} in {since}", values),
                ("indicators", name, "baseline", str(aim.since)),
            )
        ],
        question=Message(
            "“{indicator}” stood at {baseline}: is it enough that it does not get worse, "
            "or how far should it come?",
            values,
        ),
    )


def _message(indicator: Indicator, values: Mapping[str, object]) -> Message:
    if indicator.direction == "up":
        return Message(
            "“{indicator}” should rise, and its target for {until} is the {target} of {since}",
            values,
        )
    return Message(
        "“{indicator}” should fall, and its target for {until} is the {target} of {since}", values
    )
