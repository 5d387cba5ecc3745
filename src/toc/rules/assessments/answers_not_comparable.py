"""Two assessments that were not asked the same."""

from collections.abc import Iterator

from toc.assessing import Assessed, assessed, reassessed
from toc.findings import KEY, Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    looks_at=("answers", "answered", "areas", "version", "date"),
    relies_on=("questions", "questions.version", "assessments", "assessments.date"),
)
def answers_not_comparable(case: Case) -> Iterator[Complaint]:
    """Find assessments that were asked other questions than the first."""
    every = [assessed(case.strategy, name) for name in case.strategy.assessments]
    dated = [one for one in every if one.replies and one.date is not None]
    dated.sort(key=lambda one: (one.date is not None and one.date.last, one.assessment))
    for later in dated[1:]:
        yield from _between(case, dated[0], later)


def _between(case: Case, first: Assessed, later: Assessed) -> Iterator[Complaint]:
    found = reassessed(case.strategy, first.assessment, later.assessment)
    if found.is_comparable:
        return
    values = {
        "first": case.title(first.assessment),
        "later": case.title(later.assessment),
        "dropped": len(found.dropped),
        "added": len(found.added),
        "same": sum(one.name in {other.name for other in first.replies} for one in later.replies),
    }
    yield complaint(
        ("assessments", later.assessment, KEY),
        Message(
            "“{later}” was not asked the same as “{first}”: {dropped} dropped, {added} added, "
            "{same} the same",
            values,
        ),
        Message(
            "set only what “toc assess --against” gives side by side: it compares the questions "
            "that are the same"
        ),
        related=[
            Related(
                Message("“{first}” was asked before", values),
                ("assessments", first.assessment, KEY),
            )
        ],
        question=Message("Why do we no longer ask in “{later}” what “{first}” asked?", values),
    )
