"""Links without graded evidence, first those that a goal stands or falls with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from toc.diagrams.overlay import Overlay
from toc.errors import UnknownNameError
from toc.words import say

Lay = Callable[..., Overlay]

GRADED: dict[str, Any] = {
    "links": {
        "course -> learners": {"because": "They come", "evidence": "limited"},
        "learners -> speak": {"because": "They practise", "evidence": "gap"},
        "desk -> visits": {"because": "It is near", "evidence": "strong"},
        "visits -> apply": "They ask",
        "speak, apply -> equal": {"because": "Barriers fall", "evidence": "moderate"},
        "guide -> work": "It tells how",
        "shifts -> learners": {"because": "No time", "role": "hinders"},
    }
}


def told(overlay: Overlay) -> dict[str, str]:
    """Give what is told of the arrows of which anything is."""
    return {key: say(one.told, "en") for key, one in overlay.arrows.items() if one.told}


def test_what_a_goal_stands_or_falls_with_comes_first(lay: Lay) -> None:
    """Work hangs on one link; graded links, weak ones too, are no gaps, nor are hindrances."""
    assert told(lay("gaps", changes=GRADED)) == {
        "learners -> speak": "no evidence",
        "visits -> apply": "evidence not graded",
        "guide -> work": "to be looked at first, nobody has said; a goal stands or falls with it",
    }


def test_the_ends_of_a_gap_stay_and_the_rest_stands_back(lay: Lay) -> None:
    """So that one reads what is not known."""
    overlay = lay("gaps", changes=GRADED)
    assert {name for name, dress in overlay.boxes.items() if dress.muted} == {
        "people",
        "course",
        "desk",
        "equal",
        "shifts",
    }
    assert overlay.arrows["desk -> visits"].muted


def test_one_goal_leaves_the_gaps_of_others_aside(lay: Lay) -> None:
    """Asked about work, only its own link is a gap."""
    assert list(told(lay("gaps", about=("WORK",), changes=GRADED))) == ["guide -> work"]


def test_the_legend_explains_it_in_both_languages(lay: Lay) -> None:
    """What is first is explained first."""
    overlay = lay("gaps", changes=GRADED)
    assert [say(key.words, "en") for key in overlay.keys] == [
        "to be looked at first",
        "no evidence",
        "evidence not graded",
        "nothing is said of it",
    ]
    assert say(overlay.keys[0].words, "ro") == "de văzut mai întâi"


def test_a_goal_that_is_not_there_is_told(lay: Lay) -> None:
    """A misspelled goal is no goal without gaps."""
    with pytest.raises(UnknownNameError, match="did you mean “work”"):
        lay("gaps", about=("wrk",))
