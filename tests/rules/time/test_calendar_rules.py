"""Rules about dates, each beside an oracle that counts days or months one by one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from theories import intervals

from toc.model import Date, Interval, Strategy
from toc.rulebook import examine, find_rule

if TYPE_CHECKING:
    from toc.findings import Finding

DAY = timedelta(days=1)
LATER = Interval.of("2026-04/2026-05")


def found(rule: str, **sections: Any) -> tuple[Finding, ...]:
    """Ask one rule about a strategy."""
    return examine(Strategy.model_validate(sections), rules=[find_rule(rule)])


def bounds(when: Date) -> tuple[str, str]:
    """Give the first and the last day that a date may mean, as text that sorts."""
    year = f"{when.year:04}"
    if when.quarter is not None:
        months = {1: ("01", "03-31"), 2: ("04", "06-30"), 3: ("07", "09-30"), 4: ("10", "12-31")}
        first, last = months[when.quarter]
        return f"{year}-{first}-01", f"{year}-{last}"
    if when.month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if when.day is None:
        # No month ends after a 31st: good enough to compare with.
        return f"{year}-{when.month:02}-01", f"{year}-{when.month:02}-31"
    return (str(when), str(when))


def days_of(when: Date) -> list[date]:
    """Give every day that a date may mean."""
    first = date(when.year, 1, 1)
    year = [first + DAY * number for number in range(366)]
    start, end = bounds(when)
    return [day for day in year if start <= day.isoformat() <= end]


@st.composite
def near_dates(draw: st.DrawFn) -> Date:
    """Give dates of every precision in three years."""
    year = draw(st.integers(2026, 2028))
    return draw(
        st.one_of(
            st.just(Date(year)),
            st.integers(1, 4).map(lambda quarter: Date(year, quarter)),
            st.integers(1, 12).map(lambda month: Date(year, None, month)),
            st.dates(date(year, 1, 1), date(year, 12, 31)).map(Date.of),
        )
    )


near_intervals = st.builds(Interval, near_dates(), near_dates())


def crowded_intervals() -> st.SearchStrategy[Interval]:
    """Give intervals in so little time that many of them touch, lie within or overlap."""
    months = st.integers(1, 6).map(lambda month: Date(2026, None, month))
    days = st.builds(Date, st.just(2026), st.none(), st.integers(1, 3), st.sampled_from((1, 2, 28)))
    ends = st.one_of(months, months, days, days, st.sampled_from((Date(2026, 1), Date(2026))))
    return st.builds(Interval, ends, ends).filter(lambda period: not is_reversed(period))


@given(st.one_of(intervals(), near_intervals))
def test_a_period_is_reversed_when_its_last_day_comes_before_its_first(period: Interval) -> None:
    """In whatever section it stands, and for no other period."""
    reversed_ = (
        period.start is not None
        and period.end is not None
        and bounds(period.end)[1] < bounds(period.start)[0]
    )
    told = found(
        "period-reversed",
        strategy={"period": period},
        stages={"s": {"period": period}},
        activities={"a": {"period": period}},
        pilots={"p": {"period": period}},
        events={"e": {"date": period}},
    )
    routes = {finding.route for finding in told}
    assert routes == (
        {
            ("strategy", "period"),
            ("stages", "s", "period"),
            ("activities", "a", "period"),
            ("pilots", "p", "period"),
            ("events", "e", "date"),
        }
        if reversed_
        else set()
    )


def sure_days(period: Interval) -> set[date]:
    """Give the days on which a stage runs whatever its dates mean.

    Within a year or a quarter it may begin and end on any day; a month counts whole.
    """
    assert period.start is not None
    assert period.end is not None
    starts, ends = days_of(period.start), days_of(period.end)
    latest = starts[-1] if period.start.precision in ("year", "quarter") else starts[0]
    earliest = ends[0] if period.end.precision in ("year", "quarter") else ends[-1]
    return {latest + DAY * number for number in range((earliest - latest).days + 1)}


@example([(Interval.of("2026-01/2026-06"), False), (Interval.of("2026-02"), False), (LATER, False)])
@given(st.lists(st.tuples(crowded_intervals(), st.sampled_from((False, False, True))), max_size=7))
def test_stages_overlap_when_two_share_more_than_a_day(
    drawn: list[tuple[Interval, bool]],
) -> None:
    """A stage is told of when it shares days with one that begins no later, and only then."""
    stages = {
        f"s{number}": {"period": period} | ({"overlap": "on purpose"} if excused else {})
        for number, (period, excused) in enumerate(drawn)
    }
    sure = {
        name: days
        for (name, (period, excused)) in zip(stages, drawn, strict=True)
        if not excused and len(days := sure_days(period)) > 1
    }
    order = sorted(sure, key=lambda name: min(sure[name]))
    pairs = [
        (one, other) for one, other in combinations(order, 2) if len(sure[one] & sure[other]) > 1
    ]
    told = found("stages-overlap", stages=stages)
    assert {finding.route[1] for finding in told} == {other for _, other in pairs}
    assert {(one.related[0].route[1], one.route[1]) for one in told} <= set(pairs)


def is_reversed(period: Interval) -> bool:
    """Whether a period surely ends before it begins."""
    assert period.start is not None
    assert period.end is not None
    return bounds(period.end)[1] < bounds(period.start)[0]


def months_of(when: Date) -> list[tuple[int, int]]:
    """Give every month that a date may mean."""
    return sorted({(day.year, day.month) for day in days_of(when)})


def count_months(first: tuple[int, int], last: tuple[int, int]) -> int:
    """Count months one by one, both ends included."""
    number, (year, month) = 0, first
    while (year, month) <= last:
        number += 1
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return number


@given(near_intervals, st.integers(1, 40))
def test_a_duration_differs_when_no_reading_of_the_dates_gives_its_months(
    period: Interval, months: int
) -> None:
    """Any month of a year or a quarter may be meant; months are counted one by one."""
    assert period.start is not None
    assert period.end is not None
    if "day" in (period.start.precision, period.end.precision):
        return
    counts = {
        count_months(first, last)
        for first in months_of(period.start)
        for last in months_of(period.end)
    } - {0}
    told = found(
        "stage-duration-differs", stages={"s": {"period": period, "duration": f"P{months}M"}}
    )
    assert bool(told) == (bool(counts) and months not in counts)


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 28)).filter(lambda day: day.day <= 28),
    st.integers(0, 700),
    st.integers(-1, 2),
)
def test_with_days_the_months_may_be_rounded_down_or_up(
    first: date, length: int, more: int
) -> None:
    """From the 15th to the 10th four months and some days are four months, or five."""
    last = first + DAY * length

    def after(number: int) -> date:
        year, month = divmod(first.month - 1 + number, 12)
        return date(first.year + year, month + 1, first.day)

    down = max(number for number in range(40) if after(number) <= last + DAY)
    up = down if after(down) == last + DAY else down + 1
    months = max(1, down + more)
    told = found(
        "stage-duration-differs",
        stages={"s": {"period": f"{first}/{last}", "duration": f"P{months}M"}},
    )
    assert bool(told) == (not max(1, down) <= months <= up)


@pytest.mark.parametrize(
    ("language", "wording", "words"),
    [
        ("en", "Preparation (5 months)", "5 months"),
        ("en", "5 months: preparation", "5 months"),
        ("en", "Preparation – 5 months", "5 months"),
        ("en", "Preparation, 2 years", "2 years"),
        ("ro", "Pregătire (5 luni)", "5 luni"),
        ("ro", "Pregătire: 20 de luni", "20 de luni"),
        ("ro", "Pregătire, 2 ani", "2 ani"),
        ("ro", "Durata: 5 luni", "5 luni"),
        ("en", "Preparation (6 months)", None),
        ("en", "Reviewed every 5 months", None),
        ("en", "Preparation (5-6 months)", None),
        ("en", "Preparation (5 – 7 months)", None),
        ("en", "Preparation (1.5 years)", None),
        ("en", "1 year and 6 months", None),
        ("en", "5 months after the launch", None),
        ("en", "Preparation in 5", None),
        ("en", "5", None),
        ("ro", "Revizuită la fiecare 5 luni", None),
        ("ro", "Pregătire (1,5 ani)", None),
        ("ro", "Un an și 5 luni", None),
        ("ro", "5 luni și jumătate", None),
        ("ro", "5 luni după lansare", None),
        ("hu", "Előkészítés (5 hónap)", None),
    ],
)
def test_a_duration_in_words_is_read_where_it_is_the_stages_own(
    language: str, wording: str, words: str | None
) -> None:
    """The stage lasts six months; nothing else that is counted in months is taken for that."""
    told = found(
        "stage-duration-differs",
        strategy={"languages": [language]},
        stages={"s": {"title": wording, "period": "2026-09/2027-02"}},
    )
    assert [finding.message.say().count(f"last {words},") for finding in told] == (
        [] if words is None else [1]
    )


@given(st.data())
def test_an_activity_ends_too_late_when_a_walk_through_outputs_finds_an_earlier_date(
    data: st.DataObject,
) -> None:
    """The first due date on any way through outputs alone is held against its end."""
    activities, outputs, ends = ["a0", "a1"], ["p0", "p1", "p2"], ["c0", "c1", "g0"]
    below = [(cause, effect) for cause in activities for effect in (*outputs, *ends)]
    below += [(one, other) for number, one in enumerate(outputs) for other in outputs[number + 1 :]]
    below += [(cause, effect) for cause in outputs for effect in ends]
    arrows = data.draw(st.sets(st.sampled_from(below), max_size=8))
    due = {name: data.draw(st.none() | near_dates(), name) for name in ends}
    until = {name: data.draw(near_dates(), name) for name in activities}

    def walk(node: str) -> list[str]:
        following = [effect for cause, effect in arrows if cause == node]
        more = [walk(effect) for effect in following if effect in outputs]
        return [effect for effect in following if effect in ends] + [
            end for row in more for end in row
        ]

    late = {
        name
        for name in activities
        for end in walk(name)
        if (when := due[end]) is not None
        and bounds(until[name])[0] > max(days_of(when)).isoformat()
    }
    told = found(
        "activity-ends-after-outcome",
        activities={name: {"period": Interval(None, until[name])} for name in activities},
        outputs={name: name for name in outputs},
        outcomes={name: {"due": due[name]} if due[name] else name for name in ends[:2]},
        goals={"g0": {"due": due["g0"]} if due["g0"] else "g0"},
        links={f"{cause} -> {effect}": "it helps" for cause, effect in sorted(arrows)},
    )
    assert {finding.route[1] for finding in told} == late
