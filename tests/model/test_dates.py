"""Dates with the precision they have, intervals and durations."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from pydantic_core import PydanticCustomError
from theories import dates, durations, intervals

from toc.model import Date, Duration, Interval


@given(dates())
def test_a_date_is_read_as_it_was_written(found: Date) -> None:
    """Writing and reading a date gives it back, in its own precision."""
    assert Date.of(str(found)) == found


@given(dates())
def test_a_date_covers_its_days_in_order(found: Date) -> None:
    """The first day of a date is never after its last, and is it for a day alone."""
    assert found.first <= found.last
    assert (found.first == found.last) == (found.precision == "day")


@given(intervals())
def test_an_interval_is_read_as_it_was_written(found: Interval) -> None:
    """Writing and reading an interval gives it back."""
    assert Interval.of(str(found)) == found


@given(durations())
def test_a_duration_is_read_as_it_was_written(found: Duration) -> None:
    """Writing and reading a duration gives it back."""
    assert Duration.of(str(found)) == found


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "year"),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), "quarter"),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31), "quarter"),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29), "month"),
        ("2026-03-14", date(2026, 3, 14), date(2026, 3, 14), "day"),
    ],
)
def test_each_precision_covers_its_days(text: str, first: date, last: date, precision: str) -> None:
    """A year, a quarter, a month and a day cover what the calendar says."""
    found = Date.of(text)
    assert (found.first, found.last, found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("14.03.2026", "write 2026-03-14"),
        ("3/2026", "write 2026-03"),
        ("2026-13", "correct the month or the day (year-month-day)"),
        ("2026-02-30", "correct the month or the day (year-month-day)"),
        ("martie 2026", "write 2026, 2026-Q2, 2026-03 or 2026-03-14"),
        ("2026-Q5", "write 2026, 2026-Q2, 2026-03 or 2026-03-14"),
    ],
)
def test_what_is_no_date_says_how_to_write_one(text: str, mend: str) -> None:
    """A date in another order, or none at all, is refused with what to write."""
    with pytest.raises(PydanticCustomError) as refused:
        Date.of(text)
    assert refused.value.context is not None
    assert refused.value.context["mend"].say("en") == mend


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-01/2028-12", "2026-01", "2028-12"),
        ("2026-01/..", "2026-01", None),
        ("../2028", None, "2028"),
        ("2026-Q2", "2026-Q2", "2026-Q2"),
    ],
)
def test_an_interval_may_be_open_or_a_single_date(
    text: str, start: str | None, end: str | None
) -> None:
    """Either end may be open, and a date alone is an interval of its own length."""
    found = Interval.of(text)
    assert found.start == (Date.of(start) if start else None)
    assert found.end == (Date.of(end) if end else None)


def test_python_dates_are_taken() -> None:
    """Whoever builds a strategy in code may use Python's own dates."""
    assert str(Date.of(date(2026, 3, 14))) == "2026-03-14"
    assert str(Interval.of(date(2026, 3, 14))) == "2026-03-14"
