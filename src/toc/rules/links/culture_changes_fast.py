"""A change of culture or of conditions that is expected in the short term."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

# A group that hears of prejudice, or learns to see it, has not lost it yet.
_ON_THE_WAY = ("reach", "reaction", "capacity")


@rule(Severity.WARNING, looks_at=("title", "change", "horizon"))
def culture_changes_fast(case: Case) -> Iterator[Complaint]:
    """Find short-term outcomes that are a changed condition, or speak of what changes slowly."""
    for name, outcome in case.strategy.outcomes.items():
        if outcome.horizon != "short" or outcome.change in _ON_THE_WAY:
            continue
        slow = case.expression(outcome.title, "deep-change")
        if slow is not None or outcome.change == "condition":
            yield _complaint(case, name, slow)


def _complaint(case: Case, name: str, slow: str | None) -> Complaint:
    said = {"outcome": case.title(name), "slow": slow}
    return complaint(
        ("outcomes", name, "horizon"),
        Message("“{outcome}” is a change of conditions, and is expected in the short term", said)
        if slow is None
        else Message(
            "“{slow}” is something that changes slowly, yet “{outcome}” is expected "
            "in the short term",
            said,
        ),
        Message("give it more time under “horizon:”, and say which change comes before it"),
        question=Message("What changes first, long before “{outcome}”?", said),
    )
