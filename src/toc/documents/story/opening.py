"""How a story begins and ends: what it is about, how to answer, what the words mean."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from toc.documents.paper import Bullets, Facts, Heading, Paragraph, Picture, Room
from toc.documents.story.goal import goals, others
from toc.spelling import folded
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.paper import Block
    from toc.documents.story.case import Case

__all__ = ["consultation", "glossary", "opening"]

_OPEN = ("sketch", "draft", "consulted")
_MOST_MEETINGS = 5
_LINES = 4
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")


def opening(case: Case) -> Iterator[Block]:
    """Say what the strategy is for, for whom and how long, and what it wants to reach."""
    head = case.strategy.head
    if head.vision:
        yield Paragraph(case.told(head.vision))
    elif head.text:
        yield Paragraph(case.told(head.text))
    place = head.place
    facts = (
        (Message("where"), case.told(place.name) if place and place.name else ""),
        (Message("from when to when"), case.period(head.period) if head.period else ""),
        (Message("who leads"), ", ".join(map(case.person, head.led_by))),
        (Message("together with"), ", ".join(map(case.person, head.partners))),
    )
    known = tuple((case.told(name), what) for name, what in facts if what)
    if known:
        yield Facts(known)
    if len(case.goals) > 1:
        yield Heading(case.told(Message("What we want to reach")))
        yield Bullets(tuple(_numbered(case, goal) for goal in case.goals))
    yield Paragraph(case.told(_how_to_read()), quiet=True)


def _numbered(case: Case, goal: str) -> str:
    number = case.graph.entry(goal).number
    title = case.title(goal)
    return f"{number}. {title}" if number else title


def _how_to_read() -> Message:
    return Message(
        "Each goal has a page. Its steps say what is done (if), what follows (then), why that is "
        "expected (because), and what must be true for it (provided that). What nobody knows yet "
        "is said too."
    )


def consultation(case: Case) -> Iterator[Block]:
    """Say how to answer: to whom, where people meet next, and room to write."""
    yield Heading(case.told(Message("How to say what you think")), fresh=True)
    if case.strategy.status in _OPEN:
        said = Message("This is not decided yet: what you say can change it.")
    else:
        said = Message("This is decided; what you say can change how it is carried out.")
    yield Paragraph(case.told(said))
    leaders = case.strategy.head.led_by
    if leaders:
        names = ", ".join(map(case.person, leaders))
        yield Facts(((case.told(Message("who reads what you write")), names),))
    meetings = tuple(_meetings(case))
    if meetings:
        yield Paragraph(case.told(Message("Where people meet next:")))
        yield Bullets(meetings[:_MOST_MEETINGS])
    yield Room(case.told(Message("What I want to say, and about which step")), _LINES)


def _meetings(case: Case) -> Iterator[str]:
    """Go through the meetings that are still to come, the next first."""
    dated = [
        (event.date.start, event)
        for event in case.strategy.events.values()
        if event.date is not None and event.date.start is not None
    ]
    for start, event in sorted(dated, key=lambda pair: pair[0].first):
        assert event.date is not None
        if start.last >= case.on:
            title = case.told(event.title or Message("A meeting without a name"))
            said = f"{case.period(event.date)} – {case.stated(title)}"
            people = ", ".join(map(case.person, event.audience))
            more = case.told(Message("For: {people}", {"people": people}))
            yield f"{said} {more}" if people else said


def glossary(case: Case) -> Iterator[Block]:
    """Explain the terms that the pages before use."""
    told = (*opening(case), *goals(case), *others(case), *consultation(case))
    spoken = f" {_plain(' '.join(_texts(told)))} "
    used = tuple(
        (case.title(name), case.stated(term.text))
        for name, term in case.strategy.glossary.items()
        if term.text and _names(case, name, spoken)
    )
    if used:
        yield Heading(case.told(Message("What the words mean")))
        yield Facts(used)


def _names(case: Case, name: str, spoken: str) -> bool:
    """Whether a term is used, with or without what stands in brackets after it."""
    title = _plain(_IN_BRACKETS.sub(" ", case.title(name)))
    return bool(title.strip()) and f" {title} " in spoken


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text)))


def _texts(what: object) -> Iterator[str]:
    """Go through every word of some blocks, pictures apart."""
    if isinstance(what, str):
        yield what
    elif is_dataclass(what) and not isinstance(what, Picture):
        for field in fields(what):
            yield from _texts(getattr(what, field.name))
    elif isinstance(what, tuple):
        for one in what:
            yield from _texts(one)
