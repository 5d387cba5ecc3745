"""The lessons of one strategy, each with what it was learned from and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.plain import plain
from toc.analysis.things import thing_of
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.analysis.plain import Plain
    from toc.analysis.things import Thing
    from toc.model import Lesson, Strategy
    from toc.words import Sayable

__all__ = ["Learned", "learned", "subjects_of"]

_OCCASIONS = ("events", "feedback", "reviews")
"""Where a lesson was learned, and not what it is about."""


@dataclass(frozen=True, slots=True)
class Learned:
    """A lesson of a strategy.

    Attributes:
        lesson: what was learned.
        more: more about it, if something is said.
        action: what follows from it, if something does.
        source: what it was learned from.
        about: what it is about.
        readers: who should know.
    """

    lesson: Thing
    more: Sayable | None
    action: Sayable | None
    source: tuple[Thing, ...]
    about: tuple[Thing, ...]
    readers: tuple[Thing, ...]

    @property
    def told(self) -> Sayable:
        """The lesson in one sentence, with what follows from it."""
        values = {"lesson": self.lesson.title, "action": self.action}
        if self.action:
            return Message("“{lesson}”; what follows from it: {action}", values)
        return Message("“{lesson}”; nobody has said what follows from it", values)

    def sentence(self, language: str = "en") -> str:
        """Say the lesson, with what follows from it."""
        return self.told.say(language)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def learned(strategy: Strategy, about: str = "") -> tuple[Learned, ...]:
    """Give a strategy's lessons, in the order of the file.

    Args:
        strategy: the strategy.
        about: an id, or a link; only what was learned about it, or from it.

    >>> from toc.model import Strategy
    >>> found = learned(Strategy(
    ...     activities={"course": "A course"},
    ...     lessons={"cases": {"title": "Cases keep the room awake", "about": ["course"]}},
    ... ))
    >>> [thing.name for thing in found[0].about], found[0].sentence()
    (['course'], '“Cases keep the room awake”; nobody has said what follows from it')
    """
    found = (_learned(strategy, name, one) for name, one in strategy.lessons.items())
    return tuple(one for one in found if not about or _touches(one, about))


def _learned(strategy: Strategy, name: str, lesson: Lesson) -> Learned:
    return Learned(
        thing_of(strategy, name),
        lesson.text or None,
        lesson.action or None,
        tuple(_things(strategy, lesson.from_)),
        tuple(_things(strategy, lesson.about)),
        tuple(_things(strategy, lesson.for_)),
    )


def _things(strategy: Strategy, names: Iterable[str]) -> Iterator[Thing]:
    """Give what is named, each once; what the strategy does not have is left out."""
    for name in dict.fromkeys(names):
        if name in strategy.links or name.lower() in strategy.index:
            yield thing_of(strategy, name)


def _touches(one: Learned, about: str) -> bool:
    return about.lower() in (thing.name.lower() for thing in (*one.about, *one.source))


def subjects_of(one: Learned) -> tuple[Thing, ...]:
    """Give what a lesson is about, and what it was learned from where that is no occasion."""
    source = (thing for thing in one.source if thing.section not in _OCCASIONS)
    return tuple({thing.route: thing for thing in (*one.about, *source)}.values())
