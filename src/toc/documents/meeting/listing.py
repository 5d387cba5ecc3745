"""The events of a strategy in a list for a terminal, each with what is missing of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING

from toc.documents.meeting.sitting import Sitting
from toc.meetings import attendance
from toc.words import Message, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.subject import Subject

__all__ = ["listing"]


def listing(subject: Subject, path: str) -> str:
    """List the events in order of time, say who is missing, and which one is next.

    Args:
        subject: the strategy.
        path: where it is, as whoever asks has typed it.
    """
    return "\n".join([*_lines(subject, path), ""])


def _lines(subject: Subject, path: str) -> Iterator[str]:
    sittings = [Sitting.of(replace(subject, about=name)) for name in subject.strategy.events]
    sittings.sort(key=_time)
    yield subject.name
    wide = max((len(one.about) for one in sittings), default=0)
    for one in sittings:
        yield f"  {one.about:<{wide}}  {one.title(one.about)} · {one.when} · {_state(one)}"
    said = attendance(subject.strategy, subject.on).sentence(subject.language)
    yield subject.sentence(said)
    ahead = next((one for one in sittings if not (one.is_over or one.has_minutes)), None)
    if ahead is not None:
        yield ""
        yield subject.told(Message("What to do next"))
        yield f"  toc meeting {ahead.about} {quote(path)} --on {subject.on.isoformat()}"


def _time(sitting: Sitting) -> date:
    when = sitting.event.date
    return date.max if when is None else when.first or when.last or date.max


def _state(sitting: Sitting) -> str:
    came = sum(sitting.event.attended.values())
    if came and not sitting.is_ahead:
        counted = Message("{count} came", {"count": Shown(came)})
        return sitting.told(counted)
    if sitting.has_minutes:
        return sitting.told(Message("minutes written"))
    return sitting.told(Message("minutes missing") if sitting.is_over else Message("to come"))
