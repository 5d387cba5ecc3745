"""Small questionnaires for the tests of this room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from toc.model import Strategy

__all__ = ["AREAS", "POINTS", "county", "questionnaires"]

POINTS = {"no": 0, "partly": 50, "yes": 100}
AREAS = {"services": "Services", "housing": "Housing", "language": "Language"}


def county(
    questions: Mapping[str, Any],
    answers: Mapping[str, Any] | None = None,
    *,
    areas: Mapping[str, Any] | None = None,
    **more: Any,
) -> Strategy:
    """Give a strategy with one questionnaire, answered once as `first`."""
    first = {"title": "First", "date": "2025-11", "answered": dict(answers or {})}
    assessments = {"first": {**first, **more.pop("first", {})}, **more.pop("assessments", {})}
    return Strategy(
        areas={**(areas or AREAS)}, questions={**questions}, assessments=assessments, **more
    )


def asked(area: str, **more: Any) -> dict[str, Any]:
    """Give a question of an area, to be answered with no, partly or yes."""
    return {"title": f"Is it so in {area}?", "area": area, "points": POINTS, **more}


@st.composite
def questionnaires(
    draw: st.DrawFn, *, weights: bool = True
) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Give questions over three areas, and what was answered to some of them."""
    count = draw(st.integers(1, 12))
    heavy = st.none() | st.integers(0, 5) | st.floats(0.25, 8) if weights else st.none()
    questions: dict[str, dict[str, Any]] = {}
    answers: dict[str, str] = {}
    said = st.sampled_from([*POINTS, "", "not applicable", "perhaps"])
    for number in range(count):
        name = f"q{number}"
        questions[name] = asked(draw(st.sampled_from(sorted(AREAS))))
        weight = draw(heavy)
        if weight is not None:
            questions[name]["weight"] = weight
        if draw(st.integers(0, 4)):
            answers[name] = draw(said)
    return questions, answers
