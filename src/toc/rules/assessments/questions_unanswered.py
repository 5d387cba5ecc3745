"""An assessment that too few questions of are answered to rely on its scores."""

from collections.abc import Iterator

from toc.assessing import Assessed, assessed
from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_ALL = 100


@rule(
    Severity.WARNING,
    limit=80,
    looks_at=("answers", "answered", "areas", "version"),
    relies_on=(
        "questions",
        "questions.area",
        "questions.optional",
        "questions.points",
        "questions.scale",
        "questions.version",
        "areas",
    ),
    yields_to=("answer-uncounted",),
)
def questions_unanswered(case: Case) -> Iterator[Complaint]:
    """Find assessments, and areas in them, of which too small a share is answered."""
    limit = case.limit(questions_unanswered)
    for name in case.strategy.assessments:
        found = assessed(case.strategy, name)
        if not found.replies:
            continue
        if _ALL * found.answered < limit * found.asked:
            yield _whole(case, found, limit)
        elif any(_ALL * one.answered < limit * one.asked for one in found.areas):
            yield _areas(case, found, limit)


def _whole(case: Case, found: Assessed, limit: float) -> Complaint:
    values = {
        "assessment": case.title(found.assessment),
        "answered": found.answered,
        "count": found.asked,
        "limit": f"{limit:g}",
    }
    return complaint(
        ("assessments", found.assessment, KEY),
        Message(
            "{answered} of {count} question of “{assessment}” is answered, less than {limit} %",
            values,
            plural="only {answered} of {count} questions of “{assessment}” are answered, "
            "less than {limit} %",
        ),
        _MEND,
        question=Message("Who can answer what is still open in “{assessment}”?", values),
    )


def _areas(case: Case, found: Assessed, limit: float) -> Complaint:
    unsure = [one for one in found.areas if _ALL * one.answered < limit * one.asked]
    values = {
        "assessment": case.title(found.assessment),
        "areas": [
            Message(
                "{area} ({answered} of {asked})",
                {"area": one.title, "answered": one.answered, "asked": one.asked},
            )
            for one in unsure
        ],
        "limit": f"{limit:g}",
    }
    return complaint(
        ("assessments", found.assessment, KEY),
        Message(
            "in “{assessment}” less than {limit} % is answered in these areas: {areas}", values
        ),
        _MEND,
        question=Message("Who can answer what is still open in “{assessment}”?", values),
    )


_MEND = Message(
    "ask whoever knows, and say what is not applicable: what is open is no score, and never a 0"
)
