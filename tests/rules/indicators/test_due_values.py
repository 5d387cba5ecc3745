"""Rules that compare what was measured with what was to be, beside a second way of counting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from theories import numbers

from toc.findings import Finding
from toc.model import Date, Strategy
from toc.rulebook import examine, find_rule

ON = date(2027, 7, 1)
YEARS = st.builds(Date, st.integers(2024, 2029))
ROWS = st.dictionaries(YEARS, numbers(0, 9), max_size=4)
WAYS = st.sampled_from([None, "up", "down", "maintain"])


def _found(rule: str, **indicator: Any) -> list[Finding]:
    data = {
        "strategy": {"status": "running"},
        "indicators": {
            "one": {
                key: {str(when): number for when, number in value.items()}
                if isinstance(value, dict)
                else value
                for key, value in indicator.items()
            }
        },
    }
    return list(examine(Strategy.model_validate(data), on=ON, rules=[find_rule(rule)]))


def _sign(direction: str | None) -> int:
    return {"up": 1, "down": -1}.get(direction or "", 0)


@given(ROWS, ROWS, WAYS)
def test_a_target_is_missed_when_no_value_from_its_time_on_reaches_it(
    target: Mapping[Date, float], actual: Mapping[Date, float], direction: str | None
) -> None:
    """Counted year by year; a year that is not over is not due, and one ahead not measured."""
    due = max((one.year for one in target if one.year < ON.year), default=None)
    values = {one.year: number for one, number in actual.items() if one.year <= ON.year}
    found = _found("target-missed", target=target, actual=actual, direction=direction)
    if due is None:
        assert found == []
        return
    start = max((year for year in values if year <= due), default=0)
    gains = [
        _sign(direction) * (number - target[Date(due)])
        for year, number in values.items()
        if year >= start
    ]
    assert bool(found) == (not values or all(gain < 0 for gain in gains))
    assert all(str(due) == one.related[0].route[-1] for one in found)


@given(ROWS, ROWS, WAYS)
def test_the_last_value_is_no_worse_than_the_baseline_before_it_or_found(
    baseline: Mapping[Date, float], actual: Mapping[Date, float], direction: str | None
) -> None:
    """Of each the last that there is by then."""
    known = [one for one in actual if one.first <= ON]
    last = max(known, key=lambda one: one.year, default=None)
    before = [one for one in baseline if last is not None and one.year < last.year]
    since = max(before, key=lambda one: one.year, default=None)
    found = _found("reading-behind-baseline", baseline=baseline, actual=actual, direction=direction)
    is_worse = (
        last is not None
        and since is not None
        and _sign(direction) * (actual[last] - baseline[since]) < 0
    )
    assert bool(found) == is_worse
