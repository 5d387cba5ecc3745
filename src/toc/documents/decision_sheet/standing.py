"""Who comes first, and how little or how much that hangs on the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Bullets, Heading, Paragraph, Table
from toc.pilots.dominance import dominance
from toc.pilots.smaa import smaa
from toc.pilots.stability import stability
from toc.pilots.wanting import wanting
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.decision_sheet.case import Case
    from toc.documents.paper import Block
    from toc.pilots.choice import Place

__all__ = ["ranking", "robustness"]


def ranking(case: Case) -> Iterator[Block]:
    """Tell the places by the weighted sum, and how it is added up."""
    if not case.sheet.columns:
        return
    yield Heading(case.told(Message("Ranking")))
    head = (
        case.told(Message("Pilot")),
        case.told(Message("Place")),
        case.told(Message("Weighted sum, 0 to 100")),
    )
    rows = tuple(
        (case.titled(one.pilot), _place(one), _total(case, one)) for one in case.ranking.places
    )
    out = {one.pilot: one for one in case.table.knocked_out}
    rows += tuple((case.titled(pilot), case.told(Message("out")), "–") for pilot in out)
    yield Table(
        case.told(Message("The pilot projects by their weighted sum")),
        head,
        rows,
        frozenset({1, 2}),
    )
    yield Paragraph(
        case.told(
            Message(
                "Each score is a share of its scale, from 0 for the worst to 100 for the best; it "
                "counts as much as its criterion weighs. A score that is missing is never taken as "
                "0 or as a mean: the sum then lies between two numbers."
            )
        ),
        quiet=True,
    )


def _place(one: Place) -> str:
    return str(one.best) if one.best == one.worst else f"{one.best}–{one.worst}"


def _total(case: Case, one: Place) -> str:
    low, high = (str(round(number)) for number in (one.low, one.high))
    return low if low == high else case.told(Message("{low} to {high}", {"low": low, "high": high}))


def robustness(case: Case) -> Iterator[Block]:
    """Tell in words what the first place hangs on."""
    if not case.sheet.columns or not case.sheet.pilots:
        return
    yield Heading(case.told(Message("How firm the ranking is")))
    whole = case.sheet.complete()
    said = [smaa(case.sheet).sentence(case.language)]
    if whole.pilots:
        said.append(stability(case.sheet, case.weights).sentence(case.language))
    said += [one.sentence(case.language) for one in dominance(case.sheet)]
    said += [
        found.sentence(case.language)
        for pilot in whole.pilots
        if not (found := wanting(case.sheet, case.weights, pilot.name)).is_first
    ]
    yield Bullets(tuple(map(case.sentence, said)))
    yield Paragraph(
        case.told(
            Message(
                "In so many of all possible weightings: every way to weigh the criteria is taken "
                "as likely as any other (SMAA, drawn from a fixed seed)."
            )
        ),
        quiet=True,
    )
