"""The time line: everything that has a date, what runs on a day, what comes, what is late."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from toc.analysis.plain import plain
from toc.analysis.things import thing_of
from toc.graph import TheoryGraph
from toc.roadmap.gathering import gathered
from toc.roadmap.moments import KINDS, Moment
from toc.roadmap.reviews import ReviewCalendar, due
from toc.views.areas import area_of
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["TimeLine", "time_line"]

_ORDER = {kind: at for at, kind in enumerate(KINDS)}
_DEADLINES = frozenset({"output", "outcome", "goal", "target"})
_WORK = frozenset({"activity", "pilot"})


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Everything that has a date, as it stands on a day.

    Attributes:
        on: the day.
        moments: what is dated, in order of time.
        undated: what has no date and should have one, in the order of the file.
        reviews: the calendar of reviews.
        late: what was due and of which nothing tells whether it came, in order of time.
        titles: what stages and areas are called, by id.
    """

    on: date
    moments: tuple[Moment, ...]
    undated: tuple[Moment, ...]
    reviews: ReviewCalendar
    late: tuple[Moment, ...]
    titles: Mapping[str, Sayable] = field(default_factory=dict, repr=False, compare=False)

    @property
    def stages(self) -> tuple[Moment, ...]:
        """The stages that run on the day; when they overlap, several."""
        return tuple(one for one in self._work({"stage"}) if one.runs(self.on))

    @property
    def running(self) -> tuple[Moment, ...]:
        """The activities and pilots that run on the day."""
        return tuple(one for one in self._work(_WORK) if one.runs(self.on))

    @property
    def quick_wins(self) -> tuple[Moment, ...]:
        """The activities that show a result within six months, dated or not."""
        return tuple(one for one in (*self.moments, *self.undated) if one.quick_win)

    @property
    def next(self) -> tuple[Moment, ...]:
        """What begins first after the day, of all activities, pilots and events."""
        ahead = [one for one in self._work({*_WORK, "event"}) if one.is_ahead(self.on)]
        first = min((_first(one) for one in ahead), default=None)
        return tuple(one for one in ahead if _first(one) == first)

    def _work(self, kinds: Collection[str]) -> tuple[Moment, ...]:
        """Give what is dated of some kinds, without the pilots that were not chosen."""
        return tuple(one for one in self.moments if one.kind in kinds and not one.set_aside)

    def sentence(self, language: str = "en") -> str:
        """Say what runs on the day, how much is late, and how much has no date."""
        return " ".join(part.say(language) for part in self._parts())

    def _parts(self) -> Iterator[Message]:
        yield self._now()
        # Reviews have a calendar of their own, which says how many are overdue.
        late = sum(one.kind != "review" for one in self.late)
        if late:
            yield Message(
                "{count} deadline has passed, and nothing tells whether it was met.",
                {"count": late},
                plural="{count} deadlines have passed, and nothing tells whether they were met.",
            )
        if self.undated:
            yield Message(
                "{count} thing has no date.",
                {"count": len(self.undated)},
                plural="{count} things have no date.",
            )

    def _now(self) -> Message:
        stages = [Message("“{title}”", {"title": one.title}) for one in self.stages]
        values = {"count": len(self.running), "stages": stages}
        if not stages:
            return Message(
                "No stage runs on this day; {count} activity or pilot does.",
                values,
                plural="No stage runs on this day; {count} activities or pilots do.",
            )
        return Message(
            "In {stages}, {count} activity or pilot runs.",
            values,
            plural="In {stages}, {count} activities or pilots run.",
        )

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def _first(moment: Moment) -> date:
    period = moment.period
    return date.min if period is None or period.first is None else period.first


def _time(moment: Moment) -> tuple[date, date, int, str, tuple[str, ...]]:
    period = moment.period
    last = date.max if period is None or period.last is None else period.last
    return _first(moment), last, _ORDER[moment.kind], moment.name, tuple(map(str, moment.route))


def time_line(strategy: Strategy, on: date) -> TimeLine:
    """Put everything that has a date in order of time, and tell what should have one.

    Args:
        strategy: the strategy.
        on: the day that “now”, “next” and “late” are about.
    """
    reviews = due(strategy, on)
    areas = area_of(strategy, TheoryGraph(strategy))
    found = tuple(gathered(strategy, reviews, areas))
    dated = tuple(sorted((one for one in found if one.period is not None), key=_time))
    return TimeLine(
        on,
        dated,
        tuple(one for one in found if one.period is None),
        reviews,
        tuple(one for one in dated if _is_late(strategy, one, on)),
        {name: thing_of(strategy, name).title for name in (*strategy.stages, *strategy.areas)},
    )


def _is_late(strategy: Strategy, moment: Moment, on: date) -> bool:
    """Whether its time has passed, and nobody has written down what came of it."""
    if moment.kind == "review":
        return moment.standing == "overdue"
    if not moment.is_over(on):
        return False
    if moment.kind == "decision":
        return True
    if moment.kind == "check":
        return strategy.assumptions[moment.name].status in (None, "untested")
    if moment.kind == "output" and strategy.outputs[moment.name].delivered is not None:
        return False
    return moment.kind in _DEADLINES and not _was_read(strategy, moment)


def _was_read(strategy: Strategy, moment: Moment) -> bool:
    """Whether an indicator of it was read since the first day of its due date."""
    own = _indicators(strategy, moment)
    measured = (when for name in own for when in strategy.indicators[name].actual)
    told = (one.date for one in strategy.readings if one.indicator.lower() in _folded(own))
    return any(when.last >= _first(moment) for when in (*measured, *told))


def _indicators(strategy: Strategy, moment: Moment) -> tuple[str, ...]:
    if moment.kind == "target":
        return (moment.name,)
    node = moment.name.lower()
    found = strategy.indicators.items()
    return tuple(name for name, one in found if node in _folded(one.of))


def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)
