"""What an indicator is to do: from where, to where, and where it should be on the way."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.monitoring.moments import exact, moment, when
from toc.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from toc.model import Date, Indicator, Measurement

__all__ = ["Plan", "Point", "plan_of", "scaled"]


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a date.

    Attributes:
        date: when.
        value: as it is written.
        flag: what statistics offices say of it.
        moment: when it counts, in years.
        height: the value as a number; a level by its place; None where that is not known.
    """

    date: Date
    value: int | float | str
    flag: str
    moment: Fraction
    height: Fraction | None


@dataclass(frozen=True, slots=True)
class Plan:
    """From where to where an indicator should come.

    Attributes:
        baselines: the values to start from that are known on the day, in order of time.
        later: the first baseline after the day.
        milestones: the values on the way, in order of time.
        target: the last value to reach.
    """

    baselines: tuple[Point, ...]
    later: Point | None
    milestones: tuple[Point, ...]
    target: Point | None

    @property
    def baseline(self) -> Point | None:
        """The latest baseline before the target; where all come after it, the latest."""
        before = [
            one for one in self.baselines if self.target is None or one.moment < self.target.moment
        ]
        found = before or self.baselines
        return found[-1] if found else None

    def expected(self, at: Fraction, *, by_milestones: bool) -> Fraction:
        """Give the value that should be there at a moment, on straight lines between points.

        Before the first point it is the baseline's, after the last one the target's.
        """
        course = [one for one in self._course(by_milestones) if one.height is not None]
        before = [one for one in course if one.moment <= at]
        after = [one for one in course if one.moment > at]
        if not before or not after:
            height = (before or course)[-1 if before else 0].height
            assert height is not None
            return height
        first, last = before[-1], after[0]
        assert first.height is not None
        assert last.height is not None
        share = (at - first.moment) / (last.moment - first.moment)
        return first.height + share * (last.height - first.height)

    def _course(self, by_milestones: bool) -> Iterator[Point]:  # noqa: FBT001 - said by name above
        assert self.baseline is not None
        assert self.target is not None
        yield self.baseline
        if by_milestones:
            begin, end = self.baseline.moment, self.target.moment
            yield from (one for one in self.milestones if begin < one.moment < end)
        yield self.target


def plan_of(indicator: Indicator, on: date) -> Plan:
    """Read what an indicator is to do, as it is known on a day.

    The last target is the one to reach; earlier ones are milestones.
    """
    baselines = _points(indicator, indicator.baseline, on)
    targets = _points(indicator, indicator.target)
    on_the_way = (*_points(indicator, indicator.milestones), *targets[:-1])
    later = [one for one in baselines if one.date.first > on]
    return Plan(
        tuple(one for one in baselines if one.date.first <= on),
        later[0] if later else None,
        tuple(sorted(on_the_way, key=lambda one: when(one.date))),
        targets[-1] if targets else None,
    )


def _points(
    indicator: Indicator, values: Mapping[Date, Measurement], on: date | None = None
) -> tuple[Point, ...]:
    return tuple(
        Point(dated, one.value, one.flag, moment(dated, on), scaled(one.value, indicator.levels))
        for dated, one in sorted(values.items(), key=lambda item: when(item[0]))
        if one.value is not None
    )


def scaled(value: float | str, levels: tuple[str, ...]) -> Fraction | None:
    """Give a value as a number: a level by its place in the list, the lowest as 0."""
    if not isinstance(value, str):
        return exact(value)
    places = [folded(level) for level in levels]
    return Fraction(places.index(folded(value))) if folded(value) in places else None
