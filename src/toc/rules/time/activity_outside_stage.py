"""An activity or a pilot that takes place outside its own stage."""

from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.model import Interval
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("period", "stage"),
    yields_to=("period-reversed", "activity-outside-period"),
)
def activity_outside_stage(case: Case) -> Iterator[Complaint]:
    """Find activities and pilots no day of which can be within the stage that they name."""
    for section in ("activities", "pilots"):
        for name, entry in getattr(case.strategy, section).items():
            kind, stage = case.strategy.index.get((entry.stage or "").lower(), ("", ""))
            if kind != "stages" or entry.period is None:
                continue
            whole = case.strategy.stages[stage].period
            if whole is not None and _are_apart(entry.period, whole):
                yield _complaint(case, section, name, stage)


def _are_apart(one: Interval, other: Interval) -> bool:
    if _is_reversed(other):
        return False  # told of by itself
    return _is_before(one, other) or _is_before(other, one)


def _is_reversed(period: Interval) -> bool:
    return period.first is not None and period.last is not None and period.first > period.last


def _is_before(one: Interval, other: Interval) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _complaint(case: Case, section: str, name: str, stage: str) -> Complaint:
    values = {
        "activity": case.title(name),
        "period": getattr(case.strategy, section)[name].period,
        "stage": case.title(stage),
        "whole": case.strategy.stages[stage].period,
    }
    return complaint(
        (section, name, "period"),
        Message("“{activity}” takes place in {period}, and its stage “{stage}” in {whole}", values),
        Message("correct the period, or name the stage in which it really takes place"),
        related=[
            Related(
                Message("the period of “{stage}”", {"stage": values["stage"]}),
                ("stages", stage, "period"),
            )
        ],
        question=Message(
            "Does “{activity}” belong to “{stage}”, or does it come at another time?", values
        ),
    )
