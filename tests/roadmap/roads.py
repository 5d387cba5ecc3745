"""A small roadmap to try things on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toc import Strategy

__all__ = ["ROAD", "road"]

ROAD: dict[str, Any] = {
    "strategy": {
        "id": "road",
        "title": "The road",
        "period": "2026-01/2027-12",
        "budget": 100,
        "currency": "RON",
        "partners": ["town", "school"],
    },
    "areas": {"work": "Work", "home": "Home"},
    "stakeholders": {"town": "The town", "club": "The club", "school": "The school"},
    "stages": {
        "first": {"title": "Preparing", "period": "2026-01/2026-06"},
        "second": {
            "title": "Doing",
            "period": "2026-07/2027-12",
            "review": {"every": "P5M", "joint": True},
        },
    },
    "activities": {
        "ask": {
            "title": "Asking around", "area": "work", "stage": "first", "period": "2026-01/2026-Q1",
            "accountable": "town", "responsible": ["club"], "cost": 20, "funding": "the town",
            "quick_win": True,
        },
        "teach": {
            "title": "Teaching", "area": "home", "stage": "second", "period": "2026-07-15/2027",
            "accountable": "Club", "responsible": ["club", "town"], "consulted": ["school"],
            "informed": ["nobody_known"], "cost": "0.1", "funding": "  The  TOWN ",
        },
        "walk": {"title": "Walking", "stage": "second", "cost": "none"},
        "talk": {"title": "Talking", "period": "2027-06/.."},
    },
    "outputs": {
        "map": {"title": "A map", "due": "2026-03"},
        "book": {"title": "A book"},
    },
    "outcomes": {"know": {"title": "They know", "horizon": "short"}},
    "goals": {"live": {"title": "They live well", "due": "2027-12"}, "work_well": "They work well"},
    "links": {
        "ask -> map": "It does",
        "map -> live": "It helps",
        "teach -> live, work_well": "It helps",
        "walk -> know": {"because": "It hurts", "role": "hinders"},
    },
    "assumptions": {
        "time": {"title": "There is time", "check_by": "2026-04", "status": "untested"},
        "will": {"title": "There is a will", "check_by": "2026-04", "status": "holding"},
    },
    "indicators": {
        "read": {
            "title": "Maps read", "of": "map", "milestones": {"2026-02": 1}, "target": {"2026-05": 9},
            "actual": {"2026-04-01": 5},
        }
    },
    "events": {
        "start": {"title": "Start", "date": "2026-01-15", "stage": "first"},
        "party": {"title": "Party", "stage": "second"},
        "back": {"title": "Backwards", "date": "2026-05/2026-02"},
    },
    "pilots": {"small": {"title": "Small", "period": "2026-08/2026-10", "of": ["teach"], "cost": 5}},
    "messages": {"news": {"title": "News", "date": "2026-02-01"}},
}  # fmt: skip


def road(**sections: Mapping[str, Any]) -> Strategy:
    """Give the small roadmap, with some sections in the place of its own."""
    tree = {**ROAD, **sections}
    links = dict(tree["links"])
    for key in [key for key in links if ", " in key.split("->")[1]]:
        reason = links.pop(key)
        cause, effects = key.split(" -> ")
        links |= {f"{cause} -> {effect}": reason for effect in effects.split(", ")}
    return Strategy.model_validate({**tree, "links": links})
