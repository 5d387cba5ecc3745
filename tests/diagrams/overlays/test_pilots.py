"""Pilots: what each tries stands out, its way to the goals stays, the rest stands back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toc.diagrams.overlay import Overlay, Stamp
from toc.errors import UnknownNameError
from toc.words import say

Lay = Callable[..., Overlay]


def test_a_measure_that_is_tried_has_a_thick_edge_and_a_tag(lay: Lay) -> None:
    """The measures of each pilot are told apart by their tags, not by a colour."""
    boxes = lay("pilots").boxes
    assert (boxes["course"].width, boxes["course"].tag) == (3.0, "P1")
    assert (boxes["desk"].width, boxes["desk"].tag) == (3.0, "P2")
    assert boxes["course"].edge == boxes["desk"].edge


def test_the_way_to_the_goal_is_tagged_with_each_pilot_that_takes_it(lay: Lay) -> None:
    """Where the ways of two pilots meet, both tags stand."""
    boxes = lay("pilots").boxes
    assert boxes["learners"].tag == "P1"
    assert boxes["equal"].tag == "P1, P2"
    assert not boxes["equal"].muted


def test_the_rest_stands_back(lay: Lay) -> None:
    """What no pilot touches is grey: also the goal that none of them claims."""
    overlay = lay("pilots")
    assert {box for box, dress in overlay.boxes.items() if dress.muted} == {
        "people",
        "guide",
        "work",
        "shifts",
    }
    assert overlay.arrows["guide -> work"].muted
    assert not overlay.arrows["learners -> speak"].muted


def test_what_is_put_to_the_test_stands_out(lay: Lay) -> None:
    """A tested link is thick and tagged, a tested assumption's badge is strong."""
    overlay = lay("pilots")
    tested = overlay.arrows["course -> learners"]
    assert (tested.width, tested.tag) == (3.0, "P1")
    assert overlay.badges == {
        1: Stamp(strong=True),
        2: Stamp(muted=True),
        3: Stamp(muted=True),
        4: Stamp(muted=True),
    }


def test_one_pilot_keeps_its_number(lay: Lay) -> None:
    """Asked about the second pilot alone, its tag is still P2, and only its measure has it."""
    overlay = lay("pilots", about=("MOBILE_DESK",))
    assert overlay.boxes["desk"].tag == "P2"
    assert overlay.boxes["equal"].tag == ""
    assert overlay.boxes["course"].muted


def test_the_legend_names_the_pilots_and_what_is_there(lay: Lay) -> None:
    """Each tag has its pilot's name beside it; what is not on the sheet is not explained."""
    assert [say(key.words, "en") for key in lay("pilots").keys] == [
        "“Evening course”",
        "“Mobile desk”",
        "on the way to what it claims",
        "link put to the test",
        "assumption put to the test",
        "in no pilot",
    ]
    alone = lay("pilots", about=("mobile_desk",))
    assert "link put to the test" not in [say(key.words, "en") for key in alone.keys]


def test_it_is_told_in_words(lay: Lay) -> None:
    """Who hears the picture hears which pilot tries what, in either language."""
    overlay = lay("pilots")
    assert say(overlay.boxes["course"].told, "en") == "tried by “Evening course”"
    assert say(overlay.boxes["speak"].told, "en") == "on the way of “Evening course”"
    assert say(overlay.arrows["course -> learners"].told, "ro") == (
        "pusă la probă de „Evening course”"
    )


def test_a_pilot_that_is_not_there_is_no_overlay(lay: Lay) -> None:
    """Whoever misspells a pilot hears what was meant."""
    with pytest.raises(UnknownNameError, match="did you mean “mobile_desk”"):
        lay("pilots", about=("mobil_desk",))


def test_a_strategy_without_pilots_is_all_grey(lay: Lay) -> None:
    """Where nothing is tried, everything stands back, and the legend says so."""
    overlay = lay("pilots", changes={"pilots": {}})
    assert all(dress.muted for dress in overlay.boxes.values())
    assert [say(key.words, "en") for key in overlay.keys] == ["in no pilot"]
