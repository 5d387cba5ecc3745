"""Dates with the precision they have, intervals and durations."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from theories import dates, durations, intervals

from toc.model import Date, Duration, Interval
from toc.model.refusals import Refusal


@given(dates())
def test_a_date_reads_back_as_it_was_written(when: Date) -> None:
    """Whatever its precision, a date and its text are the same thing."""
    assert Date.of(str(when)) == when
    assert str(Date.of(f" {when} ")) == str(when)


@given(intervals())
def test_an_interval_reads_back_as_it_was_written(when: Interval) -> None:
    """Open at either end, at both or at none."""
    assert Interval.of(str(when)) == when


@given(durations())
def test_a_duration_reads_back_as_it_was_written(long: Duration) -> None:
    """In years, months, weeks and days, and also when it is nothing."""
    assert Duration.of(str(long)) == long


@given(dates())
def test_a_date_begins_before_it_ends_and_covers_what_it_says(when: Date) -> None:
    """The first day is not after the last, and a day more at either end is beyond it."""
    assert when.first <= when.last
    assert when.first.year == when.last.year == when.year
    assert (when.first == when.last) == (when.precision == "day")
    if when.last < date.max:
        assert (when.last + timedelta(days=1)).month != when.last.month or when.precision == "day"


@given(dates(), dates())
def test_an_interval_runs_from_the_first_day_to_the_last(start: Date, end: Date) -> None:
    """It covers both of its ends whole, and an open end has no day."""
    assert (Interval(start, end).first, Interval(start, end).last) == (start.first, end.last)
    assert (Interval(None, end).first, Interval(start, None).last) == (None, None)


@given(st.dates())
def test_python_s_own_date_is_taken(day: date) -> None:
    """A date from a script is a day, and its text the ISO one."""
    when = Date.of(day)
    assert (str(when), when.first, when.last) == (day.isoformat(), day, day)
    assert Interval.of(day) == Interval(when, when)


COVERED = [
    ("2026", "2026-01-01", "2026-12-31", "year"),
    ("2026-Q1", "2026-01-01", "2026-03-31", "quarter"),
    ("2026-Q2", "2026-04-01", "2026-06-30", "quarter"),
    ("2026-Q3", "2026-07-01", "2026-09-30", "quarter"),
    ("2026-Q4", "2026-10-01", "2026-12-31", "quarter"),
    ("2026-02", "2026-02-01", "2026-02-28", "month"),
    ("2028-02", "2028-02-01", "2028-02-29", "month"),
    ("2026-03-14", "2026-03-14", "2026-03-14", "day"),
    ("0001", "0001-01-01", "0001-12-31", "year"),
    ("9999-12", "9999-12-01", "9999-12-31", "month"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), COVERED)
def test_a_date_covers_the_days_of_its_precision(
    text: str, first: str, last: str, precision: str
) -> None:
    """A year, a quarter and a month cover their days, leap days included."""
    when = Date.of(text)
    found = (when.first.isoformat(), when.last.isoformat(), when.precision)
    assert found == (first, last, precision)


INTERVALS = [
    ("2026-01/2028-12", "2026-01-01", "2028-12-31", "2026-01/2028-12"),
    ("2026 / 2028", "2026-01-01", "2028-12-31", "2026/2028"),
    ("2026-01/..", "2026-01-01", None, "2026-01/.."),
    ("../2026-Q2", None, "2026-06-30", "../2026-Q2"),
    ("2026-01/", "2026-01-01", None, "2026-01/.."),
    ("../..", None, None, "../.."),
    ("2026-05", "2026-05-01", "2026-05-31", "2026-05"),
    ("2026/2026", "2026-01-01", "2026-12-31", "2026"),
]


@pytest.mark.parametrize(("text", "first", "last", "written"), INTERVALS)
def test_an_interval_may_be_open_or_a_date_alone(
    text: str, first: str | None, last: str | None, written: str
) -> None:
    """Two dots, or nothing, stand for an open end; a date alone is as long as itself."""
    when = Interval.of(text)
    assert when.first == (first and date.fromisoformat(first))
    assert when.last == (last and date.fromisoformat(last))
    assert str(when) == written


DURATIONS = [
    ("P5M", Duration(months=5)),
    ("P1Y6M", Duration(years=1, months=6)),
    ("P2W", Duration(weeks=2)),
    ("P1Y2M3W4D", Duration(1, 2, 3, 4)),
    ("P0D", Duration()),
    (" P1Y ", Duration(years=1)),
]


@pytest.mark.parametrize(("text", "long"), DURATIONS)
def test_a_duration_has_the_parts_that_are_written(text: str, long: Duration) -> None:
    """Years, months, weeks and days, in this order, each at most once."""
    assert Duration.of(text) == long


NOT_ONE: list[object] = [
    "",
    "x",
    "5M",
    "P",
    "PT5H",
    "P1M2Y",
    "P-1M",
    "P1.5Y",
    "p5m",
    "P5M2M",
    None,
    5,
    True,
    [],
    {},
]


@pytest.mark.parametrize("value", NOT_ONE)
def test_what_is_no_duration_is_refused(value: object) -> None:
    """Neither a number, nor times of the day, nor parts out of order."""
    with pytest.raises(Refusal, match="is no duration"):
        Duration.of(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "x",
        "26",
        "2026-1",
        "2026-Q5",
        "2026-Q0",
        "20260314",
        "2026-03-14T10:00",
        None,
        2.5,
        [],
        {},
        True,
    ],
)
def test_what_is_no_date_is_refused(value: object) -> None:
    """Only the four notations are dates."""
    with pytest.raises(Refusal, match="is no date"):
        Date.of(value)


@pytest.mark.parametrize(
    "value", ["2026-00", "2026-13", "2026-02-29", "2026-04-31", "2026-01-00", "0000"]
)
def test_what_is_no_day_of_the_calendar_is_refused(value: str) -> None:
    """A date in the right notation may still not exist."""
    with pytest.raises(Refusal, match="there is no such day"):
        Date.of(value)


MENDS = [
    ("14.03.2026", "write 2026-03-14"),
    ("1/3/2026", "write 2026-03-01"),
    ("3/2026", "write 2026-03"),
    ("2026-13", "correct the month or the day (year-month-day)"),
    ("2026-02-30", "correct the month or the day (year-month-day)"),
    ("martie 2026", "write 2026, 2026-Q2, 2026-03 or 2026-03-14"),
]


@pytest.mark.parametrize(("text", "mend"), MENDS)
def test_what_is_no_date_says_how_to_write_one(text: str, mend: str) -> None:
    """A date in another order, or none at all, is refused with what to write."""
    with pytest.raises(Refusal) as caught:
        Date.of(text)
    assert caught.value.context is not None
    assert caught.value.context["mend"].say() == mend


@pytest.mark.parametrize("value", [Date(2026), 2026, "2026"])
def test_a_bare_year_may_be_a_number(value: object) -> None:
    """In Python a year may be written without quotes."""
    assert Date.of(value) == Date(2026)


@pytest.mark.parametrize("kind", [Date, Interval, Duration])
def test_pydantic_writes_what_it_reads(kind: type) -> None:
    """In JSON each is its own text."""
    text = "P5M" if kind is Duration else "2026-Q2"
    adapter: TypeAdapter[object] = TypeAdapter(kind)
    assert adapter.dump_python(adapter.validate_python(text)) == text


@given(dates())
def test_a_date_is_a_key_like_any_other(when: Date) -> None:
    """Equal dates are one key of a mapping."""
    assert {when: 1}[Date.of(str(when))] == 1
