"""Which pilot comes first by the weighted sum."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.pilots.numbers import ZERO, Shown, plain
from toc.pilots.result import Result
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from toc.pilots.named import Named
    from toc.pilots.sheet import Mark, Sheet
    from toc.pilots.weights import Weights

__all__ = ["Place", "Ranking", "weighted_sum"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pilot comes.

    Attributes:
        pilot: the pilot.
        low: its weighted sum, from 0 to 100; where a score is missing, with the worst.
        high: likewise, with the best.
        best: the best rank that it may have, 1 for the first.
        worst: the worst.
        parts: what each criterion adds to the sum, None where the score is missing.
    """

    pilot: Named
    low: Fraction
    high: Fraction
    best: int
    worst: int
    parts: tuple[Fraction | None, ...]

    @property
    def is_known(self) -> bool:
        """Whether no score that counts is missing."""
        return self.low == self.high

    def say(self, language: str = "en") -> str:
        """Say the pilot and its sum, or between what it lies."""
        values = {"pilot": self.pilot, "low": Shown(self.low), "high": Shown(self.high)}
        if self.is_known:
            return Message("{pilot} {low}", values).say(language)
        return Message("{pilot} between {low} and {high}", values).say(language)


@dataclass(frozen=True, slots=True)
class Ranking(Result):
    """The pilots by their weighted sum, the first first.

    Attributes:
        places: the pilots, best first; what ties stands by id.
        weights: what counts how much.
    """

    places: tuple[Place, ...]
    weights: Weights

    @property
    def first(self) -> tuple[Named, ...]:
        """The pilots that nobody can be ahead of; several where they tie or scores miss."""
        return tuple(place.pilot for place in self.places if place.best == 1)

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        values: dict[str, object] = {"places": list(self.places), "weights": self.weights}
        if not self.places:
            return Message("there is no pilot to choose")
        values["first"] = list(self.first)
        if len(self.first) == 1:
            said = Message("{first} comes first ({places})", values)
        elif all(place.is_known for place in self.places):
            said = Message("{first} come first together ({places})", values)
        else:
            said = Message("{first} may come first while scores are missing ({places})", values)
        return Message("{said}; {weights}", {"said": said, **values})

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "method": "weighted sum",
            "weights": self.weights.as_data(),
            "places": [
                {
                    "pilot": place.pilot.name,
                    "sum": [plain(place.low), plain(place.high)],
                    "rank": [place.best, place.worst],
                    "parts": [plain(part) for part in place.parts],
                }
                for place in self.places
            ],
        }


def weighted_sum(sheet: Sheet, weights: Weights) -> Ranking:
    """Add up each pilot's values, each times the share that its criterion counts.

    Everything is a fraction, so that sums that tie do tie.  Where a score is missing the
    sum lies between two numbers, and so does the rank.

    Args:
        sheet: the values, from 0 to 100.
        weights: what each criterion counts.
    """
    lows = [_sum(weights, row, lambda mark: mark.worst) for row in sheet.marks]
    highs = [_sum(weights, row, lambda mark: mark.best) for row in sheet.marks]
    places = [
        Place(
            pilot,
            lows[here],
            highs[here],
            best=1 + sum(low > highs[here] for low in lows),
            # What it has itself is above nothing of its own.
            worst=1 + sum(high > lows[here] for one, high in enumerate(highs) if one != here),
            parts=tuple(_parts(weights, sheet.marks[here])),
        )
        for here, pilot in enumerate(sheet.pilots)
    ]
    return Ranking(tuple(sorted(places, key=_by_rank)), weights)


def _by_rank(place: Place) -> tuple[int, int, Fraction, str]:
    return place.best, place.worst, -place.high, place.pilot.name


def _sum(weights: Weights, row: Iterable[Mark], value: Callable[[Mark], Fraction]) -> Fraction:
    pairs = zip(weights.shares, row, strict=True)
    return sum((share * value(mark) for share, mark in pairs), ZERO)


def _parts(weights: Weights, row: Iterable[Mark]) -> Iterable[Fraction | None]:
    for share, mark in zip(weights.shares, row, strict=True):
        yield None if mark.value is None else share * mark.value
