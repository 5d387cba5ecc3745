"""A strategy that nobody is told about."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    relies_on=("messages", "activities", "activities.title"),
)
def communication_missing(case: Case) -> Iterator[Complaint]:
    """Find that there are measures, but no message and no campaign about them."""
    activities = case.strategy.activities.values()
    if case.strategy.messages or not activities:
        return
    if not any(case.expression(one.title, "public-communication") for one in activities):
        yield complaint(
            ("strategy", KEY),
            Message("nothing says who tells the public about the strategy, and how"),
            Message(
                "add the section “messages:”, and for each message {fields}",
                {"fields": "title, for, channel, date, by"},
            ),
            question=Message(
                "Who tells the people of our region about the strategy and the pilot, "
                "when and through what?"
            ),
        )
