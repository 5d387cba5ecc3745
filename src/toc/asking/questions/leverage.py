"""What moves a goal most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.leverage import leverage
from toc.asking.asked import Told
from toc.asking.naming import entered
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("what moves a goal most")
WANTS = ""

_SHOWN = 10


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal; the first stand in order."""
    for goal in case.goals:
        found = leverage(case.logic, goal)
        first = [one.thing for one in found.items if one.birnbaum > 0][:_SHOWN]
        yield Told(found, more=tuple(map(entered, first)))
