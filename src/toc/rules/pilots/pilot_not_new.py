"""A pilot of which nobody says what is new."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Activity, Pilot
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("of", "new"),
    relies_on=("activities", "activities.new"),
)
def pilot_not_new(case: Case) -> Iterator[Complaint]:
    """Find pilots without `new`, of which no measure is marked as new either."""
    for name, pilot in case.strategy.pilots.items():
        if not (case.strategy.has_lost(pilot) or pilot.new or _tries_something_new(case, pilot)):
            values = {"pilot": case.title(name), "field": "new:"}
            yield complaint(
                ("pilots", name, KEY),
                Message("nothing says what is new about “{pilot}”", values),
                Message(
                    "say it under {field}; if nothing is new, it is a measure and no pilot",
                    values,
                ),
                question=Message(
                    "What does “{pilot}” try that has never been done here before?", values
                ),
            )


def _tries_something_new(case: Case, pilot: Pilot) -> bool:
    measures = (case.strategy.entry(case.graph.node(one) or one) for one in pilot.of)
    return any(isinstance(one, Activity) and bool(one.new) for one in measures)
