"""What knowing more is worth in money: published decisions, and the law that they follow."""

from __future__ import annotations

import pytest
from analysis.small import logic_of
from hypothesis import given
from hypothesis import strategies as st

from toc.analysis.learning import Accuracy
from toc.analysis.logic import Logic
from toc.analysis.money import Stakes, information, worth
from toc.errors import InputError

OIL = {"dry": 0.5, "wet": 0.3, "soak": 0.2}
"""Raiffa's oil wildcatter (1968), in the tables of Shenoy (1992) as HUGIN's manual has them."""
DRILL = {"drill": {"dry": -70, "wet": 50, "soak": 200}, "not": dict.fromkeys(OIL, 0)}
SEISMIC = {
    "closed": {"dry": 0.1, "wet": 0.3, "soak": 0.5},
    "open": {"dry": 0.3, "wet": 0.4, "soak": 0.4},
    "diff": {"dry": 0.6, "wet": 0.3, "soak": 0.1},
}


def test_the_oil_wildcatter_is_reproduced() -> None:
    """20 without news, 35 for certainty, 12.5 for the test, 22.5 with the option to test for 10."""
    found = information(OIL, DRILL, SEISMIC)
    assert [found.now, found.perfect] == pytest.approx([20, 35])
    assert found.sample == pytest.approx(12.5)
    assert found.now + max(0, (found.sample or 0) - 10) == pytest.approx(22.5)


DEPOSITS = {"Dry": (0.5, 0), "Wet": (0.3, 700_000), "Soaking": (0.2, 1_200_000)}
"""SAS/OR, PROC DTREE, introductory example."""
COSTS = {"Low": (0.2, 150_000), "Fair": (0.6, 300_000), "High": (0.2, 500_000)}


def test_the_decision_tree_of_sas_is_reproduced() -> None:
    """140,000 expected, and “a potential improvement of $155,000” for knowing the deposit."""
    mean = sum(chance * cost for chance, cost in COSTS.values())
    chances = {name: chance for name, (chance, _) in DEPOSITS.items()}
    drill = {name: value - mean for name, (_, value) in DEPOSITS.items()}
    found = information(chances, {"drill": drill, "not": dict.fromkeys(DEPOSITS, 0)})
    assert [found.now, found.perfect] == pytest.approx([140_000, 155_000])


@pytest.mark.parametrize("chances", [{"a": 0.5}, {"a": 1.5, "b": -0.5}])
def test_chances_that_are_none_are_refused(chances: dict[str, float]) -> None:
    """All that may be so has a chance of one together."""
    with pytest.raises(InputError, match="add up to 1"):
        information(chances, {"go": dict.fromkeys(chances, 1)})


def office() -> Logic:
    """Give a goal that needs two assumptions to hold."""
    return logic_of(
        {"desk -> g": {"assuming": ["vote", "heard"]}},
        activities={"desk": "A desk"},
        assumptions={"vote": "They vote", "heard": "They hear of it"},
        goals={"g": "Equal access"},
    )


def test_the_worth_of_a_test_is_what_it_changes_in_the_decision() -> None:
    """By hand: W·P − c is 100·0.3 − 40 < 0 today; if they vote, 100·0.6 − 40 = 20, half the time."""
    pytest.importorskip("oxidd")
    chances = {"vote": 0.5, "heard": 0.6, "desk": 1.0}
    found = worth(office(), "g", ["vote"], Stakes(100, 40, 4), chances)
    assert found.information.now == 0
    assert found.information.sample == pytest.approx(10)
    assert found.net == pytest.approx(6)
    assert found.sentence() == (
        "To know more of “They vote” before deciding about “Equal access” is worth about 10, more "
        "than the 4 that it costs."
    )
    dear = worth(office(), "g", ["vote"], Stakes(100, 40, 40), chances)
    assert dear.sentence().endswith("is worth about 10, and costs 40.")


def test_a_test_that_changes_no_decision_is_worth_nothing() -> None:
    """Where one scales up in any case, news costs time."""
    pytest.importorskip("oxidd")
    found = worth(office(), "g", ["vote"], Stakes(100, 0))
    assert found.information.sample == 0
    assert "the same would be decided" in found.sentence()


PER_CENT = st.integers(1, 99).map(lambda number: number / 100)


@given(PER_CENT, PER_CENT, st.integers(0, 100), PER_CENT, PER_CENT)
def test_no_test_is_worth_more_than_certainty_or_less_than_nothing(
    vote: float, heard: float, cost: int, sensitivity: float, specificity: float
) -> None:
    """0 ≤ EVSI ≤ EVPI, whatever the stakes and however the test errs."""
    pytest.importorskip("oxidd")
    found = worth(
        office(),
        "g",
        ["vote", "heard"],
        Stakes(100, cost),
        {"vote": vote, "heard": heard},
        accuracy=Accuracy(sensitivity, specificity),
    ).information
    assert found.sample is not None
    assert -1e-9 <= found.sample <= found.perfect + 1e-9
