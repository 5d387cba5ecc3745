"""Several pilots under a budget: exact, with its proof."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pilots.desk import desk, piloted
from pilots.published import KNAPSACKS

from toc.errors import InputError, MissingExtraError
from toc.graph import TheoryGraph
from toc.model import Strategy
from toc.pilots.coverage import coverage
from toc.pilots.mixed import solve_mixed
from toc.pilots.portfolio import portfolio
from toc.pilots.problem import Problem, Whole
from toc.pilots.solving import LARGEST, Solution, solve

COSTS = {"A": 10000, "B": 30000, "C": 50000}


def knapsack(capacity: int, weights: Sequence[int], profits: Sequence[int]) -> Problem:
    """Give a knapsack as pilots of which each tests one thing of its own."""
    names = [f"p{place:02}" for place in range(len(weights))]
    return Problem.of(
        dict(zip(names, map(Fraction, weights), strict=True)),
        {name: {name} for name in names},
        dict(zip(names, map(Fraction, profits), strict=True)),
        Fraction(capacity),
    )


@pytest.mark.parametrize(
    ("capacity", "weights", "profits", "selection", "optimum"),
    [pytest.param(*case[1:], id=case[0]) for case in KNAPSACKS],
)
@pytest.mark.parametrize("solver", ["ours", "mixed"])
def test_published_knapsacks_are_solved(
    capacity: int,
    weights: list[int],
    profits: list[int],
    selection: list[int],
    optimum: int,
    solver: str,
) -> None:
    """The printed optimum and the printed selection, proven, by either solver."""
    problem = knapsack(capacity, weights, profits)
    found = solve(problem) if solver == "ours" else solve_mixed(Whole.of(problem))
    assert found is not None
    assert [int(place in found.chosen) for place in range(len(weights))] == selection
    assert found.bound == optimum


def worth(problem: Problem, chosen: Sequence[int]) -> Fraction:
    """Give what a selection covers."""
    covered = set().union(*(problem.tests[place] for place in chosen))
    return sum((problem.worth[name] for name in covered), Fraction(0))


def cost(problem: Problem, chosen: Sequence[int]) -> Fraction:
    """Give what a selection costs."""
    return sum((problem.costs[place] for place in chosen), Fraction(0))


def allowed(problem: Problem) -> list[tuple[int, ...]]:
    """Give every selection that is allowed."""
    places = range(len(problem.names))
    return [
        chosen
        for size in range(len(problem.names) + 1)
        for chosen in combinations(places, size)
        if cost(problem, chosen) <= problem.budget
        and problem.must <= set(chosen)
        and not any(a in chosen and b in chosen for a, b in problem.not_with)
        and all((a in chosen) == (b in chosen) for a, b in problem.together)
    ]


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Give small problems with fractions, ties, exclusions and what goes together."""
    count = draw(st.integers(1, 6))
    names = [f"p{place}" for place in range(count)]
    targets = [f"t{place}" for place in range(draw(st.integers(1, 6)))]
    thirds = st.integers(0, 12).map(lambda number: Fraction(number, 3))
    pairs = st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=2)
    return Problem.of(
        {name: draw(thirds) for name in names},
        {name: draw(st.sets(st.sampled_from(targets))) for name in names},
        {
            target: draw(st.integers(1, 4).map(lambda number: Fraction(number, 2)))
            for target in targets
        },
        draw(thirds) * 3,
        must=draw(st.sets(st.sampled_from(names), max_size=1)),
        not_with=draw(pairs),
        together=draw(pairs),
    )


def best(problem: Problem) -> tuple[Fraction, Fraction] | None:
    """Give the most that can be covered, and the least that it costs, by trying all."""
    tried = [(worth(problem, one), -cost(problem, one)) for one in allowed(problem)]
    return max(tried, default=None)


def reached(problem: Problem, found: Solution | None) -> tuple[Fraction, Fraction] | None:
    """Give what a solution covers, and what it costs."""
    if found is None:
        return None
    assert found.chosen in allowed(problem)
    assert found.bound == worth(problem, found.chosen)
    return worth(problem, found.chosen), -cost(problem, found.chosen)


@given(problems())
def test_nothing_that_is_allowed_is_better(problem: Problem) -> None:
    """The most worth and then the least cost of all selections, or none where none is allowed."""
    assert reached(problem, solve(problem)) == best(problem)


@given(problems())
def test_the_solver_for_many_finds_the_same(problem: Problem) -> None:
    """HiGHS and our own agree on worth and cost."""
    whole = Whole.of(problem)
    if best(problem) is not None:
        assert reached(problem, solve_mixed(whole)) == best(problem)


def test_a_pair_that_excludes_itself_cannot_be_chosen() -> None:
    """Two that go together and must not: neither is chosen, and if one must be, nothing is."""
    parts: dict[str, Any] = {
        "costs": {"a": Fraction(1), "b": Fraction(1)},
        "tests": {"a": {"t"}, "b": {"t"}},
        "worth": {"t": Fraction(1)},
        "budget": Fraction(9),
        "not_with": [("a", "b")],
        "together": [("a", "b")],
    }
    found = solve(Problem.of(**parts))
    assert found is not None
    assert found.chosen == ()
    assert solve(Problem.of(**parts, must=["a"])) is None


