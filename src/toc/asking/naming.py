"""Things as a list names them: what they are, their title, their id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.vocabulary import KINDS
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toc.analysis.things import Thing
    from toc.words import Sayable

__all__ = ["counted", "entered", "foremost", "kind_of"]

_KINDS = {
    **KINDS,
    "assumptions": Message("assumption"),
    "risks": Message("risk"),
    "stakeholders": Message("stakeholder"),
    "links": Message("link"),
}

_FIRST = (
    *("assumptions", "risks", "stakeholders", "inputs", "activities"),
    *("outputs", "outcomes", "goals", "factors", "needs", "assets"),
)


def entered(thing: Thing) -> Message:
    """Name a thing in a list.

    >>> from toc.analysis.things import Thing
    >>> from toc.words import Said
    >>> entered(Thing("vote", ("assumptions", "vote"), Said("They vote"))).say()
    'assumption “They vote” (vote)'
    """
    values = {"kind": kind_of(thing), "title": thing.title, "id": thing.name}
    if thing.section == "links":
        return Message("link “{title}”", values)
    if thing.section == "risks":
        return Message("that the risk “{title}” stays away ({id})", values)
    return Message("{kind} “{title}” ({id})", values)


def kind_of(thing: Thing) -> Sayable | str:
    """Say what kind of thing it is."""
    return _KINDS.get(thing.section, "")


def foremost(things: Iterable[Thing]) -> Sequence[Thing]:
    """Put what people can do something about first, and links last."""
    place = {section: at for at, section in enumerate(_FIRST)}
    return sorted(things, key=lambda one: (place.get(one.section, len(_FIRST)), one.name))


def counted(things: Sequence[Thing], most: int) -> Iterator[Sayable]:
    """Name so many things at most, and say how many there are beside."""
    yield from map(entered, things[:most])
    if len(things) > most:
        yield Message("and {count} more", {"count": len(things) - most}, plural="and {count} more")
