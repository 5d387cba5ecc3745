"""Stages: each measure and each result in its time, told by number and lightness."""

from __future__ import annotations

from collections.abc import Callable

from toc.diagrams.overlay import Overlay
from toc.words import say

Lay = Callable[..., Overlay]


def test_stages_are_numbered_in_order_of_time(lay: Lay) -> None:
    """A measure's own stage, however it is spelled, comes first; then its period or due date."""
    boxes = lay("stages").boxes
    assert boxes["course"].tag == "1"
    assert boxes["learners"].tag == "2"
    assert boxes["work"].tag == "1"


def test_what_spans_several_stages_says_so(lay: Lay) -> None:
    """A period that runs from one stage into the next names both."""
    desk = lay("stages").boxes["desk"]
    assert (desk.tag, desk.ring) == ("1–2", "dashed")
    assert say(desk.told, "en") == "stages 1 to 2"


def test_what_has_no_stage_is_hatched(lay: Lay) -> None:
    """A measure without a date, and a result that is due after the last stage."""
    boxes = lay("stages").boxes
    assert boxes["guide"].hatched
    assert boxes["visits"].hatched
    assert say(boxes["visits"].told, "en") == "in no stage"


def test_what_has_no_time_of_its_own_stands_back(lay: Lay) -> None:
    """Inputs, factors and goals without a date are asked for no stage."""
    boxes = lay("stages").boxes
    assert {box for box, dress in boxes.items() if dress.muted} == {"people", "shifts", "equal"}


def test_later_stages_are_darker(lay: Lay) -> None:
    """The lightness runs with time, so that a grey print shows the order."""
    boxes = lay("stages").boxes
    assert boxes["course"].fill > boxes["learners"].fill


def test_the_legend_gives_the_stages_that_are_there(lay: Lay) -> None:
    """Each with its title and its period; the one without anything in it is not there."""
    assert [say(key.words, "en") for key in lay("stages").keys] == [
        "“Learn”, 2026-01/2026-12",
        "“Try it out”, 2027-01/2027-12",
        "over several stages",
        "in no stage",
        "has no stage of its own",
    ]


def test_a_strategy_without_stages_is_hatched(lay: Lay) -> None:
    """Then every measure and result falls in none."""
    overlay = lay("stages", changes={"stages": {}})
    assert overlay.boxes["course"].hatched
    assert [say(key.words, "ro") for key in overlay.keys] == [
        "în nicio etapă",
        "nu are o etapă a sa",
    ]
