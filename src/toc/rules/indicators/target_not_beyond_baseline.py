"""A target that lies on the wrong side of where the indicator began."""

from collections.abc import Iterator, Mapping

from toc.findings import Related, Severity
from toc.model import Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.rulebook.aims import Aim, aim_of
from toc.words import Message


@rule(Severity.ERROR, looks_at=("direction", "band", "baseline", "target"))
def target_not_beyond_baseline(case: Case) -> Iterator[Complaint]:
    """Find last targets that are on the wrong side of the latest baseline before them."""
    for name, indicator in case.strategy.indicators.items():
        aim = aim_of(indicator)
        if aim is not None and _is_behind(indicator, aim):
            yield _complaint(case, name, aim)


def _is_behind(indicator: Indicator, aim: Aim) -> bool:
    if indicator.direction == "up":
        return aim.target < aim.baseline
    return aim.target > aim.baseline


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
        Message("correct the target or the baseline; or is it the direction that is wrong?"),
        related=[
            Related(
                Message("the baseline is {baseline} in {since}", values),
                ("indicators", name, "baseline", str(aim.since)),
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
