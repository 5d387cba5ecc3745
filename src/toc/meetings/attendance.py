"""Who was invited and who came, over all events: and who never was, and never did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.due import named
from toc.rulebook import Case
from toc.rulebook.groups import target_groups
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from toc.analysis.things import Thing
    from toc.model import Event, Strategy

__all__ = ["Attendance", "Presence", "attendance"]


@dataclass(frozen=True, slots=True)
class Presence:
    """A stakeholder at the events.

    Attributes:
        stakeholder: who.
        is_target: whether the strategy is there for them.
        invited: the events that were held and of whose audience they are, in order.
        counted: those among them of which it is written who came.
        came: the events to which some of them came, each with how many.
        led: the events that they led.
        ahead: the events to come to which they are invited.
    """

    stakeholder: Thing
    is_target: bool
    invited: tuple[str, ...]
    counted: tuple[str, ...]
    came: tuple[tuple[str, float], ...]
    led: tuple[str, ...]
    ahead: tuple[str, ...]

    @property
    def total(self) -> float:
        """How many came, all events together; whoever came twice counts twice."""
        return sum(number for _, number in self.came)

    @property
    def was_never_invited(self) -> bool:
        """Whether they were asked to no event that was held, and came to none."""
        return not (self.invited or self.came or self.led)

    @property
    def never_came(self) -> bool:
        """Whether they were invited, it is written who came, and none of them did."""
        return bool(self.counted) and not (self.came or self.led)

    @property
    def told(self) -> Message:
        """How it is with them, in a few words."""
        if self.was_never_invited:
            return Message("never invited")
        if self.never_came:
            return Message("invited, never came")
        if self.came:
            return Message("came")
        return Message("led") if self.led else Message("nobody has written down who came")


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was at the events.

    Attributes:
        events: the events that were held, in order of time.
        uncounted: those among them of which nobody wrote down who came.
        presences: every stakeholder; first the target groups, and among them first those
            who were never invited and those who never came.
    """

    events: tuple[str, ...]
    uncounted: tuple[str, ...]
    presences: tuple[Presence, ...]

    @property
    def never_invited(self) -> tuple[Presence, ...]:
        """The stakeholders who were asked to no event."""
        return tuple(one for one in self.presences if one.was_never_invited)

    @property
    def never_came(self) -> tuple[Presence, ...]:
        """The stakeholders who were invited and did not come."""
        return tuple(one for one in self.presences if one.never_came)

    @property
    def told(self) -> Message:
        """Who of those for whom the strategy is there was missing."""
        missing = [one for one in (*self.never_invited, *self.never_came) if one.is_target]
        if not self.events:
            return Message("no event has been held yet")
        if not missing:
            return Message("of every target group somebody was at an event")
        titles = [Message("“{title}”", {"title": one.stakeholder.title}) for one in missing]
        return Message(
            "nobody from {count} target group has been at an event: {groups}",
            {"count": len(missing), "groups": titles},
            plural="nobody from {count} target groups has been at an event: {groups}",
        )

    def sentence(self, language: str = ORIGINAL) -> str:
        """Say who was missing."""
        return self.told.say(language)


def attendance(strategy: Strategy, on: date | None = None) -> Attendance:
    """Tell for each stakeholder to which events they were invited, and to which they came.

    Args:
        strategy: the strategy.
        on: the day of whoever asks: what begins later has not been held.  Without one,
            everything has.
    """
    held = {name: one for name, one in strategy.events.items() if _is_held(one, on)}
    names = sorted(held, key=lambda name: (_beginning(held[name]), [*held].index(name)))
    targets = {name.lower() for name in target_groups(Case(strategy))}
    counted = {name for name in names if held[name].attended}
    found = [
        _presence(strategy, name, names, counted, is_target=name.lower() in targets)
        for name in strategy.stakeholders
    ]
    return Attendance(
        tuple(names),
        tuple(name for name in names if name not in counted),
        tuple(sorted(found, key=_missing_first)),
    )


def _missing_first(one: Presence) -> tuple[bool, bool, bool]:
    return not one.is_target, not one.was_never_invited, not one.never_came


def _is_held(event: Event, on: date | None) -> bool:
    first = None if event.date is None else event.date.first
    if on is not None and first is not None and first > on:
        return False
    return event.date is not None or bool(event.attended)


def _beginning(event: Event) -> str:
    first = None if event.date is None else event.date.first
    return "" if first is None else first.isoformat()


def _presence(
    strategy: Strategy, name: str, held: Iterable[str], counted: set[str], *, is_target: bool
) -> Presence:
    events = strategy.events
    invited = tuple(one for one in held if _names(events[one].audience, name))
    return Presence(
        named(strategy, name),
        is_target,
        invited,
        tuple(one for one in invited if one in counted),
        tuple(_came(strategy, name, held)),
        tuple(one for one in held if _names(events[one].facilitators, name)),
        tuple(
            one for one in events if one not in {*held} and _names((*events[one].audience,), name)
        ),
    )


def _came(strategy: Strategy, name: str, held: Iterable[str]) -> Iterator[tuple[str, float]]:
    for event in held:
        attended = strategy.events[event].attended
        number = sum(count for who, count in attended.items() if who.lower() == name.lower())
        if number:
            yield event, number


def _names(names: Iterable[str], name: str) -> bool:
    return name.lower() in (one.lower() for one in names)
