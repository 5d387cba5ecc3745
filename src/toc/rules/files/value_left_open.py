"""A value that the authors left open with `tbd`."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, adopted=Severity.ERROR, sketch=Severity.NOTE)
def value_left_open(case: Case) -> Iterator[Complaint]:
    """Find every `tbd`."""
    for route in case.strategy.open_points:
        yield complaint(
            route,
            Message(
                "“{field}” of “{entry}” is still open",
                {
                    "field": str(route[2:3][0] if route[2:3] else route[-1]),
                    "entry": case.title(str(route[1:2][0] if route[1:2] else route[0])),
                },
            ),
            Message("decide it, or say in a meeting who will and by when"),
        )
