"""How far each weight may move before another pilot comes first."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.pilots.choice import weighted_sum
from toc.pilots.numbers import ONE, ZERO, limit, plain
from toc.pilots.result import Result
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.pilots.named import Named
    from toc.pilots.sheet import Sheet
    from toc.pilots.weights import Weights

__all__ = ["Leeway", "Stability", "leeway", "stability"]


@dataclass(frozen=True, slots=True)
class Leeway:
    """Between which weights of one criterion a pilot comes first.

    Attributes:
        criterion: whose weight moves; the others keep their proportions.
        weight: what it counts now.
        low: the least that it may count; a tie is still first.
        high: the most.
        below: who comes first below that; None where nobody does.
        above: who comes first above that.
    """

    criterion: Named
    weight: Fraction
    low: Fraction
    high: Fraction
    below: Named | None
    above: Named | None

    @property
    def nearest(self) -> Fraction:
        """How far the weight has to move until somebody else comes first; 1 for never."""
        moves = []
        if self.below is not None:
            moves.append(abs(self.weight - self.low))
        if self.above is not None:
            moves.append(abs(self.high - self.weight))
        return min(moves, default=ONE)


@dataclass(frozen=True, slots=True)
class Stability(Result):
    """How firmly the first pilot stands.

    Attributes:
        leader: who comes first; None where several do, or a score is missing.
        leeways: for each criterion between what it may count.
    """

    leader: Named | None
    leeways: tuple[Leeway, ...]

    @property
    def nearest(self) -> Leeway | None:
        """The weight that has to move least for somebody else to come first."""
        loose = [one for one in self.leeways if one.below or one.above]
        return min(loose, key=lambda one: (one.nearest, one.criterion.name), default=None)

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        if self.leader is None:
            return Message("no pilot comes first alone")
        nearest = self.nearest
        values: dict[str, object] = {"leader": self.leader}
        if nearest is None:
            return Message("{leader} stays first whatever any one criterion counts", values)
        by_below = nearest.below is not None and (
            nearest.above is None or nearest.weight - nearest.low <= nearest.high - nearest.weight
        )
        end, now = limit(
            nearest.low if by_below else nearest.high, nearest.weight, at_least=by_below
        )
        values |= {
            "criterion": nearest.criterion,
            "now": now,
            "rival": nearest.below if by_below else nearest.above,
            "limit": end,
        }
        return (
            Message(
                "{leader} stays first until {criterion} counts less than {limit} % "
                "(now {now} %); then {rival}",
                values,
            )
            if by_below
            else Message(
                "{leader} stays first until {criterion} counts more than {limit} % "
                "(now {now} %); then {rival}",
                values,
            )
        )

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "leader": None if self.leader is None else self.leader.name,
            "intervals": [
                {
                    "criterion": one.criterion.name,
                    "weight": plain(one.weight),
                    "first_between": [plain(one.low), plain(one.high)],
                    "below": None if one.below is None else one.below.name,
                    "above": None if one.above is None else one.above.name,
                }
                for one in self.leeways
            ],
        }


def stability(sheet: Sheet, weights: Weights) -> Stability:
    """Find for each criterion between which weights the first pilot stays first.

    One weight moves, the others keep their proportions; every difference between two pilots
    is then a straight line, whose root is exact (Mareschal, European Journal of Operational
    Research 33(1), 1988).  Cost: criteria × pilots.

    Args:
        sheet: the values; pilots with missing scores are left out.
        weights: what each criterion counts.
    """
    whole = sheet.complete()
    first = weighted_sum(sheet, weights).first
    if len(first) != 1 or first[0] not in whole.pilots:
        return Stability(None, ())
    found = [leeway(whole, weights, first[0], place) for place in range(len(whole.columns))]
    return Stability(first[0], tuple(one for one in found if one is not None))


def leeway(sheet: Sheet, weights: Weights, pilot: Named, place: int) -> Leeway | None:
    """Find between which weights of one criterion a pilot comes first, alone or with others.

    Args:
        sheet: a sheet on which no score is missing.
        weights: what each criterion counts.
        pilot: who is to come first.
        place: the criterion's place on the sheet.

    Returns:
        None where there is no such weight, or nothing else counts.
    """
    rows = dict(zip(sheet.pilots, sheet.values(), strict=True))
    now = weights.shares[place]
    if now == ONE:
        return None
    own = rows[pilot]
    low, high = ZERO, ONE
    below: Named | None = None
    above: Named | None = None
    for rival, theirs in rows.items():
        at_none, at_all = _ends(weights, own, theirs, place)
        if at_none < 0 and at_all < 0:
            return None
        if at_none >= 0 and at_all >= 0:
            continue
        root = at_none / (at_none - at_all)
        if at_none < 0 and (below is None or root > low):
            low, below = root, rival
        if at_all < 0 and (above is None or root < high):
            high, above = root, rival
    if low > high:
        return None
    return Leeway(sheet.criteria[place], now, low, high, below, above)


def _ends(
    weights: Weights, own: Sequence[Fraction], other: Sequence[Fraction], place: int
) -> tuple[Fraction, Fraction]:
    """Give how far one is ahead of another when a criterion counts nothing, and everything."""
    gains = [mine - theirs for mine, theirs in zip(own, other, strict=True)]
    whole = sum((share * gain for share, gain in zip(weights.shares, gains, strict=True)), ZERO)
    rest = whole - weights.shares[place] * gains[place]
    return rest / (ONE - weights.shares[place]), gains[place]
