"""Several pilots under a budget: which together test most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from toc.errors import InputError
from toc.pilots.numbers import ZERO, Shown, exact, plain
from toc.pilots.problem import Problem
from toc.pilots.result import Result
from toc.pilots.solving import Solution, solve
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Collection

    from toc.pilots.coverage import Coverage
    from toc.pilots.named import Named

__all__ = ["Portfolio", "portfolio"]


@dataclass(frozen=True, slots=True)
class Portfolio(Result):
    """The best selection of pilots under a budget, and the proof that there is no better.

    Attributes:
        chosen: which are carried out, by id.
        cost: what they cost together.
        budget: what there is.
        covered: what they test of what counts.
        uncovered: what they leave.
        untestable: what no pilot that could be chosen tests.
        uncosted: the pilots that could not be chosen, because nobody says what they cost.
        value: what is covered, by what each counts.
        bound: what no selection under this budget can be above.
        steps: how many partial selections were looked at to prove it; 0 where a solver did.
    """

    chosen: tuple[Named, ...]
    cost: Fraction
    budget: Fraction
    covered: tuple[Named, ...]
    uncovered: tuple[Named, ...]
    untestable: tuple[Named, ...]
    uncosted: tuple[Named, ...]
    value: Fraction
    bound: Fraction
    steps: int

    @property
    def is_proven(self) -> bool:
        """Whether no other selection can be better."""
        return self.value == self.bound

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        values = {"left": list(self.untestable), "uncosted": list(self.uncosted)}
        said = self.headline
        if self.untestable:
            said = Message("{said}; nobody could test {left}", {"said": said, **values})
        if self.uncosted:
            said = Message(
                "{said}; without a cost, and so left out: {uncosted}", {"said": said, **values}
            )
        return said

    @property
    def headline(self) -> Message:
        """Say what is chosen and how much it tests, without what is left."""
        values: dict[str, object] = {
            "budget": Shown(self.budget),
            "pilots": list(self.chosen),
            "covered": len(self.covered),
            "count": len(self.covered) + len(self.uncovered),
        }
        if not values["count"]:
            said = Message("there is nothing to test", values)
        elif not self.chosen:
            said = Message("with {budget}, no pilot that tests anything can be paid", values)
        else:
            said = Message(
                "with {budget}, {pilots}: {covered} of {count} assumption or link is tested",
                values,
                plural="with {budget}, {pilots}: {covered} of {count} assumptions and links are "
                "tested",
            )
        if not self.is_proven:
            values["more"] = Shown(self.bound - self.value)
            said = Message(
                "{said}; it is not proven that no other selection tests more, by {more} at most",
                {"said": said, **values},
            )
        return said

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "chosen": [one.name for one in self.chosen],
            "cost": plain(self.cost),
            "budget": plain(self.budget),
            "covered": [one.name for one in self.covered],
            "uncovered": [one.name for one in self.uncovered],
            "untestable": [one.name for one in self.untestable],
            "uncosted": [one.name for one in self.uncosted],
            "value": plain(self.value),
            "bound": plain(self.bound),
            "proven": self.is_proven,
            "steps": self.steps,
        }


def portfolio(
    coverage: Coverage,
    costs: Mapping[str, float | None],
    budget: float,
    *,
    counts: Mapping[str, float] | None = None,
    must: Collection[str] = (),
    not_with: Collection[tuple[str, str]] = (),
    together: Collection[tuple[str, str]] = (),
) -> Portfolio:
    """Choose the pilots that together test most for what there is.

    Solved exactly, with its proof: of those that test as much the cheapest, and of these
    the first by ids.  A pilot of which nobody says what it costs cannot be chosen.

    Args:
        coverage: what each pilot tests.
        costs: by pilot what it costs; None where nobody says.
        budget: what there is.
        counts: by assumption or link, how much it counts that it is tested; without it, each
            open one on a way to a goal counts 1.
        must: pilots that are carried out in any case.
        not_with: pairs of which at most one is carried out.
        together: pairs of which both are carried out, or neither.

    Raises:
        InputError: when no selection is allowed: what must be costs more than there is, or
            excludes each other.
        MissingExtraError: for more than 25 pilots without SciPy.
    """
    targets = {one.thing.name: one for one in coverage.targets}
    if counts is None:
        worth = {name: Fraction(1) for name, one in targets.items() if one.is_open and one.goals}
    else:
        worth = {name: exact(counts[name]) for name in targets if counts.get(name, 0) > 0}
    pilots = {one.pilot.name: one for one in coverage.trials}
    priced = {name: exact(cost) for name in pilots if (cost := costs.get(name)) is not None}
    tests = {
        name: {one.thing.name for one in (*pilots[name].tests, *pilots[name].through)}
        for name in priced
    }
    problem = Problem.of(
        priced, tests, worth, exact(budget), must=must, not_with=not_with, together=together
    )
    solution = solve(problem)
    if solution is None:
        raise InputError(
            Message("no selection of pilots keeps to the budget and to what must go together")
        )
    return _told(coverage, problem, solution, worth)


def _told(
    coverage: Coverage, problem: Problem, solution: Solution, worth: Mapping[str, Fraction]
) -> Portfolio:
    chosen = {problem.names[place] for place in solution.chosen}
    tests = dict(zip(problem.names, problem.tests, strict=True))
    covered = set().union(*(tests[name] for name in chosen)) & worth.keys()
    testable = set().union(*problem.tests)
    things = [one.thing for one in coverage.targets if one.thing.name in worth]
    return Portfolio(
        tuple(one.pilot for one in coverage.trials if one.pilot.name in chosen),
        sum((problem.costs[place] for place in solution.chosen), ZERO),
        problem.budget,
        tuple(one for one in things if one.name in covered),
        tuple(one for one in things if one.name not in covered),
        tuple(one for one in things if one.name not in testable),
        tuple(one.pilot for one in coverage.trials if one.pilot.name not in problem.names),
        sum((worth[name] for name in covered), ZERO),
        solution.bound,
        solution.steps,
    )
