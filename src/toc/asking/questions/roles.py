"""What each thing is to a goal: necessary, sufficient, contributory, idle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.roles import ROLE_WORDS, roles
from toc.asking.asked import Told
from toc.asking.naming import entered, foremost
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.roles import Roles
    from toc.asking.case import Case

ABOUT = Message("what each thing is to a goal: necessary, sufficient, contributory or idle")
WANTS = ""


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal, in both readings."""
    for goal in case.goals:
        found = roles(case.logic, goal)
        yield Told(found, more=tuple(_lines(found)))


def _lines(found: Roles) -> Iterator[Message]:
    played = {one.thing.name: one.role for one in found.roles}
    for thing in foremost(one.thing for one in found.roles):
        role = played[thing.name]
        values = {
            "thing": entered(thing),
            "role": ROLE_WORDS[role.if_any],
            "other": ROLE_WORDS[role.if_all],
        }
        yield (
            Message("{thing}: {role}", values)
            if role.agree
            else Message("{thing}: {role}; if all causes are needed: {other}", values)
        )
