"""What follows from the score of an area: values of indicators, and reasons for needs."""

from __future__ import annotations

from assessing.questionnaires import asked, county

from toc.assessing import last_scores, needs_of, readings_of, reasons_of, with_scores
from toc.model import Strategy

YES, NO = "yes", "no"
TWO = {"q0": asked("services"), "q1": asked("services")}


def _monitored() -> Strategy:
    return county(
        TWO,
        {"q0": YES, "q1": NO},
        assessments={
            "undated": {"answered": {"q0": NO}},
            "mid": {"title": "Half way", "date": "2026-11", "answered": {"q0": YES}},
            "earlier": {"title": "Before", "date": "2022", "scores": {"services": 38}},
        },
        outcomes={"in_time": "Services in time"},
        indicators={
            "score": {"title": "Score", "of": "in_time", "assessed": "Services"},
            "days": {"title": "Days", "of": "in_time"},
        },
    )


def test_an_assessed_indicator_has_the_scores_of_its_area_by_date() -> None:
    """The first is the baseline; a score of fewer questions is unsure, one of others not comparable."""
    found = readings_of(_monitored(), "score")
    assert [(one.assessment, str(one.date), one.value) for one in found] == [
        ("earlier", "2022", 38),
        ("first", "2025-11", 50),
        ("mid", "2026-11", 100),
    ]
    assert [one.is_unsure for one in found] == [False, False, True]
    assert [one.is_comparable for one in found] == [True, False, False]


def test_an_assessed_indicator_is_given_its_baseline_and_its_values() -> None:
    """What is written goes first; unsure scores and other questions are flagged."""
    found = with_scores(_monitored(), "score")
    assert {str(date): one.value for date, one in found.baseline.items()} == {"2022": 38}
    assert {str(date): (one.value, one.flag) for date, one in found.actual.items()} == {
        "2025-11": (50, "b"),
        "2026-11": (100, "bu"),
    }
    assert str(next(iter(found.baseline.values())).source) == "Before"
    days = _monitored().indicators["days"]
    assert with_scores(_monitored(), "days") == days


def test_a_written_baseline_goes_before_the_first_score() -> None:
    """Who states where it began is believed; all scores are values then."""
    strategy = county(
        TWO,
        {"q0": YES, "q1": NO},
        indicators={"score": {"title": "Score", "assessed": "services", "baseline": {"2024": 30}}},
    )
    found = with_scores(strategy, "score")
    assert [one.value for one in found.baseline.values()] == [30]
    assert [one.value for one in found.actual.values()] == [50]


def test_other_indicators_have_no_scores() -> None:
    """Neither one that says nothing of an area, nor one that there is not."""
    assert readings_of(_monitored(), "days") == readings_of(_monitored(), "nothing") == ()


def test_the_last_score_of_an_area_is_that_of_the_latest_assessment_which_has_one() -> None:
    """An assessment without a date goes before all that have one."""
    strategy = county(
        {**TWO, "h0": asked("housing")},
        {"q0": YES, "q1": NO, "h0": YES},
        assessments={
            "later": {"date": "2027-11", "answered": {"q0": NO, "q1": NO}},
            "undated": {"scores": {"services": 99, "language": 12}},
        },
    )
    assert last_scores(strategy) == {
        "services": (0, "later"),
        "housing": (100, "first"),
        "language": (12, "undated"),
    }


def test_needs_belong_to_an_area_and_to_what_it_is_part_of() -> None:
    """A need in a part of an area is a need of the area."""
    strategy = county(
        TWO,
        areas={
            "life": "Life",
            "services": {"title": "Services", "part_of": "life"},
            "housing": "Housing",
        },
        needs={"hard": {"title": "Hard to get", "area": "SERVICES"}, "other": "Another"},
    )
    assert needs_of(strategy, "life") == needs_of(strategy, "services") == ("hard",)
    assert needs_of(strategy, "housing") == ()


def test_a_need_has_the_score_of_its_area_as_its_reason() -> None:
    """In the assessment that its source names, else in the last one."""
    needs = {
        "now": {"title": "Hard to get", "area": "services"},
        "then": {"title": "Hard to get", "area": "services", "source": "first"},
        "loose": "Without an area",
        "unscored": {"title": "No flats", "area": "housing"},
    }
    strategy = county(
        TWO,
        {"q0": YES, "q1": NO},
        assessments={
            "later": {"title": "Later", "date": "2027-11", "answered": {"q0": NO, "q1": NO}}
        },
        needs=needs,
    )
    now, then = reasons_of(strategy, "now"), reasons_of(strategy, "then")
    assert now is not None
    assert then is not None
    assert now.sentence() == "“Hard to get”: “Services” scored 0 of 100 in “Later”."
    assert (then.assessment, then.score) == ("first", 50)
    assert [reasons_of(strategy, name) for name in ("loose", "unscored", "nothing")] == [None] * 3
    assert then.as_data()["area"] == "services"
