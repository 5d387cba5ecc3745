"""Which combinations are enough for a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.ways import ways
from toc.asking.asked import Told
from toc.asking.naming import entered, foremost
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("which combinations are enough for a goal")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal; the shortest way is written out."""
    for goal in case.goals:
        found = ways(case.logic, goal)
        shortest = found.sets.if_any.sets[:1]
        needs = [
            Message("the shortest needs: {thing}", {"thing": entered(one)})
            for way in shortest
            for one in foremost(way)
        ]
        yield Told(found, more=tuple(needs))
