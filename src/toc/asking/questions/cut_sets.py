"""Which small combinations of failures bring a goal down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.cut_sets import cut_sets
from toc.asking.asked import Told
from toc.asking.naming import entered
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("which small combinations of failures bring a goal down")
WANTS = ""

_SHOWN = 20


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal; the first combinations are named."""
    for goal in case.goals:
        found = cut_sets(case.logic, goal)
        sets = [one for one in found.sets.if_any.sets if one][:_SHOWN]
        yield Told(found, more=tuple(Chain(tuple(map(entered, one)), " + ") for one in sets))
