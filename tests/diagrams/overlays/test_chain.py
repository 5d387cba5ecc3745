"""A goal's chain: what leads to it stays, the rest stands back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toc.diagrams.overlay import Overlay, Stamp
from toc.errors import UnknownNameError
from toc.words import say

Lay = Callable[..., Overlay]


def test_what_leads_to_the_goal_stays(lay: Lay) -> None:
    """Hindrances belong to the chain; the goal itself has a thick edge."""
    overlay = lay("chain", about=("work",))
    assert {box for box, dress in overlay.boxes.items() if not dress.muted} == {"guide", "work"}
    assert overlay.boxes["work"].width == 3.0
    kept = [key for key, stroke in overlay.arrows.items() if not stroke.muted]
    assert kept == ["guide -> work"]
    assert set(overlay.badges.values()) == {Stamp(muted=True)}
    other = lay("chain", about=("equal",))
    assert not other.boxes["shifts"].muted
    assert not other.badges[1].muted
    assert other.badges[4].muted


def test_without_a_goal_all_goals_are_asked_for(lay: Lay) -> None:
    """Then only what leads to no goal at all stands back."""
    overlay = lay("chain", changes={"inputs": {"people": "People", "money": "Money"}})
    assert [box for box, dress in overlay.boxes.items() if dress.muted] == ["money"]


def test_it_is_told_in_words(lay: Lay) -> None:
    """The title names the goal, and every box says whether it leads there."""
    overlay = lay("chain", about=("work",))
    assert say(overlay.title, "en") == "What leads to “Work”"
    assert say(overlay.title, "ro") == "Ce duce la „Work”"
    assert say(overlay.boxes["guide"].told, "en") == "leads there"
    assert say(overlay.boxes["course"].told, "en") == "does not lead there"
    assert [say(key.words, "en") for key in overlay.keys] == [
        "the goal",
        "leads there",
        "does not lead there",
    ]


def test_a_goal_that_is_not_there_is_no_overlay(lay: Lay) -> None:
    """Whoever misspells a goal hears what was meant."""
    with pytest.raises(UnknownNameError, match="did you mean “equal”"):
        lay("chain", about=("equall",))
