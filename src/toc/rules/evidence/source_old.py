"""A source from another time."""

from collections.abc import Iterator
from datetime import date

from toc.findings import Severity
from toc.model import Source, Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, limit=10, looks_at=("title", "year", "kind", "text"))
def source_old(case: Case) -> Iterator[Complaint]:
    """Find sources, laws apart, that appeared too many years before the day of the check."""
    for name, source in case.strategy.sources.items():
        if case.on is None or source.year is None or source.text or _is_law(case, source):
            continue
        appeared = source.year.last
        if not _is_older(appeared, case.on, case.limit(source_old)):
            continue
        values = {"source": case.title(name), "count": _years(appeared, case.on)}
        yield complaint(
            ("sources", name, "year"),
            Message(
                "the source “{source}” is more than {count} year old",
                values,
                plural="the source “{source}” is more than {count} years old",
            ),
            Message("cite something newer instead of it, or say in its “text:” why it still holds"),
            question=Message(
                "Does what “{source}” says still hold, or has something changed since?", values
            ),
        )


def _is_older(appeared: date, on: date, years: float) -> bool:
    return (on.year - years, on.month, on.day) > (appeared.year, appeared.month, appeared.day)


def _years(appeared: date, on: date) -> int:
    return on.year - appeared.year - ((on.month, on.day) < (appeared.month, appeared.day))


def _is_law(case: Case, source: Source) -> bool:
    # A law holds until it is repealed, however old it is.
    kind = Text.of(source.kind or "")
    return any(case.expression(text, "legal-acts") for text in (source.title, kind))
