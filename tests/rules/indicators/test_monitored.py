"""What rules on indicators know from monitoring: the day, breaks, forecasts, bands, thresholds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from toc.model import Date, Reading, Strategy
from toc.rulebook import examine, find_rule

ON = date(2027, 7, 1)
WAY: dict[str, Any] = {"direction": "up", "baseline": {"2024": 20}, "target": {"2028": 60}}


def found(
    rule: str, *readings: Reading, head: dict[str, Any] | None = None, **fields: Any
) -> list[str]:
    """Give what a rule says of an indicator of a running strategy."""
    tree = {
        "strategy": {"status": "running", "languages": ["en"], **(head or {})},
        "outcomes": {"speak": "People speak"},
        "indicators": {"it": {"title": "Speakers", "of": "speak", **fields}},
    }
    strategy = Strategy.model_validate(tree)
    strategy._readings = readings
    return [one.message.say() for one in examine(strategy, on=ON, rules=[find_rule(rule)])]


@pytest.mark.parametrize(
    ("actual", "more", "is_found"),
    [
        ({"2026": 15}, {}, True),
        ({"2026": 25}, {}, False),
        ({"2026": 25, "2027-08": 15}, {}, False),
        ({"2026": {"value": 15, "flag": "b"}}, {}, False),
        ({"2026": 25, "2027-02": {"value": 15, "flag": "f"}}, {}, False),
        ({"2026": 15}, {"band": [10, 30]}, False),
    ],
)
def test_worse_than_the_baseline_is_what_was_measured_by_the_day_and_can_be_compared(
    actual: dict[str, Any], more: dict[str, Any], *, is_found: bool
) -> None:
    """Not what comes later, nor what a break parts, nor a forecast, nor what has a band."""
    assert bool(found("reading-behind-baseline", actual=actual, **WAY, **more)) == is_found


def test_a_forecast_makes_nothing_fresh_and_reaches_nothing() -> None:
    """What was not measured is not the last value, in the file or in the spreadsheet."""
    row = Reading("it", Date.of("2027-05"), 70, flag="f")
    fields: dict[str, Any] = {
        **WAY,
        "frequency": "P6M",
        "actual": {"2025": 30},
        "milestones": {"2026": 40},
    }
    assert found("readings-stale", row, **fields)
    assert found("target-missed", row, **fields) == [
        "“Speakers” was to come to 40 by 2026, and stood at 30 in 2025"
    ]


@pytest.mark.parametrize(("stale", "is_found"), [(1, True), (1.5, True), (4, False)])
def test_the_strategys_own_patience_counts(stale: float, *, is_found: bool) -> None:
    """A year and a half after the last value, one of every six months is late, or not yet."""
    head = {"monitoring": {"stale": stale}}
    fields: dict[str, Any] = {**WAY, "frequency": "P6M", "actual": {"2025": 30}}
    assert bool(found("readings-stale", head=head, **fields)) == is_found


@pytest.mark.parametrize(
    "rule",
    [
        "indicator-without-target",
        "indicator-without-direction",
        "target-equals-baseline",
        "target-not-beyond-baseline",
    ],
)
def test_a_band_is_an_aim_of_its_own(rule: str) -> None:
    """What should stay within it needs no target and no direction, and none contradicts it."""
    ends: dict[str, Any] = {"baseline": {"2024": 20}, "source": "Register", "unit": "people"}
    ends |= {"frequency": "P1Y", "responsible": "us"}
    aims: dict[str, dict[str, Any]] = {
        "indicator-without-target": {},
        "indicator-without-direction": {"target": {"2028": 30}},
        "target-equals-baseline": {"target": {"2028": 20}, "direction": "up"},
        "target-not-beyond-baseline": {"target": {"2028": 10}, "direction": "up"},
    }
    bare = aims[rule]
    assert found(rule, **ends, **bare)
    assert found(rule, **ends, **bare, band=[10, 30]) == []


def test_groups_of_a_spreadsheet_are_added_up_too() -> None:
    """The rows of one month: its groups, and the whole."""
    rows = [
        Reading("it", Date.of("2027-05"), count, by=by)
        for count, by in ((100, {}), (60, {"sex": "women"}), (45, {"sex": "men"}))
    ]
    assert found("groups-do-not-add-up", *rows, unit="people") == [
        "“Speakers” in 2027-05, by sex: the groups add up to 105, and the whole is 100"
    ]
    small = [*rows[:2], Reading("it", Date.of("2027-05"), 4, by={"sex": "men"})]
    (said,) = found("groups-do-not-add-up", *small, unit="people")
    assert "60" not in said
    assert "64" not in said


def test_levels_of_a_spreadsheet_are_asked_too() -> None:
    """A misspelled level is told of once, with the one that was meant."""
    rows = [Reading("it", Date.of(when), "godo") for when in ("2026", "2027")]
    assert found("level-unknown", *rows, levels=["poor", "good"]) == [
        "“godo” is none of the levels of “Speakers”: poor, good"
    ]
