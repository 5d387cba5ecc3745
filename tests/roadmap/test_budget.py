"""The budget: cut in four ways, added up once, and the unknown never a zero."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from roadmap.roads import road
from theories import strategies

from toc import Strategy
from toc.roadmap.amounts import Amount, amount, figure, summed
from toc.roadmap.budget import Slice, budget


def cut(slices: tuple[Slice, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give slices as title, amount in words, activities."""
    return [
        (one.title.say("en"), one.amount.said("RON").say("en"), one.activities) for one in slices
    ]


def test_a_measure_that_leads_to_several_goals_stands_under_each() -> None:
    """It is shown in full, told as shared, and counted once in the total."""
    found = budget(road())
    assert cut(found.by_goal) == [
        ("They live well", "20.1 RON", ("ask", "teach")),
        ("They work well", "0.1 RON", ("teach",)),
        ("leads to no goal", "1 unknown cost", ("walk", "talk")),
    ]
    shared = [one.shared and one.shared.known for one in found.by_goal]
    assert shared == [Fraction(1, 10), Fraction(1, 10), None]
    assert found.total.said("RON").say("en") == "20.1 RON and 1 unknown cost"
    assert "in full under each" in found.method[0].say("en")


def test_it_is_split_only_when_that_is_asked_for() -> None:
    """Then the goals and what leads to none add up to the total, exactly."""
    found = budget(road(), split=True)
    assert [one.amount.known for one in found.by_goal] == [
        20 + Fraction(1, 20), Fraction(1, 20), 0,
    ]  # fmt: skip
    assert "divided evenly" in found.method[0].say("en")


def test_sources_are_told_apart_by_their_wording_alone() -> None:
    """Case and spaces make no other source; what nobody pays for and what is free are apart."""
    assert cut(budget(road()).by_funding) == [
        ("the town", "20.1 RON", ("ask", "teach")),
        ("nobody has said who pays", "unknown", ("talk",)),
        ("costs nothing", "0 RON", ("walk",)),
    ]


def test_each_stage_has_its_part_and_what_has_none_is_told() -> None:
    """A stage in which nothing costs anything stands there, too."""
    assert cut(budget(road()).by_stage) == [
        ("Preparing", "20 RON", ("ask",)),
        ("Doing", "0.1 RON", ("teach", "walk")),
        ("in no stage", "unknown", ("talk",)),
    ]


def test_a_pilot_is_shown_and_not_added() -> None:
    """What it costs is part of the measures that it tries."""
    assert cut(budget(road()).pilots) == [("Small", "5 RON", ("teach",))]


def test_it_is_set_against_the_envelope() -> None:
    """What is left, what is too much, and that nobody has said what there is."""

    def said(costs: list[Any], **head: Any) -> str:
        activities = {f"a{at}": {"title": "A", "cost": cost} for at, cost in enumerate(costs)}
        return budget(road(strategy=head, activities=activities)).sentence("en")

    whole = {"budget": 100, "currency": "RON"}
    assert (
        said([40, 20.5], **whole)
        == "The activities cost 60.5 RON. Of the 100 RON there are, 39.5 are left."
    )
    assert (
        said([40, None], **whole)
        == "The activities cost 40 RON and 1 unknown cost. Of the 100 RON there are, 60 are left for what is unknown."
    )
    assert (
        said([140], **whole)
        == "The activities cost 140 RON. That is 40 RON more than the 100 there are."
    )
    assert said([140]) == "The activities cost 140 EUR. No budget is written to set this against."
    assert said([None], **whole) == "Nobody has said yet what the activities cost."
    assert budget(Strategy()).sentence("en") == "There are no activities to cost."


def test_unknown_is_never_zero() -> None:
    """In words and in data, what nobody has costed is told from what costs nothing."""
    assert amount(None).said("EUR").say("ro") == "necunoscut"
    assert amount(None).as_data() == {"known": None, "unknown": 1, "count": 1}
    assert amount(0).as_data() == {"known": 0, "unknown": 0, "count": 1}


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**9), st.floats(0, 10**9)), max_size=9))
def test_sums_are_exact_in_any_order(costs: list[float | None]) -> None:
    """No cent is lost by the order in which amounts are added."""
    parts = [amount(cost) for cost in costs]
    known = sum((Fraction(str(cost)) for cost in costs if cost is not None), Fraction())
    assert summed(parts) == summed(reversed(parts))
    assert summed(parts) == Amount(known, costs.count(None), len(costs))
    figure(summed(parts).known)


@given(strategies(), st.booleans())
def test_every_way_of_cutting_adds_up(strategy: Strategy, split: bool) -> None:  # noqa: FBT001
    """By funding and by stage always, by goal when it is split; each activity is in one slice."""
    found = budget(strategy, split=split)
    ways = [found.by_funding, found.by_stage, *([found.by_goal] if split else [])]
    for slices in ways:
        assert sum(one.amount.known for one in slices) == found.total.known
        named = [name for one in slices for name in one.activities]
        assert set(named) == set(strategy.activities)
        if slices is not found.by_goal:
            assert len(named) == len(strategy.activities)
    assert found.total.count == len(strategy.activities)
    json.dumps(found.as_data("en"))
    found.sentence("ro")
