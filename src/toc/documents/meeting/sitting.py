"""An event as papers tell of it: when, where, who, and what there is to talk about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.documents.meeting.points import Point, points_of
from toc.documents.subject import Subject
from toc.meetings import Agenda, agenda
from toc.roadmap.months import said, said_period
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toc.model import Event, Interval

__all__ = ["Sitting"]

_MODES: Mapping[str, Message] = MappingProxyType(
    {
        "online": Message("online"),
        "onsite": Message("face to face"),
        "hybrid": Message("face to face and online"),
    }
)
"""How people take part."""


@dataclass(frozen=True)
class Sitting(Subject):
    """A subject that is about an event."""

    @cached_property
    def event(self) -> Event:
        """The event."""
        return self.strategy.events[self.about]

    @cached_property
    def agenda(self) -> Agenda:
        """What is open for it."""
        return agenda(self.strategy, self.about, self.on, self.findings)

    @cached_property
    def points(self) -> Mapping[str, Sequence[Point]]:
        """What there is to talk about, group by group."""
        return points_of(self, self.agenda)

    @property
    def is_over(self) -> bool:
        """Whether it has been held, as far as its date tells."""
        last = None if self.event.date is None else self.event.date.last
        return last is not None and last < self.on

    @property
    def has_minutes(self) -> bool:
        """Whether anything is written, by that day, of what happened at it."""
        event = self.event
        written = event.attended or event.decided or event.decisions
        return bool(written) and not self.is_ahead

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to come on the day, as far as its date tells."""
        first = None if self.event.date is None else self.event.date.first
        return first is not None and first > self.on

    @property
    def when(self) -> str:
        """When it is, no more exactly than it is known; that a day is missing is said."""
        day = self.told(self._day(self.event.date))
        return f"{day}, {self.event.time}" if self.event.time else day

    def _day(self, date: Interval | None) -> Message:
        if date is None or (date.start is None and date.end is None):
            return Message("the date will be fixed")
        if date.start == date.end and date.start is not None and date.start.day is None:
            return Message("{date}; the day will be fixed", {"date": said(date.start)})
        return said_period(date)

    @property
    def where(self) -> str:
        """Where it is and how people take part."""
        mode = _MODES.get(self.event.mode or "")
        if self.event.place is None:
            if self.event.mode == "online":
                return self.told(Message("online; the link follows"))
            place: object = (
                Message("the place is not written")
                if self.is_over
                else Message("the place will be fixed")
            )
        else:
            place = self.event.place
        return self.told(
            place if mode is None else Message("{place} ({mode})", {"place": place, "mode": mode})
        )

    def people(self, names: Iterable[str]) -> str:
        """Say who some people are, in a row."""
        return self.told("; ".join(map(self.person, names)))

    def of_thing(self, name: str) -> str:
        """Say what a thing is called, with its id, so that minutes can name it."""
        title = self.title(name)
        return title if title == name else f"{title} ({name})"
