"""Single points of failure: ringed for certain, dashed where it depends on the reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toc.diagrams.overlay import Overlay
from toc.errors import UnknownNameError

Lay = Callable[..., Overlay]


def rings(overlay: Overlay) -> dict[str, str]:
    """Give the boxes that are ringed, and how."""
    return {name: dress.ring for name, dress in overlay.boxes.items() if dress.ring}


def test_what_a_goal_falls_with_is_ringed_and_what_may_be_is_dashed(lay: Lay) -> None:
    """Work has one way, through the guide; two chains lead to equal access, either one enough."""
    assert rings(lay("single-points")) == {
        "guide": "full",
        "people": "dashed",
        "course": "dashed",
        "learners": "dashed",
        "speak": "dashed",
        "desk": "dashed",
        "visits": "dashed",
        "apply": "dashed",
    }


def test_what_is_asked_about_one_goal_leaves_the_others_aside(lay: Lay) -> None:
    """Only the guide has a say in work, and the link from it is drawn as certain."""
    overlay = lay("single-points", about=("work",))
    assert rings(overlay) == {"guide": "full"}
    assert [key for key, stroke in overlay.arrows.items() if not stroke.muted] == ["guide -> work"]


def test_a_goal_that_is_not_there_is_told(lay: Lay) -> None:
    """A misspelled goal is no goal without single points."""
    with pytest.raises(UnknownNameError, match="did you mean"):
        lay("single-points", about=("wrk",))
