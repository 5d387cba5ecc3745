"""Numbers of a file, kept exact, and how shares and limits are rounded."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from toc.words import Shown

__all__ = ["HUNDRED", "ONE", "ZERO", "Shown", "exact", "limit", "per_cent", "plain"]

ZERO, ONE, HUNDRED = Fraction(0), Fraction(1), Fraction(100)


def exact(number: float) -> Fraction:
    """Read a number as it is written, so that 0.1 and 0.2 are 0.3.

    >>> exact(0.1) + exact(0.2) == exact(0.3)
    True
    """
    return Fraction(str(number))


def limit(share: Fraction, now: Fraction, *, at_least: bool) -> tuple[Shown, Shown]:
    """Write an end of an interval in per cent, and what a weight is now, with few digits.

    The end is rounded into its interval, so that what is said of it is true; digits are
    added only where the two could not be told apart.

    >>> [end.say() for end in limit(Fraction(4, 11), Fraction(3, 10), at_least=True)]
    ['37', '30']
    >>> [end.say() for end in limit(Fraction(332, 1000), Fraction(1, 3), at_least=True)]
    ['33.2', '33.3']
    """
    for digits in (1, 10, 100):
        number = share * HUNDRED * digits
        end = Fraction(ceil(number) if at_least else floor(number)) / digits
        own = Fraction(round(now * HUNDRED * digits)) / digits
        if (end < own) == (share < now) and (end > own) == (share > now):
            break
    return Shown(end), Shown(own)


def plain(number: Fraction | float | None) -> int | float | None:
    """Give a number as JSON has it: whole ones without a point."""
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


def per_cent(share: Fraction | float) -> int:
    """Give a share in whole per cent, halves up; never 0 or 100 where it is not quite that.

    >>> per_cent(Fraction(1, 3)), per_cent(0.999), per_cent(0.0001), per_cent(1)
    (33, 99, 1, 100)
    """
    if share in (0, 1):
        return int(share * 100)
    return min(max(int(share * 100 + ONE / 2), 1), 99)
