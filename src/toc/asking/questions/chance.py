"""How likely each goal is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.chance import chance
from toc.asking.asked import Told
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("how likely each goal is, in words, as far as chances were given")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal."""
    for goal in case.goals:
        yield Told(chance(case.logic, goal))
