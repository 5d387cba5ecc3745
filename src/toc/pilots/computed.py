"""What a criterion may have computed from the graph instead of being scored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from toc.pilots.coverage import coverage
from toc.pilots.numbers import exact
from toc.pilots.reach import reach

if TYPE_CHECKING:
    from toc.graph import TheoryGraph
    from toc.pilots.coverage import Trial

__all__ = ["COMPUTED", "KNOWN", "LESS_IS_BETTER", "Facts", "Learning", "quantity"]

Learning: TypeAlias = Callable[[str], Mapping[str, float | Fraction]]
"""For the id of a pilot, by goal, the share of what is unknown that it would settle, 0 to 1."""


@dataclass(frozen=True)
class Facts:
    """What the graph tells of the pilots, computed when it is asked for.

    Attributes:
        graph: the strategy.
        learning: what a pilot would teach; None where that is not known.
    """

    graph: TheoryGraph
    learning: Learning | None = None

    @cached_property
    def trials(self) -> Mapping[str, Trial]:
        """What each pilot puts to the test."""
        return {trial.pilot.name: trial for trial in coverage(self.graph).trials}


def _goals(facts: Facts, pilot: str) -> Fraction | None:
    return Fraction(len(reach(facts.graph, pilot).ways))


def _chains(facts: Facts, pilot: str) -> Fraction | None:
    return Fraction(sum(way.chains for way in reach(facts.graph, pilot).ways))


def _tests(facts: Facts, pilot: str) -> Fraction | None:
    trial = facts.trials[pilot]
    return Fraction(sum(1 for one in (*trial.tests, *trial.through) if one.is_open))


def _only(facts: Facts, pilot: str) -> Fraction | None:
    return Fraction(sum(1 for one in facts.trials[pilot].only if one.is_open))


def _leaves(facts: Facts, pilot: str) -> Fraction | None:
    return Fraction(len(facts.trials[pilot].leaves))


def _cost(facts: Facts, pilot: str) -> Fraction | None:
    cost = facts.graph.strategy.pilots[pilot].cost
    return None if cost is None else exact(cost)


def _learning(facts: Facts, pilot: str) -> Fraction | None:
    """Give the mean over all goals of the share that the pilot would settle."""
    goals = facts.graph.within("goals")
    if facts.learning is None or not goals:
        return None
    shares = facts.learning(pilot)
    # Rounded, so that what is equal but for the last bit is equal.
    return sum((exact(round(float(shares.get(goal, 0)), 12)) for goal in goals), Fraction(0)) / len(
        goals
    )


COMPUTED: Mapping[str, Callable[[Facts, str], Fraction | None]] = MappingProxyType(
    {
        "goals reached": _goals,
        "chains to goals": _chains,
        "tests": _tests,
        "only it tests": _only,
        "leaves untested": _leaves,
        "learning": _learning,
        "cost": _cost,
    }
)
"""What can be computed, by the name that a criterion has under `computed`."""

LESS_IS_BETTER = frozenset(("cost", "leaves untested"))
"""What counts the other way where the file does not say which."""

_OTHERWISE = {
    "goals": "goals reached",
    "contribution to goals": "goals reached",
    "reach": "goals reached",
    "chains": "chains to goals",
    "assumptions tested": "tests",
    "tested": "tests",
    "tested by it alone": "only it tests",
    "only": "only it tests",
    "left untested": "leaves untested",
    "learning value": "learning",
    "value of learning": "learning",
    "the cost": "cost",
    "cost of the pilot": "cost",
}


KNOWN = (*COMPUTED, *_OTHERWISE)
"""Every name by which something can be computed."""


def quantity(name: str) -> str | None:
    """Give what a criterion computes by its usual name, or None for one that is not known.

    >>> quantity("Learning_value"), quantity("beauty")
    ('learning', None)
    """
    plain = " ".join(name.lower().replace("_", " ").replace("-", " ").split())
    known = _OTHERWISE.get(plain, plain)
    return known if known in COMPUTED else None
