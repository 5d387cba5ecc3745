"""An activity of which nobody says what it costs or who pays for it."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("cost", "funding"),
    yields_to=("activity-without-input", "activity-worded-as-outcome"),
)
def activity_without_cost(case: Case) -> Iterator[Complaint]:
    """Find activities with neither `cost` nor `funding`."""
    for name, activity in case.strategy.activities.items():
        if activity.cost is None and not activity.funding:
            title = case.title(name)
            yield complaint(
                ("activities", name, KEY),
                Message(
                    "nothing says what “{activity}” costs or who pays for it", {"activity": title}
                ),
                Message(
                    "write {cost}, and {funding} if that is known; {none} if it costs nothing",
                    {"cost": "cost: …", "funding": "funding: …", "none": "cost: none"},
                ),
                question=Message(
                    "What does “{activity}” cost, and who pays for it?", {"activity": title}
                ),
            )
