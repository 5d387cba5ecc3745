"""Blocks that several papers about an event have: what it is, and its points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.meeting.points import GROUPS, Point
from toc.documents.paper import Facts, Heading, Numbered, Paragraph
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.documents.meeting.sitting import Sitting
    from toc.documents.paper import Block

__all__ = ["circumstances", "facts", "points", "told_point"]

_MOST = 10
"""So many of one kind of point are written out: more than that no meeting gets through."""


def facts(sitting: Sitting) -> Iterator[Block]:
    """Tell when and where it is, who is invited, who leads, and what it is for."""
    purpose = (sitting.told(Message("What for")), sitting.told(sitting.event.objective))
    yield Facts((*circumstances(sitting), purpose))


def circumstances(sitting: Sitting) -> tuple[tuple[str, str], ...]:
    """Give when and where it is, who is invited and who leads, each with its name."""
    event = sitting.event
    items = (
        (Message("When"), sitting.when),
        (Message("Where"), sitting.where),
        (Message("Invited"), sitting.people(event.audience)),
        (Message("Led by"), sitting.people(event.facilitators)),
    )
    return tuple((sitting.told(name), said) for name, said in items)


def points(sitting: Sitting) -> Iterator[Block]:
    """Write the points out, group by group, and say how much is left out."""
    for group, members in sitting.points.items():
        yield Heading(sitting.told(GROUPS[group]))
        yield Numbered(tuple(told_point(sitting, one) for one in members[:_MOST]))
        yield from _more(sitting, members)
    left = sitting.agenda.elsewhere
    if left:
        told = Message(
            "The check asks {count} more question, about other things.",
            {"count": left},
            plural="The check asks {count} more questions, about other things.",
        )
        yield Paragraph(sitting.told(told), quiet=True)


def told_point(sitting: Sitting, point: Point) -> str:
    """Say a point, with the other things of which the same is asked, and who can tell of it."""
    said = point.text
    if point.others:
        titles = ", ".join(
            sitting.told(Message("“{title}”", {"title": one})) for one in point.others
        )
        same = Message("The same for: {others}", {"others": titles})
        said = f"{said} {sitting.told(same)}."
    if point.people:
        said = f"{said} ({sitting.people(point.people)})"
    return said


def _more(sitting: Sitting, members: Sequence[Point]) -> Iterator[Block]:
    left = len(members) - _MOST
    if left > 0:
        told = Message("… and {count} more", {"count": left}, plural="… and {count} more")
        yield Paragraph(sitting.told(told), quiet=True)
