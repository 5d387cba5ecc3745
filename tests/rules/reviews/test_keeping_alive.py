"""When a review is overdue, and when a strategy is asleep."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.findings import Finding
from toc.model import Strategy
from toc.rulebook import examine, find_rule

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def ask(rule: str, tree: dict[str, Any], on: date | None) -> list[Finding]:
    head = {"strategy": {"status": "running"}}
    return list(examine(Strategy.model_validate(head | tree), on=on, rules=[find_rule(rule)]))


def awake(on: date, **more: Any) -> dict[str, Any]:
    """Give a strategy in which something was noted on the day itself."""
    return {"indicators": {"i": {"actual": {on.isoformat(): 1}}}, **more}


def end_of_month(day: date) -> date:
    while day.month == (day + timedelta(days=1)).month:
        day += timedelta(days=1)
    return day


def months_later(day: date, months: int) -> date:
    """Walk month by month along the calendar, and stop at the last day of a shorter one."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@given(next_one=DAYS, on=DAYS, by_month=st.booleans())
def test_a_review_is_overdue_exactly_after_the_day_that_was_set(
    next_one: date, on: date, *, by_month: bool
) -> None:
    """A month is over on its last day."""
    said = f"{next_one:%Y-%m}" if by_month else next_one.isoformat()
    last_day = end_of_month(next_one) if by_month else next_one
    tree = awake(on, reviews={"first": {"date": "2023-11", "next": said}})
    found = ask("review-overdue", tree, on)
    assert [one.route for one in found] == [("reviews", "first", "next")] * (on > last_day)


@given(
    st.lists(DAYS, max_size=3, unique=True),
    DAYS,
    DAYS,
    st.integers(1, 14),
    st.integers(0, 20),
)
def test_a_review_is_overdue_exactly_after_the_time_that_a_stage_names(
    held: list[date], began: date, on: date, months: int, days: int
) -> None:
    """It is counted from the last review, or from the stage's first day if that is later."""
    stage = {"period": f"{began}/..", "review": {"every": f"P{months}M{days}D"}}
    reviews = {f"r{place}": {"date": day.isoformat()} for place, day in enumerate(held)}
    since = max([began, *held])
    due = months_later(since, months) + timedelta(days=days)
    expected = began <= on and all(day <= on for day in held) and on > due
    found = ask("review-overdue", awake(on, stages={"s": stage}, reviews=reviews), on)
    assert [one.route for one in found] == [("stages", "s", "review", "every")] * expected
    assert all(due.isoformat() in one.message.say() for one in found)


@pytest.mark.parametrize(
    ("tree", "on"),
    [
        pytest.param({"reviews": {"r": {"date": "2024", "next": "2025-03"}}}, None, id="no-day"),
        pytest.param(
            {
                "reviews": {
                    "r": {"date": "2024", "next": "2025-03"},
                    "moved": {"date": "2026-09-01"},
                }
            },
            date(2026, 8, 31),
            id="set-anew",
        ),
        pytest.param(
            {
                "reviews": {"undated": "A review"},
                "stages": {"s": {"period": "2024/2027", "review": {"every": "P5M"}}},
            },
            date(2026, 8, 31),
            id="a-review-of-which-the-day-is-not-written",
        ),
        pytest.param(
            {"stages": {"s": {"period": "2024/2027", "review": {"every": "P9000Y"}}}},
            date(2026, 8, 31),
            id="beyond-the-calendar",
        ),
        pytest.param(
            {"stages": {"s": {"period": "2024/2027", "review": {"every": "P0D"}}}},
            date(2026, 8, 31),
            id="no-time-at-all",
        ),
        pytest.param(
            {"stages": {"s": {"review": {"every": "P5M"}}}},
            date(2026, 8, 31),
            id="no-day-to-count-from",
        ),
    ],
)
def test_nothing_is_overdue(tree: dict[str, Any], on: date | None) -> None:
    """Where no day is known to have passed, nothing is told."""
    assert ask("review-overdue", awake(date(2026, 8, 1), **tree), on) == []


def test_of_a_strategy_that_is_asleep_only_that_is_told() -> None:
    """One cause, one finding."""
    tree = {"reviews": {"r": {"date": "2024", "next": "2025-03"}}}
    assert ask("review-overdue", tree, date(2026, 8, 31)) == []
    assert len(ask("strategy-asleep", tree, date(2026, 8, 31))) == 1


@given(DAYS, DAYS, st.sampled_from(("actual", "review", "event", "changelog")))
def test_a_strategy_is_asleep_exactly_twelve_months_after_the_last_trace(
    trace: date, on: date, kind: str
) -> None:
    """What is dated later than the day has not happened yet."""
    day = trace.isoformat()
    trees: dict[str, dict[str, Any]] = {
        "actual": {"indicators": {"i": {"actual": {day: 1}}}},
        "review": {"reviews": {"r": {"date": day}}},
        "event": {"events": {"e": {"date": day}}},
        "changelog": {"changelog": {"1.0": {"date": day}}},
    }
    is_awake = trace <= on <= months_later(trace, 12)
    assert (ask("strategy-asleep", trees[kind], on) == []) is is_awake


@pytest.mark.parametrize(
    ("tree", "told"),
    [
        pytest.param({}, True, id="nothing-dated-at-all"),
        pytest.param({"strategy": {"status": "running", "period": "2026/2028"}}, False, id="young"),
        pytest.param({"strategy": {"status": "closed"}}, False, id="closed"),
        pytest.param({"events": {"e": {"date": "2020-10/.."}}}, False, id="still-going-on"),
        pytest.param({"events": {"e": {"date": "2029-10"}}}, True, id="only-planned"),
    ],
)
def test_who_is_asleep(tree: dict[str, Any], *, told: bool) -> None:
    """A strategy that is young, closed, or in the middle of something is not."""
    assert bool(ask("strategy-asleep", tree, date(2026, 8, 31))) is told


@pytest.mark.parametrize(
    ("day", "told"), [("2026-08-30", True), ("2026-08-31", False), ("2026-08", False)]
)
def test_a_review_that_is_still_to_come_has_decided_nothing_yet(day: str, *, told: bool) -> None:
    """On the day itself the minutes may not be written."""
    tree = {"reviews": {"r": {"title": "Review", "date": day}}}
    assert bool(ask("review-without-decision", tree, date(2026, 8, 31))) is told


@pytest.mark.parametrize("key", ["1.1", "v1.1", "V1.1 "])
def test_a_version_is_found_however_it_is_written(key: str) -> None:
    """A letter in front and a space behind are not another version."""
    tree = {
        "strategy": {"status": "running", "version": "1.1"},
        "changelog": {key: {"date": "2026", "by": "Council", "because": "Learned"}},
    }
    assert ask("version-without-changelog", tree, None) == []
