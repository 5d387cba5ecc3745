"""A meeting of which nobody says when it is."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, looks_at=("date",))
def event_without_date(case: Case) -> Iterator[Complaint]:
    """Find events without `date`, or with one that is open at both ends."""
    for name, event in case.strategy.events.items():
        if event.date is None or (event.date.start is None and event.date.end is None):
            values = {"event": case.title(name)}
            yield complaint(
                ("events", name, KEY),
                Message("nothing says when “{event}” is", values),
                Message(
                    "write the day, or as much of it as is known: {form}",
                    {"form": "date: 2027-06"},
                ),
                question=Message("When is “{event}”?", values),
            )
