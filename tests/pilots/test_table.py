"""Criteria × pilots: scales, scorers, knock-outs, what is computed, what is missing."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from pilots.desk import DESK, desk
from theories import strategies

from toc.graph import TheoryGraph
from toc.model import Strategy
from toc.pilots.computed import COMPUTED, quantity
from toc.pilots.table import table
from toc.pilots.voices import voices
from toc.pilots.weights import ranked, weights_of

QUANTITIES: list[tuple[str, list[Any]]] = [
    ("goals reached", [1, 2, 2, 0]),
    ("chains to goals", [1, 2, 3, 0]),
    ("tests", [1, 3, 2, 0]),
    ("only it tests", [0, 2, 0, 0]),
    ("leaves untested", [1, 0, 1, 0]),
    ("cost", [10000, 30000, 50000, None]),
    ("learning", [Fraction(1, 4), Fraction(1, 8), Fraction(3, 8), 0]),
]


def scored(criterion: dict[str, Any], *scores: Any) -> TheoryGraph:
    """Give a strategy with one criterion, and a pilot for each score."""
    pilots: dict[str, Any] = {
        f"p{place}": {"title": "P", "scores": {} if score is None else {"c": score}}
        for place, score in enumerate(scores)
    }
    return desk(criteria={"c": {"title": "C", **criterion}}, pilots=pilots)


@pytest.mark.parametrize(
    ("criterion", "scores", "values"),
    [
        pytest.param({"scale": [1, 5]}, (1, 3, 5), (0, 50, 100), id="declared"),
        pytest.param({"scale": [1, 5], "direction": "down"}, (1, 4, 5), (100, 25, 0), id="down"),
        pytest.param({}, (10, 15, 20), (0, 50, 100), id="from what was given"),
        pytest.param({}, (7, 7), (100, 100), id="all the same"),
        pytest.param({"scale": [0, 10]}, ({"Ana": 0.1, "Ion": 0.2},), (Fraction(3, 2),), id="mean"),
    ],
)
def test_scores_become_values(
    criterion: dict[str, Any], scores: tuple[Any, ...], values: tuple[Any, ...]
) -> None:
    """The worst of the scale is worth 0, the best 100, and less may be better."""
    sheet = table(scored(criterion, *scores)).sheet()
    assert tuple(row[0].value for row in sheet.marks) == values


def test_a_missing_score_is_never_zero() -> None:
    """Its value is not known: from 0 to 100, and the pilot is named."""
    found = table(scored({"scale": [1, 5]}, 3, None))
    mark = found.sheet().marks[1][0]
    assert mark.value is None
    assert [mark.worst, mark.best] == [0, 100]
    assert [(pilot.name, one.name) for pilot, one in found.missing] == [("p1", "c")]
    assert found.cell("p1", "c").mean is None
    assert found.cell("p1", "c").spread is None


@pytest.mark.parametrize(
    ("criterion", "score", "is_out"),
    [
        pytest.param({"knock_out": True, "scale": [0, 1]}, 0, True, id="fails"),
        pytest.param({"knock_out": True, "scale": [0, 1]}, 1, False, id="passes"),
        pytest.param({"knock_out": True}, 0, True, id="no scale"),
        pytest.param({"knock_out": 3, "scale": [1, 5]}, 3, False, id="at the threshold"),
        pytest.param({"knock_out": 3, "scale": [1, 5]}, 2.9, True, id="below"),
        pytest.param({"knock_out": 3, "direction": "down"}, 3.1, True, id="above, less is better"),
        pytest.param({"knock_out": 3, "direction": "down"}, 3, False, id="at it, less is better"),
        pytest.param({"knock_out": 0}, -1, True, id="a threshold of 0 is one"),
        pytest.param({"knock_out": False}, 0, False, id="false is none"),
        pytest.param({"knock_out": True}, None, False, id="not known"),
    ],
)
def test_knock_outs_come_first(criterion: dict[str, Any], score: Any, *, is_out: bool) -> None:
    """Who fails one is not added up at all; who is not scored is not known to fail."""
    found = table(scored(criterion, score))
    assert bool(found.knocked_out) == is_out
    assert len(found.sheet().pilots) == (0 if is_out else 1)


def test_a_knock_out_says_why() -> None:
    """A meeting hears who is out, and by which score."""
    found = table(scored({"knock_out": 3, "scale": [1, 5]}, {"Ana": 2, "Ion": 3}))
    assert found.knocked_out[0].told.say() == (
        "“P” is out: 2.5 for “C”, where at least 3 is let through"
    )
    assert table(desk()).knocked_out[0].told.say() == "“Posters” is out: it fails on “Lawful”"


def test_a_bare_knock_out_is_not_added_up() -> None:
    """One with a weight is."""
    assert [one.name for one in table(desk()).sheet().criteria] == ["feasible", "novel", "price"]
    weighted = {"knock_out": 1, "weight": 1}
    assert len(table(scored(weighted, 3)).sheet().columns) == 1


@pytest.mark.parametrize(("computed", "numbers"), QUANTITIES)
def test_what_is_computed_comes_from_the_graph(computed: str, numbers: list[Any]) -> None:
    """Each quantity, for each pilot; a cost that nobody wrote is missing."""
    shares = {"A": {"access": 0.5}, "B": {"belonging": 0.25}, "C": {"access": 0.75}}
    found = table(
        desk(criteria={"c": {"title": "C", "computed": computed}}),
        learning=lambda pilot: shares.get(pilot, {}),
    )
    assert [row[0][1].mean for _, row in found.rows()] == numbers


def test_every_quantity_is_tried() -> None:
    """The table above names all that can be computed."""
    assert {name for name, _ in QUANTITIES} == set(COMPUTED)
    assert all(quantity(name.replace(" ", "_").upper()) == name for name in COMPUTED)


def test_less_cost_is_better_where_nobody_says() -> None:
    """A file may say otherwise."""
    found = {one.criterion.name: one for one in table(desk()).columns}
    assert found["price"].is_down
    assert not found["feasible"].is_down


@pytest.mark.parametrize("computed", ["beauty", "learning"])
def test_what_nothing_computes_is_left_out_and_named(computed: str) -> None:
    """A criterion that is not known, or whose analysis was not given, weighs nothing."""
    found = table(desk(criteria={"c": {"title": "C", "computed": computed, "weight": 1}}))
    assert (found.columns, [one.name for one in found.left_out]) == ((), ["c"])


def test_weights_are_equal_where_none_are_given_and_that_is_said() -> None:
    """Nobody's weights are made up in silence."""
    criteria = {name: {"title": name} for name in ("x", "y")}
    weights = weights_of(table(desk(criteria=criteria)).sheet())
    assert weights.shares == (Fraction(1, 2), Fraction(1, 2))
    assert weights.told.say() == "no weights are given: every criterion counts the same"
    assert weights_of(table(desk()).sheet()).told.say() == (
        "weights: “Feasible” 40 %, “New” 30 %, “Cost” 30 %"
    )


