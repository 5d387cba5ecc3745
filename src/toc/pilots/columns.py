"""A criterion as a column: which way is better, and what is worth nothing and everything."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.pilots.numbers import HUNDRED, ZERO, exact

if TYPE_CHECKING:
    from collections.abc import Collection

    from toc.model import Criterion
    from toc.pilots.named import Named

__all__ = ["Column", "column"]


@dataclass(frozen=True, slots=True)
class Column:
    """A criterion by which pilots are judged.

    Attributes:
        criterion: which.
        low: the least score; without a declared scale, the least that was given.
        high: the greatest score, likewise.
        is_declared: whether the scale is the file's own.
        is_down: whether less is better.
        weight: how much it counts, as written.
        least: the worst score that is let through; None when it knocks nobody out.
        is_strict: whether that score itself is not let through.
        computed: what is computed instead of being scored.
    """

    criterion: Named
    low: Fraction = ZERO
    high: Fraction = HUNDRED
    is_declared: bool = True
    is_down: bool = False
    weight: Fraction | None = None
    least: Fraction | None = None
    is_strict: bool = False
    computed: str | None = None

    @property
    def is_stretched(self) -> bool:
        """Whether it is computed, and reaches from the worst pilot to the best."""
        return self.computed is not None and not self.is_declared

    def value(self, score: Fraction) -> Fraction:
        """Give what a score is worth, from 0 for the worst to 100 for the best.

        Where all are the same there is nothing to set apart, and all are worth 100.
        """
        if self.low == self.high:
            return HUNDRED
        share = (score - self.low) / (self.high - self.low)
        return HUNDRED * (1 - share if self.is_down else share)

    def score(self, value: Fraction) -> Fraction:
        """Give the score that is worth so much."""
        share = value / HUNDRED
        return self.low + (self.high - self.low) * (1 - share if self.is_down else share)

    def lets_through(self, score: Fraction) -> bool:
        """Whether a score knocks nobody out."""
        if self.least is None:
            return True
        if score == self.least:
            return not self.is_strict
        return score < self.least if self.is_down else score > self.least


def column(
    criterion: Named,
    entry: Criterion,
    scores: Collection[Fraction],
    *,
    less_is_better: bool = False,
) -> Column:
    """Take a criterion as it is written, with all scores that were given for it.

    `knock_out: true` rules out the worst score of its scale, or 0 where it has none; a
    number is the worst score that is let through.

    Args:
        criterion: its name.
        entry: what the file says of it.
        scores: every score that was given for it, by anybody.
        less_is_better: what holds where the file does not say which way is better.
    """
    is_down = less_is_better if entry.direction is None else entry.direction == "down"
    if entry.scale is not None:
        low, high = map(exact, entry.scale)
    else:
        low, high = (min(scores), max(scores)) if scores else (ZERO, HUNDRED)
    least = _least(entry, high if is_down else low)
    return Column(
        criterion,
        low,
        high,
        is_declared=entry.scale is not None,
        is_down=is_down,
        weight=None if entry.weight is None else exact(entry.weight),
        least=least,
        is_strict=entry.knock_out is True,
        computed=entry.computed,
    )


def _least(entry: Criterion, worst: Fraction) -> Fraction | None:
    if entry.knock_out is None or entry.knock_out is False:
        return None
    if entry.knock_out is True:
        return worst if entry.scale is not None else ZERO
    return exact(entry.knock_out)
