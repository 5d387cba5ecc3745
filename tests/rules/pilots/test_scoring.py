"""The arithmetic of choosing a pilot, each rule against an oracle of its own."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.model import Strategy
from toc.rulebook import examine, find_rule

CRITERIA = ("feasible", "reach", "price")
PILOTS = ("mediators", "meetings", "work")
PEOPLE = ("prefecture", "ngo", "university")

SCORES = st.integers(-1, 3) | st.sampled_from((0.5, 1.5, 2.25))
GIVEN = SCORES | st.dictionaries(st.sampled_from(PEOPLE), SCORES, min_size=1, max_size=3)


def routes(rule: str, tree: dict[str, Any]) -> list[tuple[str | int, ...]]:
    """Ask one rule about a strategy, and give the places of its findings in order."""
    found = examine(Strategy.model_validate(tree), rules=[find_rule(rule)])
    return sorted(finding.route for finding in found)


def scored(scores: dict[str, Any]) -> dict[str, Any]:
    return {name: {"of": "academy", "scores": given} for name, given in scores.items()}


WEIGHTS = st.lists(st.none() | st.integers(-300, 1000), min_size=1, max_size=5)


@given(WEIGHTS, st.sampled_from((1, 10, 100, 1000)))
def test_weights_are_told_of_exactly_where_they_are_no_shares(
    tenths: list[int | None], parts: int
) -> None:
    """Negative ones, missing ones, else a sum that is not within a thousandth of a whole."""
    weights = [None if one is None else one / parts for one in tenths]
    criteria = {f"c{place}": {"weight": one} for place, one in enumerate(weights)}
    exact = [Fraction(one, parts) for one in tenths if one is not None]
    single = [one for one in tenths if one is None or one < 0] if exact else []
    near = any(abs(sum(exact, Fraction(0)) - whole) <= Fraction(whole, 1000) for whole in (1, 100))
    expected = len(single) or int(bool(exact) and not near)
    found = routes("weights-do-not-add-up", {"criteria": criteria, "pilots": {"p": "P"}})
    assert len(found) == expected
    assert not (single and ("criteria", "[key]") in found)


@pytest.mark.parametrize(
    ("weights", "sound"),
    [
        pytest.param([33.3, 33.3, 33.3], True, id="thirds-rounded"),
        pytest.param([0.333, 0.333, 0.333], True, id="thirds-of-one-rounded"),
        pytest.param([14.3] * 7, True, id="sevenths-rounded-up"),
        pytest.param([0.1] * 10, True, id="tenths-that-floats-do-not-sum"),
        pytest.param([33, 33, 33], False, id="thirds-cut-off"),
        pytest.param([0.4, 0.4, 0.4], False, id="three-times-too-much"),
        pytest.param([0, 0], False, id="nothing-at-all"),
        pytest.param([10**340, 5], False, id="more-than-a-float-holds"),
    ],
)
def test_only_rounding_is_forgiven(weights: list[float], *, sound: bool) -> None:
    """A thousandth of the whole is rounding, a hundredth is not."""
    criteria = {f"c{place}": {"weight": one} for place, one in enumerate(weights)}
    found = routes("weights-do-not-add-up", {"criteria": criteria, "pilots": {"p": "P"}})
    assert (found == []) is sound


@pytest.mark.parametrize(("knock_out", "told"), [(True, False), (0, False), (False, True)])
def test_what_only_rules_out_needs_no_weight(knock_out: object, *, told: bool) -> None:
    """A threshold of 0 rules out as well, and `false` does not."""
    criteria = {"legal": {"knock_out": knock_out}, "reach": {"weight": 100}}
    found = routes("weights-do-not-add-up", {"criteria": criteria, "pilots": {"p": "P"}})
    assert bool(found) is told


@given(
    st.dictionaries(st.sampled_from(CRITERIA), GIVEN),
    st.dictionaries(st.sampled_from(CRITERIA), st.tuples(st.integers(-1, 1), st.integers(2, 3))),
)
def test_scores_are_told_of_exactly_where_their_scale_does_not_have_them(
    scores: dict[str, Any], scales: dict[str, tuple[int, int]]
) -> None:
    """Each number of each person by itself; the ends belong to the scale."""
    criteria = {
        name: {"scale": list(scales[name])} if name in scales else name for name in CRITERIA
    }
    tree = {"criteria": criteria, "pilots": scored({"mediators": scores})}
    flat = {
        (name, *person): number
        for name, said in scores.items()
        for person, number in (
            [((who,), one) for who, one in said.items()] if isinstance(said, dict) else [((), said)]
        )
    }
    expected = [
        ("pilots", "mediators", "scores", *place)
        for place, number in flat.items()
        if place[0] in scales and sorted((*scales[place[0]], number))[1] != number
    ]
    assert routes("score-outside-scale", tree) == sorted(expected)


def mean(given: Any) -> Fraction:
    numbers = list(given.values()) if isinstance(given, dict) else [given]
    return Fraction(sum(Fraction(one) for one in numbers), len(numbers))


@given(
    scores=st.dictionaries(
        st.sampled_from(PILOTS),
        st.dictionaries(st.sampled_from(CRITERIA), GIVEN),
        min_size=1,
    ),
    direction=st.sampled_from(("up", "down", None)),
    computed=st.booleans(),
)
def test_a_chosen_pilot_is_told_of_exactly_where_another_dominates_it(
    scores: dict[str, dict[str, Any]], direction: str | None, *, computed: bool
) -> None:
    """Turned so that more is better, no number is lower and one is higher."""
    criteria: dict[str, Any] = {name: {"title": name} for name in CRITERIA}
    criteria["price"] |= {} if direction is None else {"direction": direction}
    criteria["reach"] |= {"computed": "contribution to goals"} if computed else {}
    pilots = scored(scores)
    first = next(iter(pilots))
    pilots[first]["chosen"] = {"on": "2026"}
    rows = {
        name: {
            criterion: mean(said) * (-1 if (criterion, direction) == ("price", "down") else 1)
            for criterion, said in given.items()
            if not (computed and criterion == "reach")
        }
        for name, given in scores.items()
    }
    own = rows.pop(first)
    beaten = any(
        row.keys() == own.keys()
        and row != own
        and all(max(row[name], own[name]) == row[name] for name in own)
        for row in rows.values()
    )
    found = routes("chosen-pilot-dominated", {"criteria": criteria, "pilots": pilots})
    assert found == ([("pilots", first, "chosen")] if beaten else [])


def test_scores_are_compared_as_they_are_written() -> None:
    """The mean of 0.1 and 0.5 is 0.3, though floats say less."""
    pilots = scored(
        {"mediators": {"reach": {"a": 0.1, "b": 0.2, "c": 0.6}}, "work": {"reach": 0.3}}
    )
    pilots["mediators"]["chosen"] = {"on": "2026"}
    tree = {"criteria": {"reach": "Reach"}, "pilots": pilots}
    assert routes("chosen-pilot-dominated", tree) == []
    assert routes("criterion-decides-nothing", tree) == [("criteria", "reach", "[key]")]


def test_a_choice_with_a_misspelled_criterion_is_not_compared() -> None:
    """What is told of as misspelled is not told of as missing or worse as well."""
    pilots = scored({"mediators": {"reach": 1, "reech": 5}, "work": {"reach": 2, "price": 2}})
    pilots["mediators"]["chosen"] = {"on": "2026"}
    tree = {"criteria": {"reach": "Reach", "price": "Price"}, "pilots": pilots}
    assert routes("chosen-pilot-dominated", tree) == []
    assert routes("score-missing", tree) == []
