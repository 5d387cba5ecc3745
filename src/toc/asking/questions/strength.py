"""How strong the evidence for the best-supported way is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.strength import strength
from toc.asking.asked import Told
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("how strong the best-supported way is, and which link to improve first")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal; links without a grade are named."""
    for goal in case.goals:
        found = strength(case.logic, goal)
        ungraded = [
            Message("without a grade: {link}", {"link": one.title}) for one in found.ungraded
        ]
        yield Told(found, more=tuple(ungraded))
