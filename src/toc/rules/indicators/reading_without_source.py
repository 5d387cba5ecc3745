"""Values that were measured, and nobody says where they are from."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Date
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_SHOWN = 3


@rule(Severity.ERROR, sketch=Severity.NOTE, looks_at=("source", "actual"))
def reading_without_source(case: Case) -> Iterator[Complaint]:
    """Find measured values without a source, in indicators without one."""
    rows: dict[str, set[Date]] = {}
    for reading in case.strategy.readings:
        if not reading.source:
            rows.setdefault(reading.indicator, set()).add(reading.date)
    for name, indicator in case.strategy.indicators.items():
        bare = {
            date
            for date, one in indicator.actual.items()
            if not one.source and (one.value is not None or one.by)
        }
        if (bare or name in rows) and not indicator.source:
            yield _complaint(case, name, bare, rows.get(name, set()))


def _complaint(case: Case, name: str, bare: set[Date], rows: set[Date]) -> Complaint:
    dates = [str(date) for date in sorted(bare | rows, key=_when)]
    shown = [*dates[:_SHOWN], *(["…"] if len(dates) > _SHOWN else [])]
    values = {"indicator": case.title(name), "count": len(dates), "dates": shown}
    route = ("actual", str(min(bare, key=_when))) if bare else (KEY,)
    return complaint(
        ("indicators", name, *route),
        Message(
            "nothing says where the value of “{indicator}” for {dates} is from",
            values,
            plural="nothing says where {count} values of “{indicator}” are from: {dates}",
        ),
        Message(
            "name the source beside the value, or once for the whole indicator: {form}",
            {"form": "source: …"},
        ),
        question=Message(
            "Who measured “{indicator}” for {dates}, and where is it written down?", values
        ),
    )


def _when(date: Date) -> tuple[object, ...]:
    return date.last, date.first
