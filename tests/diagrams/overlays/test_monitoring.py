"""Monitoring over a picture: the worst of a box's indicators, how far it is, and what is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from toc.diagrams.folding import Fold, folded
from toc.diagrams.laying import Case, laid
from toc.diagrams.overlay import Overlay
from toc.model import Text
from toc.words import say

MakeCase = Callable[..., Case]
DAY = date(2027, 6, 30)

WAY = {"baseline": {"2024": 20}, "target": {"2028": 60}, "unit": "people"}
INDICATORS: dict[str, Any] = {
    "learned": {"title": "Learners", "of": "learners", **WAY, "actual": {"2026": 41}},
    "spoken": {"title": "Speakers", "of": "speak", **WAY, "actual": {"2026": 25}},
    "asked": {"title": "Askers", "of": "speak", **WAY, "actual": {"2026": 60}},
    "applied": {"title": "Desks", "of": "apply", **WAY},
    "waited": {
        "title": "Days",
        "of": "equal",
        "baseline": {"2024": 34},
        "target": {"2028": 10},
        "actual": {"2026": 17},
    },
    "stayed": {"title": "Staff", "of": "visits", "band": [5, 9], "actual": {"2026": 12}},
    "old": {"title": "Old", "of": "guide", **WAY, "actual": {"2025": 30}, "frequency": "P6M"},
}


@pytest.fixture
def watched(case: MakeCase) -> Case:
    """Be the case of a small strategy with indicators, on a day."""
    return case(changes={"indicators": INDICATORS}, on=DAY)


def told(overlay: Overlay, box: str) -> str:
    """Give what is told of a box."""
    return say(overlay.boxes[box].told, "en")


def test_a_box_shows_how_its_indicator_stands(watched: Case) -> None:
    """By its sign, by how far it has come, by its last value, and in words."""
    overlay = laid("monitoring", watched)
    dress = overlay.boxes["learners"]
    assert (dress.sign, dress.share, say(dress.foot, "en")) == ("check", 0.525, "41 of 60")
    assert told(overlay, "learners").startswith("on track, 41 of 60, “Learners” (on track): 41 in")
    assert say(overlay.title, "en") == "How it is going on 2027-06-30"


def test_of_several_indicators_the_worst_is_shown(watched: Case) -> None:
    """One is achieved and one far behind: the box is far behind, and both are told."""
    overlay = laid("monitoring", watched)
    dress = overlay.boxes["speak"]
    assert (dress.sign, dress.share, say(dress.foot, "en")) == ("cross", None, "2 of 2 known")
    assert "“Speakers” (far behind)" in told(overlay, "speak")
    assert "“Askers” (achieved)" in told(overlay, "speak")


def test_where_less_is_better_the_foot_says_what_the_target_is(watched: Case) -> None:
    """“17 of 10” would be nonsense."""
    overlay = laid("monitoring", watched)
    assert say(overlay.boxes["equal"].foot, "en") == "17, target 10"
    assert say(overlay.boxes["visits"].foot, "en") == "12, within 5 to 9"


def test_what_is_not_known_looks_neither_good_nor_bad(watched: Case) -> None:
    """Hatched, with no share; without an indicator a box stands back."""
    overlay = laid("monitoring", watched)
    for box, sign in (("apply", ""), ("guide", "question")):
        dress = overlay.boxes[box]
        assert (dress.hatched, dress.share, dress.sign) == (True, None, sign)
    assert overlay.boxes["course"].muted


def test_a_folded_box_shows_the_worst_of_all_that_is_in_it(watched: Case) -> None:
    """And says of how many it is known: a fold hides nothing that is far behind."""
    fold = Fold("all", Text.of("All"), frozenset({"learners", "speak", "apply"}))
    overlay = laid("monitoring", replace(watched, chart=folded(watched.chart, [fold])))
    dress = overlay.boxes["all"]
    assert (dress.sign, dress.share, say(dress.foot, "en")) == ("cross", None, "3 of 4 known")


def test_without_a_day_the_last_that_is_known_counts(watched: Case) -> None:
    """Nothing reads the clock: the picture says of which day it is."""
    overlay = laid("monitoring", replace(watched, on=None))
    assert say(overlay.title, "en") == "How it is going on 2026-12-31"


def test_without_a_day_and_without_a_value_no_day_is_made_up(case: MakeCase) -> None:
    """Nothing was measured yet, on whatever day."""
    bare = case(changes={"indicators": {"applied": INDICATORS["applied"]}})
    overlay = laid("monitoring", bare)
    assert say(overlay.title, "en") == "How it is going"
    assert told(overlay, "apply").startswith("no data")


def test_before_anything_was_measured_nothing_is_known(watched: Case) -> None:
    """On an earlier day the same picture has no data."""
    overlay = laid("monitoring", replace(watched, on=date(2025, 6, 30)))
    assert told(overlay, "learners").startswith("no data, “Learners” (no data): nothing")
