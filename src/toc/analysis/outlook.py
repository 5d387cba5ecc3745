"""How a goal stands: whether it is reached, how well supported, from when, how likely."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from toc.analysis.answers import Both
from toc.analysis.chance import Chance, chance
from toc.analysis.course import Bound, Course
from toc.analysis.likelihoods import Interval, stated
from toc.analysis.strength import graded_between
from toc.analysis.system import Reading
from toc.analysis.worlds import held
from toc.graph import TheoryGraph

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from toc.analysis.clockwork import Event, Wait
    from toc.analysis.likelihoods import Given
    from toc.analysis.logic import Logic

__all__ = ["Future", "Outlook"]

_NEVER = Interval(0, 0)


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a goal stands in one future.

    Attributes:
        reached: whether it comes about.
        support: between which grades the best-supported way to it lies: the one that is
            known and the one that is possible.
        earliest: the day before which it cannot be there; None where no date says anything,
            and where it does not come about.
        chance: how likely it is; None where that is not asked.
    """

    reached: Both[bool]
    support: Both[tuple[str | None, str | None]]
    earliest: Both[Bound | None]
    chance: Chance | None = None


class Future:
    """A strategy as it is drawn in a scenario, and what does not hold in it.

    Args:
        logic: the logic of the strategy as it is drawn there.
        gone: what does not hold, as it is spelled.
        chances: how likely it is that things hold; None where that is not asked.
    """

    def __init__(
        self, logic: Logic, gone: Collection[str], chances: Mapping[str, Given] | None = None
    ) -> None:
        """Let everything happen as early as it can, in both readings."""
        self.logic = logic
        self.gone = frozenset(gone)
        self.chances = chances
        strategy = logic.strategy
        graph = None if strategy is None else TheoryGraph(strategy)
        self._courses: dict[Reading, Course] = {}
        if graph is not None:
            self._courses = {
                Reading.ANY: Course(graph, "certain", partial(self._left, Reading.ANY)),
                Reading.ALL: Course(graph, "possible", partial(self._left, Reading.ALL)),
            }

    def outlook(self, goal: str) -> Outlook:
        """Give how a goal stands."""
        logic, gone = self.logic, self.gone
        return Outlook(
            logic.both(goal, lambda reading: logic.comes_about(goal, reading, gone)),
            logic.both(goal, lambda reading: graded_between(logic, goal, reading, gone)),
            Both(self._earliest(goal, Reading.ANY), self._earliest(goal, Reading.ALL)),
            None if self.chances is None else chance(logic, goal, self._given(self.chances)),
        )

    def _given(self, chances: Mapping[str, Given]) -> dict[str, Given]:
        strategy = self.logic.strategy
        known = {} if strategy is None else stated(strategy)
        own = {self.logic.thing(name).name: given for name, given in chances.items()}
        named = {name: given for name, given in known.items() if name in self.logic.names}
        return {**named, **own, **dict.fromkeys(self.gone, _NEVER)}

    def _earliest(self, goal: str, reading: Reading) -> Bound | None:
        course = self._courses.get(reading)
        return None if course is None else course.bound(goal)

    def _left(self, reading: Reading, events: dict[str, Event]) -> dict[str, Event]:
        """Give the events without those that what is gone takes with it."""
        system = self.logic.system
        before = held(system, reading, {}, 1)
        after = held(system, reading, dict.fromkeys(self.gone, 0), 1)
        lost = {node for node in before if before[node] and not after[node]}
        packages = (one for step in system.steps.values() for one in step.packages)
        broken = {
            (one.cause, one.needs[0]) for one in packages if self.gone.intersection(one.needs)
        }
        return {
            node: _without(event, lost, broken)
            for node, event in events.items()
            if node not in lost
        }


def _without(event: Event, lost: Collection[str], broken: Collection[tuple[str, str]]) -> Event:
    def left(waits: Collection[Wait]) -> tuple[Wait, ...]:
        return tuple(
            one for one in waits if one.cause not in lost and (one.cause, one.link) not in broken
        )

    others = left(event.others)
    # Where all are needed, and one is gone, the event is lost and is not asked about.
    least = min(event.least, len(others))
    return replace(
        event,
        necessary=left(event.necessary),
        sufficient=left(event.sufficient),
        others=others,
        least=least,
    )
