"""An assumption that is said to hold against all that it cites."""

from collections.abc import Iterator, Sequence

from toc.findings import Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, looks_at=("status", "sources"))
def assumption_held_against_evidence(case: Case) -> Iterator[Complaint]:
    """Find assumptions that hold, while every source that they cite contradicts them."""
    for name, assumption in case.strategy.assumptions.items():
        cited = list(dict.fromkeys(map(str.lower, assumption.sources)))
        if assumption.status == "holding" and cited and _all_contradict(case, cited):
            yield _complaint(case, name, cited)


def _complaint(case: Case, name: str, cited: Sequence[str]) -> Complaint:
    values = {"assumption": case.title(name), "count": len(cited)}
    return complaint(
        ("assumptions", name, "status"),
        Message(
            "the assumption “{assumption}” is said to hold, "
            "and the only source that it cites contradicts it",
            values,
            plural="the assumption “{assumption}” is said to hold, "
            "and all {count} sources that it cites contradict it",
        ),
        Message(
            "cite what makes you think that it holds, or change its status to doubtful or failed"
        ),
        related=[
            Related(
                Message("“{source}” contradicts it", {"source": case.title(source)}),
                (*case.route(source), "direction"),
            )
            for source in cited
        ],
        question=Message(
            "Why do we think that “{assumption}” is true, when all that we cite says otherwise?",
            values,
        ),
    )


def _all_contradict(case: Case, cited: Sequence[str]) -> bool:
    places = [case.strategy.index.get(name, ("", "")) for name in cited]
    return all(
        section == "sources" and case.strategy.sources[key].direction == "contradicts"
        for section, key in places
    )
