"""A stakeholder that answers for a large part of all activities."""

from collections.abc import Iterator, Mapping, Sequence

from toc.findings import KEY, Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_FEWEST_IN_ALL, _FEWEST_OF_ONE = 6, 3
_EXAMPLES = 3
_OF_A_LEADER = 0.6


@rule(Severity.ADVICE, limit=0.3, relies_on=("activities", "activities.accountable"))
def stakeholder_overloaded(case: Case) -> Iterator[Complaint]:
    """Find stakeholders that are accountable for more than the limit's share."""
    count = len(case.strategy.activities)
    share = case.limit(stakeholder_overloaded)
    leaders = {name.lower() for name in case.strategy.head.led_by}
    for name, own in _activities_of(case).items():
        # Whoever leads the strategy answers for more than others.
        most = count * (max(share, _OF_A_LEADER) if name.lower() in leaders else share)
        if count >= _FEWEST_IN_ALL and len(own) >= _FEWEST_OF_ONE and len(own) > most:
            yield _complaint(case, name, own)


def _complaint(case: Case, name: str, own: Sequence[str]) -> Complaint:
    who = case.title(name)
    return complaint(
        ("stakeholders", name, KEY),
        Message(
            "“{who}” answers for {own} of {count} activity",
            {"who": who, "own": len(own), "count": len(case.strategy.activities)},
            plural="“{who}” answers for {own} of {count} activities",
        ),
        Message("hand a part to others, or check that it has the people and the time for all"),
        related=[
            Related(
                Message("it answers for “{activity}”", {"activity": case.title(activity)}),
                ("activities", activity, "accountable"),
            )
            for activity in own[:_EXAMPLES]
        ],
        question=Message(
            "Can “{who}” answer for all this at once, and who could take over a part?",
            {"who": who},
        ),
    )


def _activities_of(case: Case) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for activity, entry in case.strategy.activities.items():
        section, name = case.strategy.index.get((entry.accountable or "").lower(), ("", ""))
        if section == "stakeholders":
            found.setdefault(name, []).append(activity)
    return found
