"""The same value of one indicator, written down twice."""

from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.rulebook.twice import values_twice
from toc.words import Message


@rule(Severity.ADVICE, looks_at=("actual",))
def reading_duplicate(case: Case) -> Iterator[Complaint]:
    """Find values that stand a second time for the same day and the same people."""
    for one in values_twice(case.strategy):
        if one.first == one.again:
            values = {"indicator": case.title(one.indicator), "when": one.when}
            yield complaint(
                one.route,
                Message("the value of “{indicator}” for {when} stands twice", values),
                Message("delete one of the two"),
                related=[Related(Message("it stands here first"), one.first_route)],
            )
