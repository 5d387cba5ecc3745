"""Rules about money, beside an oracle that adds up fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from toc.model import Strategy
from toc.rulebook import examine, find_rule

if TYPE_CHECKING:
    from toc.findings import Finding

amounts = st.one_of(
    st.integers(0, 60).map(str),
    st.integers(0, 400).map(lambda cents: f"{cents // 100}.{cents % 100:02}"),
    st.just("none"),
)


def found(rule: str, tree: dict[str, Any]) -> tuple[Finding, ...]:
    """Ask one rule about a strategy."""
    return examine(Strategy.model_validate(tree), rules=[find_rule(rule)])


def value(amount: str) -> Fraction:
    """Read an amount as it is typed."""
    return Fraction(0) if amount == "none" else Fraction(amount)


@given(st.lists(st.none() | amounts, max_size=6), st.none() | amounts)
def test_a_budget_is_exceeded_when_the_costs_add_up_to_more(
    costs: list[str | None], budget: str | None
) -> None:
    """To the cent; what an activity does not say counts as nothing, pilots are not added."""
    tree = {
        "strategy": {} if budget is None else {"budget": budget},
        "activities": {
            f"a{number}": {"title": "A", **({} if cost is None else {"cost": cost})}
            for number, cost in enumerate(costs)
        },
        "pilots": {"p": {"title": "P", "cost": "1000"}},
    }
    total = sum((value(cost) for cost in costs if cost is not None), Fraction(0))
    is_exceeded = budget is not None and total > value(budget)
    assert bool(found("budget-exceeded", tree)) == is_exceeded


def test_tenths_are_added_up_without_a_rest() -> None:
    """A tenth and two tenths are three tenths, in money at least."""
    activities = {"a": {"cost": "0.1"}, "b": {"cost": "0.2"}}
    assert not found("budget-exceeded", {"strategy": {"budget": "0.3"}, "activities": activities})


def test_sums_that_no_floating_number_holds_are_compared_as_well() -> None:
    """Amounts of any length can be typed."""
    activities = {"a": {"cost": "9" * 340 + ".5"}, "b": {"cost": "9" * 340}, "c": {"cost": 1}}
    tree = {"strategy": {"budget": "9" * 339}, "activities": activities}
    assert len(found("budget-exceeded", tree)) == 1


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=5),
    st.sets(st.tuples(st.integers(0, 4), st.integers(0, 1))),
)
def test_a_goal_is_underfunded_when_what_leads_to_it_costs_under_a_twentieth(
    costs: list[int], arrows: set[tuple[int, int]]
) -> None:
    """An activity that leads to two goals counts for both; a goal without any is left out."""
    arrows = {(cause, effect) for cause, effect in arrows if cause < len(costs)}
    tree = {
        "activities": {
            f"a{number}": {"title": "A", "cost": cost} for number, cost in enumerate(costs)
        },
        "goals": {"g0": "G", "g1": "H"},
        "links": {f"a{cause} -> g{effect}": "it helps" for cause, effect in sorted(arrows)},
    }
    poor = set()
    for goal in (0, 1):
        own = [costs[cause] for cause, effect in arrows if effect == goal]
        if own and 20 * sum(own) < sum(costs):
            poor.add(f"g{goal}")
    assert {finding.route[1] for finding in found("goal-underfunded", tree)} == poor
