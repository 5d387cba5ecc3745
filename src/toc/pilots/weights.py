"""How much each criterion counts: as given, all the same, or by their order alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.pilots.numbers import ONE, ZERO, exact, per_cent, plain
from toc.pilots.result import Result
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from toc.pilots.named import Named
    from toc.pilots.sheet import Sheet

__all__ = ["Weights", "centroid", "ranked", "weights_of"]


@dataclass(frozen=True, slots=True)
class Weights(Result):
    """Shares of the whole, one for each criterion of a sheet.

    Attributes:
        criteria: the criteria.
        shares: what each counts; together 1.
        origin: `given` by the file or the caller, `equal`, or `ranked`.
    """

    criteria: tuple[Named, ...]
    shares: tuple[Fraction, ...]
    origin: str

    @property
    def told(self) -> Sayable:
        """Say what counts how much."""
        if self.origin == "equal":
            return Message("no weights are given: every criterion counts the same")
        parts = [
            Message("{criterion} {share} %", {"criterion": one, "share": per_cent(share)})
            for one, share in zip(self.criteria, self.shares, strict=True)
        ]
        if self.origin == "ranked":
            return Message("from the order of the criteria alone: {parts}", {"parts": parts})
        return Message("weights: {parts}", {"parts": parts})

    def say(self, language: str = "en") -> str:
        """Say it within a sentence."""
        return self.told.say(language)

    def plain(self) -> dict[str, object]:
        """Give them as plain data."""
        return {
            "origin": self.origin,
            "shares": {
                one.name: plain(share)
                for one, share in zip(self.criteria, self.shares, strict=True)
            },
        }


def weights_of(sheet: Sheet, given: Mapping[str, float] | None = None) -> Weights:
    """Give the weights of a sheet: as given, else as the file has them, else all the same.

    Only their proportions count.  A criterion that is not named in what is given, or has no
    weight where others have one, counts nothing; so does a negative weight, which the rules
    tell of.

    Args:
        sheet: the sheet.
        given: by criterion, how much it counts; None for what the file says.
    """
    if given is None:
        numbers = [column.weight for column in sheet.columns]
    else:
        lowered = {name.lower(): exact(number) for name, number in given.items()}
        numbers = [lowered.get(one.name.lower()) for one in sheet.criteria]
    known = [max(number or ZERO, ZERO) for number in numbers]
    total = sum(known, ZERO)
    if total:
        return Weights(sheet.criteria, tuple(number / total for number in known), "given")
    count = len(sheet.columns)
    return Weights(sheet.criteria, (ONE / count,) * count if count else (), "equal")


def ranked(sheet: Sheet, order: Sequence[str]) -> Weights:
    """Give rank-order centroid weights: the mean of all weightings that keep an order.

    Barron & Barrett, Management Science 42(11), 1996.

    Args:
        sheet: the sheet.
        order: the ids of all its criteria, what counts most first.

    Raises:
        ValueError: when these are not the sheet's criteria, each once.
    """
    names = [one.name for one in sheet.criteria]
    if sorted(order) != sorted(names):
        raise ValueError(order)
    shares = dict(zip(order, centroid(len(order)), strict=True))
    return Weights(sheet.criteria, tuple(shares[name] for name in names), "ranked")


def centroid(count: int) -> tuple[Fraction, ...]:
    """Give the rank-order centroid weights of so many criteria.

    >>> [str(weight) for weight in centroid(3)]
    ['11/18', '5/18', '1/9']
    """
    return tuple(
        sum((ONE / place for place in range(first, count + 1)), ZERO) / count
        for first in range(1, count + 1)
    )
