"""A strategy that measures nothing before its end."""

from collections.abc import Iterator
from datetime import date, timedelta

from toc.findings import KEY, Related, Severity
from toc.model.dates import Interval
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_LAST_PART = 0.1
_FEWEST = 4
_EXAMPLES = 3


@rule(
    Severity.ADVICE,
    looks_at=("period",),
    relies_on=("indicators", "indicators.target", "indicators.milestones"),
    yields_to=("period-reversed",),
)
def targets_all_at_the_end(case: Case) -> Iterator[Complaint]:
    """Find that most targets lie in the last tenth of the period, and no milestone before."""
    cut = _beginning_of_the_end(case.strategy.head.period)
    indicators = case.strategy.indicators
    if cut is None or any(indicator.milestones for indicator in indicators.values()):
        return
    dated = [(name, day.last >= cut) for name, one in indicators.items() for day in one.target]
    late = [name for name, is_late in dated if is_late]
    if len(late) >= _FEWEST and 2 * len(late) > len(dated):
        yield _complaint(case, list(dict.fromkeys(late)), len(late), len(dated))


def _complaint(case: Case, late: list[str], number: int, count: int) -> Complaint:
    return complaint(
        ("strategy", KEY),
        Message(
            "{number} of {count} target lies in the last tenth of the period, "
            "and no milestone before",
            {"number": number, "count": count},
            plural="{number} of {count} targets lie in the last tenth of the period, "
            "and no milestone before",
        ),
        Message(
            "give the most important indicators a value on the way: {form}",
            {"form": "milestones: {…}"},
        ),
        related=[
            Related(
                Message("the target of “{indicator}”", {"indicator": case.title(name)}),
                ("indicators", name, "target"),
            )
            for name in late[:_EXAMPLES]
        ],
        question=Message("What would show halfway whether the strategy is on its way?"),
    )


def _beginning_of_the_end(period: Interval | None) -> date | None:
    if period is None or period.first is None or period.last is None:
        return None
    days = (period.last - period.first).days + 1
    return None if days <= 0 else period.last - timedelta(days=int(days * _LAST_PART))
