"""A lesson from which nothing follows."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, looks_at=("action",))
def lesson_without_action(case: Case) -> Iterator[Complaint]:
    """Find lessons that do not say what is done differently."""
    for name, lesson in case.strategy.lessons.items():
        if not lesson.action:
            values = {"lesson": case.title(name)}
            yield complaint(
                ("lessons", name, KEY),
                Message("nothing follows from the lesson “{lesson}”", values),
                Message("write what you do differently from now on: {form}", {"form": "action: …"}),
                question=Message("What do we do differently because of “{lesson}”?", values),
            )
