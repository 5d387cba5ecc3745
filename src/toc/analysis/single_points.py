"""Which single thing brings a goal down: a node, an assumption, a link, a stakeholder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both, Method
from toc.analysis.reaching import in_a_row, out_of_reach
from toc.analysis.things import Thing, listed
from toc.analysis.worlds import deadly_singles
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.analysis.logic import Logic
    from toc.analysis.system import Reading
    from toc.words import Sayable

__all__ = ["SinglePoints", "single_points"]


@dataclass(frozen=True, slots=True)
class SinglePoints(Answer):
    """What brings a goal down by itself.

    Attributes:
        goal: the goal.
        certain: what does so however undeclared causes combine.
        possible: what does so only if all causes are needed where nothing is said.
        reached: whether the goal comes about when nothing fails.
        assumed: what the answer takes for granted.
        method: always exact: each thing was taken out.
    """

    goal: Thing
    certain: tuple[Thing, ...]
    possible: tuple[Thing, ...]
    reached: Both[bool]
    assumed: tuple[Message, ...] = ()
    method: Method = Method.EXACT

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting."""
        without = out_of_reach(self.goal, self.reached)
        if not self.reached.if_any:
            return without[0]
        possible = [self._possible()] if self.possible else []
        return in_a_row(self._certain(), *possible, *without)

    def _certain(self) -> Message:
        values = {"goal": self.goal.title}
        if not self.certain:
            return Message("No single thing is sure to bring “{goal}” down.", values)
        return Message(
            "“{goal}” stands or falls with one thing, whatever else works: {things}.",
            {**values, "count": len(self.certain), "things": listed(_links_last(self.certain))},
            plural="“{goal}” falls with any one of {count} things, whatever else works: {things}.",
        )

    def _possible(self) -> Message:
        return Message(
            "If all causes are needed where nobody has said it, {count} more brings it down.",
            {"count": len(self.possible)},
            plural="If all causes are needed where nobody has said it, {count} more bring it down.",
        )


def _links_last(things: Sequence[Thing]) -> Sequence[Thing]:
    return sorted(things, key=lambda thing: thing.section == "links")


def single_points(logic: Logic, goal: str) -> SinglePoints:
    """Find everything whose failing alone brings a goal down.

    Each node, thing, stakeholder and link on the way to the goal is taken out and what is
    left is followed to its least fixed point, all of them at once as the bits of a number;
    exact at any size.  These are the minimal cut sets of size one.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.

    Raises:
        UnknownNameError: when there is no such node.
    """
    goal = logic.goal(goal)
    reached = logic.both(goal, lambda reading: logic.comes_about(goal, reading))
    found = logic.both(goal, lambda reading: _deadly(logic, goal, reading))
    certain = found.if_any if reached.if_any else frozenset[str]()
    possible = found.if_all - found.if_any if reached.if_all else frozenset[str]()
    return SinglePoints(
        logic.thing(goal),
        logic.things(certain),
        logic.things(possible),
        reached,
        logic.assumed(goal),
    )


def _deadly(logic: Logic, goal: str, reading: Reading) -> frozenset[str]:
    return frozenset(deadly_singles(logic.part(goal), reading, logic.parts_of(goal), goal))
