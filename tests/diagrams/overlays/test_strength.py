"""The best-supported way by its grades, and the link to raise first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from toc.analysis.grades import GRADE_WORDS
from toc.analysis.grades import grade as as_grade
from toc.diagrams.overlay import Overlay
from toc.diagrams.overlays import strength
from toc.diagrams.readings import STANDINGS, STROKES
from toc.words import say

Lay = Callable[..., Overlay]


def links(course: str | None, desk: str | None, equal: str | None = "strong") -> dict[str, Any]:
    """Give two chains to a goal, with a grade where each leads to an outcome."""
    return {
        "links": {
            "course -> learners": "They come",
            "desk -> visits": "It is near",
            "learners -> speak": {"because": "They practise", "evidence": course},
            "visits -> apply": {"because": "They ask", "evidence": desk},
            "speak, apply -> equal": {"because": "Barriers fall", "evidence": equal},
            "guide -> work": "It tells how",
        }
    }


def told(overlay: Overlay) -> dict[str, str]:
    """Give what is told of the arrows of which anything is."""
    return {key: say(one.told, "en") for key, one in overlay.arrows.items() if one.told}


def test_the_best_supported_way_is_dressed_by_its_grades(lay: Lay) -> None:
    """The weaker chain stands back; a deed's link to its output has no grade and stays."""
    overlay = lay("strength", changes=links("moderate", "limited"))
    assert told(overlay) == {
        "learners -> speak": "to be looked at first, moderate evidence",
        "speak -> equal": "strong evidence",
    }
    assert overlay.arrows["visits -> apply"].muted
    assert overlay.arrows["desk -> visits"].muted
    assert not overlay.arrows["course -> learners"].muted
    assert overlay.boxes["desk"].muted
    assert not overlay.boxes["course"].muted
    assert say(overlay.title, "en") == "The best-supported way to “Equal access”: moderate evidence"


def test_the_link_to_raise_first_is_marked_wherever_it_is(lay: Lay) -> None:
    """It is drawn otherwise than every grade, and keeps its sign."""
    overlay = lay("strength", changes=links("limited", None))
    (first,) = [key for key, one in told(overlay).items() if one.startswith("to be looked at")]
    assert (overlay.arrows[first].width, overlay.arrows[first].tag) == (3.0, "!")
    assert overlay.arrows[first].colour == STROKES["first"].colour


def test_where_no_way_is_graded_throughout_the_possible_one_is_shown(lay: Lay) -> None:
    """Links without a grade are unknown and not bad: they are told as not graded."""
    overlay = lay("strength", changes=links(None, "gap", None))
    assert say(overlay.title, "en") == "The best-supported way to “Equal access”: unknown evidence"
    assert "evidence not graded" in told(overlay).values()
    assert overlay.arrows["desk -> visits"].muted


def test_a_goal_out_of_reach_has_no_way(lay: Lay) -> None:
    """Everything stands back, and the title says why."""
    overlay = lay("strength", about=("work",), changes={"links": {"desk -> visits": "Near"}})
    assert all(dress.muted for dress in overlay.boxes.values())
    assert say(overlay.title, "en") == "“Work” is out of reach"


def test_grades_have_the_words_of_the_analysis() -> None:
    """The picture and the answer to the question say the same."""
    same = {"gap": "no-evidence", "limited": "limited", "moderate": "moderate", "strong": "strong"}
    for grade, standing in same.items():
        assert GRADE_WORDS[as_grade(grade)] == STANDINGS[strength._STANDINGS[as_grade(grade)]]
        assert strength._STANDINGS[as_grade(grade)] == standing


def test_the_legend_explains_what_is_there(lay: Lay) -> None:
    """And nothing that is not."""
    overlay = lay("strength", changes=links("moderate", "limited"))
    assert [say(key.words, "en") for key in overlay.keys] == [
        "to be looked at first",
        "strong evidence",
        "nothing is said of it",
    ]
