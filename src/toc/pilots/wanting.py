"""What would have to change for a pilot to win."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.pilots.choice import weighted_sum
from toc.pilots.dominance import dominance
from toc.pilots.numbers import HUNDRED, ZERO, Shown, limit, plain
from toc.pilots.result import Result
from toc.pilots.stability import Leeway, leeway
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.pilots.columns import Column
    from toc.pilots.named import Named
    from toc.pilots.sheet import Sheet
    from toc.pilots.weights import Weights

__all__ = ["Raise", "Wanting", "wanting"]


@dataclass(frozen=True, slots=True)
class Raise:
    """A better score that would bring a pilot to the first place.

    Attributes:
        column: by which criterion.
        score: the score that it has now.
        needed: the score that it would need.
    """

    column: Column
    score: Fraction
    needed: Fraction

    @property
    def distance(self) -> Fraction:
        """How far apart they are, in values from 0 to 100."""
        return abs(self.column.value(self.needed) - self.column.value(self.score))

    def say(self, language: str = "en") -> str:
        """Say the score that would do."""
        values = {
            "criterion": self.column.criterion,
            "score": Shown(self.score),
            "needed": Shown(self.needed),
        }
        return Message("with {needed} instead of {score} for {criterion}", values).say(language)


@dataclass(frozen=True, slots=True)
class Wanting(Result):
    """What would have to change for a pilot to come first.

    Attributes:
        pilot: the pilot.
        is_first: whether it comes first as things are.
        weights: the weights that would do it, the nearest first.
        raises: the scores that would do it, the nearest first.
        beaten_by: who beats it whatever counts how much.
    """

    pilot: Named
    is_first: bool
    weights: tuple[Leeway, ...]
    raises: tuple[Raise, ...]
    beaten_by: tuple[Named, ...]

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        values: dict[str, object] = {"pilot": self.pilot, "other": list(self.beaten_by)}
        if self.is_first:
            return Message("{pilot} comes first as things are", values)
        ways: list[Sayable] = [_counting(self.weights[0])] if self.weights else []
        ways += self.raises[:1]
        if len(ways) > 1:
            values["ways"] = Message("{one}, or {other}", {"one": ways[0], "other": ways[1]})
        else:
            values["ways"] = ways
        if self.beaten_by:
            said = Message("{pilot} wins under no weights: {other} is nowhere worse", values)
            if self.raises:
                said = Message("{said}; it would win {ways}", {"said": said, **values})
        elif ways:
            said = Message("{pilot} would win {ways}", values)
        else:
            said = Message("no single weight and no single score lets {pilot} win", values)
        return said

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "pilot": self.pilot.name,
            "first": self.is_first,
            "weights": [
                {
                    "criterion": one.criterion.name,
                    "weight": plain(one.weight),
                    "first_between": [plain(one.low), plain(one.high)],
                }
                for one in self.weights
            ],
            "scores": [
                {
                    "criterion": one.column.criterion.name,
                    "score": plain(one.score),
                    "needed": plain(one.needed),
                }
                for one in self.raises
            ],
            "beaten_by": [one.name for one in self.beaten_by],
        }


def _counting(one: Leeway) -> Message:
    is_more = one.weight < one.low
    end, now = limit(one.low if is_more else one.high, one.weight, at_least=is_more)
    values = {"criterion": one.criterion, "limit": end, "now": now}
    if is_more:
        return Message("if {criterion} counts at least {limit} % (now {now} %)", values)
    return Message("if {criterion} counts at most {limit} % (now {now} %)", values)


def wanting(sheet: Sheet, weights: Weights, pilot: str) -> Wanting:
    """Find each single weight and each single score that would let a pilot come first.

    A tie counts as first.  Computed criteria are not scored otherwise, so only their weights
    are tried.

    Args:
        sheet: the values; pilots with missing scores are left out.
        weights: what each criterion counts.
        pilot: the id of the pilot.

    Raises:
        KeyError: when it is not on the sheet, or a score of its is missing.
    """
    whole = sheet.complete()
    wanted = {one.name: one for one in whole.pilots}[pilot]
    sums = {place.pilot: place.low for place in weighted_sum(whole, weights).places}
    gap = max(sums.values()) - sums[wanted]
    if not gap:
        return Wanting(wanted, is_first=True, weights=(), raises=(), beaten_by=())
    beaten_by = tuple(one.by for one in dominance(whole) if one.pilot == wanted)
    # Who is beaten can only tie.
    places = () if beaten_by else range(len(whole.columns))
    leeways = [one for place in places if (one := leeway(whole, weights, wanted, place))]
    return Wanting(
        wanted,
        is_first=False,
        weights=tuple(sorted(leeways, key=lambda one: (_move(one), one.criterion.name))),
        raises=tuple(
            sorted(
                _raises(whole, weights, wanted, gap),
                key=lambda one: (one.distance, one.column.criterion.name),
            )
        ),
        beaten_by=beaten_by,
    )


def _move(one: Leeway) -> Fraction:
    return max(one.low - one.weight, one.weight - one.high, ZERO)


def _raises(sheet: Sheet, weights: Weights, pilot: Named, gap: Fraction) -> Iterator[Raise]:
    values = sheet.values()[sheet.pilots.index(pilot)]
    for column, share, value in zip(sheet.columns, weights.shares, values, strict=True):
        if share and column.computed is None and value + gap / share <= HUNDRED:
            yield Raise(column, column.score(value), column.score(value + gap / share))
