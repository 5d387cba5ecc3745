"""A period that ends before it begins."""

from collections.abc import Iterator

from toc.findings import Route, Severity
from toc.model.dates import Interval
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message, Sayable

_PERIODS = {"stages": "period", "activities": "period", "pilots": "period", "events": "date"}


@rule(Severity.ERROR)
def period_reversed(case: Case) -> Iterator[Complaint]:
    """Find intervals whose last day is before their first."""
    whole = case.strategy.head.period
    if whole is not None:
        yield from _check(("strategy", "period"), Message("the strategy"), whole)
    for section, field in _PERIODS.items():
        for name, entry in getattr(case.strategy, section).items():
            period = getattr(entry, field)
            if period is not None:
                title = Message("“{title}”", {"title": case.title(name)})
                yield from _check((section, name, field), title, period)


def _check(route: Route, entry: Sayable, period: Interval) -> Iterator[Complaint]:
    first, last = period.first, period.last
    if first is not None and last is not None and last < first:
        yield complaint(
            route,
            Message(
                "{entry} ends ({end}) before it begins ({start})",
                {"entry": entry, "end": period.end, "start": period.start},
            ),
            Message(
                "correct one of the dates; if they are exchanged, write {period}",
                {"period": f"{period.end}/{period.start}"},
            ),
        )
