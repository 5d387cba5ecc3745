"""Sums of money: exact, with what is unknown told beside."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.words import Message, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.analysis.plain import Plain

__all__ = ["Amount", "amount", "figure", "summed"]

_CENTS = 100


@dataclass(frozen=True, slots=True)
class Amount:
    """What some things cost together.

    Attributes:
        known: the sum of what is known, exactly.
        unknown: of how many things nobody has said what they cost.
        count: how many things there are.
    """

    known: Fraction
    unknown: int = 0
    count: int = 1

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known of it; that something costs nothing is known, too."""
        return self.count > 0 and self.unknown == self.count

    def said(self, currency: str) -> Message:
        """Say the sum, and that something is missing from it; never a zero for the unknown."""
        values = {"amount": figure(self.known), "currency": currency, "count": self.unknown}
        if self.is_unknown:
            return Message("unknown")
        if self.unknown and not self.known:
            return Message("{count} unknown cost", values, plural="{count} unknown costs")
        if self.unknown:
            return Message(
                "{amount} {currency} and {count} unknown cost",
                values,
                plural="{amount} {currency} and {count} unknown costs",
            )
        return Message("{amount} {currency}", values)

    def as_data(self) -> Plain:
        """Give it as plain data; null is unknown."""
        known = None if self.is_unknown else _number(self.known)
        return {"known": known, "unknown": self.unknown, "count": self.count}


def amount(cost: float | None) -> Amount:
    """Take one cost; None is unknown, and 0 is nothing, said on purpose.

    >>> amount(None).said("EUR").say("en"), amount(0).said("EUR").say("en")
    ('unknown', '0 EUR')
    """
    return Amount(Fraction(), 1) if cost is None else Amount(Fraction(str(cost)))


def summed(amounts: Iterable[Amount]) -> Amount:
    """Add amounts, exactly.

    >>> summed([amount(0.1), amount(0.2), amount(None)]).said("EUR").say("en")
    '0.3 EUR and 1 unknown cost'
    """
    parts = tuple(amounts)
    return Amount(
        sum((one.known for one in parts), Fraction()),
        sum(one.unknown for one in parts),
        sum(one.count for one in parts),
    )


def figure(value: Fraction) -> Shown:
    """Round to cents, to be written as each language does.

    >>> figure(Fraction("1234.50")).say("en"), figure(Fraction(-10000, 3)).say("ro")
    ('1,234.5', '−3.333,33')
    """
    return Shown(Fraction(round(value * _CENTS), _CENTS))


def _number(value: Fraction) -> int | float | str:
    """Give a number as JSON has it; one that is too large for that as it is written."""
    if value.denominator == 1:
        return value.numerator
    try:
        return float(value)
    except OverflowError:
        return figure(value).say()
