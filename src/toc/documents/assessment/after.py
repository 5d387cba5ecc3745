"""The end of the report: what has changed, what follows, and how it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.assessing import needs_of
from toc.assessing.means import SWAY
from toc.documents.paper import Bullets, Heading, Paragraph, Room, Table
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.assessing import AnswerChange
    from toc.documents.assessment.case import Case
    from toc.documents.paper import Block

__all__ = ["changes", "follows", "method", "recommendations"]

_ALL = 100
_LINES = 3
_WEAKEST = 3


def changes(case: Case) -> Iterator[Block]:
    """Tell which answers are others than the first time."""
    if case.again is None:
        return
    yield Heading(case.told(Message("What has changed since the first assessment")))
    yield Paragraph(case.again.sentence(case.language))
    if not case.again.answers:
        return
    head = (Message("Question"), Message("First answer"), Message("Answer now"), Message("Points"))
    rows = tuple(_changed(case, one) for one in case.again.answers)
    name = case.told(Message("The answers that are others than the first time"))
    yield Table(name, tuple(map(case.told, head)), rows, frozenset({3}))


def _changed(case: Case, one: AnswerChange) -> tuple[str, ...]:
    return (
        case.told(one.title),
        case.answer(one.before),
        case.answer(one.after),
        case.step(*_points(one)),
    )


def _points(one: AnswerChange) -> tuple[float | None, float | None]:
    if one.change is None:
        return None, None
    return max(-_ALL * one.change, 0), max(_ALL * one.change, 0)


def follows(case: Case) -> Iterator[Block]:
    """Tell which needs the scores are a reason for, and which measures work on them."""
    if not case.found.scored:
        return
    yield Heading(case.told(Message("What follows from it")))
    yield Paragraph(
        case.told(
            Message("The areas, the weakest first, with the needs and measures of the strategy.")
        ),
        quiet=True,
    )
    head = (Message("Area"), Message("Score"), Message("Needs"), Message("Measures"))
    rows = tuple(
        (
            case.told(one.title),
            case.score(one.score),
            _listed(case, needs_of(case.strategy, one.area)),
            _listed(case, case.measures.get(one.area, ())),
        )
        for one in case.found.scored
    )
    name = case.told(Message("The needs and the measures of each area, the weakest first"))
    yield Table(name, tuple(map(case.told, head)), rows, frozenset({1}))
    yield from _indicators(case)


def _listed(case: Case, names: tuple[str, ...]) -> str:
    return case.told("; ".join(map(case.title, names)))


def _indicators(case: Case) -> Iterator[Block]:
    watched = [
        case.told(
            Message(
                "{indicator}: {area}",
                {"indicator": one.title or name, "area": case.title(one.assessed)},
            )
        )
        for name, one in case.strategy.indicators.items()
        if one.assessed
    ]
    if watched:
        yield Paragraph(case.told(Message("Indicators that follow the score of an area:")))
        yield Bullets(tuple(watched))


def recommendations(case: Case) -> Iterator[Block]:
    """Leave room for what people recommend, for the weakest areas and beside."""
    yield Heading(case.told(Message("Recommendations")))
    yield Paragraph(
        case.told(
            Message(
                "The questionnaire shows where to look. What to do is for people who know the "
                "region to say."
            )
        ),
        quiet=True,
    )
    for one in case.found.scored[:_WEAKEST]:
        yield Room(case.told(one.title), _LINES)
    yield Room(case.told(Message("Other recommendations")), _LINES)


def method(case: Case) -> Iterator[Block]:
    """Say how the scores were found, what was assumed, and how much the weights matter."""
    yield Heading(case.told(Message("How the scores were found")))
    yield Paragraph(
        case.told(
            Message(
                "An area scores the share of its points, by the weights of its questions, over "
                "those that concern the region and were answered: an open question is never a 0. "
                "The whole is the mean of the areas, by their weights. Below {sure} % answered a "
                "score is unsure, and there is no whole. No region is ranked.",
                {"sure": 80},
            )
        )
    )
    lines = [*case.found.assumed, *_spread(case)]
    if lines:
        yield Bullets(tuple(map(case.sentence, map(case.told, lines))))
    yield Paragraph(
        case.told(
            Message(
                "After the manner of the Council of Europe's Intercultural Cities Index, whose "
                "questions and weights are not used here."
            )
        ),
        quiet=True,
    )


def _spread(case: Case) -> Iterator[Message]:
    total = case.found.total
    if total is None:
        return
    values = {
        "sway": round(_ALL * SWAY),
        "low": case.score(total.low),
        "high": case.score(total.high),
        "even": case.score(total.geometric),
        "score": case.score(total.score),
    }
    yield Message(
        "if each weight were up to {sway} % higher or lower, the whole would lie between {low} "
        "and {high}",
        values,
    )
    yield (
        Message(
            "the geometric mean, in which a strong area makes up less for a weak one, is {even} "
            "too",
            values,
        )
        if values["even"] == values["score"]
        else Message(
            "the geometric mean, in which a strong area makes up less for a weak one, is {even} "
            "instead of {score}",
            values,
        )
    )
    if any(one.best != one.worst for one in case.found.areas):
        yield Message(
            "a place such as 1–2 means that the order of areas hangs on the weights", values
        )
