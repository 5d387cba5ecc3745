"""Overlays over folded boxes: what holds a thing says what the thing would say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from toc.diagrams.folding import Fold, folded
from toc.diagrams.laying import Case, laid
from toc.diagrams.overlay import Overlay
from toc.diagrams.paging.fit import Fit
from toc.diagrams.paging.overview import overview
from toc.model import Text
from toc.words import say

LEARNING = Fold("learning", Text.of("Learning"), frozenset({"course", "learners", "speak"}))
GUIDING = Fold("guiding", Text.of("Guiding"), frozenset({"guide", "shifts"}))

MakeCase = Callable[..., Case]


def over(case: Case, name: str, *folds: Fold) -> Overlay:
    """Lay an overlay over a chart with folds."""
    return laid(name, replace(case, chart=folded(case.chart, folds)))


def test_a_box_that_holds_part_of_a_chain_leads_there(case: MakeCase) -> None:
    """No sheet may say that an area does not lead to a goal to which a thing in it leads."""
    overlay = over(case(about=("equal",)), "chain", LEARNING)
    assert say(overlay.boxes["learning"].told, "en") == "leads there"
    assert not overlay.boxes["learning"].muted
    other = over(case(about=("work",)), "chain", LEARNING)
    assert say(other.boxes["learning"].told, "en") == "does not lead there"


def test_an_arrow_between_folded_boxes_is_on_the_chain_when_one_of_its_links_is(
    case: MakeCase,
) -> None:
    """Both boxes hold something that leads to the goal, and so does a link between them."""
    arrows = over(case(about=("equal",)), "chain", LEARNING, GUIDING).arrows
    assert [key for key, stroke in arrows.items() if stroke.muted] == ["guide -> work"]


def test_a_box_that_holds_a_tried_measure_is_tried(case: MakeCase) -> None:
    """It has the pilot's tag and a thick edge, as the measure itself."""
    boxes = over(case(), "pilots", LEARNING).boxes
    assert (boxes["learning"].width, boxes["learning"].tag) == (3.0, "P1")


def test_findings_count_for_the_box_that_holds_what_they_are_about(case: MakeCase) -> None:
    """An area has all findings of what is folded into it."""
    apart, together = laid("findings", case()), over(case(), "findings", LEARNING)
    found = sum(_count(apart, one) for one in LEARNING.boxes)
    assert found > 0
    assert _count(together, "learning") == found


def _count(overlay: Overlay, box: str) -> int:
    tag = say(overlay.boxes[box].tag, "en")
    return int(tag.split()[0]) if tag else 0


def test_what_was_found_of_a_thing_is_shown_by_the_box_that_holds_it(case: MakeCase) -> None:
    """An area on the way is lit, and of several links in one arrow the first that counts shows."""
    boxes = over(case(about=("work",)), "ways", LEARNING, GUIDING).boxes
    assert {name for name, dress in boxes.items() if not dress.muted} == {"guiding", "work"}
    links = {
        "course -> learners": "They come",
        "learners -> equal": {"because": "They know", "evidence": "gap"},
        "speak -> equal": "They speak",
    }
    arrows = over(case(changes={"links": links}), "gaps", LEARNING).arrows
    assert [say(one.told, "en") for one in arrows.values() if one.told] == ["no evidence"]


def test_an_overview_knows_what_its_arrows_rest_on(case: MakeCase) -> None:
    """It shows no badges, and yet no arrow of it rests on nothing because of that."""
    whole = case()
    first = overview(whole.chart, lambda _chart: Fit(1.0, 1.0))
    arrows = laid("assumptions", replace(whole, chart=first)).arrows
    told = {say(stroke.told, "en") for stroke in arrows.values()}
    assert "its weakest assumption: failed" in told
