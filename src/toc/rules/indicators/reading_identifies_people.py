"""A group so small that its people can be recognised."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toc.findings import KEY, Related, Route, Severity
from toc.model import Date, Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@dataclass(frozen=True, slots=True)
class _Cell:
    group: str
    date: Date
    value: int | float | str
    route: Route

    def __str__(self) -> str:
        return f"{self.group} {self.date}: {self.value}"


@rule(Severity.WARNING, limit=10, looks_at=("unit", "measure"))
def reading_identifies_people(case: Case) -> Iterator[Complaint]:
    """Find counts of people in a group from 1 to just below the limit."""
    limit = case.limit(reading_identifies_people)
    rows = _rows(case)
    for name, indicator in case.strategy.indicators.items():
        cells = (*_cells(name, indicator), *rows.get(name, ()))
        small = [
            one for one in cells if isinstance(one.value, int | float) and 1 <= one.value < limit
        ]
        if small and _counts_people(case, indicator):
            yield _complaint(case, name, sorted(small, key=_by_date), limit)


def _by_date(cell: _Cell) -> tuple[object, ...]:
    return cell.date.last, cell.date.first, cell.group, str(cell.value)


def _cells(name: str, indicator: Indicator) -> Iterator[_Cell]:
    for field in ("baseline", "actual"):
        for date, one in getattr(indicator, field).items():
            for group, value in one.by.items():
                route = ("indicators", name, field, str(date), "by", group)
                yield _Cell(group, date, value, route)


def _rows(case: Case) -> Mapping[str, list[_Cell]]:
    found: defaultdict[str, list[_Cell]] = defaultdict(list)
    for reading in case.strategy.readings:
        if reading.by:
            route = ("indicators", reading.indicator, KEY)
            group = ", ".join(reading.by.values())
            found[reading.indicator].append(_Cell(group, reading.date, reading.value, route))
    return found


def _counts_people(case: Case, indicator: Indicator) -> bool:
    if indicator.measure not in (None, "number"):
        return False
    for language, wording in case.wordings(indicator.unit):
        found = case.lexicon.first(wording, language, "people-units")
        if found is not None and found.first == 0:
            return True
    return False


def _complaint(case: Case, name: str, small: list[_Cell], limit: float) -> Complaint:
    first, *others = small
    values = {
        "indicator": case.title(name),
        "count": len(small),
        "cell": str(first),
        "limit": f"{limit:g}",
    }
    return complaint(
        first.route,
        Message(
            "a group in “{indicator}” is so small that people can be recognised ({cell})",
            values,
            plural="{count} groups in “{indicator}” are so small that people can be recognised, "
            "the first: {cell}",
        ),
        Message("join it with another group, or write that it is fewer than {limit}", values),
        related=[
            Related(Message("here too: {cell}", {"cell": str(one)}), one.route)
            for one in others
            if one.route[-1] != KEY
        ],
    )
