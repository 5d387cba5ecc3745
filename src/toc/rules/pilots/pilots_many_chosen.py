"""More pilots chosen than were to be chosen."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, limit=1)
def pilots_many_chosen(case: Case) -> Iterator[Complaint]:
    """Find strategies in which more pilots are chosen than the limit."""
    chosen = [name for name, pilot in case.strategy.pilots.items() if pilot.chosen is not None]
    if len(chosen) <= case.limit(pilots_many_chosen):
        return
    titles = [Message("“{title}”", {"title": case.title(name)}) for name in chosen]
    values = {"count": len(chosen), "pilots": titles}
    yield complaint(
        ("pilots", KEY),
        Message(
            "{count} pilot is chosen: {pilots}",
            values,
            plural="{count} pilots are chosen: {pilots}",
        ),
        Message("keep the one that teaches most, and leave the others for later"),
        related=[
            Related(Message("this one is chosen"), ("pilots", name, "chosen")) for name in chosen
        ],
        question=Message("Which of these should come first: {pilots}?", values),
    )
