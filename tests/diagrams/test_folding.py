"""Several boxes become one, and no link is lost by it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams.chart import Arrow, Box, Chart, Column, Evidence, Facet, Kind, Lane, Note
from toc.diagrams.folding import Fold, folded
from toc.diagrams.narrowing import narrowed
from toc.diagrams.picture import Picture
from toc.model import Text

TITLE = Text.of({"en": "Services", "ro": "Servicii"})

WHOLE = Chart(
    "Whole",
    tuple(Column(level, level) for level in ("activity", "output", "short", "goal")),
    (
        Box("course", "activity", "Course", 0, 0),
        Box("guide", "activity", "Guide", 0, 0),
        Box("trained", "output", "Trained", 1, 0),
        Box("apply", "outcome", "Apply", 2, 0),
        Box("fair", "activity", "Fair", 0, 1),
        Box("met", "output", "Met", 1, 1),
        Box("equal", "goal", "Equal", 3, 0),
        Box("leave", "barrier", "Leave", 1, 0),
    ),
    (
        Arrow("1", "course", "trained", "Practice", assuming=(1,)),
        Arrow("2", "guide", "apply", assuming=(2,)),
        Arrow("3", "trained", "apply"),
        Arrow("4", "apply", "equal", "Habit", assuming=(3,), evidence="strong"),
        Arrow("5", "trained", "equal", assuming=(2, 3), evidence="limited"),
        Arrow("6", "leave", "equal", hinders=True),
        Arrow("7", "met", "course"),
        Arrow("8", "equal", "guide", feedback="reinforcing"),
        Arrow("9", "fair", "met", evidence="moderate"),
        Arrow("10", "fair", "met"),
    ),
    lanes=(Lane("services", "Services"), Lane("meeting", "Meeting")),
    notes=tuple(Note(at, "untested", f"Note {at}") for at in (1, 2, 3, 4)),
    facets=(Facet("pilot", "Pilot", (("P", ("course", "trained", "met")),)),),
)
SERVICES = Fold("services", TITLE, frozenset(("course", "guide", "trained", "apply", "equal")))


def one_of(chart: Chart, name: str = "services") -> Box:
    """Give the box of that id."""
    return next(box for box in chart.boxes if box.id == name)


def test_an_areas_boxes_become_one_in_the_middle_and_its_goal_stays() -> None:
    """The one box has the area's name and place, and says what it holds."""
    chart = folded(WHOLE, [SERVICES])
    one = one_of(chart)
    assert [box.id for box in chart.boxes] == ["fair", "met", "equal", "leave", "services"]
    assert (one.label, one.kind, one.column, one.lane, one.holds) == (
        "Services",
        "activity",
        0,
        0,
        4,
    )
    assert [fact.said for fact in one.facts] == [("Course", "Guide", "Trained", "Apply")]


def test_links_are_lifted_and_those_alike_are_one_arrow() -> None:
    """It stands for all, rests on all they assume, and is as well supported as the weakest."""
    arrows = {arrow.key: arrow for arrow in folded(WHOLE, [SERVICES]).arrows}
    both = arrows["4"]
    assert sorted(arrows) == ["10", "4", "6", "7", "8", "9"]
    assert (both.cause, both.effect, both.stands_for) == ("services", "equal", 2)
    assert (both.assuming, both.evidence, both.because) == ((2, 3), "limited", "")
    assert [fact.said for fact in both.facts] == [("Apply → Equal", "Trained → Equal")]


def test_a_link_that_is_lifted_alone_keeps_its_reason() -> None:
    """Only where several are one is there no one reason."""
    fold = Fold("a", TITLE, frozenset(("course", "trained")))
    arrows = {arrow.key: arrow for arrow in folded(WHOLE, [fold]).arrows}
    assert arrows["5"].assuming == (2, 3)
    assert (arrows["7"].cause, arrows["7"].effect, arrows["7"].stands_for) == ("met", "a", 1)


