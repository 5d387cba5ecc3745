"""The first page of a review pack: what to know before the details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.things import listed
from toc.documents.paper import Bullets, Facts, Heading, Paragraph
from toc.monitoring import SIGNS, STANDINGS
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.analysis.due import Due
    from toc.documents.paper import Block
    from toc.documents.review.case import ReviewCase
    from toc.reviewing.supports import Support

__all__ = ["doubt", "first_page"]

_EACH = 3
"""So many things are named of what asks for the same work."""

_FIRST = 6
"""So many things of a kind stand on the first page."""


def first_page(case: ReviewCase) -> Iterator[Block]:
    """Tell on one page how it stands, what has to be decided, and what is overdue."""
    pack = case.pack
    yield Paragraph(case.sentence(pack.sentence(case.language)))
    yield Facts(tuple(_facts(case)))
    yield Heading(case.told(Message("What this review has to decide")), level=3)
    yield from _shortly(case, pack.to_decide)
    yield Heading(case.told(Message("What is overdue, and who can do it")), level=3)
    yield from _shortly(case, [one for one in pack.to_do if one.is_late(case.on)])
    yield Heading(case.told(Message("What does not hold, or is in doubt")), level=3)
    yield from _list(case, [doubt(case, one) for one in pack.in_doubt])


def _facts(case: ReviewCase) -> Iterator[tuple[str, str]]:
    pack = case.pack
    last = None
    if pack.last is not None:
        last = f"{case.thing(pack.last.review)}, {case.day(pack.last.when)}"
    yield case.told(Message("Last review")), case.told(last or Message("none has been held"))
    coming = pack.calendar.next
    when = Message("none is planned") if coming is None else case.day(coming.when)
    yield case.told(Message("Next review by the plan")), case.told(when)
    if pack.later:
        told = Message(
            "{reviews}: dated later, so not held yet", {"reviews": case.things(pack.later)}
        )
        yield case.told(Message("Written ahead")), case.told(told)
    yield case.told(Message("Indicators")), _standings(case)


def _standings(case: ReviewCase) -> str:
    found = [one.now.standing for one in case.pack.moved]
    return case.told(
        ", ".join(
            f"{SIGNS[standing]} {case.told(word)}: {found.count(standing)}"
            for standing, word in STANDINGS.items()
            if standing in found
        )
    )


def _shortly(case: ReviewCase, some: Sequence[Due]) -> Iterator[Block]:
    """Say what asks for the same work together, a few of each; the tables have the rest."""
    said = []
    for work, members in case.by_work(some).items():
        things = tuple(thing for one in members for thing in one.things)
        values = {"work": work, "count": len(members), "things": listed(things, _EACH)}
        said.append(case.told(Message("{work} ({count}): {things}", values)))
    yield from _list(case, said)


def _list(case: ReviewCase, said: Sequence[str]) -> Iterator[Block]:
    if not said:
        yield Paragraph(case.told(Message("Nothing.")))
        return
    yield Bullets(tuple(said[:_FIRST]))
    left = len(said) - _FIRST
    if left > 0:
        told = Message("… and {count} more", {"count": left}, plural="… and {count} more")
        yield Paragraph(case.told(told), quiet=True)


def doubt(case: ReviewCase, one: Support) -> str:
    """Say of an assumption how it stands, and which goals fall with it."""
    values = {
        "title": case.thing(one.assumption),
        "state": STATES[one.status],
        "goals": [goal.title for goal in one.carries],
    }
    if one.carries:
        return case.told(Message("{title}: {state}; with it falls: {goals}", values))
    return case.told(Message("{title}: {state}", values))
