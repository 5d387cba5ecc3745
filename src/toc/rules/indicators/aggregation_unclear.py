"""Values of several groups, and nobody says how they add up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from toc.findings import KEY, Route, Severity
from toc.model import Date, Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_SEVERAL = 2
_SHOWN = 3

_Parts = Mapping[Date, tuple[list[str], Route]]


@rule(Severity.ADVICE, looks_at=("aggregate", "actual"))
def aggregation_unclear(case: Case) -> Iterator[Complaint]:
    """Find indicators that have values of groups without a total, and no `aggregate`."""
    rows = _rows_without_total(case)
    for name, indicator in case.strategy.indicators.items():
        parts = {**rows.get(name, {}), **_measured_without_total(name, indicator)}
        if indicator.aggregate is not None or not parts:
            continue
        first = min(parts, key=lambda date: (date.last, date.first))
        groups, route = parts[first]
        values = {"indicator": case.title(name), "date": str(first), "groups": _shown(groups)}
        yield complaint(
            route,
            Message(
                "“{indicator}” has values for {groups} in {date}, and nothing says how they add up",
                values,
            ),
            Message(
                "write the total beside them, or say what joins them: {forms}",
                {"forms": "aggregate: sum, mean, distinct, none"},
            ),
            question=Message(
                "“{indicator}”: may the groups be added up, or is somebody counted twice?", values
            ),
        )


def _shown(groups: list[str]) -> list[str]:
    return groups if len(groups) <= _SHOWN else [*groups[:_SHOWN], "…"]


def _measured_without_total(name: str, indicator: Indicator) -> _Parts:
    return {
        date: (list(one.by), ("indicators", name, field, str(date)))
        for field in ("baseline", "actual")
        for date, one in getattr(indicator, field).items()
        if one.value is None and len(one.by) >= _SEVERAL
    }


def _rows_without_total(case: Case) -> Mapping[str, _Parts]:
    groups: defaultdict[tuple[str, Date], list[str]] = defaultdict(list)
    whole: set[tuple[str, Date]] = set()
    for reading in case.strategy.readings:
        if reading.by:
            groups[reading.indicator, reading.date].append(", ".join(reading.by.values()))
        else:
            whole.add((reading.indicator, reading.date))
    found: defaultdict[str, dict[Date, tuple[list[str], Route]]] = defaultdict(dict)
    for (name, date), parts in groups.items():
        if (name, date) not in whole and len(parts) >= _SEVERAL:
            found[name][date] = (parts, ("indicators", name, KEY))
    return found
