"""What each pilot would teach: the share of what is unknown about a goal that it would settle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Method
from toc.analysis.deciding import BUDGET
from toc.analysis.learning import MOST_TESTED, learning
from toc.analysis.logic import Logic
from toc.pilots.coverage import coverage
from toc.pilots.named import Named, named_node
from toc.pilots.result import Result
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.likelihoods import Given
    from toc.graph import TheoryGraph
    from toc.pilots.coverage import Trial

__all__ = ["Lesson", "Teaching", "teaching"]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a pilot would teach about one goal.

    Attributes:
        goal: the goal.
        if_any: the share of what is unknown that it would settle, 0 to 1, if any cause is
            enough where nobody said how causes combine; None where it tests too many things.
        if_all: likewise, if all are needed there.
        words: the first in words.
        is_exact: whether nothing was estimated from a sample.
    """

    goal: Named
    if_any: float | None
    if_all: float | None
    words: object = None
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Teaching(Result):
    """What a pilot would teach.

    Attributes:
        pilot: the pilot.
        lessons: for each goal, by id.
        cost: what it costs, None where nobody says.
        is_structural: whether no chances were given, so that only the shape of the map counts.
    """

    pilot: Named
    lessons: tuple[Lesson, ...]
    cost: float | None
    is_structural: bool

    @property
    def shares(self) -> dict[str, float]:
        """By goal the share that it would settle, as a criterion may count it."""
        return {one.goal.name: one.if_any for one in self.lessons if one.if_any is not None}

    @property
    def told(self) -> Sayable:
        """Say the most that it would teach."""
        known = [one for one in self.lessons if one.if_any]
        if not known:
            return Message("{pilot} would teach nothing about a goal", {"pilot": self.pilot})
        best = max(known, key=lambda one: one.if_any or 0)
        values = {"pilot": self.pilot, "goal": best.goal, "share": best.words}
        if self.is_structural:
            said = Message(
                "by the shape of the map alone, {pilot} would settle {share} of what is "
                "unknown about {goal}",
                values,
            )
        else:
            said = Message("{pilot} would settle {share} of what is unknown about {goal}", values)
        return said if best.is_exact else Message("{said}; estimated", {"said": said})

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "pilot": self.pilot.name,
            "cost": self.cost,
            "structural": self.is_structural,
            "goals": [
                {
                    "goal": one.goal.name,
                    "if_any": one.if_any,
                    "if_all": one.if_all,
                    "exact": one.is_exact,
                }
                for one in self.lessons
            ],
        }


def teaching(
    graph: TheoryGraph,
    *,
    chances: Mapping[str, Given] | None = None,
    budget: int = BUDGET,
) -> tuple[Teaching, ...]:
    """Find for each pilot, by id, what it would teach about each goal.

    All pilots are asked of one logic, in which everything that any of them tests may fail,
    so that their shares can be compared.  What a pilot tests is taken together: shares of
    several tests do not add up.

    Args:
        graph: the strategy.
        chances: that each thing holds, by id; without them everything is even, and the shares
            show the shape of the map.
        budget: how many nodes a diagram may have before shares are estimated.

    Raises:
        MissingExtraError: when oxidd is not installed.
    """
    trials = coverage(graph).trials
    names = {trial.pilot.name: _names(trial) for trial in trials}
    logic = Logic.of(graph, budget=budget)
    known = logic.names & set().union(*names.values())
    logic = logic.with_things(sorted(known))
    return tuple(
        Teaching(
            trial.pilot,
            tuple(
                _lesson(graph, logic, goal, names[trial.pilot.name] & known, chances)
                for goal in sorted(graph.within("goals"))
            ),
            graph.strategy.pilots[trial.pilot.name].cost,
            not chances,
        )
        for trial in trials
    )


def _names(trial: Trial) -> frozenset[str]:
    """Give what a pilot tests as the analysis calls it: links by the key that is written."""
    return frozenset(str(one.thing.route[-1]) for one in (*trial.tests, *trial.through))


def _lesson(
    graph: TheoryGraph,
    logic: Logic,
    goal: str,
    tests: frozenset[str],
    chances: Mapping[str, Given] | None,
) -> Lesson:
    if len(tests & logic.part(goal).may_fail) > MOST_TESTED:
        return Lesson(named_node(graph, goal), None, None)
    found = logic.both(
        goal, lambda reading: learning(logic, goal, sorted(tests), chances, reading=reading)
    )
    words = found.if_any.told.values["share"]
    is_exact = found.if_any.method is found.if_all.method is Method.EXACT
    return Lesson(named_node(graph, goal), found.if_any.share, found.if_all.share, words, is_exact)
