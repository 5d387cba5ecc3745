"""A value that the authors left open with `tbd`."""

from collections.abc import Iterator

from toc.findings import Route, Severity
from toc.model.strategy import SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.vocabulary import FIELDS
from toc.words import Message

_FIELD = 3


@rule(Severity.WARNING, adopted=Severity.ERROR, sketch=Severity.NOTE)
def value_left_open(case: Case) -> Iterator[Complaint]:
    """Find every `tbd`."""
    for route in case.strategy.open_points:
        yield complaint(
            route,
            _message(case, route),
            Message("decide it, or say in a meeting who will and by when"),
            question=_question(case, route),
        )


def _question(case: Case, route: Route) -> Message:
    if route[0] not in SECTIONS or len(route) < _FIELD:
        field = _called(str(route[-1]))
        return Message("Still open, {field}: who decides it, and by when?", {"field": field})
    values = {"field": _called(str(route[2])), "entry": case.title(str(route[1]))}
    return Message("Still open, {field} of “{entry}”: who decides it, and by when?", values)


def _called(field: str) -> Message | str:
    return FIELDS.get(field, f"“{field}”")


def _message(case: Case, route: Route) -> Message:
    if route[0] not in SECTIONS or len(route) < _FIELD:
        return Message("“{field}” is still open", {"field": str(route[-1])})
    values = {"field": str(route[2]), "entry": case.title(str(route[1]))}
    return Message("“{field}” of “{entry}” is still open", values)
