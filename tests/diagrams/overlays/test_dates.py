"""Target dates that cannot be met, and the chain that decides when a goal can be there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from toc.diagrams.overlay import Overlay
from toc.words import say

Lay = Callable[..., Overlay]

LATE: dict[str, Any] = {
    "activities": {
        "course": {"title": "A course", "period": "2027-03/2027-12"},
        "desk": {"title": "A desk", "period": "2028-06/2029-06"},
        "guide": "A guide",
    },
    "outputs": {
        "learners": {"title": "80 learners", "due": "2027-06"},
        "visits": {"title": "600 visits", "due": "2027"},
    },
    "links": {
        "course -> learners": "They come",
        "desk -> visits": "It is near",
        "learners -> speak": {"because": "They practise", "lag": "P6M"},
        "visits -> apply": "They ask",
        "speak, apply -> equal": "Barriers fall",
    },
}


def test_what_cannot_be_met_is_dressed_for_certain_or_possibly(lay: Lay) -> None:
    """Visits begin after their date; learners may come only when the course is over."""
    boxes = lay("dates", changes=LATE).boxes
    assert (boxes["visits"].sign, boxes["learners"].sign) == ("cross", "exclamation")
    assert say(boxes["visits"].told, "en") == (
        "its target date cannot be met, due 2027, not before 2028-06"
    )
    assert say(boxes["learners"].told, "en") == (
        "its target date may not be met, due 2027-06, not before 2027-12, "
        "on the chain that decides when"
    )
    assert boxes["desk"].muted


def test_the_critical_chain_of_the_goal_is_drawn(lay: Lay) -> None:
    """From the course, which is there first, over its links to the goal."""
    overlay = lay("dates", changes=LATE)
    bold = [key for key, stroke in overlay.arrows.items() if not stroke.muted]
    assert sorted(bold) == ["course -> learners", "learners -> speak", "speak -> equal"]
    assert say(overlay.boxes["speak"].told, "en") == "on the chain that decides when"
    assert say(overlay.title, "en") == (
        "Target dates that cannot be met: 2; "
        "what decides that “Equal access” cannot be there before 2027-09"
    )


def test_another_goal_has_its_own_chain(lay: Lay) -> None:
    """Of what no date is known nothing is made up."""
    overlay = lay("dates", about=("work",), changes=LATE)
    assert all(stroke.muted for stroke in overlay.arrows.values()) or not overlay.arrows
    assert say(overlay.title, "en").endswith("no date says when “Work” can be there")


def test_what_never_comes_about_is_told(lay: Lay) -> None:
    """A result that waits for itself has no earliest date."""
    ring = {"learners -> speak": "One", "speak -> learners": "Other", "speak -> equal": "Then"}
    boxes = lay("dates", changes={**LATE, "links": ring}).boxes
    assert say(boxes["learners"].foot, "en") == "due 2027-06, never there"


def test_the_legend_explains_it_in_both_languages(lay: Lay) -> None:
    """Boxes first, then arrows, then what stands back."""
    keys = lay("dates", changes=LATE).keys
    assert [say(key.words, "en") for key in keys] == [
        "its target date cannot be met",
        "its target date may not be met",
        "on the chain that decides when",
        "on the chain that decides when",
        "nothing is said of it",
    ]
    assert say(keys[0].words, "ro") == "termenul țintei nu poate fi respectat"


def test_several_goals_are_asked_about_together(lay: Lay) -> None:
    """The title then names none of them."""
    overlay = lay("dates", about=("work", "equal"), changes=LATE)
    assert say(overlay.title, "en").endswith("; what decides when each goal can be there")
