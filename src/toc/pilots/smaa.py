"""Under how many of all weightings each pilot comes first, and second, and last.

Stochastic multicriteria acceptability analysis: Lahdelma & Salminen, Operations Research
49(3), 2001; with weights of which only the order is known: Tervonen & Figueira, Journal of
Multi-Criteria Decision Analysis 15, 2008.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from toc.pilots.acceptance import Values, acceptance, confidence
from toc.pilots.drawing import ordered_weights, uniform_values, uniform_weights
from toc.pilots.exactly import exact_acceptance
from toc.pilots.numbers import per_cent, plain
from toc.pilots.result import Result
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.pilots.acceptance import Row
    from toc.pilots.named import Named
    from toc.pilots.sheet import Sheet

__all__ = ["DRAWS", "Smaa", "Standing", "smaa"]

DRAWS = 10_000
"""How many weightings are drawn: a share is then right to about one in a hundred."""

_TWO = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """How a pilot stands under all weightings.

    Attributes:
        pilot: the pilot.
        shares: the share of all weightings in which it comes first, second, …
        central: what each criterion counts on average where it comes first; None where it
            never does.
        confidence: the share of all that the scorers leave open in which it comes first at
            these weights; None where nothing is open, or it never comes first.
    """

    pilot: Named
    shares: tuple[Fraction | float, ...]
    central: tuple[Fraction | float, ...] | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Smaa(Result):
    """How the pilots stand under all weightings.

    Attributes:
        standings: the pilots, most often first; what ties stands by id.
        criteria: what they are judged by.
        order: the criteria, what counts most first, in groups that may count either way;
            empty where any weighting is taken.
        draws: how many weightings were drawn; 0 where the shares are exact.
        seed: from which number they were drawn.
    """

    standings: tuple[Standing, ...]
    criteria: tuple[Named, ...]
    order: tuple[tuple[str, ...], ...]
    draws: int
    seed: int

    @property
    def is_exact(self) -> bool:
        """Whether nothing was drawn."""
        return not self.draws

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        winners = [one for one in self.standings if one.shares and one.shares[0]]
        values: dict[str, object] = {
            "shares": [
                Message(
                    "{pilot} in {share} %",
                    {"pilot": one.pilot, "share": per_cent(one.shares[0])},
                )
                for one in winners
            ],
            "losers": [one.pilot for one in self.standings if one not in winners],
        }
        if not winners:
            return Message("there is no pilot to choose")
        said = (
            Message("first in so many of all weightings that keep the order: {shares}", values)
            if self.order
            else Message("first in so many of all possible weightings: {shares}", values)
        )
        if values["losers"]:
            said = Message("{said}; never first: {losers}", {"said": said, **values})
        return said

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "method": "SMAA",
            "draws": self.draws,
            "seed": self.seed,
            "exact": self.is_exact,
            "order": [list(group) for group in self.order],
            "criteria": [one.name for one in self.criteria],
            "pilots": [
                {
                    "pilot": one.pilot.name,
                    "shares": [plain(share) for share in one.shares],
                    "central_weights": one.central and [plain(share) for share in one.central],
                    "confidence": one.confidence,
                }
                for one in self.standings
            ],
        }


def smaa(
    sheet: Sheet,
    *,
    order: Sequence[Sequence[str]] = (),
    draws: int = DRAWS,
    seed: int = 0,
) -> Smaa:
    """Find under how many of all weightings each pilot has which rank.

    Every weighting is as likely as any other.  With one criterion or two, and no score
    missing, the shares are exact; otherwise weightings are drawn.  What the scorers leave
    open does not enter the shares but the confidence; a missing score is drawn from its
    whole scale.  Pilots that tie share their ranks.

    Nothing but Python is needed, so that the shares are the same on every machine.

    Args:
        sheet: the values.
        order: the criteria, what counts most first; several in one group may count either way.
        draws: how many weightings are drawn.
        seed: from which number.

    Raises:
        ValueError: when the order does not name the sheet's criteria, each once.
    """
    groups = tuple(tuple(sorted(group)) for group in order)
    names = [one.name for one in sheet.criteria]
    if groups and sorted(name for group in groups for name in group) != sorted(names):
        raise ValueError(order)
    places = [[names.index(name) for name in group] for group in groups]
    is_small = 0 < len(names) <= _TWO and not sheet.incomplete
    if not (sheet.pilots and names):
        return Smaa((), sheet.criteria, groups, 0, seed)
    shares: Sequence[Sequence[Fraction | float]]
    central: Sequence[Sequence[Fraction | float] | None]
    if is_small:
        shares, central = exact_acceptance(sheet.values(), places)
    else:
        found = acceptance(_draws(sheet, places, draws, Random(seed)))  # noqa: S311 - no secret
        shares, central = found.shares, found.central
    sure = _confidence(sheet, central, draws, Random(seed))  # noqa: S311 - no secret
    standings = [
        Standing(pilot, tuple(shares[one]), _whole(central[one]), sure[one])
        for one, pilot in enumerate(sheet.pilots)
    ]
    return Smaa(
        tuple(sorted(standings, key=_by_shares)),
        sheet.criteria,
        groups,
        0 if is_small else draws,
        seed,
    )


def _whole(weights: Sequence[Fraction | float] | None) -> tuple[Fraction | float, ...] | None:
    return None if weights is None else tuple(weights)


def _by_shares(one: Standing) -> tuple[list[Fraction | float], str]:
    return [-share for share in one.shares], one.pilot.name


def _draws(
    sheet: Sheet, places: Sequence[Sequence[int]], draws: int, chance: Random
) -> Iterator[tuple[Values, Row]]:
    """Draw weightings, and values where a score is missing."""
    fixed = [[(float(mark.worst), float(mark.best)) for mark in row] for row in sheet.marks]
    values = [[low for low, _ in row] for row in fixed]
    is_missing = bool(sheet.incomplete)
    for _ in range(draws):
        if places:
            weights = ordered_weights(chance, places)
        else:
            weights = uniform_weights(chance, len(sheet.columns))
        yield uniform_values(chance, fixed) if is_missing else values, weights


def _confidence(
    sheet: Sheet,
    central: Sequence[Sequence[Fraction | float] | None],
    draws: int,
    chance: Random,
) -> Sequence[float | None]:
    if not sheet.is_uncertain or not central:
        return (None,) * len(sheet.pilots)
    ranges = [[(float(mark.low), float(mark.high)) for mark in row] for row in sheet.marks]
    drawn = (uniform_values(chance, ranges) for _ in range(draws))
    weights = [None if row is None else list(map(float, row)) for row in central]
    return confidence(drawn, weights)
