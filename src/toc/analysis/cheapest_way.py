"""The cheapest way to a goal, under what each thing costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both, Method
from toc.analysis.reaching import in_a_row, out_of_reach
from toc.analysis.things import Thing, listed
from toc.analysis.ways import one_way
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.logic import Logic
    from toc.analysis.system import Reading
    from toc.words import Sayable

__all__ = ["CheapestWay", "Package", "cheapest_way"]


@dataclass(frozen=True, slots=True)
class Package:
    """Things that are enough together, and what they cost.

    Attributes:
        things: the things of the way.
        cost: what those of them cost that have a cost.
        without_cost: the things of the way of which no cost is known; counted as nothing.
        method: exact: no way is cheaper; knock-outs: past the budget, a cheap way that may
            not be the cheapest.
    """

    things: tuple[Thing, ...]
    cost: float
    without_cost: tuple[Thing, ...]
    method: Method = Method.EXACT


@dataclass(frozen=True, slots=True)
class CheapestWay(Answer):
    """The cheapest way to a goal.

    Attributes:
        goal: the goal.
        way: the way in both readings; None where the goal is out of reach.
        reached: whether the goal comes about when nothing fails.
        assumed: what the answer takes for granted.
    """

    goal: Thing
    way: Both[Package | None]
    reached: Both[bool]
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting."""
        without = out_of_reach(self.goal, self.reached)
        found = self.way.if_any
        if found is None:
            return without[0]
        if_all = self.way.if_all
        others = [] if if_all is None or self.way.agree else [_if_all(if_all)]
        return in_a_row(self._if_any(found), *others, *without)

    def _if_any(self, found: Package) -> Message:
        unknown = {thing.name for thing in found.without_cost}
        paid = [thing for thing in found.things if thing.name not in unknown]
        values = {"goal": self.goal.title, "cost": _money(found.cost), "things": listed(paid)}
        if not paid:
            return Message("Nothing on the way to “{goal}” has a cost.", values)
        if found.method is Method.TRIED:
            return Message("A cheap way to “{goal}” costs {cost}: {things}.", values)
        return Message("The cheapest way to “{goal}” costs {cost}: {things}.", values)


def _if_all(found: Package) -> Message:
    return Message(
        "If all causes are needed where nobody has said it, it costs {cost}.",
        {"cost": _money(found.cost)},
    )


def _money(cost: float) -> str:
    return f"{cost:,.0f}".replace(",", " ")


def cheapest_way(logic: Logic, goal: str, costs: Mapping[str, float] | None = None) -> CheapestWay:
    """Find the combination of things that is enough for a goal and costs least.

    A walk of least weight through the family of all ways, linear in its diagram.  Past
    the budget whatever costs most is left out first, if it can be.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.
        costs: what each thing costs, by id; without it, what the strategy says of activities.

    Raises:
        UnknownNameError: when there is no such node, or no such thing.
        MissingExtraError: when oxidd is not installed.
    """
    goal = logic.goal(goal)
    known = _costs(logic) if costs is None else _named(logic, costs)
    return CheapestWay(
        logic.thing(goal),
        logic.both(goal, lambda reading: _cheapest(logic, goal, reading, known)),
        logic.both(goal, lambda reading: logic.comes_about(goal, reading)),
        (*logic.assumed(goal), Message("what has no cost is counted as costing nothing")),
    )


def _costs(logic: Logic) -> dict[str, float]:
    activities = logic.strategy.activities if logic.strategy else {}
    return {name: entry.cost for name, entry in activities.items() if entry.cost is not None}


def _named(logic: Logic, costs: Mapping[str, float]) -> dict[str, float]:
    return {logic.thing(name).name: cost for name, cost in costs.items()}


def _cheapest(
    logic: Logic, goal: str, reading: Reading, costs: Mapping[str, float]
) -> Package | None:
    family, method = logic.ways(goal, reading), Method.EXACT
    if family is not None:
        found = family.lightest({thing: costs.get(thing, 0) for thing in family.things})
    else:
        method = Method.TRIED
        part = logic.part(goal)
        dearest = sorted(part.may_fail, key=lambda thing: (-costs.get(thing, 0), thing))
        way = one_way(logic, goal, reading, dearest)
        found = None if way is None else frozenset(way)
    if found is None:
        return None
    return Package(
        logic.things(found),
        sum(costs[thing] for thing in sorted(found) if thing in costs),
        logic.things(thing for thing in found if thing not in costs),
        method,
    )
