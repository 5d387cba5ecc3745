"""A part of a chart says that it is a part."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams.chart import Arrow, Box, Chart, Column, Facet, Lane, Note
from toc.diagrams.narrowing import narrowed

WHOLE = Chart(
    "Whole",
    (Column("activity", "Activities"), Column("output", "Outputs"), Column("goal", "Goals")),
    (
        Box("course", "activity", "Course", 0, 0),
        Box("guide", "activity", "Guide", 0, 1),
        Box("trained", "output", "Trained", 1, 0),
        Box("equal", "goal", "Equal", 2, 1),
    ),
    (
        Arrow("1", "course", "trained", assuming=(2,)),
        Arrow("2", "guide", "trained", assuming=(1,)),
        Arrow("3", "trained", "equal"),
        Arrow("4", "equal", "course", feedback="reinforcing"),
    ),
    lanes=(Lane("a", "A"), Lane("b", "B")),
    notes=(Note(1, "untested", "One"), Note(2, "failed", "Two"), Note(3, "holding", "Three")),
    facets=(Facet("pilot", "Pilot", (("P", ("course", "equal")), ("Q", ("equal",)))),),
)


def test_empty_columns_and_lanes_vanish_and_the_rest_moves_up() -> None:
    """Two boxes of one lane and two levels are a chart of one lane and two levels."""
    part = narrowed(WHOLE, {"course", "trained"})
    assert [column.level for column in part.columns] == ["activity", "output"]
    assert [lane.key for lane in part.lanes] == ["a"]
    assert [(box.id, box.column, box.lane) for box in part.boxes] == [
        ("course", 0, 0),
        ("trained", 1, 0),
    ]


def test_each_box_counts_the_arrows_that_are_not_seen() -> None:
    """Whoever sees a part knows where the theory goes on."""
    part = narrowed(WHOLE, {"course", "trained"})
    counts = {box.id: (box.unseen_causes, box.unseen_effects) for box in part.boxes}
    assert counts == {"course": (1, 0), "trained": (1, 1)}


def test_assumptions_keep_their_numbers_and_only_those_in_sight_are_listed() -> None:
    """A number means the same on every sheet."""
    assert [note.number for note in narrowed(WHOLE, {"course", "trained"}).notes] == [2]
    assert [note.number for note in narrowed(WHOLE, {"course"}, notes={3}).notes] == [3]


def test_facets_forget_what_is_not_there() -> None:
    """Nobody is offered a pilot that has no box on the sheet."""
    (facet,) = narrowed(WHOLE, {"course"}).facets
    assert facet.values == (("P", ("course",)),)


def test_arrows_can_be_chosen_too() -> None:
    """An arrow that is left out is counted at both its ends."""
    part = narrowed(WHOLE, {box.id for box in WHOLE.boxes}, arrows={"1", "2", "3"})
    assert [arrow.key for arrow in part.arrows] == ["1", "2", "3"]
    assert {box.id: box.unseen_causes for box in part.boxes if box.unseen_causes} == {"course": 1}


def test_a_chart_of_nothing_still_has_a_column() -> None:
    """A sheet with no box can be drawn."""
    assert narrowed(WHOLE, set()).columns == WHOLE.columns[-1:]


def test_twins_are_narrowed_alike() -> None:
    """The same part is seen in every language."""
    both = replace(WHOLE, twins=(replace(WHOLE, language="ro"),))
    (twin,) = narrowed(both, {"course"}).twins
    assert [box.id for box in twin.boxes] == ["course"]


@given(st.sets(st.sampled_from([box.id for box in WHOLE.boxes])))
def test_no_arrow_is_lost_or_told_twice(ids: set[str]) -> None:
    """Seen and unseen arrows of each box make up all that it has."""
    part = narrowed(WHOLE, ids)
    for box in part.boxes:
        into = sum(arrow.effect == box.id for arrow in part.arrows)
        assert into + box.unseen_causes == sum(arrow.effect == box.id for arrow in WHOLE.arrows)
        out = sum(arrow.cause == box.id for arrow in part.arrows)
        assert out + box.unseen_effects == sum(arrow.cause == box.id for arrow in WHOLE.arrows)
