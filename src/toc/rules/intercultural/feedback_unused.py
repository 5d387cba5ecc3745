"""What a participant said, and nothing came of."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_SHOWN = 8


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
        "events.decisions",
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
        title = {"feedback": said.title or _beginning(said.text) or case.title(name)}
        yield complaint(
            ("feedback", name, KEY),
            Message(
                "nothing was changed because of “{feedback}”, and no review or lesson takes it up",
                title,
            ),
            Message(
                "name under {form} what was changed, or take it up in a review or a lesson "
                "that names it: {about}",
                {"form": "changed:", "about": f"about: [{name}]"},
            ),
            question=Message("What do we do with “{feedback}”?", title),
        )


def _beginning(text: Text | None) -> Text | None:
    """Give the first words of a text, in each of its languages."""
    if text is None:
        return None
    return Text.of({tag: _cut(wording) for tag, wording in text.wordings.items()})


def _cut(wording: str) -> str:
    words = wording.split()
    return " ".join(words) if len(words) <= _SHOWN else f"{' '.join(words[:_SHOWN])} …"
