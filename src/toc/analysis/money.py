"""What knowing more is worth in money, before something is decided."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Method
from toc.analysis.estimating import chance_of, method_of
from toc.analysis.learning import Accuracy, believed, known_chances, tested_things
from toc.analysis.system import Reading
from toc.analysis.things import Thing, listed
from toc.errors import InputError
from toc.words import Message, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.analysis.likelihoods import Given
    from toc.analysis.logic import Logic
    from toc.words import Sayable

__all__ = ["Information", "Stakes", "Worth", "information", "worth"]


@dataclass(frozen=True, slots=True)
class Information:
    """What information is worth to a decision.

    Attributes:
        now: what the best action is expected to bring with what is known today.
        perfect: what it would be worth to know the state for sure (EVPI).
        sample: what a test is worth before its cost (EVSI); None where none is asked about.
    """

    now: float
    perfect: float
    sample: float | None = None


def information(
    chances: Mapping[str, float],
    payoffs: Mapping[str, Mapping[str, float]],
    test: Mapping[str, Mapping[str, float]] | None = None,
) -> Information:
    """Find what it is worth to know more before one of several actions is chosen.

    Expected value of perfect and of sample information (Raiffa and Schlaifer 1961): what the
    best action brings when it is chosen after the news, less what it brings today.

    Args:
        chances: how likely each state is.
        payoffs: by action, what it brings in each state.
        test: by result, how likely it is in each state.

    Raises:
        InputError: when chances do not add up to one.

    >>> dry_or_wet, drill = {"dry": 0.5, "wet": 0.5}, {"dry": -70, "wet": 100}
    >>> information(dry_or_wet, {"drill": drill, "not": {"dry": 0, "wet": 0}}).perfect
    35.0
    """
    _add_up(chances.values())
    for state in chances if test is not None else ():
        _add_up(result[state] for result in (test or {}).values())

    def best(weights: Mapping[str, float]) -> float:
        return max(
            sum(weights[state] * gain[state] for state in weights) for gain in payoffs.values()
        )

    now = best(chances)
    knowing = sum(best({state: chance}) for state, chance in chances.items())
    sample = None
    if test is not None:
        joint = ({one: chances[one] * result[one] for one in chances} for result in test.values())
        sample = sum(map(best, joint)) - now
    return Information(now, knowing - now, sample)


def _add_up(chances: Iterable[float]) -> None:
    found = list(chances)
    if min(found, default=0) < 0 or not isclose(sum(found), 1, abs_tol=1e-9):
        raise InputError(Message("chances of all that may be so must add up to 1"))


@dataclass(frozen=True, slots=True)
class Stakes:
    """What is at stake when a measure is scaled up.

    Attributes:
        gain: what it is worth that the goal comes about.
        cost: what it costs to scale up, whether the goal comes about or not.
        pilot: what the pilot costs that would tell beforehand.
    """

    gain: float
    cost: float
    pilot: float = 0.0


@dataclass(frozen=True, slots=True)
class Worth(Answer):
    """What some tests are worth in money, before it is decided whether to scale up.

    Attributes:
        goal: the goal.
        tests: what is tested.
        stakes: what is at stake.
        information: what is expected today, what it would be worth to know for sure what is
            tested, and what the tests are worth that may err.
        assumed: what the answer takes for granted.
        method: exact, or from samples.
    """

    goal: Thing
    tests: tuple[Thing, ...]
    stakes: Stakes
    information: Information
    assumed: tuple[Message, ...] = ()
    method: Method = Method.EXACT

    @property
    def net(self) -> float:
        """What the tests are worth beyond their cost."""
        return (self.information.sample or 0.0) - self.stakes.pilot

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting, in whole amounts."""
        values = {
            "tests": listed(self.tests),
            "goal": self.goal.title,
            "worth": Shown(round(self.information.sample or 0.0)),
            "cost": Shown(round(self.stakes.pilot)),
        }
        if not self.information.sample:
            return Message(
                "Whatever a test of {tests} shows, the same would be decided about “{goal}”: "
                "it is worth no money.",
                values,
            )
        if self.net > 0:
            return Message(
                "To know more of {tests} before deciding about “{goal}” is worth about {worth}, "
                "more than the {cost} that it costs.",
                values,
            )
        return Message(
            "To know more of {tests} before deciding about “{goal}” is worth about {worth}, "
            "and costs {cost}.",
            values,
        )


def worth(
    logic: Logic,
    goal: str,
    tests: Iterable[str],
    stakes: Stakes,
    chances: Mapping[str, Given] | None = None,
    *,
    accuracy: Accuracy | None = None,
    reading: Reading = Reading.ANY,
) -> Worth:
    """Find what some tests are worth in money, taken together, before scaling up.

    One scales up where that is expected to bring more than it costs: max(0, W·P − c).  The
    tests are worth what that is expected to be after their results, less what it is today;
    exact as `toc.analysis.learning` is.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.
        tests: ids of assumptions, links and whatever else is tested; at most twelve.
        stakes: what is at stake.
        chances: that each thing holds, by id; things that are not named are even.
        accuracy: how well the tests tell; without it, perfectly.
        reading: how undeclared causes are taken to combine.

    Raises:
        UnknownNameError: when there is no such node, or no such thing.
        InputError: when more than twelve things are tested that the goal hangs on.
        MissingExtraError: when oxidd is not installed.
    """
    goal = logic.goal(goal)
    logic, tested = tested_things(logic, goal, tests, chances or {})
    known = known_chances(logic, goal, chances or {})

    def expected(told: Accuracy | None) -> float:
        results = [(1.0, dict[str, float]())] if told is None else believed(tested, known, told)
        return sum(
            likely
            * max(
                0.0,
                stakes.gain * chance_of(logic, goal, reading, {**known, **changed}) - stakes.cost,
            )
            for likely, changed in results
        )

    now = expected(None)
    perfect, sample = (
        max(0.0, expected(one) - now) for one in (Accuracy(), accuracy or Accuracy())
    )
    return Worth(
        logic.thing(goal),
        logic.things(tested),
        stakes,
        Information(now, perfect, sample),
        (*logic.assumed(goal), Message("each thing is taken to hold or fail by itself")),
        method_of(logic, goal, reading),
    )
