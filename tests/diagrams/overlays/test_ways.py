"""One way to a goal is lit, the rest stands back, and how many others there are is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from toc.diagrams.overlay import Overlay
from toc.errors import UnknownNameError
from toc.words import say

Lay = Callable[..., Overlay]

CALM: dict[str, Any] = {"risks": {}}
"""Without a risk the desk needs one thing less than the course."""
DESK = ["apply", "desk", "equal", "visits"]
COSTS = {
    "course": {"title": "A course", "cost": 10},
    "desk": {"title": "A desk", "cost": 500},
    "guide": "A guide",
}


def lit(overlay: Overlay) -> list[str]:
    """Give the boxes that do not stand back."""
    return sorted(name for name, dress in overlay.boxes.items() if not dress.muted)


def test_the_smallest_way_to_the_first_goal_is_lit(lay: Lay) -> None:
    """The desk needs fewer things than the course, and no cost is known."""
    overlay = lay("ways", changes=CALM)
    assert lit(overlay) == DESK
    bold = [key for key, stroke in overlay.arrows.items() if not stroke.muted]
    assert sorted(bold) == ["apply -> equal", "desk -> visits", "visits -> apply"]
    assert say(overlay.title, "en") == (
        "The smallest way to “Equal access”; there is 1 other way "
        "(any one cause is enough where nobody has said it)"
    )
    assert say(overlay.boxes["equal"].foot, "en") == "1 other way"


def test_where_anything_has_a_cost_the_cheapest_way_is_lit(lay: Lay) -> None:
    """The course costs less than the desk, though it needs more."""
    overlay = lay("ways", changes={"activities": COSTS})
    assert lit(overlay) == ["course", "equal", "learners", "people", "speak"]
    assert say(overlay.title, "en").startswith("The cheapest way to “Equal access”; there is 1")
    assert say(overlay.title, "ro").startswith("Cea mai ieftină cale spre „Equal access”; mai")


def test_a_goal_with_one_way_has_no_other(lay: Lay) -> None:
    """Work comes from the guide and from nothing else."""
    overlay = lay("ways", about=("work",))
    assert lit(overlay) == ["guide", "work"]
    assert say(overlay.title, "en") == "The smallest way to “Work”; there is no other"
    assert overlay.boxes["work"].foot == ""


def test_what_an_assumption_carries_keeps_its_badge(lay: Lay) -> None:
    """Of the course's assumptions only the one that the desk shares stays."""
    badges = lay("ways", changes=CALM).badges
    assert sorted(number for number, stamp in badges.items() if not stamp.muted) == [2, 3]


def test_several_goals_are_lit_together(lay: Lay) -> None:
    """Each has its own number of other ways on its box."""
    overlay = lay("ways", about=("work", "EQUAL"), changes=CALM)
    assert lit(overlay) == sorted([*DESK, "guide", "work"])
    assert say(overlay.title, "en") == "One way to each goal"


def test_a_goal_on_the_way_to_another_keeps_its_number(lay: Lay) -> None:
    """Whichever is asked about first: equal access leads on to work."""
    links = {
        "course -> learners": "They come",
        "desk -> visits": "Near",
        "learners, visits -> equal": "Barriers fall",
        "equal -> work": "It opens doors",
    }
    for about in (("work", "equal"), ("equal", "work")):
        boxes = lay("ways", about=about, changes={"links": links}).boxes
        assert [say(boxes[goal].foot, "en") for goal in about] == ["1 other way"] * 2


def test_a_goal_out_of_reach_has_no_way(lay: Lay) -> None:
    """Nothing is lit that leads nowhere, and the title says why."""
    overlay = lay("ways", about=("work",), changes={"links": {"desk -> visits": "Near"}})
    assert lit(overlay) == []
    assert say(overlay.title, "en") == "“Work” is out of reach"


def test_each_is_told(lay: Lay) -> None:
    """Who hears the picture hears what is on the way, and the legend explains it."""
    overlay = lay("ways", changes=CALM)
    assert say(overlay.boxes["desk"].told, "en") == "on this way"
    words = [say(key.words, "en") for key in overlay.keys]
    assert words == ["on this way", "on this way", "nothing is said of it"]


def test_a_goal_that_is_not_there_is_told(lay: Lay) -> None:
    """A misspelled goal is no goal without a way."""
    with pytest.raises(UnknownNameError, match="did you mean “work”"):
        lay("ways", about=("wrk",))
