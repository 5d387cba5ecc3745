"""The invitation to an event: a text to send, in plain and friendly words."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.meeting.parts import circumstances
from toc.documents.meeting.sitting import Sitting
from toc.documents.paper import Facts, Numbered, Paragraph
from toc.words import Message

if TYPE_CHECKING:
    from toc.documents.paper import Block
    from toc.documents.subject import Subject

ABOUT = Message("the invitation to an event: a text to send")
NEEDS: Final = ("events",)
CHECKED: Final = True

_MOST = 6
"""So many points stand in a letter; the agenda has them all."""


def title(subject: Subject) -> Message:
    """Name the letter after its event."""
    return Message("Invitation: {event}", {"event": subject.title(subject.about)})


def prepared(subject: Subject) -> Sitting:
    """Ask what is open."""
    return Sitting.of(subject)


def _greeting(sitting: Sitting) -> Iterator[Block]:
    """Say who is invited to what, and why it matters that they come."""
    yield Paragraph(sitting.told(Message("Dear Sir or Madam,")))
    values = {"event": sitting.title(sitting.about), "strategy": sitting.name}
    told = Message("We invite you to “{event}”. It is part of our work on: {strategy}.", values)
    yield Paragraph(sitting.told(told))
    if sitting.event.objective is not None:
        purpose = Message("What it is for: {objective}", {"objective": sitting.event.objective})
        yield Paragraph(sitting.sentence(sitting.told(purpose)))


def _facts(sitting: Sitting) -> Iterator[Block]:
    """Tell when, where and who."""
    yield Facts(circumstances(sitting))


def _points(sitting: Sitting) -> Iterator[Block]:
    """Tell what will be talked about: first what it was called for."""
    members = [one.text for group in sitting.points.values() for one in group]
    if not members:
        return
    yield Paragraph(sitting.told(Message("What we want to talk about with you:")))
    yield Numbered(tuple(members[:_MOST]))
    left = len(members) - _MOST
    if left > 0:
        told = Message(
            "{count} more point is on the agenda.",
            {"count": left},
            plural="{count} more points are on the agenda.",
        )
        yield Paragraph(sitting.told(told), quiet=True)


def _closing(sitting: Sitting) -> Iterator[Block]:
    """Ask for an answer, and for what somebody needs in order to come; and sign."""
    told = Message(
        "Please tell us whether you can come, and what would make it easier: an interpreter, "
        "another hour, care for children, help with getting there. If you cannot come, a few "
        "lines on any of the questions help us too."
    )
    yield Paragraph(sitting.told(told))
    yield Paragraph(sitting.told(Message("With kind regards,")))
    senders = sitting.event.facilitators or sitting.strategy.head.led_by
    yield Paragraph(sitting.people(senders))


PARTS = MappingProxyType(
    {"greeting": _greeting, "facts": _facts, "points": _points, "closing": _closing}
)
