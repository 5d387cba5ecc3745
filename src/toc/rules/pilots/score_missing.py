"""A pilot that is scored by some criteria and not by others."""

from collections.abc import Iterator, Mapping

from toc.findings import Severity
from toc.model import Criterion, Pilot
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ERROR,
    sketch=Severity.NOTE,
    looks_at=("scores",),
    relies_on=("criteria", "criteria.computed", "criteria.optional"),
)
def score_missing(case: Case) -> Iterator[Complaint]:
    """Find pilots that have scores, and none for a criterion that needs one."""
    asked = {
        name.lower(): name
        for name, criterion in case.strategy.criteria.items()
        if not (criterion.computed or criterion.optional)
    }
    for name, pilot in case.strategy.pilots.items():
        missing = [] if _is_misspelled(case, pilot) else _missing(asked, pilot)
        if missing:
            titles = [Message("“{title}”", {"title": case.title(one)}) for one in missing]
            values = {"pilot": case.title(name), "criteria": titles}
            yield complaint(
                ("pilots", name, "scores"),
                Message("“{pilot}” has scores, and none for {criteria}", values),
                Message("score it, or mark the criterion as {form}", {"form": "optional: true"}),
                question=Message("How does “{pilot}” do on {criteria}?", values),
            )


def _missing(asked: Mapping[str, str], pilot: Pilot) -> list[str]:
    # An empty list of people has scored nothing.
    scored = {name.lower() for name, score in pilot.scores.items() if score != {}}
    return [asked[name] for name in asked if name not in scored] if scored else []


def _is_misspelled(case: Case, pilot: Pilot) -> bool:
    """Whether one of its scores is of no criterion, which is told of as such."""
    return not all(isinstance(case.strategy.entry(one), Criterion) for one in pilot.scores)
