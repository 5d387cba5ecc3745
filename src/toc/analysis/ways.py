"""The ways to succeed: the smallest combinations of things that are enough for a goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both, Method
from toc.analysis.combinations import Combinations, of_family, of_sets
from toc.analysis.reaching import in_a_row, out_of_reach
from toc.analysis.things import Thing
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.analysis.logic import Logic
    from toc.analysis.system import Reading
    from toc.words import Sayable

__all__ = ["Ways", "one_way", "ways"]


@dataclass(frozen=True, slots=True)
class Ways(Answer):
    """The smallest combinations of things that are enough for a goal.

    Attributes:
        goal: the goal.
        sets: the ways, in both readings.
        reached: whether the goal comes about when nothing fails.
        assumed: what the answer takes for granted.
    """

    goal: Thing
    sets: Both[Combinations]
    reached: Both[bool]
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting."""
        without = out_of_reach(self.goal, self.reached)
        if not self.reached.if_any:
            return without[0]
        if self.sets.if_any.method is Method.TRIED:
            return in_a_row(self._one(), *without)
        if self.sets.agree or without:
            return in_a_row(self._counted(), *without)
        return in_a_row(self._counted(), self._counted_if_all())

    def _one(self) -> Message:
        size = self.sets.if_any.smallest or 0
        return Message(
            "One way to “{goal}” needs {count} thing; the ways are too many to be counted.",
            {"goal": self.goal.title, "count": size},
            plural="One way to “{goal}” needs {count} things; the ways are too many to be counted.",
        )

    def _counted(self) -> Message:
        found = self.sets.if_any
        return Message(
            "There is {count} way to “{goal}”; things that it needs: {size}.",
            {"count": found.count, "goal": self.goal.title, "size": found.smallest or 0},
            plural="There are {count} ways to “{goal}”; things that the shortest needs: {size}.",
        )

    def _counted_if_all(self) -> Message:
        found = self.sets.if_all
        return Message(
            "If all causes are needed where nobody has said it, there is {count}, "
            "with at least {size} things.",
            {"count": found.count, "size": found.smallest or 0},
            plural="If all causes are needed where nobody has said it, there are {count}, "
            "with at least {size} things.",
        )


def ways(logic: Logic, goal: str, *, limit: int = 20) -> Ways:
    """Find the ways to succeed: the smallest combinations that are enough for a goal.

    The minimal path sets of reliability theory, found as the cut sets are.  Past the
    budget one way is found by leaving out, one thing after the other, whatever can be
    left out.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.
        limit: how many ways are given at most in each reading, the shortest first.

    Raises:
        UnknownNameError: when there is no such node.
        MissingExtraError: when oxidd is not installed.
    """
    goal = logic.goal(goal)

    def found(reading: Reading) -> Combinations:
        family = logic.ways(goal, reading)
        if family is not None:
            return of_family(logic, family, None, limit)
        way = one_way(logic, goal, reading, logic.part(goal).may_fail)
        return of_sets(logic, [] if way is None else [way], limit)

    return Ways(
        logic.thing(goal),
        logic.both(goal, found),
        logic.both(goal, lambda reading: logic.comes_about(goal, reading)),
        logic.assumed(goal),
    )


def one_way(
    logic: Logic, goal: str, reading: Reading, things: Iterable[str]
) -> tuple[str, ...] | None:
    """Give one smallest way, by leaving out what can be left out.

    Args:
        logic: the logic of a strategy.
        goal: the name of the goal.
        reading: how undeclared causes combine.
        things: what is left out if it can be, in order of trying after sorting by name.

    Returns:
        The way, sorted; None when the goal is out of reach.
    """
    if not logic.comes_about(goal, reading):
        return None
    out: set[str] = set()
    given = list(things)
    for thing in given if isinstance(things, list | tuple) else sorted(given):
        if logic.comes_about(goal, reading, {*out, thing}):
            out.add(thing)
    return tuple(sorted(logic.part(goal).may_fail - out))
