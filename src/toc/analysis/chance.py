"""How likely a goal is, as an interval that needs no independence; only of given chances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Both, Method
from toc.analysis.estimating import chance_of, method_of
from toc.analysis.likelihood import in_words
from toc.analysis.likelihoods import Given, Interval, interval_of, stated
from toc.analysis.reaching import in_a_row, out_of_reach
from toc.analysis.things import Thing
from toc.analysis.ways import one_way
from toc.analysis.worlds import deadly_pairs, deadly_singles
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.logic import Logic
    from toc.analysis.system import Reading
    from toc.words import Sayable

__all__ = ["Chance", "Estimate", "chance"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """How likely a goal is in one reading.

    Attributes:
        low: what it is at least, however things hang together.
        high: what it is at most, however things hang together.
        independent: what it would be if each thing held or failed by itself.
        method: exact; or sample: then the marker is estimated, and the ends are true bounds
            that may be wider than they need be.
    """

    low: float
    high: float
    independent: Interval
    method: Method = Method.EXACT


@dataclass(frozen=True, slots=True)
class Chance(Answer):
    """How likely a goal is.

    Attributes:
        goal: the goal.
        given: the things of which a chance was given; all others are taken to hold.
        estimate: the interval in both readings; None where no chance was given.
        reached: whether the goal comes about when nothing fails.
        assumed: what the answer takes for granted.
    """

    goal: Thing
    given: tuple[Thing, ...]
    estimate: Both[Estimate] | None
    reached: Both[bool]
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting: in words, without digits."""
        without = out_of_reach(self.goal, self.reached)
        if not self.reached.if_any:
            return without[0]
        if self.estimate is None:
            return self._not_given()
        return in_a_row(self._in_words(self.estimate), *without)

    def _not_given(self) -> Message:
        return Message(
            "Nobody has said how likely it is that what “{goal}” needs will hold.",
            {"goal": self.goal.title},
        )

    def _in_words(self, estimate: Both[Estimate]) -> Message:
        low, high = in_words(estimate.if_all.low), in_words(estimate.if_any.high)
        values = {"goal": self.goal.title, "low": low, "high": high}
        if low == high:
            return Message("How likely “{goal}” is, as far as was said: {low}.", values)
        return Message(
            "How likely “{goal}” is, as far as was said: somewhere between {low} and {high}; "
            "there is no honest way to be sharper with what is known.",
            values,
        )


def chance(logic: Logic, goal: str, chances: Mapping[str, Given] | None = None) -> Chance:
    """Find how likely a goal is, from chances that somebody gave.

    The sum of doubts (Fréchet's bounds; Bloomfield and Rushby 2025 build on them): the goal
    is at least as likely as one less the least total doubt of a way, and at most as likely
    as the least total chance of a combination without which it fails.  Both are walks of
    least weight through families of sets, and need no independence.  The marker inside is
    what independence would give.  Things of which nothing was said are taken to hold.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.
        chances: that each thing holds, by id: a word, a share from 0 to 1, an interval;
            without it, what the strategy states.  A risk holds when it does not occur.

    Raises:
        UnknownNameError: when there is no such node, or no such thing.
        MissingExtraError: when oxidd is not installed.
        ValueError: when something given is no chance.
    """
    goal = logic.goal(goal)
    given = _given(logic, chances)
    logic = logic.with_things(given)
    mine = logic.part(goal).may_fail & given.keys()
    known = {name: given.get(name, Interval(1, 1)) for name in logic.part(goal).may_fail}
    estimate = logic.both(goal, lambda reading: _estimate(logic, goal, reading, known))
    return Chance(
        logic.thing(goal),
        logic.things(mine),
        estimate if mine else None,
        logic.both(goal, lambda reading: logic.comes_about(goal, reading)),
        (
            *logic.assumed(goal),
            Message("things of which no chance was given are taken to hold"),
            Message("the interval holds however things hang together"),
        ),
    )


def _given(logic: Logic, chances: Mapping[str, Given] | None) -> dict[str, Interval]:
    if chances is not None:
        return {logic.thing(name).name: interval_of(one) for name, one in chances.items()}
    known = {} if logic.strategy is None else stated(logic.strategy)
    return {name: one for name, one in known.items() if name in logic.names}


def _estimate(logic: Logic, goal: str, reading: Reading, given: Mapping[str, Interval]) -> Estimate:
    lows = {name: one.low for name, one in given.items()}
    highs = {name: one.high for name, one in given.items()}
    doubts = {name: 1 - low for name, low in lows.items()}
    marker = Interval(chance_of(logic, goal, reading, lows), chance_of(logic, goal, reading, highs))
    return Estimate(
        max(0.0, 1 - _least_doubt(logic, goal, reading, doubts)),
        min(1.0, _least_chance(logic, goal, reading, highs)),
        marker,
        method_of(logic, goal, reading),
    )


def _least_doubt(logic: Logic, goal: str, reading: Reading, doubts: Mapping[str, float]) -> float:
    family = logic.ways(goal, reading)
    if family is not None:
        found = family.lightest(doubts)
    else:
        doubtful = sorted(logic.part(goal).may_fail, key=lambda name: (-doubts[name], name))
        way = one_way(logic, goal, reading, doubtful)
        found = None if way is None else frozenset(way)
    return 1.0 if found is None else sum(doubts[name] for name in sorted(found))


def _least_chance(logic: Logic, goal: str, reading: Reading, chances: Mapping[str, float]) -> float:
    family = logic.cuts(goal, reading)
    if family is not None:
        found = family.lightest(chances)
        return 1.0 if found is None else sum(chances[name] for name in sorted(found))
    if not logic.comes_about(goal, reading):
        return 0.0
    part = logic.part(goal)
    singles = deadly_singles(part, reading, part.may_fail, goal)
    pairs = deadly_pairs(part, reading, part.may_fail, goal)
    weights = [chances[one] for one in singles]
    weights += [chances[one] + chances[other] for one, other in pairs]
    return min(weights, default=1.0)
