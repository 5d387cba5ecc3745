"""A theory of change as events that wait for each other, in both readings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.analysis.clockwork import Event, Wait
from toc.analysis.days import later
from toc.model import Activity, Duration, Factor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from toc.graph import TheoryGraph
    from toc.model import Arrow, Date, Interval

__all__ = ["NO_TIME", "Reading", "Schedule"]

Reading: TypeAlias = Literal["certain", "possible"]

_DECISIVE = (None, "necessary", "sufficient")
"""The roles of links that have a say in when their effect is there; others help or hinder."""

_LAST = date.max.toordinal()
NO_TIME = 0
"""Before every day of the calendar: what nothing is known of."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When things of a theory of change can happen.

    Attributes:
        graph: the theory of change.
        reading: certain, where any one cause is enough unless something else is said, and
            an activity brings things about from its first day on; possible, where all are
            needed, and an activity has to be over.
    """

    graph: TheoryGraph
    reading: Reading

    def events(self) -> dict[str, Event]:
        """Give every node as an event; times are days, counted as Python counts them."""
        return {node: self._event(node) for node in sorted(self.graph.nodes)}

    def begins(self, node: str) -> Date | None:
        """Give the date that a node has of its own, or the strategy's beginning."""
        period = self.period(node)
        if period is not None and period.start is not None:
            return period.start
        whole = self.graph.strategy.head.period
        return None if whole is None else whole.start

    def period(self, node: str) -> Interval | None:
        """Give the period of an activity, or else of its stage; none that runs backwards."""
        entry = self.graph.entry(node)
        if not isinstance(entry, Activity):
            return None
        stage = self._stage(entry.stage) if entry.period is None else None
        period = entry.period if stage is None else stage
        if period is None or period.first is None or period.last is None:
            return period
        return None if period.last < period.first else period

    def _stage(self, name: str | None) -> Interval | None:
        found = self.graph.strategy.index.get((name or "").lower())
        if found is None or found[0] != "stages":
            return None
        period = self.graph.strategy.stages[found[1]].period
        # Nobody says that the measure lasts as long as its stage.
        return None if period is None else type(period)(period.start, None)

    def arrows(self, node: str) -> list[Arrow]:
        """Give the arrows into a node that have a say in when it is there, in order."""
        found = [one for one in self.graph.arrows_into(node) if self._has_a_say(one)]
        return sorted(found, key=lambda arrow: (arrow.name, arrow.key))

    def _has_a_say(self, arrow: Arrow) -> bool:
        cause = self.graph.entry(arrow.cause)
        is_barrier = isinstance(cause, Factor) and cause.kind == "barrier"
        is_need = self.graph.section_of(arrow.cause) == "needs"
        return arrow.link.role in _DECISIVE and not is_barrier and not is_need

    def _event(self, node: str) -> Event:
        arrows = self.arrows(node)
        others = self._waits(arrows, None)
        begins = self.begins(node)
        return Event(
            (*self._waits(arrows, "necessary"), *self._before(node)),
            self._waits(arrows, "sufficient"),
            others,
            self._least(node, others),
            self.done(node) if self.reading == "possible" else int,
            NO_TIME if begins is None else begins.first.toordinal(),
        )

    def _waits(self, arrows: Sequence[Arrow], role: str | None) -> tuple[Wait, ...]:
        chosen = (arrow for arrow in arrows if arrow.link.role == role)
        return tuple(Wait(one.cause, one.key, _lag(one.link.lag)) for one in chosen)

    def _least(self, node: str, others: Sequence[Wait]) -> int:
        requires = self.graph.entry(node).requires
        if not others:
            return 0
        if isinstance(requires, int):
            return requires
        needs_all = requires == "all" or (requires is None and self.reading == "possible")
        return len(others) if needs_all else 1

    def _before(self, node: str) -> Iterator[Wait]:
        """Give the activities that must be over first, in either reading."""
        entry = self.graph.entry(node)
        for name in entry.after if isinstance(entry, Activity) else ():
            known = self.graph.node(name)
            if known is not None and self.graph.section_of(known) == "activities":
                yield Wait(known, "", int if self.reading == "possible" else self.done(known))

    def done(self, node: str) -> Callable[[int], int]:
        """Give when an activity is over that can begin on a day; other things are there at once.

        A beginning later than planned moves the end by as much.
        """
        period = self.period(node)
        if period is None or period.start is None or period.end is None:
            return int
        latest, end = period.start.last.toordinal(), period.end.first.toordinal()
        return lambda day: min(_LAST, max(day, end + max(0, day - latest)))


def _lag(lag: Duration | None) -> Callable[[int], int]:
    return int if lag is None else partial(_over, lag)


def _over(lag: Duration, day: int) -> int:
    return day if day == NO_TIME else later(date.fromordinal(day), lag).toordinal()
