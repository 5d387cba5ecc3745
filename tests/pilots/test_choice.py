"""The weighted sum: who comes first, how firmly, and what would have to change."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from operator import mul

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pilots.desk import desk
from theories import strategies

from toc.graph import TheoryGraph
from toc.model import Strategy
from toc.pilots.choice import weighted_sum
from toc.pilots.dominance import dominance
from toc.pilots.sheet import Sheet, sheet_of
from toc.pilots.stability import stability
from toc.pilots.table import table
from toc.pilots.wanting import wanting
from toc.pilots.weights import Weights, weights_of


def weighted(sheet: Sheet, *numbers: float) -> Weights:
    """Give weights by place."""
    return weights_of(sheet, dict(zip((one.name for one in sheet.criteria), numbers, strict=True)))


@st.composite
def sheets(draw: st.DrawFn, *, missing: bool = False) -> Sheet:
    """Give sheets of a few pilots and criteria, with ties."""
    value = st.integers(0, 10).map(lambda number: 10 * number)
    cell = st.one_of(value, st.none()) if missing else value
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=5))
    return sheet_of({f"p{place}": row for place, row in enumerate(rows)})


@st.composite
def weighed(draw: st.DrawFn) -> tuple[Sheet, Weights]:
    """Give sheets with weights, none of which is nothing."""
    sheet = draw(sheets())
    return sheet, weighted(sheet, *(draw(st.integers(1, 9)) for _ in sheet.columns))


def firsts(sheet: Sheet, shares: Sequence[Fraction]) -> set[str]:
    """Give who comes first when criteria count so much, by adding up."""
    sums = [
        sum(share * value for share, value in zip(shares, row, strict=True))
        for row in sheet.values()
    ]
    return {pilot.name for pilot, own in zip(sheet.pilots, sums, strict=True) if own == max(sums)}


def moved(weights: Weights, place: int, share: Fraction) -> list[Fraction]:
    """Give the weights with one moved, and the others in their proportions."""
    rest = 1 - weights.shares[place]
    return [
        share if one == place else own * (1 - share) / rest
        for one, own in enumerate(weights.shares)
    ]


def test_the_sum_is_one_that_people_can_follow() -> None:
    """Each criterion adds its share of the value; the parts stand on the sheet."""
    sheet = sheet_of({"bus": [100, 50], "desk": [0, 80]}, ["new", "cheap"])
    ranking = weighted_sum(sheet, weights_of(sheet, {"new": 1, "cheap": 3}))
    assert [(place.pilot.name, place.low, place.best) for place in ranking.places] == [
        ("bus", Fraction(125, 2), 1),
        ("desk", 60, 2),
    ]
    assert list(ranking.places[0].parts) == [Fraction(75, 2), 25]
    assert ranking.told.say() == (
        "“bus” comes first (“bus” 62.5, “desk” 60); weights: “cheap” 75 %, “new” 25 %"
    )


def test_who_ties_comes_first_together() -> None:
    """Nobody is put first by the order of the file."""
    sheet = sheet_of({"a": [40, 60], "b": [60, 40]})
    ranking = weighted_sum(sheet, weights_of(sheet))
    assert [one.name for one in ranking.first] == ["a", "b"]
    assert [(place.best, place.worst) for place in ranking.places] == [(1, 1), (1, 1)]
    assert "come first together" in ranking.told.say()
    assert stability(sheet, ranking.weights).told.say() == "no pilot comes first alone"


def test_a_missing_score_leaves_the_place_open() -> None:
    """Between the sum with the worst and with the best; nobody is ruled out by what is missing."""
    sheet = sheet_of({"a": [60, 60], "b": [80, None], "c": [10, 20]})
    ranking = weighted_sum(sheet, weights_of(sheet))
    open_place = next(place for place in ranking.places if place.pilot.name == "b")
    assert [open_place.low, open_place.high] == [40, 90]
    assert (open_place.best, open_place.worst) == (1, 2)
    assert "“b”, “a” may come first while scores are missing" in ranking.told.say()
    assert stability(sheet, ranking.weights).leader is None


def test_no_pilots_and_no_criteria_are_answered() -> None:
    """Nothing to choose is no reason to fail."""
    nothing = Sheet((), (), ())
    assert weighted_sum(nothing, weights_of(nothing)).told.say() == "there is no pilot to choose"
    assert stability(nothing, weights_of(nothing)).leader is None
    assert dominance(nothing) == ()


def test_a_pilot_is_beaten_where_it_is_nowhere_better() -> None:
    """It is said by whom, and on what."""
    found = dominance(sheet_of({"a": [40, 60], "b": [40, 70], "c": [90, 0]}))
    assert [(one.pilot.name, one.by.name) for one in found] == [("a", "b")]
    assert found[0].told.say() == "“b” is at least as good as “a” on everything, and better on “c2”"


def test_a_missing_score_beats_nothing() -> None:
    """And it is beaten only by the best of the scale."""
    assert dominance(sheet_of({"a": [40, 10], "b": [50, None]})) == ()
    assert [one.by.name for one in dominance(sheet_of({"a": [40, None], "b": [50, 100]}))] == ["b"]


def test_how_firmly_the_first_stands_is_said_in_words() -> None:
    """The weight that has to move least, from where to where, and who is first then."""
    sheet = sheet_of({"bus": [100, 50], "desk": [0, 80]}, ["new", "cheap"])
    found = stability(sheet, weights_of(sheet, {"new": 1, "cheap": 3}))
    assert found.leader is not None
    assert [(one.criterion.name, one.low, one.high) for one in found.leeways] == [
        ("cheap", 0, Fraction(10, 13)),
        ("new", Fraction(3, 13), 1),
    ]
    assert found.told.say() == (
        "“bus” stays first until “cheap” counts more than 76 % (now 75 %); then “desk”"
    )


def test_who_beats_all_stays_first() -> None:
    """No weight can change it."""
    sheet = sheet_of({"a": [90, 90], "b": [10, 20]})
    assert stability(sheet, weights_of(sheet)).told.say() == (
        "“a” stays first whatever any one criterion counts"
    )


def test_what_would_have_to_change_is_said_in_words() -> None:
    """The nearest weight and the nearest score, in the scale of its criterion."""
    found = table(desk())
    sheet = found.sheet()
    told = wanting(sheet, weights_of(sheet), "B")
    assert told.told.say() == (
        "“Mediators in two offices” would win if “New” counts at least 37 % (now 30 %), or with "
        "4 instead of 3.5 for “Feasible”"
    )
    assert wanting(sheet, weights_of(sheet), "A").told.say() == (
        "“Course in two offices” comes first as things are"
    )
    assert [one.column.criterion.name for one in told.raises] == ["feasible", "novel"]


def test_a_beaten_pilot_wins_under_no_weights() -> None:
    """It is said who stands before it, and with which score it would win."""
    sheet = sheet_of({"a": [40, 60], "b": [40, 70]})
    told = wanting(sheet, weights_of(sheet), "a")
    assert told.told.say() == (
        "“a” wins under no weights: “b” is nowhere worse; it would win with 50 instead of 40 "
        "for “c1”"
    )


def test_a_pilot_that_is_out_cannot_be_asked_for() -> None:
    """What is knocked out is not on the sheet."""
    sheet = table(desk()).sheet()
    with pytest.raises(KeyError):
        wanting(sheet, weights_of(sheet), "D")


@given(sheets(), st.data())
def test_rescaled_weights_change_nothing(sheet: Sheet, data: st.DataObject) -> None:
    """Only the proportions of weights count."""
    numbers = [data.draw(st.integers(1, 99)) for _ in sheet.columns]
    factor = data.draw(st.integers(2, 9))
    larger = weighted(sheet, *(number * factor for number in numbers))
    assert weighted_sum(sheet, larger) == weighted_sum(sheet, weighted(sheet, *numbers))


@given(weighed())
def test_the_ranking_is_that_of_the_sums(case: tuple[Sheet, Weights]) -> None:
    """Nobody is ahead of who has more; shares of weights add up to the whole."""
    sheet, weights = case
    ranking = weighted_sum(sheet, weights)
    assert sum(weights.shares) == 1
    assert {one.name for one in ranking.first} == firsts(sheet, weights.shares)
    sums = [place.low for place in ranking.places]
    assert sums == sorted(sums, reverse=True)
    for place in ranking.places:
        assert place.low == sum(part for part in place.parts if part is not None)
        assert place.best == place.worst == 1 + sum(other > place.low for other in sums)


@given(weighed())
def test_who_is_beaten_never_comes_first(case: tuple[Sheet, Weights]) -> None:
    """Not as long as every criterion counts something."""
    sheet, weights = case
    first = weighted_sum(sheet, weights).first
    assert not {one.pilot for one in dominance(sheet)}.intersection(first)


@given(sheets(missing=True), st.data())
def test_however_missing_scores_turn_out_the_place_was_foreseen(
    sheet: Sheet, data: st.DataObject
) -> None:
    """Every way to fill them in gives a rank between the best and the worst that were told."""
    rows = {
        pilot.name: [
            data.draw(st.integers(0, 100)) if mark.value is None else float(mark.value)
            for mark in row
        ]
        for pilot, row in zip(sheet.pilots, sheet.marks, strict=True)
    }
    filled = sheet_of(rows)
    foreseen = {place.pilot.name: place for place in weighted_sum(sheet, weights_of(sheet)).places}
    for place in weighted_sum(filled, weights_of(filled)).places:
        before = foreseen[place.pilot.name]
        assert before.low <= place.low <= before.high
        assert before.best <= place.best <= before.worst


@given(weighed())
def test_just_inside_the_first_stays_and_just_outside_it_does_not(
    case: tuple[Sheet, Weights],
) -> None:
    """The ends of every interval are exact: a hair further and somebody else is first."""
    sheet, weights = case
    found = stability(sheet, weights)
    assume(found.leader is not None)
    assert found.leader is not None
    hair = Fraction(1, 10**9)
    for one in found.leeways:
        place = sheet.criteria.index(one.criterion)
        assert one.low <= one.weight <= one.high
        for share in (one.low, one.high, (one.low + one.high) / 2):
            assert found.leader.name in firsts(sheet, moved(weights, place, share))
        for rival, end, outside in (
            (one.below, one.low, one.low - hair),
            (one.above, one.high, one.high + hair),
        ):
            if rival is None:
                assert end in {0, 1}
            else:
                assert rival.name in firsts(sheet, moved(weights, place, end))
                ahead = firsts(sheet, moved(weights, place, outside))
                assert found.leader.name not in ahead


@given(weighed(), st.data())
def test_what_would_have_to_change_does_change_it(
    case: tuple[Sheet, Weights], data: st.DataObject
) -> None:
    """With each weight and each score that is named the pilot is first, and with less not."""
    sheet, weights = case
    pilot = data.draw(st.sampled_from(sheet.pilots)).name
    found = wanting(sheet, weights, pilot)
    assert found.is_first == (pilot in firsts(sheet, weights.shares))
    for one in found.weights:
        place = sheet.criteria.index(one.criterion)
        for share in (one.low, one.high):
            assert pilot in firsts(sheet, moved(weights, place, share))
    for better in found.raises:
        place = sheet.columns.index(better.column)
        for score, is_first in ((better.needed, True), ((better.needed + better.score) / 2, False)):
            rows = {name.name: own for name, own in zip(sheet.pilots, sheet.values(), strict=True)}
            own = [score if at == place else value for at, value in enumerate(rows[pilot])]
            sums = {
                name: sum(map(mul, weights.shares, row))
                for name, row in {**rows, pilot: own}.items()
            }
            assert (sums[pilot] == max(sums.values())) == is_first


@given(strategies(max_nodes=6))
def test_any_strategy_is_answered(strategy: Strategy) -> None:
    """Whatever the weights and scores are, somebody is told something."""
    sheet = table(TheoryGraph(strategy)).sheet()
    weights = weights_of(sheet)
    assert weighted_sum(sheet, weights).sentence("ro")
    assert stability(sheet, weights).sentence("ro")
    for pilot in sheet.complete().pilots:
        assert wanting(sheet, weights, pilot.name).sentence("ro")
