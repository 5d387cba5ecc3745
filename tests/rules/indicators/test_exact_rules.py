"""The rules on indicators that only compute, each beside a second way of computing it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from theories import dates, numbers

from toc.findings import KEY, Finding
from toc.model import Date, Reading, Strategy
from toc.rulebook import examine, find_rule
from toc.words import Message

Row = Mapping[Date, float]

MONTHS = st.builds(Date, st.integers(2024, 2028), st.none(), st.integers(1, 12))
SMALL = st.integers(0, 12)


def _found(
    rule: str, indicator: Mapping[str, Any], *, on: date | None = None, **head: Any
) -> list[Finding]:
    strategy = Strategy.model_validate(
        {"strategy": {"languages": ["en"], **head}, "indicators": {"one": dict(indicator)}}
    )
    return list(examine(strategy, on=on, rules=[find_rule(rule)]))


def _typed(row: Row) -> dict[str, float]:
    return {str(when): value for when, value in row.items()}


# target-not-beyond-baseline


@given(
    st.dictionaries(dates(), numbers(0, 9), max_size=3),
    st.dictionaries(dates(), numbers(0, 9), max_size=3),
    st.sampled_from([None, "up", "down", "maintain"]),
)
def test_the_last_target_is_beyond_the_latest_baseline_or_found(
    baseline: Row, target: Row, direction: str | None
) -> None:
    """By going through every pair of the two that nothing later replaces."""
    compared = {
        (until, since)
        for until in target
        for since in baseline
        if not any(_is_later(other, until) for other in target)
        and since.first <= until.last
        and not any(_is_later(other, since) and other.first <= until.last for other in baseline)
        and direction in ("up", "down")
    }
    sign = 1 if direction == "up" else -1
    gains = {pair: sign * (target[pair[0]] - baseline[pair[1]]) for pair in compared}
    indicator = {"baseline": _typed(baseline), "target": _typed(target), "direction": direction}
    for rule, is_told in (
        ("target-not-beyond-baseline", {pair for pair, gain in gains.items() if gain < 0}),
        ("target-equals-baseline", {pair for pair, gain in gains.items() if gain == 0}),
    ):
        found = _found(rule, indicator)
        assert {(one.route[-1], one.related[0].route[-1]) for one in found} == {
            (str(until), str(since)) for until, since in is_told
        }


def _is_later(one: Date, other: Date) -> bool:
    return (one.last, one.first) > (other.last, other.first)


def test_a_number_of_any_length_is_compared() -> None:
    """Also where it is too large for a fraction."""
    row = {"baseline": {"2025": 10**349}, "target": {"2028": 1.5}, "direction": "up"}
    assert len(_found("target-not-beyond-baseline", row)) == 1
    assert len(_found("milestones-disordered", {**row, "milestones": {"2024": 1}})) == 0


# milestones-disordered


@given(
    st.tuples(MONTHS, SMALL),
    st.dictionaries(MONTHS, SMALL, max_size=4),
    st.tuples(MONTHS, SMALL),
    st.sampled_from(["up", "down"]),
)
def test_milestones_lead_from_the_baseline_to_the_target_or_are_found(
    baseline: tuple[Date, float],
    milestones: Row,
    target: tuple[Date, float],
    direction: str,
) -> None:
    """In order is what sorting does not change, and every date lies between the two ends."""
    (since, begun), (until, end) = baseline, target
    if since.last >= until.first:
        return
    row = [begun, *(milestones[when] for when in sorted(milestones, key=_first)), end]
    is_ordered = row == sorted(row, reverse=direction == "down")
    is_between = all(since.first <= when.first <= until.first for when in milestones)
    is_beyond = end > begun if direction == "up" else end < begun
    found = _found(
        "milestones-disordered",
        {
            "baseline": {str(since): begun},
            "milestones": _typed(milestones),
            "target": {str(until): end},
            "direction": direction,
        },
    )
    is_told_of_otherwise = not is_beyond or not milestones
    assert len(found) == (0 if is_told_of_otherwise or (is_ordered and is_between) else 1)


def _first(when: Date) -> date:
    return when.first


@given(st.dictionaries(dates(), numbers(0, 9)), st.dictionaries(dates(), numbers(0, 9)))
def test_what_is_in_doubt_is_in_order(baseline: Row, milestones: Row) -> None:
    """Without a direction only a date can be wrong, and only where it cannot be right."""
    is_early = bool(baseline) and any(
        all(when.last < since.first for since in baseline) for when in milestones
    )
    found = _found(
        "milestones-disordered",
        {"baseline": _typed(baseline), "milestones": _typed(milestones)},
    )
    assert len(found) == is_early


# readings-stale

DAY = date(2027, 6, 1)


def _is_stale(age: int, frequency: str, **more: Any) -> bool:
    measured = {str(Date.of(DAY - timedelta(days=age))): 3}
    indicator = {"actual": measured, "frequency": frequency, **more}
    return bool(_found("readings-stale", indicator, on=DAY, status="running"))


@given(st.integers(0, 400), st.integers(0, 200), st.integers(0, 20))
def test_a_value_may_be_as_old_as_its_frequency_and_half_as_much(
    age: int, days: int, weeks: int
) -> None:
    """To the day, where the frequency is told in days and weeks; without a length, never."""
    often = days + 7 * weeks
    assert _is_stale(age, f"P{weeks}W{days}D") == (often > 0 and 2 * age > 3 * often)


@given(st.integers(0, 1500), st.integers(1, 24))
def test_months_are_neither_shorter_nor_longer_than_months(age: int, months: int) -> None:
    """Younger than the shortest is fresh, older than the longest is stale."""
    if age <= 1.5 * 28 * months:
        assert not _is_stale(age, f"P{months}M")
    if age > 1.5 * 31 * months:
        assert _is_stale(age, f"P{months}M")
    assert _is_stale(age, f"P{12 * months}M") == _is_stale(age, f"P{months}Y")


def test_what_is_over_or_not_yet_begun_is_not_stale() -> None:
    """On no day, in a closed strategy, after the last target, and before the first value."""
    indicator = {"actual": {"2020": 3}, "frequency": "P1Y"}
    assert len(_found("readings-stale", indicator, on=DAY, status="running")) == 1
    assert _found("readings-stale", indicator, status="running") == []
    assert _found("readings-stale", indicator, on=DAY, status="closed") == []
    assert not _is_stale(900, "P1M", target={"2024": 3})
    assert _is_stale(900, "P1M", target={"2027": 3})
    for row in ({"2028": 3}, {"2020": None}):
        later = {"actual": row, "frequency": "P1M"}
        assert _found("readings-stale", later, on=DAY, status="running") == []


@given(dates(), st.dates())
def test_any_day_can_be_asked_about(when: Date, on: date) -> None:
    """No date is too far, and no frequency too long."""
    for frequency in ("P999999Y", "P1D"):
        indicator = {"actual": {str(when): 3}, "frequency": frequency}
        found = _found("readings-stale", indicator, on=on, status="running")
        assert bool(found) == (frequency == "P1D" and (on - when.last).days > 1)


# reading-identifies-people

GROUPS = st.dictionaries(st.sampled_from("abc"), st.integers(0, 30), max_size=3)


@given(GROUPS, GROUPS, GROUPS, st.sampled_from(["people", "services", "people a year", None]))
def test_a_group_of_one_to_nine_people_is_found(
    begun: dict[str, int], measured: dict[str, int], read: dict[str, int], unit: str | None
) -> None:
    """Wherever it is written, and nothing but people; all of them in one finding."""
    strategy = Strategy.model_validate(
        {
            "strategy": {"languages": ["en"]},
            "indicators": {
                "one": {
                    "unit": unit,
                    "baseline": {"2025": {"by": begun}},
                    "actual": {"2026": {"value": 5, "by": measured}},
                    "target": {"2028": {"by": {"a": 5}}},
                }
            },
        }
    )
    when = Date.of("2027")
    strategy._readings = (
        Reading("one", when, 5),
        *(Reading("one", when, value, by={"sex": group}) for group, value in read.items()),
    )
    small = [
        one for part in (begun, measured, read) for one in part.values() if one in range(1, 10)
    ]
    found = examine(strategy, rules=[find_rule("reading-identifies-people")])
    are_people = unit is not None and unit.startswith("people")
    assert len(found) == bool(small and are_people)
    for one in found:
        assert isinstance(one.message, Message)
        assert one.message.values["count"] == len(small)
        assert one.route[-1] in (KEY, *"abc")
