"""An activity that nobody answers for."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("accountable",),
    yields_to=("activity-without-input", "activity-worded-as-outcome"),
)
def activity_without_accountable(case: Case) -> Iterator[Complaint]:
    """Find activities without `accountable`."""
    for name, activity in case.strategy.activities.items():
        if activity.accountable is None:
            title = case.title(name)
            yield complaint(
                ("activities", name, KEY),
                Message("nobody answers for “{activity}”", {"activity": title}),
                Message(
                    "name the one who answers for it: {form}",
                    {"form": "accountable: …"},
                ),
                question=Message("Who answers for “{activity}”?", {"activity": title}),
            )
