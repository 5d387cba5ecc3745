"""What can be said of several things together when nobody knows how they hang together."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Bounds", "all_hold", "any_holds"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """How likely something is, whatever the dependence.

    Attributes:
        lower: it is at least so likely.
        independent: it is so likely if its parts have nothing to do with each other.
        upper: it is at most so likely.
    """

    lower: float
    independent: float
    upper: float


def all_hold(chances: Sequence[float]) -> Bounds:
    """Bound the chance that all of several things hold: doubts add, the weakest bounds.

    Method: Fréchet's bounds, as Bloomfield and Rushby use them (Quantifying Confidence in
    Assurance 2.0 Arguments, SRI-CSL-25-01R2, 2025).  Dempster's rule of combination is not
    offered: of two experts who both think something 1 % likely it makes it certain (Zadeh).

    Args:
        chances: from 0 to 1; of nothing at all it is certain that it holds.

    >>> round(all_hold([0.9, 0.9, 0.9]).lower, 9)
    0.7
    """
    doubt = fsum(1 - chance for chance in chances)
    return Bounds(max(0.0, 1 - doubt), prod(chances, start=1.0), min(chances, default=1.0))


def any_holds(chances: Sequence[float]) -> Bounds:
    """Bound the chance that at least one of several things holds.

    Method: as in `all_hold`, of the opposite.

    Args:
        chances: from 0 to 1; of nothing at all it is certain that none holds.
    """
    fails = all_hold([1 - chance for chance in chances])
    return Bounds(max(chances, default=0.0), 1 - fails.independent, min(1.0, fsum(chances)))
