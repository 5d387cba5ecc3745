"""A pilot of which nobody knows when it has succeeded."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.model import Date, Pilot
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("scale_if", "adapt_if", "stop_if"),
)
def pilot_without_decision_rule(case: Case) -> Iterator[Complaint]:
    """Find pilots that say under no result what is decided."""
    for name, pilot in case.strategy.pilots.items():
        if not (case.strategy.has_lost(pilot) or pilot.scale_if or pilot.adapt_if or pilot.stop_if):
            yield _complaint(case, name, _beginning(case, pilot))


def _beginning(case: Case, pilot: Pilot) -> Date | None:
    start = None if pilot.period is None else pilot.period.start
    return start if start and case.on and start.first <= case.on else None


def _complaint(case: Case, name: str, begun: Date | None) -> Complaint:
    values = {"pilot": case.title(name), "date": begun}
    began = Message("it has begun: {date}", values)
    return complaint(
        ("pilots", name, KEY),
        Message("nobody has said at which result “{pilot}” is continued or stopped", values)
        if begun is None
        else Message(
            "“{pilot}” has begun, and nobody has said at which result it is continued or stopped",
            values,
        ),
        Message(
            "say it with a number, before anybody knows the result: {form}",
            {"form": "scale_if: …, stop_if: …"},
        ),
        related=[] if begun is None else [Related(began, ("pilots", name, "period"))],
        question=Message(
            "At which result would you do “{pilot}” everywhere, and at which would you stop it?",
            values,
        ),
    )
