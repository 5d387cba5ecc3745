"""An activity that somebody answers for, and of which nobody is said to do it."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    adopted=Severity.WARNING,
    looks_at=("responsible",),
    yields_to=(
        "activity-without-input",
        "activity-without-accountable",
        "activity-worded-as-outcome",
    ),
)
def activity_without_responsible(case: Case) -> Iterator[Complaint]:
    """Find activities without `responsible`."""
    for name, activity in case.strategy.activities.items():
        if activity.responsible:
            continue
        who = activity.accountable
        title = case.title(name)
        yield complaint(
            ("activities", name, KEY),
            Message("nobody is named who carries out “{activity}”", {"activity": title}),
            Message(
                "name whoever does the work: {form}; who answers for it may be named here as well",
                {"form": "responsible: […]"},
            ),
            related=[]
            if who is None
            else [
                Related(
                    Message("“{who}” answers for it", {"who": case.title(who)}),
                    ("activities", name, "accountable"),
                )
            ],
            question=Message("Who does the work of “{activity}”?", {"activity": title}),
        )
