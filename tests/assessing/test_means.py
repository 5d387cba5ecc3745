"""Weighted means, and how far they move when the weights do."""

from __future__ import annotations

from itertools import product
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.assessing.means import SWAY, Weighed, geometric, mean, spread

VALUES = st.lists(st.builds(Weighed, st.floats(0, 100), st.floats(0, 1000)), min_size=1, max_size=7)
COUNTED = VALUES.filter(lambda values: sum(one.weight for one in values) > 0)


def _all_ends(values: list[Weighed]) -> list[float]:
    found = [
        mean([Weighed(one.value, one.weight * by) for one, by in zip(values, some, strict=True)])
        for some in product((1 - SWAY, 1 + SWAY), repeat=len(values))
    ]
    return [one for one in found if one is not None]


def test_a_mean_is_that_of_the_published_formula() -> None:
    """The score of an area is 100·Σwa/Σw: worked out by hand for weights 2, 1 and 1."""
    assert mean([Weighed(100, 2), Weighed(50, 1), Weighed(0, 1)]) == 62.5


@pytest.mark.parametrize("values", [[], [Weighed(50, 0)], [Weighed(0, 0), Weighed(100, 0)]])
def test_there_is_no_mean_where_nothing_counts(values: list[Weighed]) -> None:
    """Nothing at all, and weights of 0 alone, give no score instead of a 0."""
    assert [mean(values), geometric(values), spread(values)] == [None, None, None]


@given(COUNTED)
def test_a_mean_lies_between_the_least_and_the_largest_value_that_counts(
    values: list[Weighed],
) -> None:
    """No rounding carries it past either."""
    found = mean(values)
    counted = [one.value for one in values if one.weight > 0]
    assert found is not None
    assert min(counted) <= found <= max(counted)


@given(COUNTED, st.sampled_from([0.001, 0.5, 3, 1000]))
def test_weights_scaled_by_a_number_change_nothing(values: list[Weighed], by: float) -> None:
    """Weights of 1 and 2 say the same as 10 and 20."""
    scaled = [Weighed(one.value, one.weight * by) for one in values]
    for found in (mean, geometric):
        before, after = found(values), found(scaled)
        assert before is not None
        assert after is not None
        assert isclose(before, after, rel_tol=1e-9, abs_tol=1e-9)


@given(COUNTED)
def test_the_geometric_mean_is_never_above_the_arithmetic_one(values: list[Weighed]) -> None:
    """What is strong makes up less for what is weak; a 0 that counts makes the whole 0."""
    plain, even = mean(values), geometric(values)
    assert plain is not None
    assert even is not None
    assert even <= plain + 1e-9
    assert even > 0 or any(one.value == 0 and one.weight > 0 for one in values) or plain < 1e-9


@given(COUNTED)
def test_the_spread_is_what_trying_every_corner_gives(values: list[Weighed]) -> None:
    """One threshold among the sorted values finds the same ends as all 2ⁿ ways to move weights."""
    ends, tried = spread(values), _all_ends(values)
    assert ends is not None
    assert isclose(ends.low, min(tried), rel_tol=1e-9, abs_tol=1e-9)
    assert isclose(ends.high, max(tried), rel_tol=1e-9, abs_tol=1e-9)
