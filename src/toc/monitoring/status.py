"""How a strategy is doing on a day: every indicator, every goal, and where it fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, get_args

from toc.graph import TheoryGraph
from toc.monitoring.course import Course
from toc.monitoring.diagnosis import Diagnosis, diagnoses
from toc.monitoring.due import Due, due_of
from toc.monitoring.forecast import Forecast, forecast_of
from toc.monitoring.goals import GoalStatus, counted, goal_statuses
from toc.monitoring.groups import Groups, groups_of
from toc.monitoring.outline import outlined
from toc.monitoring.progress import Progress, progress_of
from toc.monitoring.telling import Account, Standing
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from toc.model import Strategy, Text
    from toc.words import Sayable

__all__ = ["Status", "status"]

_SOON = timedelta(days=92)
"""What is due within a quarter is told of."""


@dataclass(frozen=True, slots=True)
class Status(Account):
    """How a strategy is doing on a day.

    Attributes:
        strategy: its title.
        on: the day.
        indicators: how each indicator stands, in the order of the file.
        goals: how what leads to each goal is going.
        diagnoses: where it is known whether delivery or theory is at fault.
        forecasts: where indicators with three values or more are heading.
        groups: how groups stand against each other, where there are any.
        due: the values that are due by now or within a quarter.
    """

    strategy: Text
    on: date
    indicators: tuple[Progress, ...]
    goals: tuple[GoalStatus, ...]
    diagnoses: tuple[Diagnosis, ...]
    forecasts: tuple[Forecast, ...]
    groups: tuple[Groups, ...]
    due: tuple[Due, ...]
    assumed: tuple[Message, ...] = field(default=(), repr=False)

    @property
    def count(self) -> Mapping[Standing, int]:
        """How many indicators stand how, best first."""
        found = [one.standing for one in self.indicators]
        return {one: found.count(one) for one in get_args(Standing) if one in found}

    @property
    def known(self) -> int:
        """Of how many indicators it is known how they stand."""
        return sum(one.is_known for one in self.indicators)

    @property
    def told(self) -> Sayable:
        """How many indicators stand how."""
        values: dict[str, object] = {"strategy": self.strategy, "on": self.on.isoformat()}
        if not self.indicators:
            return Message("“{strategy}” has no indicator.", values)
        values |= {"known": self.known, "all": len(self.indicators), "count": counted(self.count)}
        return Message(
            "On {on}, {known} of {all} indicators of “{strategy}” have data that count: {count}.",
            values,
        )

    def text(self, language: str = ORIGINAL) -> str:
        """Write it for a terminal or a meeting: each indicator with a sign and a word.

        Args:
            language: a tag such as `ro`.
        """
        return outlined(self, language)


def status(strategy: Strategy, on: date, goals: Collection[str] = ()) -> Status:
    """Say how a strategy is doing on a day.

    Args:
        strategy: the strategy.
        on: the day; what is dated later does not count.
        goals: ids of the goals that are asked about; all of them, and every indicator, when
            empty.

    Raises:
        UnknownNameError: when there is no such goal.

    >>> from datetime import date
    >>> from toc.model import Strategy
    >>> speaking = Strategy(goals={"equal": "Equal access"}, indicators={"speak": {
    ...     "title": "Speakers", "of": "equal", "baseline": {"2025": 20}, "target": {"2029": 60}}})
    >>> status(speaking, date(2027, 6, 30)).goals[0].sentence()
    'Of the indicators on the way to “Equal access”, 0 of 1 have data that count: 1 no data.'
    """
    graph = TheoryGraph(strategy)
    courses = {name: Course(strategy, name, on) for name in strategy.indicators}
    found = tuple(map(progress_of, courses.values()))
    by_goal = goal_statuses(graph, found, goals)
    if goals:
        asked = {name for goal in by_goal for name in goal.names}
        found = tuple(one for one in found if one.indicator.name in asked)
    asked_about = [courses[one.indicator.name] for one in found]
    heading = map(forecast_of, asked_about)
    divided = map(groups_of, asked_about)
    return Status(
        strategy.title,
        on,
        found,
        by_goal,
        diagnoses(graph, found),
        tuple(one for one in heading if one is not None),
        tuple(one for one in divided if one.divisions),
        tuple(one for one in due_of(asked_about) if one.date.first - on <= _SOON),
    )
