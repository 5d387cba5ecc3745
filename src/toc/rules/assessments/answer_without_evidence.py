"""Answers that nobody can check."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_SHOWN = 3


@rule(
    Severity.ADVICE,
    looks_at=("answers", "answered"),
    relies_on=("questions",),
)
def answer_without_evidence(case: Case) -> Iterator[Complaint]:
    """Find assessments with answers that name no evidence."""
    for assessment, entry in case.strategy.assessments.items():
        answers = case.strategy.answers(assessment)
        given = [name for name, answer in answers.items() if answer.is_given]
        bare = [name for name in given if not answers[name].evidence]
        if not bare:
            continue
        values = {"assessment": case.title(assessment), "count": len(bare), "all": len(given)}
        yield complaint(
            ("assessments", assessment, KEY),
            Message(
                "{count} of the {all} answers of “{assessment}” names no evidence",
                values,
                plural="{count} of the {all} answers of “{assessment}” name no evidence",
            ),
            Message("write under {form} what somebody could look up", {"form": "evidence"}),
            related=[
                Related(
                    Message("“{question}”", {"question": case.title(name)}),
                    (
                        "assessments",
                        assessment,
                        "answered" if name in entry.answered else "answers",
                        name,
                    ),
                )
                for name in bare[:_SHOWN]
            ],
            question=Message("What shows that our answers in “{assessment}” are right?", values),
        )
