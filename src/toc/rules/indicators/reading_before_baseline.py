"""A value that was measured before the one from which everything is counted."""

from collections.abc import Iterator

from toc.findings import Related, Route, Severity
from toc.model import Date, Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, looks_at=("baseline", "actual"))
def reading_before_baseline(case: Case) -> Iterator[Complaint]:
    """Find indicators with a value that is older than their first baseline."""
    rows = _first_rows(case)
    for name, indicator in case.strategy.indicators.items():
        baseline = min(indicator.baseline, key=_when, default=None)
        if baseline is None:
            continue
        values = [*_inline(name, indicator), *rows.get(name, ())]
        first = min(values, key=lambda one: _when(one[0]), default=None)
        if first is not None and first[0].last < baseline.first:
            yield _complaint(case, name, first, baseline)


def _first_rows(case: Case) -> dict[str, list[tuple[Date, Route]]]:
    """Give for each indicator its earliest row: a table may have thousands."""
    found: dict[str, list[tuple[Date, Route]]] = {}
    for number, row in enumerate(case.strategy.readings):
        known = found.get(row.indicator)
        if known is None or _when(row.date) < _when(known[0][0]):
            route = ("indicators", row.indicator, "readings", number)
            found[row.indicator] = [(row.date, route)]
    return found


def _inline(name: str, indicator: Indicator) -> Iterator[tuple[Date, Route]]:
    for date, one in indicator.actual.items():
        if one.value is not None or one.by:
            yield date, ("indicators", name, "actual", str(date))


def _when(date: Date) -> tuple[object, ...]:
    return date.first, date.last


def _complaint(case: Case, name: str, early: tuple[Date, Route], baseline: Date) -> Complaint:
    date, route = early
    values = {"indicator": case.title(name), "date": str(date), "baseline": str(baseline)}
    return complaint(
        route,
        Message(
            "“{indicator}” was read in {date}, before its baseline of {baseline}",
            values,
        ),
        Message("correct the date; if it is right, write the value as a baseline as well"),
        related=[
            Related(
                Message("the baseline stands here"),
                ("indicators", name, "baseline", str(baseline)),
            )
        ],
    )
