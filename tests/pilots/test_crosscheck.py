"""Other methods: the published cases, and what they make of our tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pilots.desk import desk
from pilots.published import (
    AHP,
    HWANG_YOON,
    OPRICOVIC_TZENG,
    PROMETHEE,
    TOPSIS,
    VIKOR,
    WANG_CHIN,
    WEALTH,
)

from toc.pilots.crosscheck import crosscheck
from toc.pilots.crosscheck.ahp import ahp
from toc.pilots.crosscheck.promethee import promethee
from toc.pilots.crosscheck.topsis import NORMALISATIONS, topsis
from toc.pilots.crosscheck.vikor import vikor
from toc.pilots.sheet import Sheet, sheet_of
from toc.pilots.table import table
from toc.pilots.weights import weights_of

Matrix = Sequence[Sequence[float]]


def rounded(numbers: Sequence[float], digits: int) -> list[float]:
    """Give numbers as they are printed."""
    return [round(number, digits) for number in numbers]


@pytest.mark.parametrize(
    ("matrix", "weights", "senses", "normalisation", "digits", "printed"),
    [pytest.param(*case[1:], id=case[0]) for case in TOPSIS],
)
def test_topsis_gives_the_printed_digits(
    matrix: Matrix,
    weights: list[float],
    senses: list[int],
    normalisation: str,
    digits: int,
    printed: list[float],
) -> None:
    """Closeness to the ideal, with the normalisation of each publication."""
    found = topsis(matrix, weights, senses, normalisation=normalisation)
    assert rounded(found, digits) == printed


def test_the_winner_of_topsis_hangs_on_the_normalisation() -> None:
    """The same data, and another winner: so the normalisation is always named."""
    weights, senses = [0.5, 0.5], [-1, 1]
    winners = set()
    for name in NORMALISATIONS:
        found = topsis(OPRICOVIC_TZENG, weights, senses, normalisation=name)
        winners.add(found.index(max(found)))
    assert winners == {0, 1}


@pytest.mark.parametrize(
    ("matrix", "weights", "senses", "sums", "greatest", "index", "compromise"),
    [pytest.param(*case[1:], id=case[0]) for case in VIKOR],
)
def test_vikor_gives_the_printed_digits(
    matrix: Matrix,
    weights: list[float],
    senses: list[int],
    sums: list[float],
    greatest: list[float],
    index: list[float],
    compromise: tuple[int, ...],
) -> None:
    """S, R and Q, and among whom it does not decide."""
    found = vikor(matrix, weights, senses)
    assert rounded(found.sums, 4) == sums
    assert rounded(found.greatest, 4) == greatest
    assert rounded(found.compromise_index, 4) == index
    assert found.compromise == compromise


@pytest.mark.parametrize(
    ("matrix", "weights", "senses", "flows"),
    [pytest.param(*case[1:], id=case[0]) for case in PROMETHEE],
)
def test_promethee_gives_the_printed_digits(
    matrix: Matrix, weights: list[float], senses: list[int], flows: list[float]
) -> None:
    """The net flow with the usual preference function."""
    assert rounded(promethee(matrix, weights, senses), 4) == flows


@pytest.mark.parametrize(
    ("matrix", "weights", "others"), [pytest.param(*case[1:], id=case[0]) for case in AHP]
)
def test_ahp_gives_the_printed_digits(
    matrix: Matrix,
    weights: tuple[int, list[float]],
    others: tuple[tuple[int, float], ...] | None,
) -> None:
    """Weights, greatest eigenvalue, consistency index and ratio."""
    found = ahp(matrix)
    assert rounded(found.weights, weights[0]) == weights[1]
    if others is not None:
        numbers = (found.eigenvalue, found.index, found.ratio)
        for number, (digits, printed) in zip(numbers, others, strict=True):
            assert round(number, digits) == printed


def test_contradicting_comparisons_are_asked_for_again() -> None:
    """Above a ratio of 0.10, which one published matrix passes and another does not."""
    assert ahp(WEALTH).is_consistent
    assert ahp(WEALTH).told.say() == "the comparisons fit together"
    assert round(ahp(WANG_CHIN).ratio, 3) == 0.229
    assert ahp(WANG_CHIN).told.say() == "the comparisons contradict each other: ask for them again"


@pytest.mark.parametrize(
    "matrix",
    [
        pytest.param([], id="nothing"),
        pytest.param([[1, 2]], id="not square"),
        pytest.param([[1, 2], [2, 1]], id="not reciprocal"),
        pytest.param([[1, 0], [0, 1]], id="not positive"),
        pytest.param([[1.0] * 11] * 11, id="too large"),
    ],
)
def test_what_is_no_table_of_comparisons_is_refused(matrix: Matrix) -> None:
    """The method is defined for nothing else."""
    with pytest.raises(ValueError):
        ahp(matrix)


@given(st.lists(st.floats(0.1, 10), min_size=1, max_size=8))
def test_comparisons_that_fit_give_back_their_weights(weights: list[float]) -> None:
    """Where every comparison is the ratio of two weights, these come out, without a remainder."""
    found = ahp([[one / other for other in weights] for one in weights])
    assert found.weights == pytest.approx([one / sum(weights) for one in weights])
    assert found.ratio == pytest.approx(0, abs=1e-9)


@given(st.lists(st.lists(st.integers(1, 9), min_size=3, max_size=3), min_size=2, max_size=5))
def test_who_is_best_in_everything_wins_by_every_method(rows: list[list[int]]) -> None:
    """Methods differ, but not about that."""
    best = [10, 10, 10]
    sheet = sheet_of({"best": best} | {f"p{place}": row for place, row in enumerate(rows)})
    found = crosscheck(sheet, weights_of(sheet))
    assert not found.dissenting
    assert all(one.first[0].name == "best" for one in found.opinions)


@given(st.data())
def test_flows_add_up_to_nothing_and_closeness_lies_between_0_and_1(data: st.DataObject) -> None:
    """Laws that both methods have by their making."""
    rows = data.draw(
        st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=2, max_size=5)
    )
    assert sum(promethee(rows, [0.5, 0.5], [1, -1])) == pytest.approx(0)
    for name in NORMALISATIONS:
        assert all(0 <= one <= 1 for one in topsis(rows, [0.5, 0.5], [1, -1], normalisation=name))


def test_disagreement_is_told_as_one_of_methods() -> None:
    """Which method would choose whom, with its normalisation, and that the pilots are the same."""
    sheet = table(desk()).sheet()
    found = crosscheck(sheet, weights_of(sheet))
    assert [one.method for one in found.opinions] == [
        "TOPSIS (vector)",
        "TOPSIS (minmax)",
        "VIKOR",
        "PROMETHEE II",
    ]
    assert found.told.say() == (
        "other methods disagree: TOPSIS (minmax) would choose “Mediators in two offices”; "
        "what they disagree about is the method, and not the pilots"
    )


def test_agreement_is_told_with_the_methods() -> None:
    """Who was asked is named."""
    sheet = table(desk()).sheet()
    weights = weights_of(sheet, {"feasible": 40, "novel": 20, "price": 40})
    assert crosscheck(sheet, weights).told.say() == (
        "TOPSIS (vector), TOPSIS (minmax), VIKOR, PROMETHEE II choose no other pilot"
    )


def test_nothing_to_choose_is_answered() -> None:
    """No pilots, no opinions."""
    nothing = Sheet((), (), ())
    assert crosscheck(nothing, weights_of(nothing)).told.say() == "there is no pilot to choose"


@given(st.floats(0.001, 1000))
def test_the_unit_of_a_criterion_changes_no_closeness(factor: float) -> None:
    """Thousands or millions, kilometres or miles: both normalisations take it out."""
    weights, senses = [0.2, 0.1, 0.1, 0.1, 0.2, 0.3], [1, 1, 1, -1, 1, 1]
    scaled = [[*row[:2], row[2] * factor, *row[3:]] for row in HWANG_YOON]
    for name in NORMALISATIONS:
        before = topsis(HWANG_YOON, weights, senses, normalisation=name)
        assert topsis(scaled, weights, senses, normalisation=name) == pytest.approx(before)
