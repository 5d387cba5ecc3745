"""Room for the decision, its reason and those who sign it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Heading, Paragraph, Room, Signatures, Ticks
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.decision_sheet.case import Case
    from toc.documents.paper import Block

__all__ = ["decision"]

_LINES, _SIGNERS = 4, 4


def decision(case: Case) -> Iterator[Block]:
    """Leave room for what is decided, with what the strategy says of it already."""
    yield Heading(case.told(Message("Decision")), fresh=True)
    yield Paragraph(
        case.told(
            Message("The sheet orders what is known; the decision is made by those who sign below.")
        )
    )
    yield from (Paragraph(said) for said in _recorded(case))
    choices = [case.titled(pilot) for pilot in case.table.pilots]
    yield Ticks((*choices, case.told(Message("None of them, or another one:"))))
    yield Room(case.told(Message("Reason for the decision")), _LINES)
    head = (
        case.told(Message("Name")),
        case.told(Message("Office")),
        case.told(Message("Signature")),
        case.told(Message("Date")),
    )
    yield Signatures(case.told(Message("Signatures")), head, _SIGNERS)


def _recorded(case: Case) -> Iterator[str]:
    for pilot in case.table.pilots:
        choice = case.strategy.pilots[pilot.name].chosen
        if choice is None:
            continue
        yield case.told(
            Message(
                "The strategy records that {pilot} was chosen. When: {day}. By whom: {people}. "
                "Why: {reason}",
                {
                    "pilot": pilot,
                    "day": case.told(choice.on),
                    "people": case.told(tuple(map(case.person, choice.by))),
                    "reason": case.told(choice.because),
                },
            )
        )
