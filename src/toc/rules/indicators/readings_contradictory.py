"""Two different values of one indicator for the same day and the same people."""

from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.rulebook.twice import values_twice
from toc.words import Message


@rule(Severity.ERROR, looks_at=("actual",))
def readings_contradictory(case: Case) -> Iterator[Complaint]:
    """Find values that say something else than an earlier one for the same."""
    for one in values_twice(case.strategy):
        if one.first == one.again:
            continue
        values = {
            "indicator": case.title(one.indicator),
            "when": one.when,
            "first": str(one.first),
            "again": str(one.again),
        }
        yield complaint(
            one.route,
            Message("“{indicator}” has two values for {when}: {first} and {again}", values),
            Message("keep the one that is right, and say in its note what became of the other"),
            related=[Related(Message("{first} stands here", values), one.first_route)],
            question=Message(
                "Which value of “{indicator}” for {when} is right, {first} or {again}?", values
            ),
        )
