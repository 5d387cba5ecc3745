"""Where an indicator is heading, in words and with what that takes for granted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from toc.model import Strategy
from toc.monitoring import Forecast, forecast

DAY = date(2027, 12, 31)


def heading(actual: dict[str, Any], on: date = DAY, **more: Any) -> Forecast | None:
    """Say where one indicator is heading, from 20 in 2024 to 60 by 2028."""
    entry = {"title": "Speakers", "baseline": {"2024": 20}, "target": {"2028": 60}}
    return forecast(
        Strategy(indicators={"speak": {**entry, "actual": actual, **more}}), "speak", on
    )


def test_a_straight_line_goes_on() -> None:
    """Ten a year is what is required: the trend is to be maintained."""
    found = heading({"2025": 30, "2026": 40})
    assert found is not None
    assert (found.value, found.gap, found.outlook, found.points) == (60, 0, "maintain", 3)
    assert found.sentence() == (
        "If “Speakers” goes on along a straight line through its 3 values, the later ones counting "
        "more, it comes to 60 by 2028; the target is 60."
    )
    assert [one.say() for one in found.assumed] == [
        "the values go on along a straight line, the later ones counting more"
    ]


def test_later_values_weigh_more() -> None:
    """By hand: points 0, 0, 6 with the weights 1, 2, 3 lie on a line through 7/2 with slope 18/5.

    Mean time 4/3, mean value 3, spread 10/3, common spread 12: slope 3.6, at time 4: 12.6.
    """
    found = heading({"2025": 20, "2026": 26})
    assert found is not None
    assert found.value == pytest.approx(20 + 3 + 3.6 * (4 - 4 / 3))


@pytest.mark.parametrize(
    ("last", "outlook"),
    [(38, "maintain"), (36, "accelerate"), (22, "accelerate"), (20, "accelerate"), (12, "reverse")],
)
def test_the_outlook_says_what_is_to_be_done(last: float, outlook: str) -> None:
    """Nearly there is maintained; less is to be accelerated; away is to be reversed."""
    found = heading({"2025": (20 + last) / 2, "2026": last})
    assert found is not None
    assert found.outlook == outlook


@pytest.mark.parametrize(
    "case",
    [
        {"actual": {"2026": 30}},
        {"actual": {}},
        {"actual": {"2025": 30, "2026": 40}, "target": {}},
        {"actual": {"2025": 30, "2026": 40}, "target": {"2028": 20}},
        {"actual": {"2025": 30, "2026": 40}, "baseline": {}},
        {"actual": {"2025": 30, "2026": 40}, "band": [20, 30]},
        {"actual": {"2025": 30, "2026": "good"}},
        {"actual": {"2025": 30, "2026": 40}, "on": date(2029, 1, 1)},
        {"actual": {"2025": 30, "2026": {"value": 40, "flag": "f"}}},
        {"actual": {"2025": 30, "2026": {"value": 40, "flag": "b"}, "2027": 50}},
        {"actual": {"2025": 30, "2028-06": 40}},
    ],
)
def test_without_three_comparable_values_and_a_target_to_come_nothing_is_said(
    case: dict[str, Any],
) -> None:
    """Too few, no target, a level, a forecast, a break, a value of later: no line is drawn."""
    assert heading(**case) is None


def test_a_share_stays_a_share() -> None:
    """No line leads beyond all of them."""
    found = heading({"2025": 60, "2026": 99}, measure="percentage", target={"2030": 100})
    assert found is not None
    assert found.value == 100
