"""A pilot that puts no assumption and no link to the test."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, adopted=Severity.ERROR, looks_at=("tests",))
def pilot_tests_nothing(case: Case) -> Iterator[Complaint]:
    """Find pilots that name nothing under `tests`."""
    for name, pilot in case.strategy.pilots.items():
        if not pilot.tests:
            yield complaint(
                ("pilots", name, KEY),
                Message("the pilot “{pilot}” tests nothing", {"pilot": case.title(name)}),
                Message(
                    "name the assumptions or links that it would settle: {form}",
                    {"form": "tests: […]"},
                ),
                question=Message(
                    "What do we not know today that “{pilot}” would show?",
                    {"pilot": case.title(name)},
                ),
            )
