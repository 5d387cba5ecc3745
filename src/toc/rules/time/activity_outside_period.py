"""An activity or a pilot that is not within the strategy's period."""

from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.model.dates import Interval
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, relies_on=("strategy.period",), yields_to=("period-reversed",))
def activity_outside_period(case: Case) -> Iterator[Complaint]:
    """Find activities and pilots that surely begin before the strategy, or end after it."""
    whole = case.strategy.head.period
    if whole is None:
        return
    for section in ("activities", "pilots"):
        for name, entry in getattr(case.strategy, section).items():
            if entry.period is not None and _is_outside(entry.period, whole):
                yield _complaint(case, section, name, whole)


def _complaint(case: Case, section: str, name: str, whole: Interval) -> Complaint:
    entry = getattr(case.strategy, section)[name]
    title = case.title(name)
    return complaint(
        (section, name, "period"),
        Message(
            "“{activity}” ({period}) is not within the strategy's period ({whole})",
            {"activity": title, "period": entry.period, "whole": whole},
        ),
        Message("move it into the strategy's period, or say that the strategy lasts longer"),
        related=[Related(Message("the strategy's period"), ("strategy", "period"))],
        question=Message(
            "Does “{activity}” take place while the strategy applies ({whole})?",
            {"activity": title, "whole": whole},
        ),
    )


def _is_outside(period: Interval, whole: Interval) -> bool:
    begins, ends = period.start, period.end
    starts_early = begins is not None and whole.first is not None and begins.last < whole.first
    ends_late = ends is not None and whole.last is not None and ends.first > whole.last
    return starts_early or ends_late