def test_what_helps_what_hinders_and_what_feeds_back_stay_apart() -> None:
    """Links between the same two boxes are one arrow only where they say the same."""
    fold = Fold("a", TITLE, frozenset(("apply", "leave", "guide")))
    kinds = {
        (arrow.cause, arrow.effect, arrow.hinders, arrow.feedback)
        for arrow in folded(WHOLE, [fold]).arrows
        if "a" in (arrow.cause, arrow.effect)
    }
    assert kinds >= {
        ("a", "equal", False, ""),
        ("a", "equal", True, ""),
        ("equal", "a", False, "reinforcing"),
    }


def test_links_between_boxes_that_are_not_folded_stay_two() -> None:
    """What the authors say twice is drawn twice."""
    arrows = folded(WHOLE, [SERVICES]).arrows
    assert sum((arrow.cause, arrow.effect) == ("fair", "met") for arrow in arrows) == 2


@pytest.mark.parametrize(
    ("grades", "weakest"),
    [
        (("strong", "moderate"), "moderate"),
        (("limited", "strong"), "limited"),
        (("strong", ""), ""),
        (("", "gap"), "gap"),
        (("gap", "limited"), "gap"),
    ],
)
def test_an_arrow_is_no_better_supported_than_its_weakest_link(
    grades: tuple[Evidence, Evidence], weakest: Evidence
) -> None:
    """A gap is the weakest, and a link that nobody graded takes the grade from the others."""
    arrows = tuple(
        Arrow(str(at), cause, "equal", evidence=grade)
        for at, (cause, grade) in enumerate(zip(("course", "guide"), grades, strict=True))
    )
    (arrow,) = folded(replace(WHOLE, arrows=arrows), [SERVICES]).arrows
    assert arrow.evidence == weakest


def test_an_assumption_that_only_hidden_links_rest_on_is_not_listed() -> None:
    """One that rests on nothing at all is still listed, as on the whole sheet."""
    assert [note.number for note in folded(WHOLE, [SERVICES]).notes] == [2, 3, 4]


def test_columns_and_lanes_that_are_empty_now_vanish() -> None:
    """No heading stands over nothing."""
    levels = [column.level for column in folded(WHOLE, [SERVICES]).columns]
    assert levels == ["activity", "output", "goal"]
    assert one_of(folded(WHOLE, [SERVICES]), "equal").column == 2


def test_goals_alone_become_one_box() -> None:
    """Where there is nothing but goals, they are folded."""
    goals = replace(WHOLE, boxes=tuple(replace(box, kind="goal") for box in WHOLE.boxes))
    assert one_of(folded(goals, [SERVICES])).holds == 5


@pytest.mark.parametrize("boxes", [(), ("course",), ("equal", "course"), ("nowhere", "else")])
def test_one_box_alone_stays_as_it_is(boxes: tuple[str, ...]) -> None:
    """There is nothing to fold, and its own name says more."""
    assert folded(WHOLE, [Fold("a", TITLE, frozenset(boxes))]) is WHOLE


def test_a_box_of_something_outside_gives_its_look_only_where_there_is_nothing_else() -> None:
    """An area is not drawn as a barrier because a barrier stands in its middle."""
    kinds: list[tuple[tuple[str, ...], Kind]] = [
        (("course", "leave", "apply"), "activity"),
        (("leave", "met"), "output"),
    ]
    for boxes, kind in kinds:
        assert one_of(folded(WHOLE, [Fold("a", TITLE, frozenset(boxes))]), "a").kind == kind
    outside = replace(WHOLE, boxes=tuple(replace(box, kind="factor") for box in WHOLE.boxes))
    assert one_of(folded(outside, [SERVICES])).kind == "factor"


def test_an_id_that_a_box_has_is_not_given_again() -> None:
    """An area that is called as a box of another is told apart."""
    chart = folded(WHOLE, [Fold("fair", TITLE, frozenset(("course", "guide")))])
    assert sorted(box.id for box in chart.boxes if box.id.startswith("fair")) == ["fair", "fair_"]


