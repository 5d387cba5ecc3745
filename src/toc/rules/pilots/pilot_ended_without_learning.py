"""A pilot that is over, and of which nothing was learned."""

from collections.abc import Iterator, Sequence

from toc.findings import KEY, Related, Severity
from toc.model import Assumption, Pilot
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("tests", "period", "result"),
    relies_on=("assumptions", "assumptions.status"),
)
def pilot_ended_without_learning(case: Case) -> Iterator[Complaint]:
    """Find pilots that are over while all the assumptions that they tested are untested."""
    for name, pilot in _tried(case):
        tested = [case.route(test)[1] for test in pilot.tests if _is_assumption(case, test)]
        found = {case.strategy.assumptions[str(one)].status for one in tested}
        if _is_over(case, pilot) and found == {"untested"}:
            yield _complaint(case, name, [str(one) for one in tested])


def _tried(case: Case) -> Iterator[tuple[str, Pilot]]:
    """Go through the pilots that took place: where one was chosen, the others did not."""
    pilots = case.strategy.pilots.items()
    has_choice = any(pilot.chosen for _, pilot in pilots)
    for name, pilot in pilots:
        if pilot.chosen or pilot.result or not has_choice:
            yield name, pilot


def _is_assumption(case: Case, test: str) -> bool:
    return isinstance(case.strategy.entry(test), Assumption)


def _is_over(case: Case, pilot: Pilot) -> bool:
    end = None if pilot.period is None else pilot.period.last
    return bool(pilot.result) or (case.on is not None and end is not None and end < case.on)


def _complaint(case: Case, name: str, tested: Sequence[str]) -> Complaint:
    titles = [Message("“{title}”", {"title": case.title(one)}) for one in tested]
    values = {"pilot": case.title(name), "assumptions": titles, "form": "status:"}
    return complaint(
        ("pilots", name, KEY),
        Message("“{pilot}” is over, and nothing that it tested has been answered", values),
        Message(
            "write under {form} what it has shown of {assumptions}: holding, doubtful or failed",
            values,
        ),
        related=[
            Related(Message("still untested"), ("assumptions", one, "status")) for one in tested
        ],
        question=Message("What has “{pilot}” shown of {assumptions}?", values),
    )
