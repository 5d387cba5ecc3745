"""A waiver whose end date has passed."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("until",),
    yields_to=("waiver-incomplete", "waiver-of-unknown-rule"),
)
def waiver_expired(case: Case) -> Iterator[Complaint]:
    """Find waivers that have ended by the day of the check."""
    for key, waiver in case.strategy.waivers.items():
        if case.on is not None and waiver.until is not None and waiver.until.last < case.on:
            yield complaint(
                ("waivers", key, "until"),
                Message(
                    "the waiver “{waiver}” ended on {date}",
                    {"waiver": key, "date": str(waiver.until)},
                ),
                Message("mend what it accepted, or decide again and give it a new date"),
                question=Message(
                    "The exception “{waiver}” ended on {date}: is it still needed?",
                    {"waiver": waiver.because or key, "date": str(waiver.until)},
                ),
            )
