"""When reviews fall due: reckoned from the beginning of a stage, in steps of `every`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from toc.analysis.days import later, told
from toc.model import Duration
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Date, Stage, Strategy

__all__ = ["MOST", "Planned", "Unreckoned", "planned", "unreckoned"]

MOST = 400
"""So many reviews of one stage are reckoned: with one a month, those of 33 years."""

_MONTHS = 12
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Planned:
    """A review that falls due because a stage says so.

    Attributes:
        stage: the id of the stage.
        number: which one of its stage, from 1.
        day: the day that it was reckoned to.
        due: the same, no more exact than the beginning of the stage.
        reach: a review counts as this one within so many days: half the interval.
        joint: whether it is held together with other regions.
    """

    stage: str
    number: int
    day: date
    due: Date
    reach: int
    joint: bool


@dataclass(frozen=True, slots=True)
class Unreckoned:
    """A stage whose reviews cannot be reckoned, or not all of them.

    Attributes:
        stage: the id of the stage.
        reason: why.
    """

    stage: str
    reason: Message


def planned(strategy: Strategy, on: date) -> tuple[Planned, ...]:
    """Reckon the reviews of every stage that says how often there is one.

    The n-th review falls due n intervals after the first day of the stage; months are counted
    from there each time, so that a 31st that became a 28th becomes a 31st again.  A review that
    falls on the day after a stage is over still belongs to it: it closes the stage.  A stage
    without an end, in a strategy without one, is reckoned up to the first review after a day.

    Args:
        strategy: the strategy.
        on: the day.
    """
    found = (
        one for name, stage in strategy.stages.items() for one in _of(strategy, name, stage, on)
    )
    return tuple(sorted(found, key=lambda one: (one.day, one.stage)))


def unreckoned(strategy: Strategy, on: date) -> tuple[Unreckoned, ...]:
    """Give the stages whose reviews cannot be reckoned, with the reason."""
    found: list[Unreckoned] = []
    for name, stage in strategy.stages.items():
        reason = _why_not(strategy, stage)
        if reason is not None:
            found.append(Unreckoned(name, reason))
        elif len(tuple(_of(strategy, name, stage, on))) == MOST:
            values = {"count": MOST}
            found.append(Unreckoned(name, Message("only the first {count} are reckoned", values)))
    return tuple(found)


def _why_not(strategy: Strategy, stage: Stage) -> Message | None:
    if stage.review is None:
        return None
    if stage.review.every is None:
        return Message("it does not say how often: write {form}", {"form": "every: P5M"})
    if stage.review.every == Duration():
        return Message("its interval is no time at all: write {form}", {"form": "every: P5M"})
    if _begins(strategy, stage) is None:
        return Message("nobody knows when it begins: give it a period")
    return None


def _begins(strategy: Strategy, stage: Stage) -> Date | None:
    """Give the beginning of a stage; of one that is open there, that of the strategy."""
    if stage.period is None:
        return None
    whole = strategy.head.period
    return stage.period.start or (None if whole is None else whole.start)


def _of(strategy: Strategy, name: str, stage: Stage, on: date) -> Iterator[Planned]:
    start = _begins(strategy, stage)
    if _why_not(strategy, stage) is not None or stage.review is None or start is None:
        return
    every, last = stage.review.every, _ends(strategy, stage)
    assert every is not None
    before = start.first
    for times in range(1, MOST + 1):
        day = later(start.first, _times(every, times))
        if day <= before or (last is not None and day > last + _a_day(last)):
            return
        # Of an interval that is longer than what is known of the start, no more is known.
        due = told(day, [_precision(start, every)])
        reach = (day - before).days // 2
        yield Planned(name, times, day, due, reach, joint=bool(stage.review.joint))
        if last is None and day > on:
            return
        before = day


def _ends(strategy: Strategy, stage: Stage) -> date | None:
    """Give the last day of a stage; of one that is open there, that of the strategy."""
    whole = strategy.head.period
    own = None if stage.period is None else stage.period.last
    return own or (None if whole is None else whole.last)


def _a_day(day: date) -> timedelta:
    return timedelta(days=1 if day < date.max else 0)


def _times(every: Duration, times: int) -> Duration:
    return Duration(
        *(part * times for part in (every.years, every.months, every.weeks, every.days))
    )


def _precision(start: Date, every: Duration) -> str:
    """Tell a review no more exactly than its stage begins, yet apart from the one before."""
    months = every.years * _MONTHS + every.months
    if every.weeks or every.days or start.precision == "day":
        return "day" if not months or start.precision == "day" else "month"
    if months < _QUARTER:
        return "month"
    if months < _MONTHS and start.precision == "year":
        return "quarter"
    return start.precision
