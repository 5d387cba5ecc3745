"""A strategy with two pilots, three stages and something thin, to lay overlays over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from toc.diagrams.drafting import chart_of
from toc.diagrams.laying import Case, laid
from toc.diagrams.overlay import Overlay
from toc.graph import TheoryGraph
from toc.model import Strategy

WHOLE: dict[str, Any] = {
    "strategy": {"title": "Strategy", "languages": ["en"], "status": "draft"},
    "stages": {
        "later": {"title": "Try it out", "period": "2027-01/2027-12"},
        "first": {"title": "Learn", "period": "2026-01/2026-12"},
        "undated": "Some day",
    },
    "inputs": {"people": "People"},
    "activities": {
        "course": {"title": "A course", "stage": "FIRST"},
        "desk": {"title": "A desk", "period": "2026-06/2027-06"},
        "guide": "A guide",
    },
    "outputs": {
        "learners": {"title": "80 learners", "due": "2027-03"},
        "visits": {"title": "600 visits", "due": "2031"},
    },
    "outcomes": {"speak": "People speak", "apply": "Staff apply it"},
    "goals": {"equal": "Equal access", "work": {"title": "Work", "due": "2026-12"}},
    "factors": {"shifts": {"title": "Shift work", "kind": "barrier"}},
    "assumptions": {
        "evening": {"title": "People come in the evening", "status": "failed"},
        "trust": {"title": "People trust the desk", "status": "holding"},
        "time": {"title": "Staff have time", "status": "doubtful"},
        "idle": "Nobody needs this",
    },
    "risks": {"strike": {"title": "A strike", "of": "time"}},
    "indicators": {
        "count": {"title": "Learners", "of": ["learners"]},
        "belief": {"title": "Belief", "of": ["trust"]},
    },
    "links": {
        "people -> course": "They teach",
        "course -> learners": {"because": "They come", "assuming": ["evening", "trust"]},
        "desk -> visits": {"because": "It is near", "assuming": ["trust"]},
        "learners -> speak": "They practise",
        "visits -> apply": {"because": "They ask", "assuming": ["time"]},
        "speak, apply -> equal": "Barriers fall",
        "shifts -> learners": {"because": "No time", "role": "hinders"},
        "guide -> work": "It tells how",
    },
    "pilots": {
        "evening_course": {
            "title": "Evening course",
            "of": ["course"],
            "tests": ["evening", "course -> learners"],
            "contributes_to": ["equal"],
        },
        "mobile_desk": {"title": "Mobile desk", "of": ["desk"], "contributes_to": ["equal"]},
    },
}


def case_of(language: str = "en", changes: dict[str, Any] | None = None, **asked: Any) -> Case:
    """Make the case of the strategy above, with some sections changed."""
    strategy = Strategy.model_validate({**WHOLE, **(changes or {})})
    graph = TheoryGraph(strategy)
    return Case(strategy, graph, chart_of(strategy, graph, language=language), language, **asked)


@pytest.fixture
def case() -> Callable[..., Case]:
    """Makes the case of a small strategy, asked about something."""
    return case_of


@pytest.fixture
def lay() -> Callable[..., Overlay]:
    """Lays an overlay over a small strategy."""

    def laying(name: str, **asked: Any) -> Overlay:
        return laid(name, case_of(**asked))

    return laying
