"""A small region in the middle of its strategy, for the tests of reviews."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from toc import Strategy

__all__ = ["DAY", "REGION", "YAML", "region"]

DAY = date(2027, 6, 30)

REGION: Mapping[str, Any] = {
    "strategy": {
        "title": "A region",
        "languages": ["en"],
        "status": "running",
        "version": "1.9",
        "period": "2026-01/2028-12",
        "led_by": "hall",
    },
    "stakeholders": {"hall": {"title": "The hall"}, "school": {"title": "The school"}},
    "stages": {
        "start": {"title": "Start", "period": "2026-01/2026-12", "review": {"every": "P6M"}},
        "run": {"title": "Run", "period": "2027-01/2028-06", "review": {"every": "P5M"}},
        "end": {"title": "End", "period": "2028-07/2028-12"},
    },
    "activities": {"course": {"title": "A course", "accountable": "school"}},
    "outputs": {"graduates": {"title": "Graduates", "due": "2027-03"}},
    "outcomes": {"know": "They know"},
    "goals": {"equal": "Equal access"},
    "assumptions": {
        "time": {"title": "They have time", "check_by": "2027-04", "owner": "school"},
        "trust": {"title": "They trust us", "status": "failed", "importance": "critical"},
        "money": {"title": "There is money", "status": "holding", "check_by": "2026-12"},
    },
    "links": {
        "course -> graduates": "By practice",
        "graduates -> know": {"because": "They ask", "assuming": ["time"], "role": "sufficient"},
        "know -> equal": {"because": "They answer", "assuming": ["trust", "money"]},
    },
    "indicators": {
        "share": {
            "title": "Share who know",
            "of": "know",
            "baseline": {"2026-01": 20},
            "target": {"2028-01": 60},
            "actual": {"2026-07": 30, "2027-05": 31},
            "responsible": "school",
        },
        "seats": {
            "title": "Seats taken",
            "of": "graduates",
            "baseline": {"2026-01": 0},
            "target": {"2027-03": 40},
        },
    },
    "events": {
        "talk": {
            "title": "A talk",
            "date": "2027-02-03",
            "about": "course",
            "attended": {"hall": 3},
        },
        "lost": {"title": "A lost day", "date": "2027-03-03", "facilitators": "school"},
        "ahead": {"title": "A day to come", "date": "2027-09-01"},
    },
    "feedback": {"short": {"title": "Shorter", "from": "talk", "about": "course"}},
    "reviews": {
        "first": {
            "title": "First review",
            "date": "2027-01-12",
            "stage": "start",
            "decisions": [
                {"about": "course", "decision": "change", "because": "Too long", "by": "school"},
                {"about": "know", "decision": "keep"},
            ],
        },
        "dreamt": {"title": "A review to come", "date": "2027-12-01"},
    },
    "lessons": {
        "new": {"title": "Talk less", "from": ["talk"]},
        "old": {"title": "Begin early", "from": ["ancient"]},
        "bare": {"title": "Ask first"},
    },
    "changelog": {"1.9": {"date": "2027-01-12", "because": "The first review"}},
}


def region(**more: Any) -> Strategy:
    """Make the strategy, some sections of it otherwise."""
    return Strategy.model_validate({**REGION, **more})


YAML = """\
# our region
toc: 1
strategy: {id: region, title: A region, languages: [en], version: "1.9", period: 2026-01/2028-12}
stages:
  run: {title: Run, period: 2027-01/2028-06, review: {every: P5M}}
outputs:
  graduates: {title: Graduates, due: 2027-03}
outcomes:
  know: They know
goals:
  equal: Equal access
assumptions:
  # the one that counts
  time: {title: They have time, status: untested, check_by: 2027-04}
links:
  graduates -> know: {because: They ask, assuming: [time]}
  know -> equal: They answer
reviews:
  first:
    title: First review
    date: 2027-01-12
    decisions:
      - about: know   # not yet
        decision: change
        because: Too slow
changelog:
  "1.9": {date: 2027-01-12, because: The first review}
"""
"""A region in a file."""
