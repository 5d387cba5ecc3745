"""An activity of which nobody says when it happens."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    adopted=Severity.WARNING,
    looks_at=("period", "stage"),
    yields_to=("activity-without-input", "activity-worded-as-outcome"),
)
def activity_without_period(case: Case) -> Iterator[Complaint]:
    """Find activities with neither `period` nor `stage`."""
    for name, activity in case.strategy.activities.items():
        if activity.period is None and activity.stage is None:
            title = {"activity": case.title(name)}
            yield complaint(
                ("activities", name, KEY),
                Message("nothing says when “{activity}” takes place", title),
                Message(
                    "write from when to when, {period}, or in which stage, {stage}",
                    {"period": "period: 2026-09/2027-06", "stage": "stage: …"},
                ),
                question=Message("When does “{activity}” begin, and until when?", title),
            )
