"""Progress by compound annual growth, as Statistics Canada and Open SDG reckon it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Literal, TypeAlias

__all__ = ["Growth", "growth"]

_NOUGHT = 0.001
"""What stands for a base or a target of nothing, from which nothing can grow."""
_POWER = 4.44
_ON_TRACK, _MODERATE = 0.015, 0.005
_BEST = 5.0
_MODERATE_RATIO = 0.6

Sense: TypeAlias = Literal[1, -1]


@dataclass(frozen=True, slots=True)
class Growth:
    """How fast something grows, against how fast it should.

    Attributes:
        rate: its growth in a year, better as a positive number.
        required: the growth in a year that leads to the target; None without one.
        ratio: the one by the other; None without a target.
        scale: by how much less is asked near a limit, from 0 to 1; 1 without a target's limit.
        score: from -5 to 5.
    """

    rate: float
    required: float | None
    ratio: float | None
    scale: float
    score: float

    @property
    def on_track(self) -> float:
        """From which rate on it is on track where there is no target."""
        return _ON_TRACK * self.scale

    @property
    def moderate(self) -> float:
        """From which rate on it is at least behind where there is no target."""
        return _MODERATE * self.scale


def growth(
    base: float,
    value: float,
    years: float,
    sense: Sense,
    *,
    target: tuple[float, float] | None = None,
    limit: float | None = None,
) -> Growth | None:
    """Reckon how fast something grows, and how fast it should.

    R = d * g / |g required|, with g = (y1 / y0) ** (1 / (t1 - t0)) - 1 and d the direction:
    without its sign, moving away would be called substantial progress.  Below nothing a
    larger quotient is a smaller number, so that the sign of the base counts as well.  A
    base or a target of nothing is taken as 0.001.

    Method: Open SDG (sdg-build, 139fede; docs/progress-methodology.md), after Statistics
    Canada and Eurostat 2021.

    Args:
        base: the value to start from.
        value: the last value.
        years: how many years lie between.
        sense: 1 where more is better, -1 where less is.
        target: the value to reach, and how many years after the base.
        limit: the value that it cannot pass; near it, less growth is asked for.

    Returns:
        None where it cannot be reckoned: the signs change, or the numbers are beyond all.

    >>> found = growth(1.55, 1.82, 4, -1, target=(0, 15))
    >>> round(found.ratio, 4), round(found.score, 2)
    (-0.1058, -2.94)
    """
    base, value = base or _NOUGHT, _NOUGHT if value == base == 0 else value
    try:
        rate = _rate(base, value, years) * sense * (1 if base > 0 else -1)
        if target is None:
            scale = 1.0 if limit is None else _scale(base, limit)
            return Growth(rate, None, None, scale, _score_of_rate(rate, scale))
        required = abs(_rate(base, target[0] or _NOUGHT, target[1]))
        ratio = rate / required
    except (OverflowError, ZeroDivisionError, ValueError):
        return None
    return Growth(rate, required, ratio, 1.0, _score_of_ratio(ratio))


def _rate(base: float, value: float, years: float) -> float:
    """Give the growth in a year.

    Raises:
        ValueError: when one lies below nothing and the other does not, or far beyond it.
    """
    if not 0 <= value / base < inf:
        raise ValueError(value)
    rate: float = (value / base) ** (1 / years) - 1
    return rate


def _scale(base: float, limit: float) -> float:
    if base >= 2 * limit:
        return 1.0
    near = base if base <= limit else 2 * limit - base
    scale: float = 1 - (near / limit) ** _POWER
    return scale


def _score_of_ratio(ratio: float) -> float:
    if ratio >= _MODERATE_RATIO:
        return min(7.1429 * ratio - 4.2857, _BEST)
    return max(4.1667 * ratio - 2.5, -_BEST)


def _score_of_rate(rate: float, scale: float) -> float:
    if rate < 0:
        return max(125 * rate - 2.5, -_BEST)
    if rate >= _ON_TRACK * scale:
        return min(500 * rate / scale - 5, _BEST) if scale else _BEST
    if rate >= _MODERATE * scale:
        return 250 * rate / scale - 1.25
    return 500 * rate / scale - 2.5
