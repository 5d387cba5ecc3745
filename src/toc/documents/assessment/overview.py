"""The beginning of the report: how it stands as a whole, drawn and in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.assessment.drawing import bars_of, radar_of
from toc.documents.paper import Facts, Heading, Paragraph, Picture, Table
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.assessing import AreaScore
    from toc.documents.assessment.case import Case
    from toc.documents.paper import Block

__all__ = ["overview", "pictures", "scores"]

_FEWEST_SPOKES = 3


def overview(case: Case) -> Iterator[Block]:
    """Say what was assessed, and how it stands."""
    yield Heading(case.told(Message("Overview")))
    yield Facts(tuple(_facts(case)))
    yield Paragraph(case.found.sentence(case.language))
    if case.again is not None:
        yield Paragraph(case.again.sentence(case.language))


def _facts(case: Case) -> Iterator[tuple[str, str]]:
    entry = case.strategy.assessments[case.found.assessment]
    known = (
        (Message("Answered in"), case.date(case.found)),
        (Message("Questionnaire"), case.told(entry.method)),
        (Message("Version of the questionnaire"), case.found.version),
        (Message("Source"), case.told(entry.source)),
    )
    for name, fact in known:
        if fact and fact != case.told(None):
            yield case.told(name), fact


def pictures(case: Case) -> Iterator[Block]:
    """Draw the areas, around a centre and beneath each other."""
    if len(case.found.scored) >= _FEWEST_SPOKES:
        around = radar_of(case)
        yield Picture(around, around.told)
    if case.found.areas:
        beneath = bars_of(case)
        yield Picture(beneath, beneath.told)


def scores(case: Case) -> Iterator[Block]:
    """Put the areas into a table, and the wider ones beneath them."""
    if not case.found.areas:
        return
    name = case.told(Message("The score of each area, of 100, and what it is compared with"))
    head = tuple(map(case.told, _head(case)))
    rows = [_row(case, one) for one in case.found.areas]
    yield Table(name, head, tuple(rows), frozenset(range(1, len(head))))
    if case.found.composites:
        yield Heading(case.told(Message("Wider areas")), level=3)
        yield Paragraph(
            case.told(Message("Each is the mean of the areas in it, by their weights.")), quiet=True
        )
        wider = tuple(_composite(case, one) for one in case.found.composites)
        yield Table(
            case.told(Message("The wider areas, and what they are the mean of")),
            tuple(map(case.told, (Message("Area"), Message("Score"), Message("Mean of")))),
            wider,
            frozenset({1}),
        )


def _head(case: Case) -> Iterator[Message]:
    yield from (Message("Area"), Message("Score"), Message("Answered"))
    if case.again is not None:
        yield from (Message("First"), Message("Change"))
    yield from (Message("Sample"), Message("Difference"), Message("Place"))


def _row(case: Case, one: AreaScore) -> tuple[str, ...]:
    change = case.changes.get(one.area)
    first = None if change is None else change.before
    later = None if change is None else change.after
    moved = (case.score(first), case.step(first, later)) if case.again is not None else ()
    title = case.told(one.title)
    return (
        case.told(Message("{area} (optional)", {"area": title})) if one.is_optional else title,
        _unsure(case, one),
        case.share(one),
        *moved,
        case.score(one.peers),
        case.step(one.peers, one.score),
        _place(case, one),
    )


def _unsure(case: Case, one: AreaScore) -> str:
    score = case.score(one.score)
    if one.score is None or not one.is_unsure:
        return score
    return case.told(Message("{score}, unsure", {"score": score}))


def _place(case: Case, one: AreaScore) -> str:
    if not one.best:
        return case.told(None)
    return str(one.best) if one.best == one.worst else f"{one.best}–{one.worst}"


def _composite(case: Case, one: AreaScore) -> tuple[str, ...]:
    parts = ", ".join(map(case.title, one.parts))
    return case.told(one.title), _unsure(case, one), parts
