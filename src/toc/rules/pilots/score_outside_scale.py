"""A score that its criterion's scale does not have."""

from collections.abc import Iterator

from toc.findings import Related, Severity
from toc.model import Criterion, Pilot
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ERROR)
def score_outside_scale(case: Case) -> Iterator[Complaint]:
    """Find scores, by whomever, that are below or above their criterion's scale."""
    for name, pilot in case.strategy.pilots.items():
        for criterion in pilot.scores:
            yield from _of_criterion(case, name, pilot, criterion)


def _of_criterion(case: Case, name: str, pilot: Pilot, criterion: str) -> Iterator[Complaint]:
    entry = case.strategy.entry(criterion)
    if not isinstance(entry, Criterion) or entry.scale is None:
        return
    low, high = entry.scale
    score = pilot.scores[criterion]
    given = score.items() if isinstance(score, dict) else [(None, score)]
    for person, number in given:
        if not low <= number <= high:
            yield _complaint(case, (name, criterion, person), number, (low, high))


def _complaint(
    case: Case,
    place: tuple[str, str, str | None],
    number: float,
    scale: tuple[float, float],
) -> Complaint:
    name, criterion, person = place
    values = {
        "pilot": case.title(name),
        "criterion": case.title(criterion),
        "person": case.title(person or ""),
        "score": number,
        "low": scale[0],
        "high": scale[1],
    }
    scores = ("pilots", name, "scores", criterion)
    return complaint(
        scores if person is None else (*scores, person),
        Message("“{pilot}” has {score} for “{criterion}”, on a scale from {low} to {high}", values)
        if person is None
        else Message(
            "“{person}” gave “{pilot}” {score} for “{criterion}”, on a scale from {low} to {high}",
            values,
        ),
        Message("write a score from {low} to {high}, or correct the scale", values),
        related=[Related(Message("the scale stands here"), (*case.route(criterion), "scale"))],
        question=Message("How does “{pilot}” do on “{criterion}”, from {low} to {high}?", values),
    )
