"""Two stages of the roadmap that run at the same time, and do not say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from toc.findings import Related, Severity
from toc.model.dates import Date, Interval
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_COARSE = ("year", "quarter")


@dataclass(frozen=True)
class _Stretch:
    """The days that a stage surely takes up."""

    name: str
    period: Interval
    first: date
    last: date


@rule(
    Severity.WARNING,
    looks_at=("period", "overlap"),
    relies_on=("stages.overlap",),
    yields_to=("period-reversed",),
)
def stages_overlap(case: Case) -> Iterator[Complaint]:
    """Find stages that surely share more than a day with an earlier one."""
    # Whoever says why stages overlap need not be compared: the rest is one sweep.
    longest: _Stretch | None = None
    for stage in sorted(_stretches(case), key=lambda one: one.first):
        if longest is not None and stage.first < longest.last:
            yield _complaint(case, stage, longest)
        if longest is None or stage.last > longest.last:
            longest = stage


def _stretches(case: Case) -> Iterator[_Stretch]:
    for name, stage in case.strategy.stages.items():
        period = stage.period
        if stage.overlap or period is None or period.start is None or period.end is None:
            continue
        first, last = _surely_begun(period.start), _surely_running(period.end)
        if first < last:
            yield _Stretch(name, period, first, last)


def _surely_begun(start: Date) -> date:
    """Take a month as a whole; in a year or a quarter the stages may change hands."""
    return start.last if start.precision in _COARSE else start.first


def _surely_running(end: Date) -> date:
    return end.first if end.precision in _COARSE else end.last


def _complaint(case: Case, stage: _Stretch, other: _Stretch) -> Complaint:
    titles = {"stage": case.title(stage.name), "other": case.title(other.name)}
    dates = {"start": stage.period.start, "end": other.period.end}
    return complaint(
        ("stages", stage.name, "period"),
        Message("“{stage}” begins ({start}) before “{other}” is over ({end})", {**titles, **dates}),
        Message(
            "correct the dates, or say under {field} why the stages run side by side",
            {"field": "overlap:"},
        ),
        related=[
            Related(
                Message("the period of “{other}”", {"other": titles["other"]}),
                ("stages", other.name, "period"),
            )
        ],
        question=Message(
            "Does “{stage}” begin when “{other}” is over, or do they run side by side on purpose?",
            titles,
        ),
    )
