"""How many independent things must go wrong together before a goal is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both, Method
from toc.analysis.reaching import in_a_row, out_of_reach
from toc.analysis.things import Thing, listed
from toc.analysis.worlds import deadly_pairs, deadly_singles
from toc.words import Message

if TYPE_CHECKING:
    from toc.analysis.logic import Logic
    from toc.analysis.system import Reading
    from toc.words import Sayable

__all__ = ["Hold", "Robustness", "robustness"]


@dataclass(frozen=True, slots=True)
class Hold:
    """How much a goal withstands in one reading.

    Attributes:
        count: how many things must fail together; None where nothing that may fail matters.
        example: one such combination; empty where only a bound is known.
        method: exact, or knock-outs: then the count is a lower bound if there is no example.
    """

    count: int | None
    example: tuple[Thing, ...] = ()
    method: Method = Method.EXACT


@dataclass(frozen=True, slots=True)
class Robustness(Answer):
    """How much a goal withstands.

    Attributes:
        goal: the goal.
        hold: the number of things, in both readings.
        reached: whether the goal comes about when nothing fails.
        assumed: what the answer takes for granted.
    """

    goal: Thing
    hold: Both[Hold]
    reached: Both[bool]
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting."""
        without = out_of_reach(self.goal, self.reached)
        if not self.reached.if_any:
            return without[0]
        if_all = [] if without or self.hold.agree else [self._if_all()]
        return in_a_row(self._if_any(), *if_all, *without)

    def _if_any(self) -> Message:
        count, values = self.hold.if_any.count, {"goal": self.goal.title}
        if count is None:
            return Message("Nothing that may fail brings “{goal}” down.", values)
        if not self.hold.if_any.example:
            return Message(
                "“{goal}” withstands the loss of any two things; more was not tried.", values
            )
        return Message(
            "It takes {count} thing to lose “{goal}”: {things}.",
            {**values, "count": count, "things": listed(self.hold.if_any.example)},
            plural="It takes {count} things that go wrong together to lose “{goal}”, "
            "such as {things}.",
        )

    def _if_all(self) -> Message:
        return Message(
            "If all causes are needed where nobody has said it, it takes {count}.",
            {"count": self.hold.if_all.count or 0},
        )


def robustness(logic: Logic, goal: str) -> Robustness:
    """Find how many things must fail together before a goal is lost.

    The size of the smallest minimal cut set.  Where any cause is enough and only links
    fail it equals the number of edge-disjoint chains (Menger, Fund. Math. 10, 1927).
    Past the budget single things and pairs are tried, exactly; beyond that “at least
    three” is all that is known.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.

    Raises:
        UnknownNameError: when there is no such node.
        MissingExtraError: when oxidd is not installed.
    """
    goal = logic.goal(goal)
    return Robustness(
        logic.thing(goal),
        logic.both(goal, lambda reading: _hold(logic, goal, reading)),
        logic.both(goal, lambda reading: logic.comes_about(goal, reading)),
        logic.assumed(goal),
    )


def _hold(logic: Logic, goal: str, reading: Reading) -> Hold:
    family = logic.cuts(goal, reading)
    if family is None:
        return _tried(logic, goal, reading)
    smallest = family.smallest(1)
    if not smallest:
        return Hold(None)
    return Hold(len(smallest[0]), logic.things(smallest[0]))


def _tried(logic: Logic, goal: str, reading: Reading) -> Hold:
    part = logic.part(goal)
    if not logic.comes_about(goal, reading):
        return Hold(0, (), Method.TRIED)
    for count, search in ((1, deadly_singles), (2, deadly_pairs)):
        found = search(part, reading, part.may_fail, goal)
        if found:
            first = found[0]
            names = (first,) if isinstance(first, str) else first
            return Hold(count, logic.things(names), Method.TRIED)
    return Hold(3, (), Method.TRIED)
