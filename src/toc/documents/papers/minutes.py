"""The minutes of an event: to be filled in at the table, or filled from the strategy."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.meeting.parts import facts, told_point
from toc.documents.meeting.points import GROUPS
from toc.documents.meeting.sitting import Sitting
from toc.documents.paper import (
    Bullets,
    Heading,
    Paragraph,
    Room,
    Signatures,
    Table,
    Ticks,
)
from toc.roadmap.months import said
from toc.vocabulary import CHOICES
from toc.words import Message, Shown

if TYPE_CHECKING:
    from toc.documents.paper import Block
    from toc.documents.subject import Subject
    from toc.model import Decision

ABOUT = Message("the minutes of an event: to fill in, or filled from the strategy")
NEEDS: Final = ("events",)
CHECKED: Final = True

_LINES = 2
_MOST = 8
"""So many points get room of their own: the minutes of a meeting are no book."""


def title(subject: Subject) -> Message:
    """Name the minutes after their event."""
    return Message("Minutes: {event}", {"event": subject.title(subject.about)})


def prepared(subject: Subject) -> Sitting:
    """Ask what is written of it, and what is open."""
    return Sitting.of(subject)


def _present(sitting: Sitting) -> Iterator[Block]:
    """Tell who was there, by stakeholder; without that, leave room to write it."""
    event = sitting.event
    attended = {name.lower(): number for name, number in event.attended.items()}
    invited = [name.lower() for name in event.audience]
    others = [name for name in event.attended if name.lower() not in invited]
    yield Heading(sitting.told(Message("Present")))
    head = (Message("Who"), Message("Invited"), Message("How many came"))
    rows = tuple(
        (
            sitting.person(name),
            sitting.told(Message("yes") if name.lower() in invited else Message("no")),
            _number(sitting, attended.get(name.lower())),
        )
        for name in (*event.audience, *others)
    )
    if rows:
        name = sitting.told(Message("Who was invited, and how many of them came"))
        yield Table(name, tuple(map(sitting.told, head)), rows, frozenset({2}))
    if not event.attended:
        yield Room(sitting.told(Message("Who else came")), _LINES)


def _number(sitting: Sitting, number: float | None) -> str:
    if number is None:
        return sitting.told(Message("nobody")) if sitting.event.attended else ""
    return Shown(number).say(sitting.language)


def _points(sitting: Sitting) -> Iterator[Block]:
    """Leave room below each point, until something is written of what was decided."""
    if sitting.has_minutes:
        return
    yield Heading(sitting.told(Message("What was talked about")))
    members = [(group, one) for group, points in sitting.points.items() for one in points]
    before = ""
    for group, one in members[:_MOST]:
        if group != before:
            yield Paragraph(sitting.told(GROUPS[group]), quiet=True)
        before = group
        yield Heading(told_point(sitting, one), level=3)
        yield Room(sitting.told(Message("What was said")), _LINES)
    left = len(members) - _MOST
    if left > 0:
        told = Message("… and {count} more", {"count": left}, plural="… and {count} more")
        yield Paragraph(sitting.told(told), quiet=True)
    yield Room(sitting.told(Message("What else was talked about")), _LINES)


def _decisions(sitting: Sitting) -> Iterator[Block]:
    """Tell what was decided; without that, leave boxes for each thing that it is about."""
    event = sitting.event
    yield Heading(sitting.told(Message("What was decided")))
    if event.decided:
        yield Bullets(tuple(map(sitting.told, event.decided)))
    if event.decisions:
        yield _table(sitting, event.decisions)
    if event.decided or event.decisions:
        return
    if sitting.has_minutes:
        yield Paragraph(sitting.told(Message("Nothing is written of what was decided.")))
    for name in event.about:
        yield Heading(sitting.of_thing(name), level=3)
        yield Ticks(tuple(map(sitting.told, CHOICES.values())), in_line=True)
        yield Room(sitting.told(Message("Why, who does it, by when")), _LINES)


def _table(sitting: Sitting, decisions: tuple[Decision, ...]) -> Table:
    head = (
        Message("About what"),
        Message("Decision"),
        Message("Why"),
        Message("Who does it"),
        Message("By when"),
    )
    rows = tuple(
        (
            sitting.told("; ".join(map(sitting.of_thing, one.about))),
            sitting.told(CHOICES.get(one.decision or "")),
            sitting.told(one.because),
            sitting.people(one.by),
            sitting.told(None if one.due is None else said(one.due)),
        )
        for one in decisions
    )
    name = sitting.told(Message("What was decided about what, and who does it"))
    return Table(name, tuple(map(sitting.told, head)), rows)


def _feedback(sitting: Sitting) -> Iterator[Block]:
    """Tell what participants said and what it changed; without that, leave room."""
    said_here = {
        name: one
        for name, one in sitting.strategy.feedback.items()
        if (one.from_ or "").lower() == sitting.about.lower()
    }
    if not said_here and sitting.has_minutes:
        return
    yield Heading(sitting.told(Message("What participants said")))
    if not said_here:
        yield Room(sitting.told(Message("In their own words, and who said it")), 2 * _LINES)
        return
    head = (Message("What was said"), Message("By whom"), Message("What it changed"))
    rows = tuple(
        (
            sitting.told(one.text or one.title or name),
            sitting.people(one.by),
            sitting.told("; ".join(map(sitting.title, one.changed)) or Message("nothing yet")),
        )
        for name, one in said_here.items()
    )
    name = sitting.told(Message("What was said, and what was changed because of it"))
    yield Table(name, tuple(map(sitting.told, head)), rows)


def _next(sitting: Sitting) -> Iterator[Block]:
    """Leave room for the next date, and for who signs."""
    if not sitting.has_minutes:
        yield Room(sitting.told(Message("The next meeting: when, where, about what")), 1)
    head = (Message("Name"), Message("Office"), Message("Signature"), Message("Date"))
    yield Signatures(
        sitting.told(Message("Who led the meeting, and who wrote this down")),
        tuple(map(sitting.told, head)),
        2,
    )


PARTS = MappingProxyType(
    {
        "facts": facts,
        "present": _present,
        "points": _points,
        "decisions": _decisions,
        "feedback": _feedback,
        "next": _next,
    }
)
