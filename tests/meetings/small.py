"""A small strategy with meetings, for the tests of what a meeting needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toc import Strategy

__all__ = ["SMALL", "town"]

SMALL: Mapping[str, Any] = {
    "strategy": {"title": "A town", "languages": ["en"], "led_by": "hall"},
    "stakeholders": {
        "hall": {"title": "The town hall", "roles": ["decision-maker"]},
        "school": {"title": "The school", "roles": ["partner"]},
        "clerks": {"title": "Clerks", "roles": ["target group"]},
        "migrants": {"title": "Migrants", "roles": ["target group"]},
        "night_shift": {"title": "Night shift workers", "roles": ["target group"]},
    },
    "activities": {
        "course": {"title": "A course", "accountable": "school", "for": ["clerks"]},
        "fair": {"title": "A fair", "accountable": "hall", "for": ["migrants"]},
    },
    "outputs": {"graduates": {"title": "Graduates", "due": "2026-05"}},
    "outcomes": {"know": "They know", "meet": "They meet"},
    "goals": {"equal": "Equal access", "near": "Good neighbours"},
    "assumptions": {
        "time": {"title": "They have time", "check_by": "2026-06", "owner": "school"},
        "weather": {"title": "It does not rain", "check_by": "2026-06", "owner": "hall"},
    },
    "links": {
        "course -> graduates": "By practice",
        "graduates -> know": {"because": "They ask", "assuming": ["time"]},
        "know -> equal": "They answer",
        "fair -> meet": {"because": "Over a meal", "assuming": ["weather"]},
        "meet -> near": "They greet",
    },
    "events": {
        "first": {
            "title": "First session",
            "date": "2026-03-10",
            "audience": ["clerks", "migrants"],
            "facilitators": ["school"],
            "about": ["course"],
            "decided": ["Every session begins with a case"],
            "decisions": [
                {"about": "course", "decision": "change", "because": "Too long", "by": "school"},
                {"about": "fair", "decision": "keep"},
            ],
            "attended": {"clerks": 12},
        },
        "second": {
            "title": "Second session",
            "date": "2026-06-10",
            "audience": ["clerks", "migrants"],
            "about": ["know"],
            "agenda": ["What did you try?"],
        },
        "market": {
            "title": "Market day",
            "date": "2026-09-01",
            "audience": ["migrants"],
            "about": ["fair"],
        },
    },
    "feedback": {
        "cases": {
            "title": "More cases",
            "from": "first",
            "by": "A clerk",
            "about": ["course"],
            "changed": ["course", "graduates"],
        },
        "later": {"title": "Begin later", "from": "first", "by": "A clerk", "about": ["course"]},
        "rain": {"title": "Bring a tent", "about": ["fair"]},
    },
    "lessons": {"short": {"title": "Short is good", "from": ["first"], "about": ["course"]}},
}


def town(**more: Any) -> Strategy:
    """Make the strategy, some sections of it otherwise."""
    return Strategy.model_validate({**SMALL, **more})
