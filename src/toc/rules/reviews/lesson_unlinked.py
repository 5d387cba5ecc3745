"""A lesson that belongs to nothing in the strategy."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Lesson
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_OCCASIONS = ("events", "feedback")


@rule(Severity.ADVICE, looks_at=("about", "from"))
def lesson_unlinked(case: Case) -> Iterator[Complaint]:
    """Find lessons that name at most the occasion on which they were learned."""
    for name, lesson in case.strategy.lessons.items():
        if not _belongs(case, lesson):
            values = {"lesson": case.title(name)}
            yield complaint(
                ("lessons", name, KEY),
                Message("the lesson “{lesson}” belongs to nothing in the strategy", values),
                Message("name what it is about: {form}", {"form": "about: […]"}),
                question=Message(
                    "What in the strategy do we do differently because of “{lesson}”?", values
                ),
            )


def _belongs(case: Case, lesson: Lesson) -> bool:
    # What is misspelled belongs to what was meant, and is told of as such.
    sections = (case.strategy.index.get(one.lower(), ("", ""))[0] for one in lesson.from_)
    return bool(lesson.about) or any(section not in _OCCASIONS for section in sections)
