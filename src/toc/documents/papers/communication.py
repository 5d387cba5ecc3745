"""The communication plan: who tells whom what, when, and whom and what nobody tells about."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.paper import Bullets, Facts, Heading, Paragraph, Table
from toc.roadmap.months import said
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.documents.paper import Block
    from toc.documents.subject import Subject
    from toc.model import Publication

__all__ = ["ABOUT", "NEEDS", "PARTS", "title"]

ABOUT = Message("the communication plan: who tells whom what, and what nobody tells")
NEEDS: Final = ()

Named = tuple[str, "Publication"]


def title(_subject: Subject) -> Message:
    """Name the plan."""
    return Message("Communication plan")


def _planned(subject: Subject) -> list[Named]:
    """Give the messages by date, those without one last; those about one thing where asked."""
    about = subject.about.lower()
    found = [
        (name, one)
        for name, one in subject.strategy.messages.items()
        if not about or about in (thing.lower() for thing in (*one.about, *one.for_, name))
    ]
    return sorted(found, key=lambda named: _day(named[1]))


def _day(message: Publication) -> date:
    return date.max if message.date is None else message.date.last


def presented(subject: Subject) -> Iterator[Block]:
    """Say when the strategy and the pilots are presented to people."""
    yield Heading(subject.told(Message("When people hear of the strategy and of the pilot")))
    strategy = subject.strategy
    facts = [(subject.told(Message("the strategy")), _whole(subject))]
    facts += [
        (subject.title(name), _heard(subject, name))
        for name, pilot in strategy.pilots.items()
        if not strategy.has_lost(pilot)
    ]
    yield Facts(tuple(facts))
    yield Paragraph(
        subject.told(
            Message(
                "A message is about the strategy where it names all of its goals, and about a "
                "pilot where it names the pilot or a measure that the pilot tries."
            )
        ),
        quiet=True,
    )


def _whole(subject: Subject) -> str:
    """Say by which messages the whole strategy is presented."""
    goals = {name.lower() for name in subject.strategy.goals}
    return _dated(
        subject,
        [one for _, one in _planned(subject) if goals and goals <= {*map(str.lower, one.about)}],
    )


def _heard(subject: Subject, pilot: str) -> str:
    names = {name.lower() for name in _alias(subject, pilot)}
    return _dated(
        subject,
        [one for _, one in _planned(subject) if not names.isdisjoint(map(str.lower, one.about))],
    )


def _dated(subject: Subject, messages: Iterable[Publication]) -> str:
    found = [f"{_title(subject, one)} ({_when(subject, one)})" for one in messages]
    return "; ".join(found) or subject.told(Message("no message is about it yet"))


def _when(subject: Subject, message: Publication) -> str:
    return subject.told(said(message.date) if message.date else Message("no date yet"))


def _alias(subject: Subject, name: str) -> Iterator[str]:
    """Go through the ids under which something is told of: a pilot by its measures too."""
    yield name
    pilot = subject.strategy.pilots.get(name)
    if pilot is not None:
        yield from pilot.of


def _title(subject: Subject, message: Publication) -> str:
    return subject.told(message.title or Message("A message without a name"))


def plan(subject: Subject) -> Iterator[Block]:
    """Give the messages in the order of their dates: those that were due, and those to come."""
    past = [named for named in _planned(subject) if _day(named[1]) < subject.on]
    coming = [named for named in _planned(subject) if _day(named[1]) >= subject.on]
    yield Heading(subject.told(Message("What is told when")))
    if coming:
        yield _table(subject, Message("Still to come"), coming)
    elif past:
        yield Paragraph(subject.told(Message("No message is planned from this day on.")))
    if past:
        yield _table(subject, Message("Already due"), past)
    if not past and not coming:
        yield Paragraph(subject.told(Message("No message is planned yet.")))


def _table(subject: Subject, name: Message, messages: Iterable[Named]) -> Table:
    head = (
        Message("Message"),
        Message("When"),
        Message("For whom"),
        Message("Through what"),
        Message("About what"),
        Message("Who tells it"),
    )
    rows = tuple(_row(subject, message) for _, message in messages)
    return Table(subject.told(name), tuple(map(subject.told, head)), rows)


def _row(subject: Subject, message: Publication) -> tuple[str, ...]:
    return (
        _title(subject, message),
        _when(subject, message),
        _listed(map(subject.person, message.for_)),
        subject.told(message.channel),
        _listed(_short(subject, name) for name in message.about),
        _listed(map(subject.person, message.by)),
    )


def _short(subject: Subject, name: str) -> str:
    entry = subject.strategy.entry(name)
    return subject.told(entry.short) if entry is not None and entry.short else subject.title(name)


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names) or "–"


def gaps(subject: Subject) -> Iterator[Block]:
    """Name the groups, goals and pilots that nobody tells anything to or about."""
    if subject.about:
        return
    yield Heading(subject.told(Message("Whom and what nobody tells about")))
    strategy = subject.strategy
    told_to = {name.lower() for one in strategy.messages.values() for name in one.for_}
    told_of = {name.lower() for one in strategy.messages.values() for name in one.about}
    pilots = [name for name, one in strategy.pilots.items() if not strategy.has_lost(one)]
    groups = [name for name in _target_groups(subject) if name.lower() not in told_to]
    facts = (
        (Message("Groups that nobody tells anything:"), groups),
        (Message("Goals that no message names:"), _untold(subject, strategy.goals, told_of)),
        (Message("Pilots that no message names:"), _untold(subject, pilots, told_of)),
    )
    missing = [(name, names) for name, names in facts if names]
    if not missing:
        yield Paragraph(
            subject.told(Message("Every group is told something, every goal is named."))
        )
    for name, names in missing:
        yield Paragraph(subject.told(name))
        yield Bullets(tuple(map(subject.title, names)))


def _untold(subject: Subject, names: Iterable[str], told: set[str]) -> list[str]:
    return [name for name in names if told.isdisjoint(one.lower() for one in _alias(subject, name))]


def _target_groups(subject: Subject) -> tuple[str, ...]:
    """Give the stakeholders for whom the strategy does or changes something."""
    strategy = subject.strategy
    named = {
        group.lower()
        for section in (strategy.goals, strategy.outcomes, strategy.activities)
        for one in section.values()
        for group in one.for_
    }
    return tuple(name for name in strategy.stakeholders if name.lower() in named)


PARTS = MappingProxyType({"presented": presented, "plan": plan, "gaps": gaps})
