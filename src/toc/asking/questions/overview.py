"""The page that matters first for each goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.asking.asked import Part, Told
from toc.asking.naming import counted, entered
from toc.asking.page import page
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.case import Case
    from toc.asking.page import Page

ABOUT = Message("what matters first for each goal, on one page")
WANTS = ""

_THINGS = 5


def ask(case: Case) -> Iterator[Told]:
    """Ask for each goal."""
    for goal in case.goals:
        found = page(case, goal)
        yield Told(found, more=tuple(_parts(found)))


def _parts(found: Page) -> Iterator[Part]:
    if not found.reached.if_any:
        return
    if found.needs:
        yield Part(Message("What it cannot do without:"), tuple(counted(found.needs, _THINGS)))
    if found.may_need:
        values = {"count": len(found.may_need)}
        more = Message(
            "If all causes are needed where nobody has said it, {count} more brings it down.",
            values,
            plural="If all causes are needed where nobody has said it, {count} more bring it down.",
        )
        yield Part(more, () if found.needs else tuple(counted(found.may_need, _THINGS)))
    yield _test(found)
    yield Part(found.strength.told)
    yield from map(Part, found.missed)
    yield from _gaps(found)


def _test(found: Page) -> Part:
    if found.test_first is None:
        return Part(Message("No assumption is written down on the way to it."))
    values = {"assumption": entered(found.test_first), "tested": found.tested}
    return Part(Message("Test this first: {assumption}; {tested}.", values))


def _gaps(found: Page) -> Iterator[Part]:
    if found.bare:
        head = Message(
            "{count} link on the way to it has no graded evidence:",
            {"count": found.bare},
            plural="{count} links on the way to it have no graded evidence, the first of them:",
        )
        yield Part(head, found.gaps)
