"""A target for a time in which the strategy does not apply."""

from collections.abc import Iterator, Mapping

from toc.findings import Related, Severity
from toc.model import Date, Interval
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, looks_at=("target", "milestones"))
def target_outside_period(case: Case) -> Iterator[Complaint]:
    """Find indicators with neither a target nor a milestone in the strategy's period."""
    period = case.strategy.head.period
    if period is None or _is_reversed(period):
        return
    for name, indicator in case.strategy.indicators.items():
        dates = (*indicator.target, *indicator.milestones)
        if not indicator.target or any(_may_fall_in(period, date) for date in dates):
            continue
        last = max(indicator.target, key=lambda date: (date.last, date.first))
        values = {"indicator": case.title(name), "date": str(last), "period": str(period)}
        yield complaint(
            ("indicators", name, "target", str(last)),
            _message(period, last, values),
            Message("set a target, or at least a milestone, within the period {period}", values),
            related=[
                Related(
                    Message("the strategy’s period is {period}", values), ("strategy", "period")
                )
            ],
            question=Message(
                "How far should “{indicator}” have come by the end of the strategy?", values
            ),
        )


def _message(period: Interval, date: Date, values: Mapping[str, object]) -> Message:
    if period.last is not None and date.first > period.last:
        return Message(
            "the target of “{indicator}” is for {date}, when the strategy is over", values
        )
    return Message("the target of “{indicator}” is for {date}, before the strategy begins", values)


def _is_reversed(period: Interval) -> bool:
    return period.first is not None and period.last is not None and period.first > period.last


def _may_fall_in(period: Interval, date: Date) -> bool:
    is_before = period.first is not None and date.last < period.first
    is_after = period.last is not None and date.first > period.last
    return not (is_before or is_after)
