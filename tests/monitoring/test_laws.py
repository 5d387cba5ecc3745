"""Laws of progress, whatever the numbers."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st
from monitoring.watched import DAY, stand, with_readings

from toc.model import Date, Reading, Strategy
from toc.monitoring import progress

WHOLE = st.integers(-1000, 1000)
POSITIVE = st.integers(1, 1000)
MILESTONES = st.dictionaries(st.sampled_from(["2025", "2026", "2027"]), WHOLE)


def fields(start: int, end: int, value: int, milestones: dict[str, int]) -> dict[str, Any]:
    """Give an indicator from one value to another, measured in 2026."""
    return {
        "baseline": {"2024": start},
        "target": {"2028": end},
        "actual": {"2026": value},
        "milestones": milestones,
    }


@given(WHOLE, WHOLE, WHOLE, MILESTONES, st.integers(-9, 9), WHOLE)
def test_units_and_scales_do_not_matter(
    start: int, end: int, value: int, milestones: dict[str, int], factor: int, shift: int
) -> None:
    """y → a·y + b: euros in cents, unemployment as employment, all stand as before."""
    assume(factor)
    moved = [factor * one + shift for one in (start, end, value)]
    way = {when: factor * one + shift for when, one in milestones.items()}
    before, after = (
        stand(**fields(start, end, value, milestones)),
        stand(**fields(moved[0], moved[1], moved[2], way)),
    )
    assert (before.standing, before.ratio, before.share, before.away) == (
        after.standing,
        after.ratio,
        after.share,
        after.away,
    )


def test_growth_does_not_keep_that_law() -> None:
    """Unemployment 12 → 9 → 6 and employment 88 → 91 → 94 are one fact, and two verdicts."""
    one = stand(**fields(12, 6, 9, {}), method="cagr")
    same = stand(**fields(88, 94, 91, {}), method="cagr")
    assert (one.standing, same.standing) == ("behind", "on-track")


@given(WHOLE, WHOLE, POSITIVE, MILESTONES, st.sampled_from(["path", "milestones", "cagr"]))
@example(20, 60, 1, {"2026": 10}, "milestones")
def test_on_the_far_side_of_the_baseline_nothing_is_better_than_far_behind(
    start: int, end: int, beyond: int, milestones: dict[str, int], method: str
) -> None:
    """By no method does moving away look like progress."""
    assume(start != end)
    value = start - beyond if end > start else start + beyond
    found = stand(**fields(start, end, value, milestones), method=method)
    assert found.standing in ("far-behind", "not-comparable")
    assert found.standing == "not-comparable" or found.away


READINGS = st.lists(
    st.tuples(st.sampled_from(["2025", "2025-Q3", "2026-02", "2026-11-30", "2027"]), WHOLE),
    min_size=1,
    max_size=6,
)


def read(rows: list[tuple[str, int]], **more: Any) -> Strategy:
    """Give a strategy with these readings."""
    entry = {"baseline": {"2024": 20}, "target": {"2028": 60}, "frequency": "P6M", **more}
    readings = [Reading("speak", Date.of(when), value) for when, value in rows]
    return with_readings(Strategy(indicators={"speak": entry}), *readings)


@given(READINGS, st.randoms(use_true_random=False))
def test_the_order_of_readings_does_not_matter(rows: list[tuple[str, int]], random: Any) -> None:
    """A spreadsheet may be sorted as anybody likes."""
    shuffled = rows[:]
    random.shuffle(shuffled)
    assert progress(read(rows), "speak", DAY) == progress(read(shuffled), "speak", DAY)


@given(READINGS, st.dates(date(2027, 7, 1), date(2040, 1, 1)), WHOLE)
def test_what_comes_after_the_day_changes_nothing(
    rows: list[tuple[str, int]], later: date, value: int
) -> None:
    """What was known on a day stays what was known on it."""
    more = [*rows, (later.isoformat(), value)]
    assert progress(read(rows), "speak", DAY) == progress(read(more), "speak", DAY)


@given(WHOLE, WHOLE, WHOLE, WHOLE)
def test_more_of_the_way_is_never_worse(start: int, end: int, value: int, more: int) -> None:
    """Of two values the one nearer to the target has no smaller ratio."""
    assume(start != end)
    one, other = (stand(**fields(start, end, at, {})) for at in (value, more))
    assert one.share is not None
    assert other.share is not None
    assert one.ratio is not None
    assert other.ratio is not None
    way = Fraction(value - start, end - start) <= Fraction(more - start, end - start)
    assert (one.ratio <= other.ratio) if way else (one.ratio >= other.ratio)
