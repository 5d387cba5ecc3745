"""The agenda of an event: its own points, and what is open of the things that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from toc.analysis.due import Due, due, named
from toc.meetings.concern import Concern
from toc.roadmap.reviews import due as reviews_due
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from toc.analysis.things import Thing
    from toc.findings import Finding
    from toc.model import Event, Strategy, Text
    from toc.roadmap.reviews import Session

__all__ = ["Agenda", "Earlier", "agenda"]

_SOON = timedelta(days=92)
"""A pilot that begins within a quarter has to be chosen by now."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier event on the same things decided in so many words.

    Attributes:
        event: the event.
        decided: what it decided, a sentence each.
    """

    event: Thing
    decided: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What there is to talk about at an event.

    Attributes:
        event: the event.
        own: the points that it was called for, in its own words.
        undone: what was decided earlier about the same things, and nothing says it was done.
        earlier: what the last event on the same things decided in so many words.
        reviews: the reviews that are late, or fall due until the event.
        due: what has to be said or decided by the day of the event.
        feedback: what was said about the same things, and nothing has come of it.
        rests: the critical assumptions that nobody is sure of, on the way from these things to
            the goals.
        questions: what the check asks about the same things, nearest first.
        elsewhere: how many questions the check asks about other things.
    """

    event: Thing
    own: tuple[Text, ...]
    undone: tuple[Due, ...]
    earlier: Earlier | None
    reviews: tuple[Session, ...]
    due: tuple[Due, ...]
    feedback: tuple[Thing, ...]
    rests: tuple[Thing, ...]
    questions: tuple[Finding, ...]
    elsewhere: int

    @property
    def count(self) -> int:
        """How many points there are."""
        called = (self.own, self.undone, self.reviews, self.due)
        return sum(map(len, (*called, self.feedback, self.rests, self.questions)))

    def sentence(self, language: str = ORIGINAL) -> str:
        """Say how many points there are."""
        values = {"title": self.event.title, "count": self.count}
        if not self.count:
            return Message("nothing is open for “{title}”", values).say(language)
        return Message(
            "{count} point for “{title}”", values, plural="{count} points for “{title}”"
        ).say(language)


def agenda(strategy: Strategy, event: str, on: date, findings: Sequence[Finding] = ()) -> Agenda:
    """Make the agenda of an event of what is open and concerns it.

    What concerns it is what it is about and what leads there; an event that is about
    nothing in particular is about everything.

    Args:
        strategy: the strategy.
        event: the id of the event.
        on: the day of whoever asks; what falls due until the event counts.
        findings: what the check finds, the most important first.

    Raises:
        KeyError: when the strategy has no such event.
    """
    name = {key.lower(): key for key in strategy.events}[event.lower()]
    entry = strategy.events[name]
    concern = Concern(strategy, entry.about)
    last = None if entry.date is None else entry.date.last or entry.date.first
    until = on if last is None else max(on, last)
    open_ones = [one for one in due(strategy, until) if concern.holds_any(one)]
    open_ones += _choice(strategy, entry, until, open_ones)
    asked = [one for one in findings if one.question is not None]
    near = [one for one in asked if concern.holds(one.route)]
    return Agenda(
        named(strategy, name),
        entry.agenda,
        tuple(one for one in open_ones if one.kind == "decision"),
        _earlier(strategy, name, concern),
        tuple(_reviews(strategy, entry, until)),
        tuple(one for one in open_ones if one.kind not in ("decision", "minutes")),
        tuple(_unheeded(strategy, concern, until)),
        tuple(_rests(strategy, concern, {thing.name for one in open_ones for thing in one.things})),
        tuple(sorted(near, key=lambda one: not concern.names(one.route))),
        len(asked) - len(near),
    )


def _choice(strategy: Strategy, event: Event, until: date, told: Collection[Due]) -> Iterator[Due]:
    """Give the choice among pilots of the event's stage, where the first begins soon after."""
    stages = {(one.stage or "").lower() for one in strategy.pilots.values()}
    if not event.stage or event.stage.lower() not in stages:
        return
    for one in due(strategy, min(until, date.max - _SOON) + _SOON):
        if one.kind == "pilot" and one not in told:
            yield one


def _reviews(strategy: Strategy, event: Event, until: date) -> Iterator[Session]:
    """Give the reviews that are not held yet, of the stage in which the event is."""
    for one in reviews_due(strategy, until).sessions:
        is_near = not event.stage or one.stage.lower() in ("", event.stage.lower())
        is_open = one.standing == "overdue" or (one.standing == "due" and one.when.first <= until)
        if is_open and is_near:
            yield one


def _earlier(strategy: Strategy, name: str, concern: Concern) -> Earlier | None:
    """Give the last event before this one on the same things that decided in words."""
    here = strategy.events[name]
    found = [
        key
        for key, event in strategy.events.items()
        if key != name and event.decided and _is_before(event, here) and _meets(event, concern)
    ]
    last = max(found, key=lambda key: str(strategy.events[key].date), default=None)
    if last is None:
        return None
    return Earlier(named(strategy, last), strategy.events[last].decided)


def _is_before(event: Event, other: Event) -> bool:
    first = None if event.date is None else event.date.first
    begins = None if other.date is None else other.date.first
    return first is not None and (begins is None or first < begins)


def _meets(event: Event, concern: Concern) -> bool:
    return any(map(concern.holds_named, event.about))


def _rests(strategy: Strategy, concern: Concern, told: Collection[str]) -> Iterator[Thing]:
    """Give what the things of the event rest on, where it is critical and not sure."""
    carrying = {
        name.lower()
        for arrow in strategy.arrows
        if concern.begins(arrow.cause)
        for name in arrow.link.assuming
    }
    for name, one in strategy.assumptions.items():
        is_open = one.importance == "critical" and one.status in (None, "untested", "doubtful")
        if is_open and name.lower() in carrying and name not in told:
            yield named(strategy, name)


def _unheeded(strategy: Strategy, concern: Concern, until: date) -> Iterator[Thing]:
    """Give the feedback until that day that changed nothing and that nothing takes up."""
    taken_up = {
        one.target.lower()
        for one in strategy.references()
        if str(one.route[1]).lower() != one.target.lower()
    }
    events = {key.lower(): event for key, event in strategy.events.items()}
    for key, feedback in strategy.feedback.items():
        event = events.get((feedback.from_ or "").lower())
        first = None if event is None or event.date is None else event.date.first
        is_later = first is not None and first > until
        about = feedback.about or (() if event is None else event.about)
        near = not about or any(map(concern.holds_named, about))
        is_heeded = feedback.changed or key.lower() in taken_up
        if near and not is_heeded and not is_later:
            yield named(strategy, key)
