"""The agenda of an event: its own points first, then what is open and concerns it."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.meeting.parts import facts, points
from toc.documents.meeting.sitting import Sitting
from toc.documents.paper import Bullets, Heading, Paragraph
from toc.words import Message

if TYPE_CHECKING:
    from toc.documents.paper import Block
    from toc.documents.subject import Subject

ABOUT = Message("the agenda of an event, made of what is open and concerns it")
NEEDS: Final = ("events",)
CHECKED: Final = True


def title(subject: Subject) -> Message:
    """Name the agenda after its event."""
    return Message("Agenda: {event}", {"event": subject.title(subject.about)})


def prepared(subject: Subject) -> Sitting:
    """Ask what is open."""
    return Sitting.of(subject)


def _earlier(sitting: Sitting) -> Iterator[Block]:
    """Recall what the last event on the same things decided."""
    before = sitting.agenda.earlier
    if before is not None:
        values = {"event": before.event.title}
        yield Heading(sitting.told(Message("What was decided last time, at “{event}”", values)))
        yield Bullets(tuple(map(sitting.told, before.decided)))


def _nothing(sitting: Sitting) -> Iterator[Block]:
    if not sitting.points:
        told = Message("Nothing is open that concerns this event: it can go further.")
        yield Paragraph(sitting.told(told))


def _points(sitting: Sitting) -> Iterator[Block]:
    yield from _nothing(sitting)
    yield from points(sitting)


PARTS = MappingProxyType({"facts": facts, "earlier": _earlier, "points": _points})
