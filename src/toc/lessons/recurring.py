"""Where what others learned may hold too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.plain import plain
from toc.lessons.learned import learned, subjects_of
from toc.lessons.matching import matches
from toc.lessons.side import Side
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.analysis.plain import Plain
    from toc.analysis.things import Thing
    from toc.findings import Route
    from toc.lessons.closeness import Reason
    from toc.lessons.learned import Learned
    from toc.model import Strategy, Text

__all__ = ["Place", "Recurrence", "found_again"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lesson of others may hold.

    Attributes:
        there: what the others learned it about.
        here: what is like it here.
        reasons: why, the closest first.
    """

    there: Thing
    here: Thing
    reasons: tuple[Reason, ...]

    @property
    def told(self) -> Message:
        """Why the lesson may hold here, in a sentence."""
        values = {
            "here": self.here.title,
            "there": self.there.title,
            "reasons": [reason.told for reason in self.reasons],
        }
        return Message("here “{here}”, there “{there}”: {reasons}", values)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A lesson that others learned, and where it may hold here.

    Attributes:
        region: what people call the strategy that it comes from.
        learned: the lesson.
        places: where it may hold, the closest first.
    """

    region: Text
    learned: Learned
    places: tuple[Place, ...]

    def sentence(self, language: str = "en") -> str:
        """Say what others learned, and where it may hold here."""
        values = {
            "region": self.region,
            "lesson": self.learned.lesson.title,
            "place": self.places[0].told,
        }
        return Message("{region} learned: “{lesson}” ({place})", values).say(language)

    def touches(self, here: str) -> bool:
        """Whether it may hold for an entry of that id; for anything, where none is named."""
        return not here or any(place.here.name.lower() == here.lower() for place in self.places)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data; why it is told is said in words."""
        return plain(self, language)


def found_again(strategy: Strategy, others: Iterable[Strategy]) -> tuple[Recurrence, ...]:
    """Find the lessons of others that may hold in a strategy, and say why.

    A lesson holds perhaps where a strategy has what the lesson is about: an entry with the
    same code or the same wording, an assumption of the same kind before the same kind of
    change, a link of the same kind in the same policy area, the same people.  It is the
    reader who knows whether it does.

    The closest come first, by the kinds of their reasons as `Closeness` orders them, then
    by how many reasons there are; what is equally close stays in the order of the files.

    Args:
        strategy: whose readers could learn.
        others: who learned before; the strategy itself teaches itself nothing.

    >>> from toc.model import Strategy
    >>> timis = Strategy(
    ...     strategy={"place": "Timiș"},
    ...     activities={"course": {"title": "Language at work", "refs": {"list": "L1"}}},
    ...     lessons={"shifts": {"title": "Whoever works on shifts drops out", "about": "course"}},
    ... )
    >>> arad = Strategy(activities={"lessons": {"title": "Romanian", "refs": {"list": "L1"}}})
    >>> print(found_again(arad, [timis])[0].sentence())
    Timiș learned: “Whoever works on shifts drops out” (here “Romanian”, there “Language at \
work”: both carry the code list L1)
    """
    here = Side(strategy)
    found = [one for other in others if other is not strategy for one in _from(Side(other), here)]
    return tuple(sorted(found, key=lambda one: _nearness(one.places[0])))


def _from(other: Side, here: Side) -> Iterator[Recurrence]:
    for one in learned(other.strategy):
        places = sorted(_places(one, other, here), key=_nearness)
        if places:
            yield Recurrence(other.name, one, tuple(places))


def _places(one: Learned, other: Side, here: Side) -> Iterator[Place]:
    """Go through the places here that are like what a lesson is about, each once."""
    best: dict[Route, Place] = {}
    for there in subjects_of(one):
        for thing, reasons in matches(there, other, here):
            place = Place(there, thing, reasons)
            if thing.route not in best or _nearness(place) < _nearness(best[thing.route]):
                best[thing.route] = place
    yield from best.values()


def _nearness(place: Place) -> tuple[int, int]:
    return place.reasons[0].closeness.place, -len(place.reasons)
