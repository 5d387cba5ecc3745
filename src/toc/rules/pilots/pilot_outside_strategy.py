"""A pilot that tries no measure of the strategy."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ERROR, sketch=Severity.NOTE, looks_at=("of",))
def pilot_outside_strategy(case: Case) -> Iterator[Complaint]:
    """Find pilots that name nothing under `of`."""
    for name, pilot in case.strategy.pilots.items():
        if not pilot.of:
            values = {"pilot": case.title(name)}
            yield complaint(
                ("pilots", name, KEY),
                Message("“{pilot}” tries no measure of the strategy", values),
                Message("name the activities that it tries: {form}", {"form": "of: […]"}),
                question=Message("Which measure of the strategy would “{pilot}” try?", values),
            )
