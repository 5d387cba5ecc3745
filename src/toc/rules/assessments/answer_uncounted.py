"""An answer that counts for nothing."""

from collections.abc import Iterator

from toc.assessing import replies
from toc.findings import Route, Severity
from toc.model import Answer, Question
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ERROR,
    looks_at=("answered", "areas", "version"),
    relies_on=(
        "areas",
        "questions",
        "questions.area",
        "questions.points",
        "questions.scale",
        "questions.version",
    ),
)
def answer_uncounted(case: Case) -> Iterator[Complaint]:
    """Find answers that are none of the question's, and answers to what was not asked."""
    questions = {name.lower(): one for name, one in case.strategy.questions.items()}
    for assessment in case.strategy.assessments:
        for name, answer in case.strategy.answers(assessment).items():
            question = questions.get(name.lower())
            if question is not None:
                route = _route(case, assessment, name)
                yield from _about(case, route, (name, question), answer)


def _route(case: Case, assessment: str, question: str) -> Route:
    is_here = question in case.strategy.assessments[assessment].answered
    return ("assessments", assessment, "answered" if is_here else "answers", question, "value")


def _about(
    case: Case, route: Route, named: tuple[str, Question], answer: Answer
) -> Iterator[Complaint]:
    name, question = named
    assessment = str(route[1])
    version = case.strategy.assessments[assessment].version
    values = {
        "question": case.title(name),
        "assessment": case.title(assessment),
        "answer": str(answer.value),
        "version": version or "",
    }
    if not question.is_asked_in(() if version is None else (version,)):
        yield complaint(
            route,
            Message("“{question}” is not asked in version {version} of the questionnaire", values),
            Message("delete the answer, or correct the version of “{assessment}”", values),
        )
    elif name.lower() not in {one.name.lower() for one in replies(case.strategy, assessment)}:
        yield complaint(
            route,
            Message("“{question}” is about no area that “{assessment}” asks about", values),
            Message("delete the answer, or add its area to those of “{assessment}”", values),
        )
    elif answer.is_given and question.share(answer.value) is None:
        yield complaint(
            route,
            Message("“{answer}” is no answer to “{question}”", values),
            _mend(question),
            question=Message("What do we answer to “{question}”?", values),
        )


def _mend(question: Question) -> Message:
    if question.values:
        return Message(
            "answer one of: {answers}; or that it is not applicable", {"answers": question.values}
        )
    low, high = question.scale or (0, 0)
    return Message(
        "answer a number from {low} to {high}, or that it is not applicable",
        {"low": str(low), "high": str(high)},
    )
