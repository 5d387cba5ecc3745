"""The logic of a strategy: what must hold for each goal, ready to be asked.

Every question of this room that asks what brings a goal about, or down, stands on it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from toc.analysis import worlds
from toc.analysis.answers import Both
from toc.analysis.assuming import assumed
from toc.analysis.deciding import BUDGET, cuts_of, decided, ways_of
from toc.analysis.reading import Theory, theory_of
from toc.analysis.system import Reading, System
from toc.analysis.things import Thing, plain_thing, thing_of, things_of
from toc.errors import UnknownNameError
from toc.graph import TheoryGraph
from toc.model import link_ends
from toc.spelling import nearest
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from toc.analysis.diagram import Diagram
    from toc.analysis.family import Family
    from toc.model import Strategy

__all__ = ["Logic"]

Found = TypeVar("Found")


class Logic:
    """What must hold for each goal of a strategy, or of a system made by hand.

    Args:
        system: the steps and the things that may fail.
        goals: the steps that are asked about.
        theory: what of a drawing had no say in the system, where it was read from one.
        strategy: the strategy that it was read from.
        budget: how many nodes a diagram may have.

    >>> from toc.model import Strategy
    >>> logic = Logic.of(Strategy(
    ...     activities={"course": "A course", "desk": "A desk"}, goals={"equal": "Equal access"},
    ...     links={"course -> equal": "It helps", "desk -> equal": "It helps too"}))
    >>> logic.holds("equal", without=["course"])
    Both(if_any=True, if_all=False)
    """

    def __init__(
        self,
        system: System,
        goals: Iterable[str],
        *,
        theory: Theory | None = None,
        strategy: Strategy | None = None,
        budget: int = BUDGET,
    ) -> None:
        """Keep the system; diagrams are made when they are asked for."""
        self.system = system
        self.goals = tuple(goals)
        self.theory = theory
        self.strategy = strategy
        self.budget = budget
        self._parts: dict[str, System] = {}
        self._diagrams: dict[tuple[str, Reading], Diagram | None] = {}
        self._ways: dict[tuple[str, Reading], Family | None] = {}
        self._cuts: dict[tuple[str, Reading], Family | None] = {}

    @classmethod
    def of(
        cls,
        strategy: Strategy | TheoryGraph,
        *,
        also: Iterable[str] = (),
        links: bool = False,
        budget: int = BUDGET,
    ) -> Logic:
        """Read a strategy.

        Args:
            strategy: the strategy, or its graph.
            also: ids of more things that may fail, such as outcomes, or links as written.
            links: whether every link may fail.
            budget: how many nodes a diagram may have.
        """
        graph = strategy if isinstance(strategy, TheoryGraph) else TheoryGraph(strategy)
        more = [*also, *(graph.strategy.links if links else ())]
        theory = theory_of(graph, more)
        goals = graph.within("goals")
        return cls(
            theory.system, sorted(goals), theory=theory, strategy=graph.strategy, budget=budget
        )

    def with_things(self, names: Iterable[str]) -> Logic:
        """Give the same logic with more things that may fail.

        Raises:
            UnknownNameError: when the strategy has no such thing.
        """
        more = frozenset(self.thing(name).name for name in names)
        if more <= self.system.may_fail:
            return self
        system = System(self.system.steps, self.system.may_fail | more)
        return Logic(
            system, self.goals, theory=self.theory, strategy=self.strategy, budget=self.budget
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything that can be taken out: things, nodes, links."""
        return (self.system.names | self.system.may_fail) - self._meetings

    @property
    def _meetings(self) -> frozenset[str]:
        return frozenset() if self.theory is None else self.theory.meetings

    def thing(self, name: str) -> Thing:
        """Give what is meant by an id, or by a link however it is spaced.

        Raises:
            UnknownNameError: when nothing that may fail or hold has that name.
        """
        found = self._spelled.get(_folded(name))
        if found is None:
            raise UnknownNameError(self._unknown(name))
        return plain_thing(found) if self.strategy is None else thing_of(self.strategy, found)

    @cached_property
    def _spelled(self) -> dict[str, str]:
        return {_folded(name): name for name in sorted(self.names, reverse=True)}

    def _unknown(self, name: str) -> Message:
        near = nearest(name, self.names)
        if near is None:
            return Message("nothing that may fail or hold is called “{name}”", {"name": name})
        return Message(
            "nothing that may fail or hold is called “{name}”; did you mean “{near}”?",
            {"name": name, "near": near},
        )

    def things(self, names: Iterable[str]) -> tuple[Thing, ...]:
        """Give the things of some names, in order of name."""
        return things_of(self.strategy, names)

    def goal(self, name: str) -> str:
        """Give the name of a step that is asked about, as it is spelled.

        Raises:
            UnknownNameError: when there is no such step.
        """
        found = self._steps.get(name.lower())
        if found is None:
            raise UnknownNameError(self._unknown(name))
        return found

    @cached_property
    def _steps(self) -> dict[str, str]:
        return {name.lower(): name for name in sorted(self.system.steps, reverse=True)}

    def part(self, goal: str) -> System:
        """Give what has a say in a goal."""
        if goal not in self._parts:
            self._parts[goal] = self.system.towards([goal])
        return self._parts[goal]

    def parts_of(self, goal: str) -> frozenset[str]:
        """Give everything in the way to a goal that can be taken out, the goal apart."""
        return self.part(goal).names - self._meetings - {goal}

    def assumed(self, goal: str) -> tuple[Message, ...]:
        """Say what every answer about a goal takes for granted."""
        return assumed(self.theory, self.part(goal))

    def both(self, goal: str, ask: Callable[[Reading], Found]) -> Both[Found]:
        """Ask in both readings, once where they are the same."""
        if_any = ask(Reading.ANY)
        return Both(if_any, ask(Reading.ALL) if self.part(goal).is_undeclared else if_any)

    def holds(self, goal: str, *, without: Collection[str] = ()) -> Both[bool]:
        """Say whether a goal comes about when some things fail."""
        goal = self.goal(goal)
        fails = [self.thing(name).name for name in without]
        return self.both(goal, lambda reading: self.comes_about(goal, reading, fails))

    def comes_about(self, goal: str, reading: Reading, fails: Collection[str] = ()) -> bool:
        """Say whether a goal comes about in a reading when some things, well spelled, fail."""
        return worlds.comes_about(self.part(goal), reading, fails, goal)

    def diagram(self, goal: str, reading: Reading) -> Diagram | None:
        """Give when a goal comes about; None past the budget.

        Raises:
            MissingExtraError: when oxidd is not installed.
        """
        return _kept(
            self._diagrams,
            (goal, self._reading(goal, reading)),
            lambda: decided(self.part(goal), reading, goal, self.budget),
        )

    def ways(self, goal: str, reading: Reading) -> Family | None:
        """Give the smallest sets that are enough for a goal; None past the budget.

        Raises:
            MissingExtraError: when oxidd is not installed.
        """
        return self._family(self._ways, ways_of, goal, reading)

    def cuts(self, goal: str, reading: Reading) -> Family | None:
        """Give the smallest sets whose failing brings a goal down; None past the budget.

        Raises:
            MissingExtraError: when oxidd is not installed.
        """
        return self._family(self._cuts, cuts_of, goal, reading)

    def _family(
        self,
        known: dict[tuple[str, Reading], Family | None],
        make: Callable[[Diagram, int], Family | None],
        goal: str,
        reading: Reading,
    ) -> Family | None:
        diagram = self.diagram(goal, reading)
        key = (goal, self._reading(goal, reading))
        return _kept(known, key, lambda: None if diagram is None else make(diagram, self.budget))

    def _reading(self, goal: str, reading: Reading) -> Reading:
        return reading if self.part(goal).is_undeclared else Reading.ANY


def _kept(
    known: dict[tuple[str, Reading], Found],
    key: tuple[str, Reading],
    make: Callable[[], Found],
) -> Found:
    if key not in known:
        known[key] = make()
    return known[key]


def _folded(name: str) -> str:
    ends = link_ends(name)
    if ends is None:
        return name.lower()
    causes, effect = ends
    return f"{', '.join(sorted(causes))} -> {effect}".lower()