def test_weights_of_an_order_are_those_of_its_centre() -> None:
    """Rank-order centroid weights, by id, whatever the order on the sheet."""
    weights = ranked(table(desk()).sheet(), ("price", "feasible", "novel"))
    assert weights.shares == (Fraction(5, 18), Fraction(1, 9), Fraction(11, 18))
    with pytest.raises(ValueError):
        ranked(table(desk()).sheet(), ("price",))


def test_scorers_are_heard_one_by_one() -> None:
    """Whom each would choose, and where they are farthest apart."""
    found = table(desk())
    told = voices(found, weights_of(found.sheet()))
    assert [(one.person, [pilot.name for pilot in one.first]) for one in told.voices] == [
        ("Ana", ["A"]),
        ("Ion", ["B"]),
    ]
    assert told.dissents[0].told.say() == (
        "“Mediators in two offices”, “Feasible”: 2 from Ana, 5 from Ion"
    )
    assert told.told.say() == (
        "those who scored would choose differently: Ana: “Course in two offices”; "
        "Ion: “Mediators in two offices”; they are farthest apart on “Feasible” of "
        "“Mediators in two offices”, by 75 % of the scale"
    )


def test_the_table_is_said_in_a_sentence() -> None:
    """How many pilots, by what, and who is out."""
    assert table(desk()).told.say() == (
        "4 pilots, judged by “Feasible”, “Lawful”, “New”, “Cost”; out before that: “Posters”; "
        "“Cost” is computed and has no scale: the worst pilot counts 0 and the best 100"
    )


def test_the_order_of_the_file_changes_nothing() -> None:
    """Criteria, pilots and scorers may stand in any order."""
    turned = {name: dict(reversed(DESK[name].items())) for name in ("criteria", "pilots")}
    assert table(desk(**turned)).as_data() == table(desk()).as_data()


@given(strategies(max_nodes=6))
def test_any_strategy_is_answered(strategy: Strategy) -> None:
    """Whatever is scored for whatever, there is a table."""
    found = table(TheoryGraph(strategy))
    assert len(found.cells) == len(strategy.pilots)
    assert found.sentence("ro")
    assert voices(found, weights_of(found.sheet())).sentence("ro")
