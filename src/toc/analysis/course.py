"""How things go in one reading: when each is there at the earliest, and what decides that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from toc.analysis.clockwork import settle
from toc.analysis.days import told
from toc.analysis.schedule import NO_TIME, Schedule

if TYPE_CHECKING:
    from collections.abc import Callable

    from toc.analysis.clockwork import Event, Settled
    from toc.analysis.schedule import Reading
    from toc.graph import TheoryGraph
    from toc.model import Date

__all__ = ["Bound", "Course"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A day before which something cannot be there.

    Attributes:
        day: the day.
        date: the same, no more exact than the dates that it was reckoned from.
    """

    day: date
    date: Date


class Course:
    """How things go in one reading.

    Args:
        graph: the theory of change.
        reading: which.
        left: gives of all events those that there are, each with the causes that it has;
            all of them without it.
    """

    def __init__(
        self,
        graph: TheoryGraph,
        reading: Reading,
        left: Callable[[dict[str, Event]], dict[str, Event]] = dict,
    ) -> None:
        """Let everything happen as early as it can."""
        self.schedule = Schedule(graph, reading)
        self.settled: dict[str, Settled] = settle(left(self.schedule.events()))
        self._precisions: dict[str, frozenset[str]] = {}
        for node, settled in self.settled.items():
            before = self._precisions.get(settled.cause, self._own_precision(node))
            self._precisions[node] = before | self._end_precision(node)

    def bound(self, node: str, *, after: date | None = None) -> Bound | None:
        """Give the day before which a node cannot be there; None where no date says anything.

        Args:
            node: its id.
            after: a day from which it must be told apart.
        """
        if node not in self.settled or self.settled[node].time == NO_TIME:
            return None
        day = date.fromordinal(self.settled[node].time)
        return Bound(day, told(day, self._precisions[node], after=after))

    def chain(self, node: str) -> tuple[str, ...]:
        """Give what decides when a node is there, from the date that it hangs on."""
        if node not in self.settled:
            return ()
        chain = [node]
        while self.settled[chain[-1]].cause:
            chain.append(self.settled[chain[-1]].cause)
        return tuple(reversed(chain))

    def _own_precision(self, node: str) -> frozenset[str]:
        begins = self.schedule.begins(node)
        return frozenset() if begins is None else frozenset((begins.precision,))

    def _end_precision(self, node: str) -> frozenset[str]:
        period = self.schedule.period(node)
        if self.schedule.reading == "certain" or period is None or period.end is None:
            return frozenset()
        return frozenset((period.end.precision,))
