"""The smallest combinations of failures that bring a goal down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both, Method
from toc.analysis.combinations import Combinations, of_family, of_sets
from toc.analysis.reaching import in_a_row, out_of_reach
from toc.analysis.things import Thing, listed
from toc.analysis.worlds import deadly_pairs, deadly_singles
from toc.words import Message

if TYPE_CHECKING:
    from toc.analysis.logic import Logic
    from toc.analysis.system import Reading
    from toc.words import Sayable

__all__ = ["CutSets", "cut_sets"]

_PAIR = 2


@dataclass(frozen=True, slots=True)
class CutSets(Answer):
    """The smallest combinations of failures that bring a goal down.

    Attributes:
        goal: the goal.
        sets: the combinations, in both readings.
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
        found = self.sets.if_any
        others = [_not_counted()] if found.method is Method.TRIED else []
        return in_a_row(self._counted(), *self._pair(), *others, *without)

    def _counted(self) -> Message:
        return Message(
            "{count} smallest combination of failures brings “{goal}” down.",
            {"count": self.sets.if_any.count, "goal": self.goal.title},
            plural="{count} smallest combinations of failures bring “{goal}” down.",
        )

    def _pair(self) -> list[Message]:
        pairs = [one for one in self.sets.if_any.sets if len(one) == _PAIR]
        if not pairs:
            return []
        one, other = ((thing,) for thing in pairs[0])
        values = {"one": listed(one), "other": listed(other)}
        return [Message("It survives losing either {one} or {other}, but not both.", values)]


def _not_counted() -> Message:
    return Message("Combinations of more than two are too many to be counted.")


def cut_sets(logic: Logic, goal: str, *, max_size: int = 2, limit: int = 100) -> CutSets:
    """Find the smallest combinations of things whose failing brings a goal down.

    The minimal cut sets of fault tree analysis, by Rauzy's minimal solutions (Reliab. Eng.
    Syst. Saf. 40, 1993) on decision diagrams: those up to a size are given, all are
    counted, and none of the others is listed.  Past the budget, single things and pairs
    are found by trying each, exactly, and larger ones are not counted.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.
        max_size: up to how many things a combination may have to be given in full.
        limit: how many combinations are given at most in each reading.

    Raises:
        UnknownNameError: when there is no such node.
        MissingExtraError: when oxidd is not installed.
    """
    goal = logic.goal(goal)

    def found(reading: Reading) -> Combinations:
        family = logic.cuts(goal, reading)
        if family is None:
            return of_sets(logic, _tried(logic, goal, reading), limit)
        return of_family(logic, family, max_size, limit)

    return CutSets(
        logic.thing(goal),
        logic.both(goal, found),
        logic.both(goal, lambda reading: logic.comes_about(goal, reading)),
        logic.assumed(goal),
    )


def _tried(logic: Logic, goal: str, reading: Reading) -> list[tuple[str, ...]]:
    part = logic.part(goal)
    if not logic.comes_about(goal, reading):
        return [()]
    singles = deadly_singles(part, reading, part.may_fail, goal)
    return [*((one,) for one in singles), *deadly_pairs(part, reading, part.may_fail, goal)]
