"""What holds something up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.robustness import robustness
from toc.analysis.strength import strength
from toc.analysis.ways import ways
from toc.asking.asked import Told
from toc.asking.naming import entered, foremost
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("what holds a goal or any other node up: the ways, how firm, how well supported")
WANTS = "thing"


def ask(case: Case) -> Iterator[Told]:
    """Ask of one node: the ways to it, how much it withstands, how well it is supported."""
    goal = case.logic.goal(case.thing)
    found = ways(case.logic, goal)
    shortest = [
        Message("the shortest needs: {thing}", {"thing": entered(one)})
        for way in found.sets.if_any.sets[:1]
        for one in foremost(way)
    ]
    yield Told(found, more=tuple(shortest))
    yield Told(robustness(case.logic, goal))
    yield Told(strength(case.logic, goal))
