"""What something relies on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.single_points import single_points
from toc.asking.asked import Told
from toc.asking.naming import entered, foremost
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("what a goal or any other node relies on")
WANTS = "thing"


def ask(case: Case) -> Iterator[Told]:
    """Ask of one node: what it cannot do without, what it may need, what helps it."""
    goal = case.logic.goal(case.thing)
    found = single_points(case.logic, goal)
    sure, maybe = ({one.name for one in part} for part in (found.certain, found.possible))
    rest = case.logic.things(
        one for one in case.logic.parts_of(goal) - sure - maybe if "->" not in one
    )
    yield Told(
        found,
        more=(
            *(entered(one) for one in foremost(found.certain)),
            *(
                Message("only if all causes are needed: {thing}", {"thing": entered(one)})
                for one in foremost(found.possible)
            ),
            *(Message("helps: {thing}", {"thing": entered(one)}) for one in foremost(rest)),
        ),
    )
