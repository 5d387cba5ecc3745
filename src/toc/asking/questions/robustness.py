"""How much a goal withstands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.robustness import robustness
from toc.asking.asked import Told
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("how much must go wrong together before a goal is lost")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal."""
    for goal in case.goals:
        yield Told(robustness(case.logic, goal))
