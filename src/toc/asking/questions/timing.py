"""When each goal can be there at the earliest, and which targets cannot be met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.asking.asked import Told
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("when each goal can be there at the earliest, and which targets cannot be met")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask of the whole strategy; every target that cannot be met is named."""
    found = case.timing
    missed = [found.said(one) for one in found.missed[1:]]
    yield Told(found, more=(*missed, *_goals(case)))


def _goals(case: Case) -> Iterator[Message]:
    moments = {one.node: one for one in case.timing.moments}
    for goal in case.goals:
        moment = moments.get(goal)
        certain, possible = (moment.certain, moment.possible) if moment else (None, None)
        values: dict[str, object] = {
            "goal": case.logic.thing(goal).title,
            "certain": certain and certain.date,
            "possible": possible and possible.date,
        }
        if certain is None and possible is None:
            yield Message("“{goal}”: no date says when it can be there", values)
        elif certain is None:
            yield Message("“{goal}”: from {possible} if all causes are needed", values)
        elif possible is None or possible.date == certain.date:
            yield Message("“{goal}”: not before {certain}", values)
        else:
            yield Message(
                "“{goal}”: not before {certain}; from {possible} if all causes are needed", values
            )
