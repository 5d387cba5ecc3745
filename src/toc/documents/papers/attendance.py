"""Who was invited and who came, over all events: those for whom it is done come first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.paper import Bullets, Heading, Paragraph, Table
from toc.documents.subject import Subject
from toc.meetings import Attendance, Presence, attendance
from toc.roadmap.months import said_period
from toc.words import Message, Shown

if TYPE_CHECKING:
    from toc.documents.paper import Block

ABOUT = Message("who was invited and who came, over all events")
NEEDS: Final = ()


@dataclass(frozen=True)
class _Case(Subject):
    @cached_property
    def attendance(self) -> Attendance:
        return attendance(self.strategy, self.on)

    def count(self, number: float) -> str:
        return Shown(number).say(self.language)


def title(_subject: Subject) -> Message:
    """Name the paper."""
    return Message("Who was at the table")


def prepared(subject: Subject) -> _Case:
    """Count."""
    return _Case.of(subject)


def _overview(case: _Case) -> Iterator[Block]:
    """Say who is missing."""
    yield Paragraph(case.sentence(case.attendance.sentence(case.language)))
    targets = [one for one in case.attendance.presences if one.is_target]
    missing = [one for one in targets if one.was_never_invited or one.never_came]
    if missing:
        yield Bullets(tuple(_missing(case, one) for one in missing))


def _missing(case: _Case, one: Presence) -> str:
    values = {
        "group": one.stakeholder.title,
        "told": one.told,
        "events": [case.title(name) for name in one.ahead],
    }
    if one.ahead:
        return case.told(Message("{group}: {told}; next invited to {events}", values))
    return case.told(Message("{group}: {told}; no event to come invites them", values))


def _groups(case: _Case) -> Iterator[Block]:
    """Tell group by group how often they were invited, how often they came, and how many."""
    yield Heading(case.told(Message("Group by group")))
    head = (
        Message("Who"),
        Message("Target group"),
        Message("Invited to"),
        Message("Came to"),
        Message("People, all events together"),
        Message("In short"),
    )
    rows = tuple(
        (
            case.told(one.stakeholder.title),
            case.told(Message("yes")) if one.is_target else "",
            case.count(len(one.invited)),
            case.count(len(one.came)),
            case.count(one.total),
            case.told(one.told),
        )
        for one in case.attendance.presences
    )
    name = case.told(Message("Events to which each group was invited and came"))
    yield Table(name, tuple(map(case.told, head)), rows, frozenset({2, 3, 4}))


def _events(case: _Case) -> Iterator[Block]:
    """Tell event by event who came."""
    events = case.strategy.events
    if not case.attendance.events:
        return
    yield Heading(case.told(Message("Event by event")))
    head = (Message("Event"), Message("When"), Message("Who came"), Message("Invited, nobody came"))
    rows = tuple(
        (
            case.title(name),
            case.told(None if event.date is None else said_period(event.date)),
            _came(case, name),
            _absent(case, name),
        )
        for name in case.attendance.events
        for event in (events[name],)
    )
    name = case.told(Message("Who came to each event, as far as it is written"))
    yield Table(name, tuple(map(case.told, head)), rows)


def _came(case: _Case, event: str) -> str:
    attended = case.strategy.events[event].attended
    if not attended:
        return case.told(Message("nobody has written down who came"))
    came = (f"{case.person(who)} {case.count(number)}" for who, number in attended.items())
    return "; ".join(came)


def _absent(case: _Case, event: str) -> str:
    entry = case.strategy.events[event]
    came = {who.lower() for who, number in entry.attended.items() if number}
    absent = [who for who in entry.audience if who.lower() not in came]
    return case.told("; ".join(map(case.person, absent))) if entry.attended else "–"


PARTS = MappingProxyType({"overview": _overview, "groups": _groups, "events": _events})
