"""What meetings said and decided about a thing, and which feedback changed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from toc.analysis.due import named
from toc.model.decisions import decisions_taken
from toc.vocabulary import CHOICES
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.analysis.things import Thing
    from toc.findings import Route
    from toc.model import Date, Decision, Feedback, Interval, Strategy
    from toc.words import Sayable

__all__ = ["Happening", "History", "history"]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that was said or decided about a thing.

    Attributes:
        kind: `decided`, `said`, `heard`, `changed` or `learned`.
        occasion: the event or the review where it was; None where that is not written.
        when: when that was, as it is written.
        told: what was said or decided.
        route: where it is written.
        people: who said it, or who carries it out.
    """

    kind: str
    occasion: Thing | None
    when: Date | Interval | None
    told: Sayable
    route: Route
    people: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day by which it is put in order; the earliest there is where none is known."""
        return date.min if self.when is None else _last(self.when)


@dataclass(frozen=True, slots=True)
class History:
    """All that happened to a thing at meetings.

    Attributes:
        thing: the thing.
        happenings: what happened, the earliest first.
    """

    thing: Thing
    happenings: tuple[Happening, ...]

    def sentence(self, language: str = ORIGINAL) -> str:
        """Say how often meetings dealt with it."""
        values = {"count": len(self.happenings), "title": self.thing.title}
        if not self.happenings:
            return Message("no meeting has dealt with “{title}”", values).say(language)
        return Message(
            "meetings have dealt with “{title}” {count} time",
            values,
            plural="meetings have dealt with “{title}” {count} times",
        ).say(language)


def history(strategy: Strategy, name: str) -> History:
    """Give what meetings said and decided about a thing, and the feedback that changed it.

    Args:
        strategy: the strategy.
        name: the id of a node, or of anything else; a link as it is written.

    Raises:
        KeyError: when the strategy has nothing of that name.
    """
    if name not in strategy.links:
        name = strategy.index[name.lower()][1]
    found = [
        *_decided(strategy, name),
        *_said(strategy, name),
        *_heard(strategy, name),
        *_learned(strategy, name),
    ]
    return History(named(strategy, name), tuple(sorted(found, key=lambda one: one.day)))


def _is_named(names: Iterable[str], name: str) -> bool:
    return name.lower() in (one.lower() for one in names)


def _decided(strategy: Strategy, name: str) -> Iterator[Happening]:
    for one in decisions_taken(strategy):
        if _is_named((*one.decision.about, *one.decision.changed), name):
            occasion = named(strategy, one.sitting[1])
            told, by = decision_told(one.decision), one.decision.by
            yield Happening("decided", occasion, one.when, told, one.route, by)


def decision_told(decision: Decision) -> Message:
    """Say what was decided and why, without saying about what."""
    word = CHOICES.get(decision.decision or "", Message("nothing is written"))
    if decision.because is None:
        return word
    return Message("{decision}: {reason}", {"decision": word, "reason": decision.because})


def _said(strategy: Strategy, name: str) -> Iterator[Happening]:
    for key, event in strategy.events.items():
        if _is_named(event.about, name):
            occasion = named(strategy, key)
            for number, text in enumerate(event.decided):
                route = ("events", key, "decided", number)
                yield Happening("said", occasion, event.date, text, route)


def _heard(strategy: Strategy, name: str) -> Iterator[Happening]:
    for key, feedback in strategy.feedback.items():
        changed = _is_named(feedback.changed, name)
        if changed or _is_named(feedback.about, name):
            kind, when = "changed" if changed else "heard", _when(strategy, feedback)
            occasion = named(strategy, feedback.from_) if feedback.from_ else None
            told, route = named(strategy, key).title, ("feedback", key)
            yield Happening(kind, occasion, when, told, route, feedback.by)


def _when(strategy: Strategy, feedback: Feedback) -> Interval | None:
    events = {key.lower(): event for key, event in strategy.events.items()}
    event = events.get((feedback.from_ or "").lower())
    return None if event is None else event.date


def _learned(strategy: Strategy, name: str) -> Iterator[Happening]:
    for key, lesson in strategy.lessons.items():
        if _is_named(lesson.about, name):
            known = (_dated(strategy, one) for one in lesson.from_)
            when = max((one for one in known if one is not None), key=_last, default=None)
            occasion = named(strategy, lesson.from_[0]) if lesson.from_ else None
            title = named(strategy, key).title
            yield Happening("learned", occasion, when, title, ("lessons", key))


def _dated(strategy: Strategy, name: str) -> Date | Interval | None:
    """Give when an event or a review was; of feedback, the event where it was said."""
    entry = strategy.entry(name)
    from_ = getattr(entry, "from_", None)
    occasion = strategy.entry(from_) if isinstance(from_, str) else entry
    when: Date | Interval | None = getattr(occasion, "date", None)
    return when


def _last(when: Date | Interval) -> date:
    return when.last or when.first or date.min
