"""A decision that does not say what it is about."""

from collections.abc import Iterator, Mapping

from toc.findings import KEY, Severity
from toc.model import Event, Review
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, looks_at=("decisions",))
def decision_about_nothing(case: Case) -> Iterator[Complaint]:
    """Find decisions of events and reviews without `about`."""
    yield from _in(case, "events", case.strategy.events)
    yield from _in(case, "reviews", case.strategy.reviews)


def _in(
    case: Case, section: str, sittings: Mapping[str, Event] | Mapping[str, Review]
) -> Iterator[Complaint]:
    for name, sitting in sittings.items():
        for number, decision in enumerate(sitting.decisions):
            if decision.decision is not None and not decision.about:
                values = {"sitting": case.title(name)}
                yield complaint(
                    (section, name, "decisions", number, "decision", KEY),
                    Message("a decision of “{sitting}” does not say what it is about", values),
                    Message("name it: {form}", {"form": "about: …"}),
                    question=Message("What did “{sitting}” decide about?", values),
                )
