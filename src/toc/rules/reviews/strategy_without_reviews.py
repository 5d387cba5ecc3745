"""A strategy that nobody plans to look at again."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    since="adopted",
    relies_on=("reviews", "stages", "stages.review"),
)
def strategy_without_reviews(case: Case) -> Iterator[Complaint]:
    """Find strategies without reviews, in which no stage says how often there is one."""
    strategy = case.strategy
    is_reviewed = strategy.reviews or any(stage.review for stage in strategy.stages.values())
    if not is_reviewed and strategy.status != "closed":
        yield complaint(
            ("strategy", KEY),
            Message("nobody plans to review the strategy"),
            Message(
                "say in a stage how often, or date the first review under “reviews:”: {form}",
                {"form": "review: {every: P5M}"},
            ),
            question=Message("When do we sit down to see whether the strategy works?"),
        )
