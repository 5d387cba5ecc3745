"""The points of an agenda, each in the words in which a facilitator would put it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.meetings.questions import asked
from toc.model import Date
from toc.roadmap.months import said
from toc.vocabulary import CHOICES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.analysis.due import Due
    from toc.analysis.things import Thing
    from toc.documents.subject import Subject
    from toc.meetings import Agenda
    from toc.model import Decision
    from toc.roadmap.reviews import Session

__all__ = ["GROUPS", "Point", "decision_of", "points_of", "question_of"]

GROUPS: Mapping[str, Message] = MappingProxyType(
    {
        "own": Message("What we meet for"),
        "undone": Message("What was decided and is not done yet"),
        "due": Message("What has to be said or decided by now"),
        "feedback": Message("What participants said, and nothing has come of it yet"),
        "rests": Message("What must be true for it to work, and nobody is sure of"),
        "questions": Message("What the strategy leaves open"),
    }
)
"""The groups of points, in the order in which they are taken."""

_QUESTIONS: Mapping[str, Message] = MappingProxyType(
    {
        "assumption": Message("What do we know by now: is it true that {what}?"),
        "pilot": Message("Which pilot project do we try: {what}?"),
        "result": Message("What came of {what}: do we extend it, change it or stop it?"),
        "output": Message("Has this been delivered: {what}?"),
        "waiver": Message("We accepted this for a time: {what}. What do we do about it now?"),
        "minutes": Message("Who writes down what was decided at {what}?"),
        "decision": Message("It was decided to do something about {what}. Where does it stand?"),
    }
)
"""What is asked of each thing that is due."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of an agenda, said.

    Attributes:
        text: what there is to talk about.
        people: who can tell most of it, as ids and names.
        others: the titles of other things of which the same is asked.
    """

    text: str
    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def points_of(subject: Subject, agenda: Agenda) -> Mapping[str, Sequence[Point]]:
    """Say the points of an agenda, group by group; empty groups are left out."""
    put = asked(subject.strategy, agenda.questions, subject.language)
    found = {
        "own": [Point(subject.told(text)) for text in agenda.own],
        "undone": [_undone(subject, one) for one in agenda.undone],
        "due": [
            *(_review(subject, one) for one in agenda.reviews),
            *(Point(subject.told(question_of(one)), one.people) for one in agenda.due),
        ],
        "feedback": list(_feedback(subject, agenda)),
        "rests": [_rests(subject, one) for one in agenda.rests],
        "questions": [Point(one.question, (), one.others) for one in put],
    }
    return {group: points for group, points in found.items() if points}


def question_of(one: Due) -> Message:
    """Ask of something that is due what a meeting can answer."""
    return Message(_QUESTIONS[one.kind].template, {"what": one.what})


def decision_of(subject: Subject, one: Due) -> Decision:
    """Give the decision that is waiting to be carried out."""
    section, key, _, number = one.route
    decisions: tuple[Decision, ...] = getattr(subject.strategy, str(section))[key].decisions
    return decisions[int(number)]


def _review(subject: Subject, one: Session) -> Point:
    told = Message("When do we hold the review that is due {date}?", {"date": said(one.when)})
    return Point(subject.told(told), subject.strategy.head.led_by)


def _undone(subject: Subject, one: Due) -> Point:
    decision = decision_of(subject, one)
    word = CHOICES.get(decision.decision or "")
    values = {"what": one.what, "word": word, "reason": decision.because, "date": _by(one)}
    if word is None or decision.because is None:
        return Point(subject.told(question_of(one)), one.people)
    if one.by is None:
        told = Message("{what}: {word}, because {reason}. Where does it stand?", values)
    else:
        told = Message("{what}: {word}, because {reason}; by {date}. Where does it stand?", values)
    return Point(subject.told(told), one.people)


def _rests(subject: Subject, assumption: Thing) -> Point:
    owner = subject.strategy.assumptions[assumption.name].owner
    told = Message("Is it true that “{title}”? How would we see it?", {"title": assumption.title})
    return Point(subject.told(told), () if owner is None else (owner,))


def _by(one: Due) -> object:
    return said(one.by) if isinstance(one.by, Date) else ""


def _feedback(subject: Subject, agenda: Agenda) -> Iterator[Point]:
    for thing in agenda.feedback:
        feedback = subject.strategy.feedback[thing.name]
        said_so = subject.told(feedback.text or feedback.title or thing.name)
        yield Point(said_so, feedback.by)
