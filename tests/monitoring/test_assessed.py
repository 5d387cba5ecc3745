"""An indicator that is the score of a policy area: the assessments are its values."""

from __future__ import annotations

from datetime import date
from typing import Any

from toc.model import Strategy
from toc.monitoring import progress

_POINTS = {"no": 0, "partly": 50, "yes": 100}


def _county(**later: Any) -> Strategy:
    return Strategy(
        areas={"services": "Services"},
        questions={
            name: {"title": name, "area": "services", "points": _POINTS} for name in ("desk", "web")
        },
        assessments={
            "first": {"title": "First", "date": "2026-01", "answered": {"desk": "no", "web": "no"}},
            "later": {"title": "Later", "date": "2027-01", **later},
        },
        outcomes={"in_time": "Services in time"},
        indicators={
            "score": {
                "title": "Score of services",
                "of": "in_time",
                "assessed": "services",
                "target": {"2028-01": 100},
            }
        },
    )


def test_it_goes_from_the_first_score_to_the_target() -> None:
    """The first assessment is the baseline, the later one the value; nobody writes them twice."""
    strategy = _county(answered={"desk": "yes", "web": "partly"})
    found = progress(strategy, "score", date(2027, 3, 1))
    assert found.standing == "on-track"
    assert "75" in found.sentence()


def test_before_the_second_assessment_there_is_no_value() -> None:
    """A day before it was answered knows nothing of it."""
    strategy = _county(answered={"desk": "yes", "web": "yes"})
    assert progress(strategy, "score", date(2026, 6, 1)).standing == "no-data"


def test_a_score_of_other_questions_is_not_comparable() -> None:
    """A break in the series is said, and no progress is reckoned over it."""
    strategy = _county(scores={"services": 90})
    assert progress(strategy, "score", date(2027, 3, 1)).standing == "not-comparable"
