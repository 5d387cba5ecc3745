"""A view between two things that does not name two."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_TWO = 2


@rule(Severity.WARNING, adopted=Severity.ERROR, looks_at=("between",))
def view_between_unclear(case: Case) -> Iterator[Complaint]:
    """Find views whose `between` names one thing, or more than two."""
    for name, view in case.strategy.views.items():
        count = len({one.lower() for one in view.between})
        if view.between and count != _TWO:
            yield complaint(
                ("views", name, "between"),
                Message(
                    "the view “{view}” is between two things, and names {count}",
                    {"view": case.title(name), "count": count},
                ),
                Message("name the two ends; for one thing write “upstream:” or “downstream:”"),
            )
