"""Where an indicator is heading, if it goes on as it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.monitoring.course import course_of
from toc.monitoring.moments import bounded, moment
from toc.monitoring.plan import scaled
from toc.monitoring.telling import Account, amount
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from toc.analysis.things import Thing
    from toc.model import Date, Strategy, Text
    from toc.monitoring.course import Course
    from toc.words import Sayable

__all__ = ["Forecast", "Outlook", "forecast", "forecast_of"]

Outlook: TypeAlias = Literal["maintain", "accelerate", "reverse"]
"""What the regional commissions of the United Nations say is to be done."""

_FEWEST = 3
_NEAR = Fraction(1, 10)
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Forecast(Account):
    """Where an indicator is heading.

    Attributes:
        indicator: the indicator.
        value: the value at the date of the target, if it goes on as it did.
        until: that date.
        target: the value to reach.
        gap: how much of the required change will be missing, from 0; 0 where none will.
        outlook: whether to maintain, to accelerate or to reverse the trend.
        points: from how many values that is reckoned.
    """

    indicator: Thing
    value: float
    until: Date
    target: int | float | str
    gap: float
    outlook: Outlook
    points: int
    unit: Text | None = field(default=None, repr=False)
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Sayable:
        """Where it is heading, and what that takes for granted."""
        values = {
            "indicator": self.indicator.title,
            "value": amount(round(self.value, 1), self.unit),
            "until": str(self.until),
            "target": amount(self.target, self.unit),
            "count": self.points,
        }
        return Message(
            "If “{indicator}” goes on along a straight line through its {count} values, the later "
            "ones counting more, it comes to {value} by {until}; the target is {target}.",
            values,
        )


def forecast(strategy: Strategy, indicator: str, on: date) -> Forecast | None:
    """Say where an indicator will be at the date of its target, if it goes on as it did.

    Method: Anticipated Progress Index of the United Nations regional commissions (ESCAP,
    Asia and the Pacific SDG Progress Report, technical notes): a linear regression over
    time in which later values weigh more, and the gap between its value at the date of the
    target and the target, by the change that was required since the baseline.  The trend is
    to be maintained where a tenth of that or less is missing, to be reversed where it leads
    away from the baseline on the wrong side, else to be accelerated.  A value weighs as
    much as the time from one mean interval before the first value to its own: values at
    equal intervals weigh 1, 2, 3 …

    Args:
        strategy: the strategy.
        indicator: the id of the indicator.
        on: the day; what is dated later does not count.

    Returns:
        None with fewer than three comparable values, the baseline included; without a
        target to come; and where values are levels in words.

    Raises:
        UnknownNameError: when there is no such indicator.
    """
    return forecast_of(course_of(strategy, indicator, on, None))


def forecast_of(course: Course) -> Forecast | None:
    """Say where an indicator is heading, of which everything is gathered."""
    start, end = course.baseline, course.target
    if start is None or end is None or course.keeps or end.date.last <= course.on:
        return None
    if start.height is None or end.height is None or start.height == end.height:
        return None
    points = _points(course)
    if points is None or len(points) < _FEWEST:
        return None
    height = _extended(points, end.moment)
    if course.indicator.measure == "percentage":
        height = min(max(height, Fraction(0)), Fraction(_HUNDRED))
    share = (height - start.height) / (end.height - start.height)
    gap = max(1 - share, Fraction(0))
    outlook: Outlook = "maintain" if gap <= _NEAR else "reverse" if share < 0 else "accelerate"
    return Forecast(
        course.thing,
        bounded(height),
        end.date,
        end.value,
        bounded(gap),
        outlook,
        len(points),
        course.indicator.unit,
        (Message("the values go on along a straight line, the later ones counting more"),),
    )


def _points(course: Course) -> Mapping[Fraction, Fraction] | None:
    """Give the values from the baseline, or the last break, on; None where one is a level."""
    start = course.baseline
    assert start is not None
    measured = course.series.measured
    breaks = [one.date for one in measured if "b" in one.flag]
    points: dict[Fraction, Fraction] = {}
    if not breaks and start.height is not None:
        points[start.moment] = start.height
    for one in measured:
        at, height = moment(one.date, course.on), scaled(one.value, course.indicator.levels)
        if isinstance(one.value, str) or height is None or points.get(at, height) != height:
            return None
        if at > start.moment and (not breaks or one.date.last >= breaks[-1].last):
            points[at] = height
    return points


def _extended(points: Mapping[Fraction, Fraction], at: Fraction) -> Fraction:
    """Extend the line that lies nearest to some points, the later ones weighing more."""
    times = sorted(points)
    weights = _weights(times)
    total = sum(weights.values(), Fraction())
    middle = sum((weights[one] * one for one in times), Fraction()) / total
    height = sum((weights[one] * points[one] for one in times), Fraction()) / total
    spread = sum((weights[one] * (one - middle) ** 2 for one in times), Fraction())
    slope = sum(
        (weights[one] * (one - middle) * (points[one] - height) for one in times), Fraction()
    )
    return height + slope / spread * (at - middle)


def _weights(times: Sequence[Fraction]) -> Mapping[Fraction, Fraction]:
    interval = (times[-1] - times[0]) / (len(times) - 1)
    return {one: one - times[0] + interval for one in times}
