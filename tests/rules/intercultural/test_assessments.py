"""When an assessment is old, and which score counts."""

from __future__ import annotations

from datetime import date

import pytest

from toc.model import Strategy
from toc.rulebook import examine, find_rule


@pytest.mark.parametrize(
    ("assessed", "on", "is_old"),
    [
        ("2023-07-01", date(2026, 7, 1), False),
        ("2023-07-01", date(2026, 7, 2), True),
        ("2023-06", date(2026, 6, 30), False),
        ("2023-06", date(2026, 7, 1), True),
        ("2023", date(2026, 12, 31), False),
        ("2024-02-29", date(2027, 2, 28), False),
        ("2024-02-29", date(2027, 3, 1), True),
        ("2020", None, False),
    ],
)
def test_three_years(assessed: str, on: date | None, is_old: bool) -> None:  # noqa: FBT001
    """To the day, counted from the last day that the date covers; without a day nothing is old."""
    strategy = Strategy.model_validate({"assessments": {"first": {"date": assessed}}})
    found = examine(strategy, on=on, rules=[find_rule("assessment-old")])
    assert bool(found) == is_old


def test_the_latest_counts_and_one_without_a_date_may_be_it() -> None:
    """Neither an old assessment beside a new one, nor one beside an unknown, is told of."""
    old: dict[str, dict[str, str]] = {"old": {"date": "2020"}}
    for other in ({"date": "2026-01"}, {}):
        strategy = Strategy.model_validate({"assessments": old | {"other": other}})
        assert not examine(strategy, on=date(2026, 7, 1), rules=[find_rule("assessment-old")])
