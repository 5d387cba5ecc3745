"""What something would affect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.asking.asked import Told
from toc.asking.effects import effects
from toc.asking.naming import entered
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case

ABOUT = Message("what the loss of something would affect")
WANTS = "thing"


def ask(case: Case) -> Iterator[Told]:
    """Ask of one thing: what falls with it, what may, what it only helps."""
    found = effects(case.logic, case.thing)
    falls = [Message("falls: {thing}", {"thing": entered(one)}) for one in found.falls]
    may_fall = [
        Message("falls if all causes are needed: {thing}", {"thing": entered(one)})
        for one in found.may_fall
    ]
    helps = [
        Message("loses one of its helps: {thing}", {"thing": entered(one)})
        for one in found.weakened
    ]
    yield Told(found, more=(*falls, *may_fall, *helps))
