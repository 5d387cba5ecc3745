"""A level in words that is none of those that the indicator lists."""

from __future__ import annotations

from collections.abc import Iterator

from toc.findings import KEY, Route, Severity
from toc.model import Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.spelling import folded, nearest
from toc.words import Message

_FIELDS = ("baseline", "milestones", "target", "actual")


@rule(Severity.WARNING, looks_at=("levels", *_FIELDS))
def level_unknown(case: Case) -> Iterator[Complaint]:
    """Find values that are none of the levels that their indicator lists, each level once."""
    for name, indicator in case.strategy.indicators.items():
        known = {folded(level) for level in indicator.levels}
        told: set[str] = set()
        for route, value in _values(case, name, indicator) if known else ():
            level = folded(value)
            if level not in known and level not in told:
                told.add(level)
                yield _complaint(case, name, indicator, route, value)


def _values(case: Case, name: str, indicator: Indicator) -> Iterator[tuple[Route, str]]:
    for field in _FIELDS:
        for dated, one in getattr(indicator, field).items():
            route: Route = ("indicators", name, field, str(dated))
            if one.value is not None:
                yield route, str(one.value)
            yield from (((*route, "by", group), str(value)) for group, value in one.by.items())
    for reading in case.strategy.readings_by_indicator.get(name.lower(), ()):
        yield ("indicators", name, KEY), str(reading.value)


def _complaint(case: Case, name: str, indicator: Indicator, route: Route, value: str) -> Complaint:
    near = nearest(value, indicator.levels)
    values = {"indicator": case.title(name), "level": value, "levels": list(indicator.levels)}
    return complaint(
        route,
        Message("“{level}” is none of the levels of “{indicator}”: {levels}", values),
        Message("did you mean “{id}”?", {"id": near})
        if near is not None
        else Message("write one of them, or add it to “levels:”, in order from the lowest"),
        question=Message("“{indicator}”: above which level does “{level}” stand?", values),
    )
