"""A question that counts in no area."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    looks_at=("area",),
    relies_on=("areas",),
)
def question_without_area(case: Case) -> Iterator[Complaint]:
    """Find questions that name no policy area."""
    for name, question in case.strategy.questions.items():
        if question.area:
            continue
        yield complaint(
            ("questions", name, KEY),
            Message("“{question}” belongs to no policy area", {"question": case.title(name)}),
            Message(
                "name its area, in whose score it counts: {form}",
                {"form": f"area: {next(iter(case.strategy.areas), '…')}"},
            ),
        )
