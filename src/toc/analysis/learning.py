"""What a pilot would teach about a goal: how much of the doubt it takes away."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer, Method
from toc.analysis.estimating import chance_of, method_of
from toc.analysis.likelihoods import Given, interval_of
from toc.analysis.system import Reading
from toc.analysis.things import Thing, listed
from toc.errors import InputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from toc.analysis.logic import Logic

__all__ = [
    "MOST_TESTED",
    "Accuracy",
    "Learning",
    "believed",
    "in_words",
    "known_chances",
    "learning",
    "tested_things",
]

MOST_TESTED = 12
"""Things that one pilot may test: each doubles the work."""

_EVEN = 0.5
_SHARES = (
    (0.02, Message("almost nothing")),
    (0.075, Message("about a twentieth")),
    (0.15, Message("about a tenth")),
    (0.225, Message("about a fifth")),
    (0.29, Message("about a quarter")),
    (0.42, Message("about a third")),
    (0.58, Message("about half")),
    (0.71, Message("about two thirds")),
    (0.90, Message("most")),
)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How well a pilot tells whether what it tests holds.

    Attributes:
        sensitivity: how likely it says so where the thing holds.
        specificity: how likely it says no where the thing does not hold.
    """

    sensitivity: float = 1.0
    specificity: float = 1.0


@dataclass(frozen=True, slots=True)
class Learning(Answer):
    """What testing some things would teach about a goal.

    Attributes:
        goal: the goal.
        tests: what is tested.
        value: how much of the variance of the goal the results would explain.
        share: the same, as a share of the whole variance, 0 to 1.
        is_structural: whether no chances were given, and each thing is even.
        assumed: what the answer takes for granted.
        method: exact, or from samples.
    """

    goal: Thing
    tests: tuple[Thing, ...]
    value: float
    share: float
    is_structural: bool
    assumed: tuple[Message, ...] = ()
    method: Method = Method.EXACT

    @property
    def told(self) -> Message:
        """The answer in a sentence for a meeting."""
        share = in_words(self.share)
        values = {"goal": self.goal.title, "tests": listed(self.tests), "share": share}
        if not self.tests:
            return Message("This tests nothing that “{goal}” hangs on.", values)
        return Message(
            "Testing {tests} would settle {share} of what is not known about “{goal}”.", values
        )


def in_words(share: float) -> Message:
    """Give a share in the words that people use of it.

    >>> in_words(0.3).say()
    'about a third'
    """
    return next((word for most, word in _SHARES if share < most), Message("nearly all"))


def learning(
    logic: Logic,
    goal: str,
    tests: Iterable[str],
    chances: Mapping[str, Given] | None = None,
    *,
    accuracy: Accuracy | None = None,
    reading: Reading = Reading.ANY,
) -> Learning:
    """Find how much of the doubt about a goal some tests would take away, taken together.

    The expected fall of the goal's variance: the sum over all results of their chance
    times the square of the goal's chance then, less the square of its chance now.  As the
    goal's chance is linear in that of each thing, a result only changes what each tested
    thing's chance is (Bayes), and the answer is exact with imperfect tests as well.  Values
    of several tests do not add up, which is why they are asked together.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.
        tests: ids of assumptions, links and whatever else is tested; at most twelve.
        chances: that each thing holds, by id; things that are not named are even, and so is
            everything where none is given: the ranking then shows the shape of the map.
        accuracy: how well the tests tell; without it, perfectly.
        reading: how undeclared causes are taken to combine.

    Raises:
        UnknownNameError: when there is no such node, or no such thing.
        InputError: when more than twelve things are tested that the goal hangs on.
        MissingExtraError: when oxidd is not installed.
        ValueError: when something given is no chance.
    """
    goal = logic.goal(goal)
    logic, tested = tested_things(logic, goal, tests, chances or {})
    known = known_chances(logic, goal, chances or {})
    now = chance_of(logic, goal, reading, known)
    then = sum(
        likely * chance_of(logic, goal, reading, {**known, **changed}) ** 2
        for likely, changed in believed(tested, known, accuracy or Accuracy())
    )
    value, doubt = max(0.0, then - now**2), now * (1 - now)
    return Learning(
        logic.thing(goal),
        logic.things(tested),
        value,
        value / doubt if doubt > 0 else 0.0,
        not chances,
        (*logic.assumed(goal), Message("each thing is taken to hold or fail by itself")),
        method_of(logic, goal, reading),
    )


def tested_things(
    logic: Logic, goal: str, tests: Iterable[str], chances: Mapping[str, Given]
) -> tuple[Logic, list[str]]:
    """Give a logic in which whatever is tested may fail, and what of it a goal hangs on.

    Raises:
        UnknownNameError: when there is no such thing.
        InputError: when more than twelve things are tested that the goal hangs on.
    """
    named = [logic.thing(name).name for name in tests]
    logic = logic.with_things([*named, *chances])
    tested = sorted(logic.part(goal).may_fail & frozenset(named))
    if len(tested) > MOST_TESTED:
        raise InputError(
            Message(
                "{count} things are tested at once, and at most {most} can be",
                {"count": len(tested), "most": MOST_TESTED},
            )
        )
    return logic, tested


def known_chances(logic: Logic, goal: str, chances: Mapping[str, Given]) -> dict[str, float]:
    """Give how likely everything is that a goal hangs on; what nobody speaks of is even."""
    known = dict.fromkeys(logic.part(goal).may_fail, _EVEN)
    for name, given in chances.items():
        found = interval_of(given)
        known[logic.thing(name).name] = (found.low + found.high) / 2
    return known


def believed(
    tested: Collection[str], known: Mapping[str, float], accuracy: Accuracy
) -> Iterator[tuple[float, dict[str, float]]]:
    """Go through all results: how likely each is, and what is believed after it."""
    outcomes = [_outcomes(known[name], accuracy) for name in tested]
    for result in product(*outcomes):
        likely = 1.0
        for share, _ in result:
            likely *= share
        if likely > 0:
            yield likely, dict(zip(tested, (after for _, after in result), strict=True))


def _outcomes(chance: float, accuracy: Accuracy) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give for yes and for no how likely it is, and how likely the thing is then."""
    yes = chance * accuracy.sensitivity + (1 - chance) * (1 - accuracy.specificity)
    after_yes = chance * accuracy.sensitivity / yes if yes > 0 else chance
    after_no = chance * (1 - accuracy.sensitivity) / (1 - yes) if yes < 1 else chance
    return (yes, after_yes), (1 - yes, after_no)
