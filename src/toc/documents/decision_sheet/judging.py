"""By what the pilots are judged: criteria, weights, scores, and who gave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.learning import in_words
from toc.documents.paper import Bullets, Heading, Paragraph, Table
from toc.pilots.computed import quantity
from toc.pilots.numbers import Shown, per_cent
from toc.pilots.voices import voices
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.documents.decision_sheet.case import Case
    from toc.documents.paper import Block
    from toc.pilots.columns import Column
    from toc.pilots.scores import Cell
    from toc.pilots.voices import Dissent

__all__ = ["criteria", "scorers", "scores"]

_FARTHEST = 3
"""So many differences are worth a talk; the others are counted."""


def criteria(case: Case) -> Iterator[Block]:
    """Tell what counts, how much, and where the scores come from."""
    yield Heading(case.told(Message("Criteria and weights")))
    if not case.table.columns:
        yield Paragraph(case.sentence(case.table.sentence(case.language)))
        return
    shares = dict(zip(case.weights.criteria, case.weights.shares, strict=True))
    head = (
        case.told(Message("Criterion")),
        case.told(Message("Weight (%)")),
        case.told(Message("Better is")),
        case.told(Message("Scores from")),
        case.told(Message("Rules out")),
    )
    rows = tuple(
        (
            case.titled(one.criterion),
            str(per_cent(shares[one.criterion])) if one.criterion in shares else "–",
            case.told(Message("less")) if one.is_down else case.told(Message("more")),
            _origin(case, one),
            _knock_out(case, one),
        )
        for one in case.table.columns
    )
    yield Table(case.told(Message("What counts, and how much")), head, rows, numbers=frozenset({1}))
    if case.weights.origin == "equal":
        yield Paragraph(case.sentence(case.weights.sentence(case.language)))
    if case.table.left_out:
        yield Paragraph(
            case.told(
                Message(
                    "Not counted, because nothing computes it: {criteria}.",
                    {"criteria": list(case.table.left_out)},
                )
            )
        )


def _origin(case: Case, one: Column) -> str:
    if one.is_stretched:
        return case.told(Message("the strategy: the worst counts 0, the best 100"))
    values = {"low": Shown(one.low), "high": Shown(one.high)}
    if one.computed is not None:
        return case.told(Message("the strategy, {low} to {high}", values))
    if one.is_declared:
        return case.told(Message("people, {low} to {high}", values))
    return case.told(Message("people, {low} to {high} as given", values))


def _knock_out(case: Case, one: Column) -> str:
    if one.least is None:
        return "–"
    least = Shown(one.least)
    if one.is_strict:
        return case.told(Message("at {least}", {"least": least}))
    if one.is_down:
        return case.told(Message("above {least}", {"least": least}))
    return case.told(Message("below {least}", {"least": least}))


def scores(case: Case) -> Iterator[Block]:
    """Tell every score: the mean, and where people differ from which to which."""
    if not case.table.columns:
        return
    yield Heading(case.told(Message("Scores")))
    head = (case.told(Message("Criterion")), *(case.titled(pilot) for pilot in case.table.pilots))
    cells = zip(*case.table.cells, strict=True)
    rows = tuple(
        (case.titled(one.criterion), *(_score(case, one, cell) for cell in row))
        for one, row in zip(case.table.columns, cells, strict=True)
    )
    numbers = frozenset(range(1, len(head)))
    name = case.told(Message("The mean of all scorers; in brackets the lowest and the highest"))
    yield Table(name, head, rows, numbers)
    yield from _outs(case)


def _score(case: Case, column: Column, cell: Cell) -> str:
    if cell.mean is None:
        return case.told(Message("missing"))
    if quantity(column.computed or "") == "learning":
        # The share is known no better than in words.
        return case.told(in_words(float(cell.mean)))
    mean = Shown(cell.mean).say(case.language)
    if not cell.spread:
        return mean
    low, high = (Shown(number).say(case.language) for number in cell.range)
    return f"{mean} ({low}–{high})"


def _outs(case: Case) -> Iterator[Block]:
    if case.table.knocked_out:
        yield Bullets(
            tuple(case.sentence(one.sentence(case.language)) for one in case.table.knocked_out)
        )


def scorers(case: Case) -> Iterator[Block]:
    """Tell who scored, whom each would choose, and where they are farthest apart."""
    if not case.table.columns:
        return
    yield Heading(case.told(Message("Who scored")))
    heard = voices(case.table, case.weights)
    if not heard.voices:
        yield Paragraph(case.sentence(heard.sentence(case.language)))
        return
    head = (
        case.told(Message("Scored by")),
        case.told(Message("By these scores alone, first could be")),
    )
    rows = tuple(
        (case.person(one.person), "; ".join(case.titled(pilot) for pilot in one.first))
        for one in heard.voices
    )
    yield Table(case.told(Message("Everybody who gave scores")), head, rows)
    yield from _differences(case, heard.dissents)


def _differences(case: Case, dissents: Sequence[Dissent]) -> Iterator[Block]:
    far = dissents[:_FARTHEST]
    if far:
        head = (
            case.told(Message("Pilot")),
            case.told(Message("Criterion")),
            case.told(Message("Scores given")),
        )
        yield Table(
            case.told(Message("Where the scorers are farthest apart")),
            head,
            tuple(_apart(case, one) for one in far),
        )
    if len(dissents) > len(far):
        count = len(dissents) - len(far)
        more = Message("… and {count} more", {"count": count}, plural="… and {count} more")
        yield Paragraph(case.told(more), quiet=True)


def _apart(case: Case, one: Dissent) -> tuple[str, str, str]:
    given = sorted(one.cell.given, key=lambda score: (-score[1], score[0] or ""))
    said = (
        f"{case.person(person) if person else case.told(Message('nobody in particular'))}: "
        f"{Shown(number).say(case.language)}"
        for person, number in given
    )
    return case.titled(one.pilot), case.titled(one.column.criterion), "; ".join(said)
