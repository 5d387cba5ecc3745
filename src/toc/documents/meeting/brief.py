"""An event in a few lines for a terminal, with what to do next."""

from __future__ import annotations

from dataclasses import replace
from shlex import quote
from typing import TYPE_CHECKING

from toc.documents.meeting.parts import facts, told_point
from toc.documents.meeting.points import GROUPS
from toc.documents.meeting.sitting import Sitting
from toc.documents.paper import Facts
from toc.errors import UnknownNameError
from toc.spelling import nearest
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.subject import Subject
    from toc.model import Strategy

__all__ = ["brief", "event_named"]

_MOST = 8


def brief(subject: Subject, path: str) -> str:
    """Write in a few lines what an event is for and what is open, and what comes next.

    Args:
        subject: the strategy; its `about` is the id of the event.
        path: where the strategy is, as whoever asks has typed it.

    Raises:
        UnknownNameError: when the strategy has no such event.
    """
    name = event_named(subject.strategy, subject.about)
    sitting = Sitting.of(replace(subject, about=name))
    return "\n".join([*_lines(sitting, path), ""])


def event_named(strategy: Strategy, event: str) -> str:
    """Give the id of an event as it is spelled where it stands.

    Raises:
        UnknownNameError: when the strategy has no such event.
    """
    events = {name.lower(): name for name in strategy.events}
    if event.lower() in events:
        return events[event.lower()]
    near = nearest(event, strategy.events)
    values = {"id": event, "near": near or ""}
    raise UnknownNameError(
        Message("no event is called “{id}”; did you mean “{near}”?", values)
        if near
        else Message("no event is called “{id}”: “toc meeting” lists them", values)
    )


def _lines(sitting: Sitting, path: str) -> Iterator[str]:
    yield f"{sitting.title(sitting.about)} · {sitting.name}"
    for block in facts(sitting):
        assert isinstance(block, Facts)
        yield from (f"{name}: {said}" for name, said in block.items)
    for group, members in sitting.points.items():
        yield ""
        yield f"{sitting.told(GROUPS[group])} ({len(members)})"
        yield from (f"  {told_point(sitting, one)}" for one in members[:_MOST])
        left = len(members) - _MOST
        if left > 0:
            more = Message("… and {count} more", {"count": left}, plural="… and {count} more")
            yield f"  {sitting.told(more)}"
    if not sitting.points:
        yield ""
        yield sitting.told(Message("Nothing is open that concerns this event: it can go further."))
    yield from _next(sitting, path)


def _next(sitting: Sitting, path: str) -> Iterator[str]:
    """Say what comes next: before it the letter, at it the minutes, afterwards what is missing."""
    yield ""
    yield sitting.told(Message("What to do next"))
    command = f"toc meeting {sitting.about} {quote(path)} --on {sitting.on.isoformat()}"
    if sitting.has_minutes:
        yield f"  {sitting.told(Message('the minutes are written down; to print them'))}"
        yield f"     {command} --minutes minutes.pdf"
        return
    if sitting.is_over:
        told = Message("1. it is over: write down who came and what was decided, in this form")
        yield f"  {sitting.told(told)}"
        yield f"     {command} --form minutes.yaml"
        told = Message("2. see what it adds; with --write it is written")
        yield f"  {sitting.told(told)}"
        yield f"     {command} --from minutes.yaml"
        return
    yield f"  {sitting.told(Message('1. send the invitation'))}"
    yield f"     {command} --invitation invitation.docx"
    yield f"  {sitting.told(Message('2. print the agenda, and the minutes to fill in'))}"
    yield f"     {command} --agenda agenda.pdf --minutes minutes.docx"
