"""Values of groups that cannot be those of parts of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from toc.findings import KEY, Route, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.model import Indicator
    from toc.monitoring import Division


@rule(Severity.WARNING, looks_at=("actual", "aggregate", "unit", "measure"))
def groups_do_not_add_up(case: Case) -> Iterator[Complaint]:
    """Find counts whose groups are more or less than the whole, and rates all on one side of it."""
    read = {one.indicator for one in case.strategy.readings if one.by}
    for name, indicator in case.strategy.indicators.items():
        if name not in read and not any(one.by for one in indicator.actual.values()):
            continue
        from toc.monitoring.groups import groups  # noqa: PLC0415 - only who has groups pays

        for one in groups(case.strategy, name, case.on or date.max).divisions:
            if one.fault is not None:
                yield _complaint(case, name, one)


def _complaint(case: Case, name: str, one: Division) -> Complaint:
    values = {
        "indicator": case.title(name),
        "date": str(one.date),
        "by": one.by or Message("groups"),
        "fault": one.fault,
    }
    return complaint(
        _route(case.strategy.indicators[name], name, one),
        Message("“{indicator}” in {date}, by {by}: {fault}", values),
        Message(
            "correct the value that is wrong, or add the group that is missing; if somebody is "
            "counted twice, write {form}",
            {"form": "aggregate: distinct"},
        ),
        question=Message("“{indicator}” by {by}: which of these values is wrong?", values),
    )


def _route(indicator: Indicator, name: str, one: Division) -> Route:
    """Point at the value that is written; a row of the spreadsheet has no route."""
    if one.date in indicator.actual:
        return ("indicators", name, "actual", str(one.date))
    return ("indicators", name, KEY)
