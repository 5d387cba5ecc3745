"""Lessons: what was learned here, and what others learned that may hold here too."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.paper import Bullets, Facts, Heading, Paragraph
from toc.lessons import found_again, found_out, learned
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.analysis.things import Thing
    from toc.documents.paper import Block
    from toc.documents.subject import Subject
    from toc.lessons import FoundOut, Learned, Place, Recurrence

__all__ = ["ABOUT", "NEEDS", "PARTS", "title"]

ABOUT = Message("what was learned, and what others learned that may hold here too")
NEEDS: Final = ()

_MOST_PLACES = 3


def title(_subject: Subject) -> Message:
    """Name the paper."""
    return Message("Lessons")


def own(subject: Subject) -> Iterator[Block]:
    """Tell what was learned here, each with what it is about."""
    yield Heading(subject.told(Message("What we learned")))
    found = learned(subject.strategy, subject.about)
    if not found:
        yield Paragraph(subject.told(_nothing(subject)))
    for one in found:
        yield from _lesson(subject, one, subject.told(one.lesson.title))


def _nothing(subject: Subject) -> Message:
    if subject.about:
        values = {"about": subject.title(subject.about)}
        return Message("No lesson is written about “{about}” yet.", values)
    return Message("No lesson is written yet.")


def _lesson(subject: Subject, one: Learned, heading: str) -> Iterator[Block]:
    yield Heading(heading, level=3)
    if one.more:
        yield Paragraph(subject.told(one.more))
    action = one.action or Message("nobody has said yet what follows from it")
    facts = (
        (Message("what follows"), subject.told(action)),
        (Message("about"), _titles(subject, one.about)),
        (Message("learned from"), _titles(subject, one.source)),
        (Message("who should know"), _titles(subject, one.readers)),
    )
    yield Facts(tuple((subject.told(name), said) for name, said in facts if said))


def _titles(subject: Subject, things: Sequence[Thing]) -> str:
    return "; ".join(subject.told(thing.title) for thing in things)


def others(subject: Subject) -> Iterator[Block]:
    """Tell what others learned, and where it may hold here, the closest first."""
    if not subject.others:
        return
    yield Heading(subject.told(Message("What others learned that may hold here")))
    about = subject.about.lower()
    every = found_again(subject.strategy, subject.others)
    found = [one for one in every if one.touches(about)]
    if not found:
        yield Paragraph(subject.told(Message("Nothing that others learned is like this here.")))
        return
    yield Paragraph(subject.told(_how_found()), quiet=True)
    for one in found:
        yield from _recurrence(subject, one, about)


def _how_found() -> Message:
    return Message(
        "A lesson stands here because something in this strategy is like what it is about: the "
        "same code, nearly the same wording, the same kind of assumption or link, the same "
        "people. Whether it holds here is for you to say."
    )


def _recurrence(subject: Subject, one: Recurrence, about: str) -> Iterator[Block]:
    values = {"region": one.region, "lesson": one.learned.lesson.title}
    yield from _lesson(subject, one.learned, subject.told(Message("{region}: {lesson}", values)))
    yield Paragraph(subject.told(Message("It may hold here for:")))
    places = [one for one in one.places if not about or one.here.name.lower() == about]
    items = [_place(subject, place) for place in places[:_MOST_PLACES]]
    more = len(places) - len(items)
    if more > 0:
        said = Message("{count} more place", {"count": more}, plural="{count} more places")
        items.append(subject.told(said))
    yield Bullets(tuple(items))


def _place(subject: Subject, place: Place) -> str:
    values = {
        "here": place.here.title,
        "there": place.there.title,
        "reasons": [reason.told for reason in place.reasons],
    }
    return subject.told(Message("{here} (there: {there}). Why: {reasons}", values))


def known(subject: Subject) -> Iterator[Block]:
    """Tell what others found out about assumptions like those that nobody has tested here."""
    about = subject.about.lower()
    found = [
        one
        for one in found_out(subject.strategy, subject.others)
        if not about or one.here.name.lower() == about
    ]
    by_assumption: dict[str, list[FoundOut]] = {}
    for one in found:
        by_assumption.setdefault(one.here.name, []).append(one)
    if not by_assumption:
        return
    yield Heading(subject.told(Message("What others know of assumptions like ours")))
    for name, ones in by_assumption.items():
        yield Heading(subject.title(name), level=3)
        yield Bullets(tuple(_found_out(subject, one) for one in ones[:_MOST_PLACES]))


def _found_out(subject: Subject, one: FoundOut) -> str:
    values = {
        "region": one.region,
        "there": one.there.title,
        "state": STATES[one.status],
        "reasons": [reason.told for reason in one.reasons],
    }
    return subject.told(Message("{region}: {there} ({state}). Why: {reasons}", values))


PARTS = MappingProxyType({"own": own, "others": others, "known": known})