def test_all_twins_are_folded_each_in_its_words() -> None:
    """Room is left for the names in the other languages, so that nothing moves."""
    both = replace(WHOLE, second="ro", twins=(replace(WHOLE, language="ro"),))
    chart = folded(both, [SERVICES])
    (twin,) = chart.twins
    assert (one_of(chart).label, one_of(chart).second) == ("Services", "Servicii")
    assert one_of(chart).others == ("Servicii",)
    assert (one_of(twin).label, one_of(twin).others) == ("Servicii", ("Services",))
    assert one_of(twin).facts[0].name == "Cuprinde"


def test_facets_pick_out_the_one_box_for_what_it_holds() -> None:
    """A filter by pilot still finds what is folded."""
    (facet,) = folded(WHOLE, [SERVICES]).facets
    assert facet.values == (("P", ("services", "met")),)


def test_what_was_unseen_before_stays_counted() -> None:
    """Folding a part of a chart adds up what its boxes do not show."""
    part = narrowed(WHOLE, {"course", "trained", "apply"})
    one = one_of(folded(part, [SERVICES]))
    assert (one.unseen_causes, one.unseen_effects) == (2, 2)


def test_a_folded_chart_can_be_drawn_though_arrows_run_backwards() -> None:
    """What ran forwards among many may run back between two."""
    arrows = (*WHOLE.arrows, Arrow("11", "course", "met"), Arrow("12", "apply", "fair"))
    scene = Picture(folded(replace(WHOLE, arrows=arrows), [SERVICES])).scene
    assert len(scene.boxes) == 5


BOXES = [box.id for box in WHOLE.boxes]


@given(
    st.permutations(BOXES),
    st.integers(0, len(BOXES)),
    st.integers(0, len(BOXES)),
    st.sets(st.sampled_from(BOXES)),
)
def test_no_link_is_lost(order: list[str], first: int, second: int, shown: set[str]) -> None:
    """Each is drawn, lifted, within a folded box, or counted as unseen; none twice."""
    one, other = sorted((first, second))
    folds = [
        Fold("a", TITLE, frozenset(order[:one])),
        Fold("b", TITLE, frozenset(order[one:other])),
    ]
    part = narrowed(WHOLE, shown)
    chart = folded(part, folds)
    left = {box.id for box in chart.boxes}
    held = {box: fold.key for fold in folds for box in fold.boxes if box in shown - left}
    drawn: Counter[tuple[str, str, bool, str]] = Counter()
    for arrow in chart.arrows:
        drawn[arrow.cause, arrow.effect, arrow.hinders, arrow.feedback] += arrow.stands_for
    wanted: Counter[tuple[str, str, bool, str]] = Counter()
    for arrow in part.arrows:
        cause, effect = held.get(arrow.cause, arrow.cause), held.get(arrow.effect, arrow.effect)
        if cause != effect:
            wanted[cause, effect, arrow.hinders, arrow.feedback] += 1
    assert drawn == wanted
    assert sum(box.holds or 1 for box in chart.boxes) == len(shown)
    for side in ("unseen_causes", "unseen_effects"):
        before = sum(getattr(box, side) for box in part.boxes)
        assert sum(getattr(box, side) for box in chart.boxes) == before


@given(st.permutations(BOXES), st.integers(0, len(BOXES)))
def test_the_order_of_a_chart_changes_nothing(order: list[str], count: int) -> None:
    """Boxes and arrows in any order give the same one box."""
    fold = Fold("a", TITLE, frozenset(order[:count]))
    turned = replace(WHOLE, boxes=WHOLE.boxes[::-1], arrows=WHOLE.arrows[::-1])
    first, second = folded(WHOLE, [fold]), folded(turned, [fold])
    assert set(first.boxes) == set(second.boxes)
    assert set(first.arrows) == set(second.arrows)
