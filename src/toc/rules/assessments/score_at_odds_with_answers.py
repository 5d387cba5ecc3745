"""A score that the answers do not give."""

from collections.abc import Iterator

from toc.assessing import AreaScore, assessed, rounded
from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("answers", "answered", "areas", "scores", "version"),
    relies_on=(
        "questions",
        "questions.area",
        "questions.direction",
        "questions.points",
        "questions.scale",
        "questions.version",
        "questions.weight",
        "areas",
    ),
    yields_to=("answer-uncounted", "questions-unanswered"),
)
def score_at_odds_with_answers(case: Case) -> Iterator[Complaint]:
    """Find written scores of areas that differ from what the answers earn."""
    for name, entry in case.strategy.assessments.items():
        typed = {area.lower(): area for area in entry.scores}
        for one in assessed(case.strategy, name).areas:
            if one.is_at_odds and one.score is not None:
                yield _complaint(case, name, typed[one.area.lower()], one, one.score)


def _complaint(case: Case, name: str, typed: str, one: AreaScore, score: float) -> Complaint:
    shown = f"{score:.1f}" if isinstance(one.written, float) else rounded(score)
    values = {
        "area": case.title(one.area),
        "assessment": case.title(name),
        "written": str(one.written),
        "score": shown,
    }
    return complaint(
        ("assessments", name, "scores", typed),
        Message("“{area}” is said to score {written} of 100, and its answers give {score}", values),
        Message("delete the written score, or correct the answers or the weights", values),
        question=Message(
            "Which is right for “{area}”: {written}, as it is written, or {score}, "
            "as the answers say?",
            values,
        ),
    )
