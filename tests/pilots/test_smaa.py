"""Shares of all weightings: closed forms, laws, and the same draws everywhere."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pilots.desk import desk

from toc.pilots.acceptance import acceptance, confidence
from toc.pilots.columns import Column
from toc.pilots.drawing import ordered_weights, uniform_weights
from toc.pilots.sheet import Mark, Sheet, sheet_of
from toc.pilots.smaa import DRAWS, smaa
from toc.pilots.table import table

LINE = {"a": [100, 0], "b": [0, 100], "c": [60, 60]}
CUBE = {"a": [100, 0, 0], "b": [0, 100, 0], "c": [0, 0, 100]}


def shares(sheet: Sheet, **options: object) -> dict[str, tuple[Fraction | float, ...]]:
    """Give the shares of ranks by pilot."""
    found = smaa(sheet, **options)  # type: ignore[arg-type]
    return {one.pilot.name: one.shares for one in found.standings}


def error(share: float) -> float:
    """Give what a share that is drawn may be off by: four standard errors."""
    return 4 * sqrt(share * (1 - share) / DRAWS)


def test_two_criteria_are_answered_exactly() -> None:
    """On the line of all weights a wins above 0.6, b below 0.4, c between, and c is never last."""
    found = smaa(sheet_of(LINE))
    assert found.is_exact
    tenth = Fraction(1, 10)
    assert shares(sheet_of(LINE)) == {
        "a": (4 * tenth, tenth, 5 * tenth),
        "b": (4 * tenth, tenth, 5 * tenth),
        "c": (2 * tenth, 8 * tenth, 0),
    }
    assert {one.pilot.name: one.central for one in found.standings} == {
        "a": (8 * tenth, 2 * tenth),
        "b": (2 * tenth, 8 * tenth),
        "c": (5 * tenth, 5 * tenth),
    }
    assert found.told.say() == (
        "first in so many of all possible weightings: “a” in 40 %, “b” in 40 %, “c” in 20 %"
    )


def test_two_criteria_in_order_are_answered_exactly() -> None:
    """Where the first counts more, only the upper half of the line is left."""
    found = smaa(sheet_of(LINE), order=(("c1",), ("c2",)))
    assert found.is_exact
    fifth = Fraction(1, 5)
    assert [(one.pilot.name, one.shares[0]) for one in found.standings] == [
        ("a", 4 * fifth),
        ("c", fifth),
        ("b", 0),
    ]
    assert found.told.say() == (
        "first in so many of all weightings that keep the order: “a” in 80 %, “c” in 20 %; "
        "never first: “b”"
    )


def test_one_criterion_leaves_nothing_open() -> None:
    """There is one weighting; who ties shares the rank."""
    assert shares(sheet_of({"a": [5], "b": [9], "c": [9]})) == {
        "a": (0, 0, 1),
        "b": (Fraction(1, 2), Fraction(1, 2), 0),
        "c": (Fraction(1, 2), Fraction(1, 2), 0),
    }


def test_three_that_are_alike_win_a_third_each() -> None:
    """The closed form of the identity: every rank in a third of all weightings."""
    for row in shares(sheet_of(CUBE)).values():
        assert list(row) == pytest.approx([1 / 3] * 3, abs=error(1 / 3))


def test_an_order_of_three_is_drawn_around_its_centre() -> None:
    """With weights in order, the central weights are the rank-order centroid."""
    found = smaa(sheet_of({"a": [100, 100, 100]} | CUBE), order=(("c1",), ("c2",), ("c3",)))
    assert found.standings[0].pilot.name == "a"
    expected = [11 / 18, 5 / 18, 2 / 18]
    assert found.standings[0].central == pytest.approx(expected, abs=0.01)


def test_the_line_drawn_is_near_the_line_computed() -> None:
    """A third criterion by which all are the same changes the space, and a copy does not."""
    exact = shares(sheet_of(LINE))
    drawn = acceptance(
        ([[100.0, 0.0], [0.0, 100.0], [60.0, 60.0]], uniform_weights(chance, 2))
        for chance in [Random(0)]
        for _ in range(DRAWS)
    )
    for row, own in zip(drawn.shares, exact.values(), strict=True):
        for one, other in zip(row, own, strict=True):
            assert one == pytest.approx(float(other), abs=error(float(other)) + 1e-12)


def test_the_same_seed_draws_the_same() -> None:
    """And another seed draws otherwise."""
    assert smaa(sheet_of(CUBE)) == smaa(sheet_of(CUBE))
    assert smaa(sheet_of(CUBE), seed=1) != smaa(sheet_of(CUBE))


def test_the_draws_are_these_on_every_machine() -> None:
    """The first weightings of the seed, so that nobody changes them unseen."""
    chance = Random(0)
    assert [round(one, 6) for one in uniform_weights(chance, 3)] == [0.48644, 0.370888, 0.142672]
    assert [round(one, 6) for one in ordered_weights(chance, [[1], [0, 2]])] == [
        0.338235,
        0.466517,
        0.195247,
    ]


def test_what_scorers_leave_open_is_the_confidence() -> None:
    """Two who see everything between 0 and 100 leave who is first at even chances."""
    wide = Mark(Fraction(50), Fraction(0), Fraction(100))
    sure = Mark(Fraction(60), Fraction(60), Fraction(60))
    base = sheet_of({"a": [0, 0, 0], "b": [0, 0, 0]})
    sheet = Sheet(base.pilots, base.columns, ((sure,) * 3, (wide,) * 3))
    found = smaa(sheet)
    assert found.standings[0].pilot.name == "a"
    assert found.standings[0].shares[0] == 1
    # The mean of three that are even is below 60 with this chance (Irwin and Hall).
    assert found.standings[0].confidence is not None
    assert 0.6 < found.standings[0].confidence < 0.8
    assert found.standings[1].confidence is None
    assert smaa(sheet_of(CUBE)).standings[0].confidence is None


def test_a_missing_score_is_drawn_from_its_whole_scale() -> None:
    """It is neither the worst nor the mean."""
    found = smaa(sheet_of({"a": [50], "b": [None]}))
    assert not found.is_exact
    share = found.standings[0].shares[0]
    assert share == pytest.approx(0.5, abs=error(0.5))


def test_an_order_names_every_criterion_once() -> None:
    """Anything else is an error of the call."""
    with pytest.raises(ValueError):
        smaa(sheet_of(LINE), order=(("c1",),))


def test_nothing_to_choose_is_answered() -> None:
    """No pilots, no shares."""
    assert smaa(Sheet((), (), ())).told.say() == "there is no pilot to choose"


def test_a_column_alone_is_no_reason_to_fail() -> None:
    """Criteria without pilots."""
    column = Column(sheet_of({"a": [1]}).columns[0].criterion)
    assert smaa(Sheet((), (column,), ())).standings == ()


def test_the_desk_is_told_in_a_sentence() -> None:
    """The pilots that are left, by how often each is first."""
    assert (
        smaa(table(desk()).sheet())
        .told.say()
        .startswith("first in so many of all possible weightings: “")
    )


cells = st.integers(0, 4).map(lambda number: 25 * number)


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_shares_add_up_and_who_is_beaten_is_never_first(rows: list[list[int]]) -> None:
    """Every pilot has some rank, every rank some pilot; nobody who is beaten outright wins."""
    sheet = sheet_of({f"p{place}": row for place, row in enumerate(rows)})
    found = smaa(sheet, draws=200)
    table_of = [one.shares for one in found.standings]
    for row in table_of:
        assert sum(row) == pytest.approx(1)
    for column in zip(*table_of, strict=True):
        assert sum(column) == pytest.approx(1)
    values = dict(zip((one.name for one in sheet.pilots), sheet.values(), strict=True))
    for one in found.standings:
        own = values[one.pilot.name]
        if any(all(b > a for a, b in zip(own, row, strict=True)) for row in values.values()):
            assert one.shares[0] == 0
            assert one.central is None
        if one.central is not None:
            assert sum(one.central) == pytest.approx(1)


@given(st.permutations(["a", "b", "c"]), st.permutations([0, 1, 2]))
def test_the_order_of_the_file_changes_nothing(names: list[str], places: list[int]) -> None:
    """Pilots and criteria may stand in any order; the draws are the same."""
    values = {"a": [10, 90, 40], "b": [70, 20, 50], "c": [50, 50, 60]}
    criteria = ["x", "y", "z"]
    mixed = {name: [values[name][place] for place in places] for name in names}
    other = sheet_of(mixed, [criteria[place] for place in places])
    assert smaa(other, draws=100) == smaa(sheet_of(values, criteria), draws=100)


@given(st.integers(1, 6), st.integers(0, 99))
def test_weights_drawn_are_shares_and_keep_their_order(count: int, seed: int) -> None:
    """Never negative, together 1; with an order, never against it."""
    weights = uniform_weights(Random(seed), count)
    assert min(weights) >= 0
    assert sum(weights) == pytest.approx(1)
    ordered = ordered_weights(Random(seed), [[place] for place in range(count)])
    assert ordered == sorted(ordered, reverse=True)


def test_confidence_counts_who_is_first_at_its_own_weights() -> None:
    """Ties count for both; who has no central weights has no confidence."""
    draws = [[[1.0, 0.0], [0.0, 1.0]], [[1.0, 1.0], [1.0, 1.0]]]
    assert confidence(draws, [[0.9, 0.1], [1.0, 0.0]]) == (1.0, 0.5)
    assert confidence(draws, [None, [0.0, 1.0]]) == (None, 1.0)
