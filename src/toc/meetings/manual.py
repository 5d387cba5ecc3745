"""The outline of an academy's manual: its sessions as modules, with the feedback on each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from toc.analysis.due import named
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.things import Thing
    from toc.model import Event, Strategy

__all__ = ["Heard", "Manual", "Module", "manual"]


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said at a session, and what came of it.

    Attributes:
        feedback: what was said.
        by: who said it.
        changed: what was changed because of it.
    """

    feedback: Thing
    by: tuple[str, ...]
    changed: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Module:
    """A session of an academy.

    Attributes:
        event: the session.
        feedback: what was said at it.
    """

    event: Thing
    feedback: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Manual:
    """The outline of the manual of one activity.

    Attributes:
        activity: the activity whose sessions they are.
        modules: its sessions, by number, else by date.
        elsewhere: what was said of the activity at no session of it.
    """

    activity: Thing
    modules: tuple[Module, ...]
    elsewhere: tuple[Heard, ...]

    @property
    def heard(self) -> tuple[Heard, ...]:
        """All feedback."""
        return (*(one for module in self.modules for one in module.feedback), *self.elsewhere)

    def sentence(self, language: str = ORIGINAL) -> str:
        """Say how many modules there are, and of how much feedback something came."""
        changing = sum(bool(one.changed) for one in self.heard)
        modules = Message("{count} module", {"count": len(self.modules)}, plural="{count} modules")
        heard = Message(
            "{count} piece of feedback",
            {"count": len(self.heard)},
            plural="{count} pieces of feedback",
        )
        values = {"count": changing, "modules": modules, "heard": heard}
        return Message(
            "{modules}, {heard}; {count} of them changed something",
            values,
            plural="{modules}, {heard}; {count} of them changed something",
        ).say(language)


def manual(strategy: Strategy, activity: str) -> Manual:
    """Outline the manual of an activity: the sessions about it, and what was said there.

    Args:
        strategy: the strategy.
        activity: the id of the activity.

    Raises:
        KeyError: when the strategy has nothing of that id.
    """
    name = strategy.index[activity.lower()][1]
    sessions = [key for key, event in strategy.events.items() if _is_about(event, name)]
    ordered = sorted(sessions, key=lambda key: _place(strategy.events[key]))
    there = {key.lower() for key in sessions}
    left = [
        key
        for key, one in strategy.feedback.items()
        if (one.from_ or "").lower() not in there
        and name.lower() in (about.lower() for about in (*one.about, *one.changed))
    ]
    return Manual(
        named(strategy, name),
        tuple(Module(named(strategy, key), tuple(_at(strategy, key))) for key in ordered),
        tuple(_heard(strategy, key) for key in left),
    )


def _is_about(event: Event, name: str) -> bool:
    return name.lower() in (about.lower() for about in event.about)


def _place(event: Event) -> tuple[bool, tuple[int, ...], date]:
    """Put numbered sessions in the order of their numbers, the others by date behind them."""
    first = None if event.date is None else event.date.first
    number = tuple(int(part) for part in re.findall("[0-9]{1,9}", event.number or ""))
    return not number, number, first or date.max


def _at(strategy: Strategy, event: str) -> Iterator[Heard]:
    for key, one in strategy.feedback.items():
        if (one.from_ or "").lower() == event.lower():
            yield _heard(strategy, key)


def _heard(strategy: Strategy, key: str) -> Heard:
    one = strategy.feedback[key]
    return Heard(
        named(strategy, key), one.by, tuple(named(strategy, about) for about in one.changed)
    )