@pytest.fixture
def without_scipy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be as if SciPy was not installed."""
    real = builtins.__import__

    def without(name: str, *args: Any, **options: Any) -> Any:
        if name.startswith("scipy"):
            raise ImportError(name)
        return real(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", without)


@pytest.mark.usefixtures("without_scipy")
def test_a_search_that_ends_early_says_so() -> None:
    """The bound stays above what was found, and nothing is claimed to be proven."""
    _, capacity, weights, profits, _, optimum = KNAPSACKS[2]
    problem = knapsack(capacity, weights, profits)
    found = solve(problem, steps=3)
    assert found is not None
    assert found.bound >= optimum
    assert worth(problem, found.chosen) < found.bound


def test_a_search_that_ends_early_is_finished_by_the_solver() -> None:
    """Where SciPy is installed, the optimum is proven all the same."""
    _, capacity, weights, profits, _, optimum = KNAPSACKS[2]
    problem = knapsack(capacity, weights, profits)
    found = solve(problem, steps=3)
    assert found is not None
    assert found.bound == worth(problem, found.chosen) == optimum


def test_what_is_not_proven_is_told() -> None:
    """A meeting hears by how much another selection could be better."""
    found = replace(portfolio(coverage(desk()), COSTS, 10000), bound=Fraction(3))
    assert not found.is_proven
    assert found.told.say() == (
        "with 10,000, “Course in two offices”: 1 of 4 assumptions and links are tested; it is "
        "not proven that no other selection tests more, by 2 at most; without a cost, and so "
        "left out: “Posters”"
    )


MANY = knapsack(100, [7] * (LARGEST + 1), range(1, LARGEST + 2))


def test_many_pilots_are_given_to_a_solver() -> None:
    """From 26 on, SciPy's."""
    found = solve(MANY)
    assert found is not None
    assert found.bound == sum(range(LARGEST - 12, LARGEST + 2))


@pytest.mark.usefixtures("without_scipy")
def test_without_the_solver_the_extra_is_named() -> None:
    """The command that installs it is told."""
    with pytest.raises(MissingExtraError, match=r"pip install 'theory-of-change\[analysis\]'"):
        solve(MANY)


def test_the_desk_is_chosen_for_under_a_budget() -> None:
    """What the budget buys, what it leaves, and what could not be chosen."""
    found = portfolio(coverage(desk()), {**COSTS, "D": None}, 40000)
    assert [one.name for one in found.chosen] == ["A", "B"]
    assert found.is_proven
    assert found.told.say() == (
        "with 40,000, “Course in two offices”, “Mediators in two offices”: 4 of 4 "
        "assumptions and links are tested; without a cost, and so left out: “Posters”"
    )
    assert [one.name for one in portfolio(coverage(desk()), COSTS, 10000).chosen] == ["A"]


def test_who_tests_as_much_for_less_is_chosen() -> None:
    """C tests what A and B do together of these two, and costs more."""
    found = portfolio(coverage(desk()), COSTS, 99999, counts={"time": 1, "calm": 1})
    assert [one.name for one in found.chosen] == ["A", "B"]
    assert found.cost == 40000
    together = portfolio(
        coverage(desk()), COSTS, 99999, counts={"time": 1, "calm": 1}, not_with=[("A", "B")]
    )
    assert [one.name for one in together.chosen] == ["C"]


def test_what_nobody_could_test_is_named() -> None:
    """No budget would change it."""
    pilots = {"A": {"title": "A", "of": ["course"], "tests": ["time"]}}
    found = portfolio(coverage(desk(pilots=pilots)), {"A": 1}, 5)
    assert "1 of 4 assumptions and links are tested; nobody could test" in found.told.say()
    assert len(found.untestable) == 3


def test_nothing_to_pay_and_nothing_to_test_are_answered() -> None:
    """Both are said, and neither is a failure."""
    assert (
        portfolio(coverage(desk()), COSTS, 5)
        .told.say()
        .startswith("with 5, no pilot that tests anything can be paid")
    )
    empty = portfolio(coverage(desk()), COSTS, 5, counts={})
    assert empty.told.say().startswith("there is nothing to test")


def test_a_budget_that_cannot_be_kept_is_refused() -> None:
    """What must be done costs more than there is: a wrong call, with the reason."""
    with pytest.raises(InputError, match="no selection of pilots keeps to the budget"):
        portfolio(coverage(desk()), COSTS, 5, must=["A"])


@given(piloted(), st.integers(0, 20))
def test_covered_and_uncovered_are_all_that_counts(strategy: Strategy, budget: int) -> None:
    """Nothing is in both, nothing is lost, and more is never worse."""
    found = coverage(TheoryGraph(strategy))
    costs = {name: pilot.cost for name, pilot in strategy.pilots.items()}
    first = portfolio(found, costs, budget)
    open_ones = {one.thing for one in found.targets if one.is_open and one.goals}
    assert {*first.covered, *first.uncovered} == open_ones
    assert not {*first.covered}.intersection(first.uncovered)
    assert first.cost <= budget
    assert portfolio(found, costs, budget + 1).value >= first.value
