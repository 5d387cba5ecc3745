"""Which way to a goal costs least."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.cheapest_way import cheapest_way
from toc.asking.asked import Told
from toc.asking.naming import entered, foremost
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("which way to a goal costs least")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal; what of the way has no cost is named."""
    for goal in case.goals:
        found = cheapest_way(case.logic, goal)
        way = found.way.if_any
        bare = () if way is None else foremost(way.without_cost)
        bare = [one for one in bare if one.section == "activities"]
        said = [Message("has no cost: {thing}", {"thing": entered(one)}) for one in bare]
        yield Told(found, more=tuple(said))
