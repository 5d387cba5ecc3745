"""A review that has decided something on a day that is still to come."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, looks_at=("date", "decisions"))
def review_dated_in_future(case: Case) -> Iterator[Complaint]:
    """Find reviews with decisions whose date has not begun."""
    for name, review in case.strategy.reviews.items():
        has_decided = any(one.decision for one in review.decisions)
        if review.date is None or case.on is None or not has_decided:
            continue
        if review.date.first > case.on:
            values = {"review": case.title(name), "date": str(review.date)}
            yield complaint(
                ("reviews", name, "date"),
                Message("“{review}” has decided something, and is dated {date}", values),
                Message("correct the date; for a review to come write the date alone"),
                question=Message("When was “{review}” held?", values),
            )
