"""What a participant said, and nothing came of."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    looks_at=("changed",),
    relies_on=(
        "feedback",
        "reviews",
        "reviews.decisions",
        "lessons",
        "lessons.from",
        "lessons.about",
        "events",
        "events.about",
        "messages",
        "messages.about",
    ),
)
def feedback_unused(case: Case) -> Iterator[Complaint]:
    """Find feedback that changed nothing and that no other entry takes up."""
    taken_up = {
        one.target.lower()
        for one in case.references
        if one.route[0] != "waivers" and str(one.route[1]).lower() != one.target.lower()
    }
    for name, said in case.strategy.feedback.items():
        if said.changed or name.lower() in taken_up:
            continue
        title = {"feedback": case.title(name)}
        yield complaint(
            ("feedback", name, KEY),
            Message(
                "nothing was changed because of “{feedback}”, and no review or lesson takes it up",
                title,
            ),
            Message(
                "name under {form} what was changed, or record in a review why nothing is",
                {"form": "changed:"},
            ),
            question=Message("What do we do with “{feedback}”?", title),
        )
