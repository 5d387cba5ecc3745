"""What the arrows rest on: the weakest assumption decides, by shape as well as by colour."""

from __future__ import annotations

from collections.abc import Callable

from toc.diagrams.overlay import Overlay
from toc.words import say

Lay = Callable[..., Overlay]


def test_the_weakest_assumption_decides(lay: Lay) -> None:
    """An arrow with one that holds and one that failed is drawn as failed."""
    told = {key: say(stroke.told, "en") for key, stroke in lay("assumptions").arrows.items()}
    assert told["course -> learners"] == "its weakest assumption: failed"
    assert told["desk -> visits"] == "its weakest assumption: holding"
    assert told["visits -> apply"] == "its weakest assumption: doubtful"
    assert told["guide -> work"] == "rests on no assumption"


def test_boxes_stay_as_they_are(lay: Lay) -> None:
    """Only the arrows are asked about."""
    assert lay("assumptions").boxes == {}


def test_states_differ_without_colour(lay: Lay) -> None:
    """Each state has a width and a dash that no other has; nothing to rest on is dotted thin."""
    strokes = {(stroke.width, stroke.dash) for stroke in lay("assumptions").arrows.values()}
    assert len(strokes) == 4
    assert min(strokes)[1]


def test_the_legend_counts_what_is_there(lay: Lay) -> None:
    """The weakest come first; a state that no arrow has is not explained."""
    assert [say(key.words, "en") for key in lay("assumptions").keys] == [
        "its weakest assumption: failed (1 arrow)",
        "its weakest assumption: doubtful (1 arrow)",
        "its weakest assumption: holding (1 arrow)",
        "rests on no assumption (6 arrows)",
    ]
