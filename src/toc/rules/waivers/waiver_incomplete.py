"""A waiver without a rule, a reason, a person or an end date."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Waiver
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING, adopted=Severity.ERROR, looks_at=("rule", "because", "by", "until"))
def waiver_incomplete(case: Case) -> Iterator[Complaint]:
    """Find waivers that do not say what they must say to hold."""
    for key, waiver in case.strategy.waivers.items():
        missing = list(_missing(waiver))
        if missing:
            yield complaint(
                ("waivers", key, KEY),
                Message(
                    "the waiver “{waiver}” does not hold: it lacks {missing}",
                    {"waiver": key, "missing": missing},
                ),
                Message(
                    "write which rule it is about, why, who accepts it and until when: {form}",
                    {"form": "rule, because, by, until"},
                ),
            )


def _missing(waiver: Waiver) -> Iterator[Message]:
    if not waiver.rule:
        yield Message("a rule")
    if not waiver.because:
        yield Message("a reason")
    if not waiver.by:
        yield Message("a person")
    if waiver.until is None:
        yield Message("an end date")
