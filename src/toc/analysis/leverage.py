"""What moves a goal most: importance measures, and the bars of a tornado."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Method
from toc.analysis.deciding import union_of
from toc.analysis.estimating import chance_of, method_of, slopes_of
from toc.analysis.likelihoods import Given, Interval, interval_of
from toc.analysis.system import Reading
from toc.analysis.things import Thing, listed, needed
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.logic import Logic

__all__ = ["Importance", "Leverage", "fussell_vesely", "leverage"]

_EVEN = 0.5
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Importance:
    """How much a thing matters to a goal.

    Attributes:
        thing: the thing.
        birnbaum: how much more likely the goal is with the thing than without it.
        criticality: the share of failures in which the thing failed and mattered.
        diagnosis: how likely it is that the thing failed, if the goal was lost.
        worth: how many times as likely losing the goal is once the thing fails (RAW).
        reduction: how many times as likely losing the goal is today as with the thing sure
            to hold (RRW); infinite where nothing else can lose it.
        swing: how far the goal's chance moves between the ends of the thing's interval.
        learning: the share of the doubt about the goal that knowing the thing would take
            away (its first-order Sobol index).
    """

    thing: Thing
    birnbaum: float
    criticality: float | None
    diagnosis: float | None
    worth: float | None
    reduction: float | None
    swing: float
    learning: float


@dataclass(frozen=True, slots=True)
class Leverage(Answer):
    """What moves a goal most.

    Attributes:
        goal: the goal.
        reading: how undeclared causes are taken to combine.
        chance: how likely the goal is, if each thing holds by itself.
        items: what may fail, the most important first.
        is_structural: whether no chances were given, and each thing is even.
        assumed: what the answer takes for granted.
        method: exact, or from a sample.
    """

    goal: Thing
    reading: Reading
    chance: float
    items: tuple[Importance, ...]
    is_structural: bool
    assumed: tuple[Message, ...] = ()
    method: Method = Method.EXACT

    @property
    def told(self) -> Message:
        """The answer in a sentence for a meeting."""
        first = [one.thing for one in self.items[:_SHOWN] if one.birnbaum > 0]
        values = {"goal": self.goal.title, "things": listed(first, say=needed)}
        if not first:
            return Message("Nothing that may fail moves “{goal}”.", values)
        if self.is_structural:
            return Message("By the shape of the map, “{goal}” hangs most on {things}.", values)
        return Message("With the chances that were given, “{goal}” hangs most on {things}.", values)


def leverage(
    logic: Logic,
    goal: str,
    chances: Mapping[str, Given] | None = None,
    *,
    reading: Reading = Reading.ANY,
) -> Leverage:
    """Find what moves a goal most.

    Importance measures of reliability theory (Birnbaum 1969; Vesely, Davis, Denning and
    Saltos, NUREG/CR-3385, 1983), all from one walk up and one down a decision diagram.
    The goal's chance is linear in each thing's, so the bars of the tornado are exact.
    Past the budget they are counted in 10 000 drawn worlds.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.
        chances: that each thing holds, by id; things that are not named are taken to hold.
            Without any, each thing is even: the ranking then shows the shape of the map.
        reading: how undeclared causes are taken to combine.

    Raises:
        UnknownNameError: when there is no such node, or no such thing.
        MissingExtraError: when oxidd is not installed.
        ValueError: when something given is no chance.
    """
    goal = logic.goal(goal)
    given = {logic.thing(name).name: interval_of(one) for name, one in (chances or {}).items()}
    logic = logic.with_things(given)
    others = Interval(1, 1) if given else Interval(_EVEN, _EVEN)
    ends = {name: given.get(name, others) for name in logic.part(goal).may_fail}
    middle = {name: (one.low + one.high) / 2 for name, one in ends.items()}
    likely = chance_of(logic, goal, reading, middle)
    slopes = slopes_of(logic, goal, reading, middle)
    items = [
        _importance(logic.thing(name), slope, middle[name], ends[name], likely)
        for name, slope in slopes.items()
    ]
    return Leverage(
        logic.thing(goal),
        reading,
        likely,
        tuple(sorted(items, key=lambda one: (-round(one.birnbaum, 12), one.thing.name))),
        not given,
        (*logic.assumed(goal), Message("each thing is taken to hold or fail by itself")),
        method_of(logic, goal, reading),
    )


def _importance(
    thing: Thing, slope: float, holds: float, ends: Interval, likely: float
) -> Importance:
    lost, fails = 1 - likely, 1 - holds
    lost_without = lost + holds * slope
    lost_with = lost - fails * slope
    doubt = likely * lost
    return Importance(
        thing,
        slope,
        _ratio(slope * fails, lost),
        _ratio(fails * lost_without, lost),
        _ratio(lost_without, lost),
        _ratio(lost, lost_with) if lost_with > 0 else float("inf") if lost else None,
        slope * (ends.high - ends.low),
        holds * fails * slope**2 / doubt if doubt > 0 else 0.0,
    )


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None


def fussell_vesely(
    logic: Logic,
    goal: str,
    thing: str,
    chances: Mapping[str, float],
    *,
    reading: Reading = Reading.ANY,
) -> float | None:
    """Give the share of the goal's losses in which a smallest combination with a thing failed.

    Fussell and Vesely's importance, exactly: the chance of the union of the minimal cut
    sets that hold the thing, over the chance that the goal is lost.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.
        thing: the id of what may fail.
        chances: that each thing holds, by id; things that are not named are taken to hold.
        reading: how undeclared causes are taken to combine.

    Returns:
        The share; None past the budget, or where the goal cannot be lost.

    Raises:
        UnknownNameError: when there is no such node, or no such thing.
        MissingExtraError: when oxidd is not installed.
    """
    goal, name = logic.goal(goal), logic.thing(thing).name
    known = dict.fromkeys(logic.part(goal).may_fail, 1.0)
    known |= {logic.thing(one).name: chance for one, chance in chances.items()}
    family = logic.cuts(goal, reading)
    if family is None or name not in family.things:
        return None if family is None else 0.0
    union = union_of(family, name, logic.budget)
    if union is None:
        return None
    fails = union.chance({one: 1 - chance for one, chance in known.items()})
    return _ratio(fails, 1 - chance_of(logic, goal, reading, known))
