"""Everything that is known of one indicator on a day, ready to be judged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias, cast, get_args

from toc.analysis.things import thing_of
from toc.assessing import with_scores
from toc.errors import UnknownNameError
from toc.model import Monitoring
from toc.monitoring.moments import moment
from toc.monitoring.plan import plan_of, scaled
from toc.monitoring.series import find_indicator, series
from toc.words import Message

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from toc.analysis.things import Thing
    from toc.model import Indicator, Strategy
    from toc.monitoring.plan import Plan, Point
    from toc.monitoring.series import Observation, Series

__all__ = ["Course", "Method", "course_of"]

Method: TypeAlias = Literal["path", "milestones", "cagr"]
"""How progress is reckoned."""


@dataclass(frozen=True)
class Course:
    """One indicator on a day.

    Attributes:
        strategy: the strategy.
        name: the indicator's id.
        on: the day.
        asked: the method that is asked for; None for the indicator's own.
    """

    strategy: Strategy
    name: str
    on: date
    asked: Method | None = None

    @cached_property
    def indicator(self) -> Indicator:
        """What the strategy says of it."""
        return with_scores(self.strategy, self.name)

    @cached_property
    def thing(self) -> Thing:
        """The indicator, as its authors call it."""
        return thing_of(self.strategy, self.name)

    @cached_property
    def limits(self) -> Monitoring:
        """From where on it counts as on track, or not."""
        return self.strategy.head.monitoring or Monitoring()

    @cached_property
    def series(self) -> Series:
        """Its values up to the day."""
        return series(self.strategy, self.name, self.on)

    @cached_property
    def plan(self) -> Plan:
        """What it is to do, as that is known on the day."""
        return plan_of(self.indicator, self.on)

    @property
    def baseline(self) -> Point | None:
        """The value to start from."""
        return self.plan.baseline

    @property
    def target(self) -> Point | None:
        """The value to reach."""
        return self.plan.target

    @property
    def latest(self) -> Observation | None:
        """The last value that was measured."""
        return self.series.latest

    @cached_property
    def at(self) -> Fraction:
        """When the last value counts, in years."""
        assert self.latest is not None
        return moment(self.latest.date, self.on)

    @cached_property
    def height(self) -> Fraction | None:
        """The last value as a number; None where it is a level that nobody has put in order."""
        assert self.latest is not None
        return scaled(self.latest.value, self.indicator.levels)

    @property
    def method(self) -> Method:
        """How progress is reckoned: as asked, as the indicator says, by its milestones if any."""
        usual: Method = "milestones" if self.plan.milestones else "path"
        return self.asked or self.indicator.progress or usual

    @property
    def keeps(self) -> bool:
        """Whether it is to stay where it is, or within a band."""
        return self.indicator.band is not None or self.indicator.direction == "maintain"

    @property
    def is_due(self) -> bool:
        """Whether the date of the target has passed."""
        return self.target is not None and self.target.date.last < self.on

    def is_open(self, field: str) -> bool:
        """Whether its authors left a field open, or a value in it."""
        route = ("indicators", self.name, field)
        return any(point[:3] == route for point in self.strategy.open_points)


def course_of(strategy: Strategy, indicator: str, on: date, method: str | None) -> Course:
    """Gather what is known of an indicator.

    Raises:
        UnknownNameError: when there is no such indicator, or no such method.
    """
    if method is not None and method not in get_args(Method):
        values = {"name": method, "known": list(get_args(Method))}
        raise UnknownNameError(
            Message("no way to reckon progress is called “{name}”; there are: {known}", values)
        )
    name = find_indicator(strategy, indicator)
    return Course(strategy, name, on, cast("Method | None", method))
