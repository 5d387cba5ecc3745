"""How far an indicator is to come: its last target, and the baseline from which that counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.model import Date

if TYPE_CHECKING:
    from toc.model import Indicator, Measurement

__all__ = ["Aim", "aim_of"]


@dataclass(frozen=True, slots=True)
class Aim:
    """A target and the baseline before it, in numbers.

    Attributes:
        target: the value to reach.
        until: by when.
        baseline: the value to start from.
        since: when that was.
    """

    target: int | float
    until: Date
    baseline: int | float
    since: Date


def aim_of(indicator: Indicator) -> Aim | None:
    """Give the last target of what should rise or fall, with the latest baseline before it.

    What should stay within a band is neither to rise nor to fall.
    """
    targets = _numbers(indicator.target)
    is_kept = indicator.band is not None
    if not targets or is_kept or indicator.direction not in ("up", "down"):
        return None
    until = _latest(targets)
    before = {
        date: value
        for date, value in _numbers(indicator.baseline).items()
        if date.first <= until.last
    }
    if not before:
        return None
    since = _latest(before)
    return Aim(targets[until], until, before[since], since)


def _numbers(values: Mapping[Date, Measurement]) -> Mapping[Date, int | float]:
    found = ((date, one.value) for date, one in values.items())
    return {date: value for date, value in found if isinstance(value, int | float)}


def _latest(values: Mapping[Date, int | float]) -> Date:
    return max(values, key=lambda date: (date.last, date.first))
