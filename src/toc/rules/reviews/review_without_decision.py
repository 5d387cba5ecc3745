"""A review after which everything goes on without anybody having said so."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Review
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, looks_at=("date", "decisions"))
def review_without_decision(case: Case) -> Iterator[Complaint]:
    """Find reviews that were held and decided to keep, change or stop nothing."""
    for name, review in case.strategy.reviews.items():
        has_decided = any(one.decision for one in review.decisions)
        if not has_decided and _was_held(case, review):
            values = {"review": case.title(name)}
            yield complaint(
                ("reviews", name, KEY),
                Message("“{review}” has decided nothing", values),
                Message(
                    "say of each thing that was discussed what happens to it: {form}",
                    {"form": "decisions: [{about: …, decision: keep, because: …}]"},
                ),
                question=Message(
                    "What did “{review}” decide to keep, to change and to stop?", values
                ),
            )


def _was_held(case: Case, review: Review) -> bool:
    return review.date is not None and (case.on is None or review.date.last < case.on)
