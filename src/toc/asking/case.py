"""What a question may look at: a strategy, its graph and its logic, each made once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.analysis.assumptions_map import assumptions_map
from toc.analysis.logic import Logic
from toc.analysis.single_points import SinglePoints, single_points
from toc.analysis.system import Reading
from toc.analysis.timing import timing
from toc.analysis.worlds import deadly_pairs
from toc.asking.naming import foremost
from toc.graph import TheoryGraph
from toc.pilots.coverage import coverage

if TYPE_CHECKING:
    from toc.analysis.assumptions_map import AssumptionsMap
    from toc.analysis.things import Thing
    from toc.analysis.timing import Timing
    from toc.model import Strategy
    from toc.pilots.coverage import Coverage
    from toc.pilots.named import Named

__all__ = ["Case"]


@dataclass(frozen=True)
class Case:
    """What a question may look at.

    Attributes:
        strategy: the strategy.
        about: ids of the goals that are asked about; all of them when empty.
        thing: what is asked about, where a question is about one thing.
        before: an earlier version, where a question compares.
    """

    strategy: Strategy
    about: tuple[str, ...] = ()
    thing: str = ""
    before: Strategy | None = None

    @cached_property
    def graph(self) -> TheoryGraph:
        """Causes and effects."""
        return TheoryGraph(self.strategy)

    @cached_property
    def logic(self) -> Logic:
        """What must hold for each goal."""
        return Logic.of(self.graph)

    @cached_property
    def goals(self) -> tuple[str, ...]:
        """The goals that are asked about, as they are spelled.

        Raises:
            UnknownNameError: when there is no such step.
        """
        asked = [self.logic.goal(name) for name in self.about]
        return tuple(dict.fromkeys(asked)) or self.logic.goals

    @cached_property
    def single_points(self) -> Mapping[str, SinglePoints]:
        """What brings each of these goals down by itself."""
        return {goal: single_points(self.logic, goal) for goal in self.goals}

    @cached_property
    def assumptions(self) -> AssumptionsMap:
        """The place of each assumption."""
        return assumptions_map(self.logic)

    @cached_property
    def coverage(self) -> Coverage:
        """Which pilot tests what."""
        return coverage(self.graph)

    @cached_property
    def timing(self) -> Timing:
        """When everything can be there."""
        return timing(self.graph)

    def pairs(self, goal: str) -> tuple[tuple[Thing, Thing], ...]:
        """Give the pairs that bring a goal down together, where nothing does so alone."""
        if goal not in self._pairs:
            part, points = self.logic.part(goal), self.single_points[goal]
            is_asked = points.reached.if_any and not points.certain
            tried = part.may_fail if is_asked else ()
            found = deadly_pairs(part, Reading.ANY, tried, goal)
            pairs = [tuple(foremost(self.logic.things(pair))) for pair in found]
            self._pairs[goal] = tuple((one, other) for one, other in pairs)
        return self._pairs[goal]

    @cached_property
    def _pairs(self) -> dict[str, tuple[tuple[Thing, Thing], ...]]:
        return {}

    def tested_by(self, name: str) -> tuple[Named, ...]:
        """Give the pilots that test something, by themselves or through a link."""
        targets = {one.thing.name: one for one in self.coverage.targets}
        return self.coverage.tested_by(targets[name]) if name in targets else ()
