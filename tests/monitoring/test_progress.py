"""How an indicator stands on a day, case by case."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from monitoring.watched import DAY, stand, with_readings
from theories import load_files

from toc.errors import UnknownNameError
from toc.model import Date, Duration, Reading, Strategy
from toc.monitoring import progress
from toc.monitoring.series import find_indicator


@pytest.mark.parametrize(
    ("value", "standing", "ratio"),
    [
        (60, "achieved", 2.0),
        (61, "achieved", 2.05),
        (40, "on-track", 1.0),
        (39, "on-track", 0.95),
        (38.9, "behind", 0.945),
        (32, "behind", 0.6),
        (31.9, "far-behind", 0.595),
        (20, "far-behind", 0.0),
        (19, "far-behind", -0.05),
    ],
)
def test_the_published_thresholds_decide(value: float, standing: str, ratio: float) -> None:
    """Halfway in time 40 is expected; 0.95 of the way there is on track, 0.6 is behind."""
    found = stand(actual={"2026": value})
    assert (found.standing, found.ratio) == (standing, ratio)
    assert found.away == (value < 20)


def test_what_should_fall_is_judged_the_same_way() -> None:
    """The direction is that from the baseline to the target."""
    assert stand(target={"2028": 0}, actual={"2026": 10}).standing == "on-track"
    assert stand(target={"2028": 0}, actual={"2026": 22}).away


def test_moving_away_is_said_in_its_own_words() -> None:
    """It is shown as far behind, and said to move away."""
    found = stand(actual={"2026": 15})
    assert found.sentence() == (
        "“Speakers” is far behind and moving away: 15 in 2026, where 40 was expected on the way "
        "from 20 in 2024 to 60 by 2028."
    )


def test_milestones_decide_where_there_are_any() -> None:
    """Most is to come late: 24 by 2026 is all that was expected, and a quarter of it on the path."""
    fields: dict[str, Any] = {"milestones": {"2026": 24}, "actual": {"2026": 24}}
    assert (stand(**fields).standing, stand(**fields).method) == ("on-track", "milestones")
    assert stand(**fields, method="path").ratio == 0.2
    assert stand(**fields, progress="path").method == "path"


def test_between_milestones_it_is_a_straight_line() -> None:
    """On day 181 of 365 after a milestone of 24, on the way to 60 in two years."""
    found = stand(milestones={"2026": 24}, actual={"2027-06-30": 33})
    assert found.expected == float(24 + Fraction(18 * 181, 365))


def test_an_earlier_target_is_a_milestone() -> None:
    """Of several targets the last one is to be reached."""
    found = stand(target={"2026": 24, "2028": 60}, actual={"2026": 24})
    assert (found.standing, found.ratio) == ("on-track", 1.0)


def test_the_last_baseline_before_the_target_counts() -> None:
    """Measured anew, the way begins anew."""
    found = stand(baseline={"2020": 5, "2024": 20}, actual={"2026": 40})
    assert found.baseline is not None
    assert (found.baseline.value, found.ratio) == (20, 1.0)


def test_a_baseline_after_the_target_is_none() -> None:
    """What was measured when all was over is no place to start from."""
    found = stand(
        baseline={"2024": 20, "2029": 50}, actual={"2028": 44}, on=date(2030, 6, 30)
    )  # fmt: skip
    assert found.baseline is not None
    assert (found.baseline.value, found.ratio) == (20, 0.6)


def test_milestones_before_the_baseline_and_after_the_target_do_not_count() -> None:
    """The way is from the one to the other."""
    found = stand(milestones={"2020": 90, "2031": 5}, actual={"2026": 40})
    assert (found.method, found.expected) == ("milestones", 40)


def test_a_break_before_the_baseline_breaks_nothing() -> None:
    """The baseline was measured after it."""
    found = stand(actual={"2023": {"value": 5, "flag": "b"}, "2026": 40})
    assert found.standing == "on-track"


REASONS: dict[str, tuple[dict[str, Any], str, str]] = {
    "nothing measured": ({}, "no-data", "nothing has been measured yet"),
    "not due yet": (
        {"frequency": "P3Y"},
        "no-data",
        "after the baseline of 2024 the next value is due 2027",
    ),
    "only later values": ({"actual": {"2027-07": 50}}, "no-data", "nothing has been measured yet"),
    "only forecasts": (
        {"actual": {"2026": {"value": 50, "flag": "f"}}},
        "no-data",
        "there are only forecasts, and values that do not apply",
    ),
    "only groups": (
        {"actual": {"2026": {"by": {"women": 12, "men": 13}}}},
        "no-data",
        "there are values of groups, and none of the whole",
    ),
    "no target": ({"target": None, "actual": {"2026": 40}}, "no-data", "it has no target"),
    "no baseline": ({"baseline": None, "actual": {"2026": 70}}, "no-data", "it has no baseline"),
    "before the baseline": (
        {"actual": {"2024-11": 40}},
        "no-data",
        "its last value, of 2024-11, is not later than its baseline of 2024",
    ),
    "on the day of the baseline": (
        {"actual": {"2024-12-31": 40}},
        "no-data",
        "its last value, of 2024-12-31, is not later than its baseline of 2024",
    ),
    "baseline in the future": (
        {"baseline": {"2027-09": 20}, "actual": {"2026": 40}},
        "no-data",
        "it begins only with its baseline of 2027-09",
    ),
    "target equals baseline": (
        {"target": {"2028": 20}, "actual": {"2026": 40}},
        "not-comparable",
        "its target, 20, is its baseline; if it should stay there, write band: [ , ]",
    ),
    "target before baseline": (
        {"target": {"2023": 60}, "actual": {"2026": 40}},
        "not-comparable",
        "its target is for 2023, and its baseline is of 2024",
    ),
    "target against the direction": (
        {"direction": "down", "actual": {"2026": 40}},
        "not-comparable",
        "it should fall, and its target is to rise from 20 to 60",
    ),
    "target below what should rise": (
        {"direction": "up", "target": {"2028": 10}, "actual": {"2026": 40}},
        "not-comparable",
        "it should rise, and its target is to fall from 20 to 10",
    ),
    "nothing expected yet": (
        {"milestones": {"2026": 20}, "actual": {"2025": 21}},
        "not-comparable",
        "nothing was expected of it by then yet",
    ),
    "break in the series": (
        {"actual": {"2025": {"value": 30, "flag": "b"}, "2026": 40}},
        "not-comparable",
        "there is a break in its series in 2025; measure the baseline anew",
    ),
    "another definition": (
        {"actual": {"2026": {"value": 40, "flag": "d"}}},
        "not-comparable",
        "its baseline and its last value are defined differently",
    ),
    "words without an order": (
        {"actual": {"2026": "good"}},
        "not-comparable",
        (
            "“good” is no number, and nothing says above which level it stands; list them, "
            "the lowest first: levels: […]"
        ),
    ),
    "should stay, and nothing says how near": (
        {"direction": "maintain", "target": None, "actual": {"2026": 21}},
        "not-comparable",
        "it should stay as it is, and nothing says how far it may move: write band: [ , ]",
    ),
    "growth across nothing": (
        {"baseline": {"2024": -20}, "progress": "cagr", "actual": {"2026": 40}},
        "not-comparable",
        "its growth cannot be reckoned from these values; reckon it by path",
    ),
}


@pytest.mark.parametrize("case", REASONS)
def test_what_cannot_be_judged_says_why_and_is_never_green(case: str) -> None:
    """Each has its standing and its reason; none has a ratio, and none is known."""
    fields, standing, reason = REASONS[case]
    found = stand(**fields)
    assert found.reason is not None
    assert (found.standing, found.reason.say(), found.ratio) == (standing, reason, None)
    assert not found.is_known
    assert reason in found.sentence()


def test_what_is_open_is_said_to_be_open() -> None:
    """`tbd` is no value and no fault: the baseline, or the target, is still open."""
    head = "toc: 1\nindicators:\n"
    rows = "  a: {baseline: tbd, target: {2028: 5}}\n  b: {baseline: {2024: 1}, target: tbd}\n"
    strategy = load_files({"s.yaml": head + rows}, "s.yaml").strategy
    told = [progress(strategy, name, DAY).reason for name in ("a", "b")]
    assert [one.say() for one in told if one] == [
        "its baseline is still open",
        "its target is still open",
    ]


def test_two_values_for_one_date_cannot_both_be_right() -> None:
    """Whichever was read first, neither is chosen."""
    entry = {"baseline": {"2024": 20}, "target": {"2028": 60}, "actual": {"2026": 40}}
    row = Reading("speak", Date.of("2026"), 38)
    strategy = with_readings(Strategy(indicators={"speak": entry}), row)
    found = progress(strategy, "speak", DAY)
    assert found.reason is not None
    assert found.reason.say() == "it has several values for 2026: 38, 40"


def test_the_same_value_twice_is_one_value() -> None:
    """Written in the file and in the spreadsheet alike, it is no contradiction."""
    entry = {"baseline": {"2024": 20}, "target": {"2028": 60}, "actual": {"2026": 40}}
    row = Reading("speak", Date.of("2026"), 40)
    strategy = with_readings(Strategy(indicators={"speak": entry}), row)
    assert progress(strategy, "speak", DAY).standing == "on-track"


@pytest.mark.parametrize(
    ("frequency", "on", "standing"),
    [
        ("P6M", date(2027, 9, 30), "on-track"),
        ("P6M", date(2027, 10, 2), "stale"),
        ("P100D", date(2027, 5, 30), "on-track"),
        ("P100D", date(2027, 5, 31), "stale"),
        ("P1Y", date(2028, 6, 30), "on-track"),
        ("P1Y", date(2028, 7, 2), "stale"),
        (None, date(2028, 7, 2), "on-track"),
    ],
)
def test_a_value_older_than_one_and_a_half_times_its_frequency_is_stale(
    frequency: str | None, on: date, standing: str
) -> None:
    """The value of 2026 ends with the year: nine months later one of every six months is due."""
    found = stand(frequency=frequency, actual={"2026": 40}, on=on)
    assert found.standing == standing
    assert found.before == ("on-track" if standing == "stale" else None)


def test_a_final_value_and_a_closed_strategy_do_not_grow_stale() -> None:
    """What was measured at the target's date was measured for good."""
    late = date(2035, 1, 1)
    assert stand(frequency="P1Y", actual={"2028": 60}, on=late).standing == "achieved"
    closed = {"status": "closed"}
    found = stand(frequency="P1Y", actual={"2027": 60}, on=late, head=closed)
    assert found.standing == "achieved"


def test_a_target_whose_date_has_passed_is_behind_at_best() -> None:
    """98 % of the way is on track before the date, and not after it."""
    fields: dict[str, Any] = {"actual": {"2028": 59}}
    assert stand(**fields, on=date(2028, 12, 31)).standing == "on-track"
    found = stand(**fields, on=date(2029, 1, 1))
    assert (found.standing, str(found.ratio)) == ("behind", "0.975")
    assert "(its target was for 2028)" in found.sentence()


def test_a_year_that_is_not_over_counts_on_the_day() -> None:
    """A value of 2027, asked about at its half, is held against what is expected then."""
    found = stand(actual={"2027": 45})
    assert found.expected == pytest.approx(45, abs=0.05)
    assert stand(actual={"2027": 45}, on=date(2027, 12, 31)).expected == 50


@pytest.mark.parametrize(
    ("dated", "expected"),
    [("2026", 40), ("2026-Q4", 40), ("2026-12", 40), ("2026-12-31", 40), ("2025", 30)],
)
def test_a_value_counts_at_the_end_of_its_date(dated: str, expected: float) -> None:
    """However exact a date is: a year, a quarter, a month, a day."""
    assert stand(actual={dated: 25}).expected == expected


@pytest.mark.parametrize(
    ("value", "standing", "away"),
    [
        (15, "on-track", False),
        (10, "on-track", False),
        (20, "on-track", False),
        (21, "behind", False),
        (25, "far-behind", True),
        (30, "far-behind", True),
    ],
)
def test_a_band_is_kept_or_not(value: float, standing: str, *, away: bool) -> None:
    """From 25 to between 10 and 20: inside, nearer, no nearer."""
    fields: dict[str, Any] = {"band": [10, 20], "baseline": {"2024": 25}, "target": None}
    found = stand(**fields, actual={"2026": value})
    assert (found.standing, found.away) == (standing, away)


def test_whoever_leaves_the_band_is_far_behind() -> None:
    """It stood where it should, and does not any more."""
    found = stand(band=[10, 30], actual={"2026": 31})
    assert (found.standing, found.away) == ("far-behind", True)
    assert "31 in 2026, and it should stay from 10 to 30" in found.sentence()


def test_what_is_to_be_maintained_may_stay_where_it_was() -> None:
    """Without a band it stays from its baseline to its target, both included."""
    found = stand(direction="maintain", target={"2028": 20}, actual={"2026": 20})
    assert (found.standing, found.band) == ("on-track", (20, 20))


def test_levels_stand_in_order() -> None:
    """From poor to very good, by the middle: the good one is expected, and it is assumed how far."""
    levels = ["poor", "fair", "good", "fine", "very good"]
    ends = {"baseline": {"2024": "poor"}, "target": {"2028": "very good"}}
    fields: dict[str, Any] = {"levels": levels, **ends}
    found = stand(**fields, actual={"2026": "Good"})
    assert (found.standing, found.value) == ("on-track", "Good")
    assert [one.say() for one in found.assumed] == ["the levels are taken to be equally far apart"]
    assert stand(**fields, actual={"2026": "very good"}).standing == "achieved"


def test_a_strategy_may_set_its_own_thresholds() -> None:
    """Stricter or milder than those that are published."""
    mild = {"monitoring": {"on_track": 0.8, "behind": 0.5, "stale": 3}}
    fields: dict[str, Any] = {"actual": {"2026": 36}, "frequency": "P6M", "head": mild}
    assert stand(**fields, on=date(2027, 10, 2)).standing == "on-track"
    assert stand(actual={"2026": 36}).standing == "behind"


def test_groups_are_joined_only_where_the_indicator_says_how() -> None:
    """Ten and thirty are forty together, and twenty on average."""
    groups = {"2026": {"by": {"women": 10, "men": 30}}}
    assert stand(aggregate="sum", actual=groups).value == 40
    assert stand(aggregate="mean", actual=groups).value == 20
    assert stand(aggregate="distinct", actual=groups).value is None
    assert stand(aggregate="sum", actual={"2026": {"by": {"women": 10}}}).value is None


def test_growth_is_a_method_that_is_named() -> None:
    """100 to 110 in five years, towards 130 in fifteen: score and ratio as published."""
    found = stand(
        baseline={"2015": 100},
        target={"2030": 130},
        actual={"2020": 110},
        on=date(2021, 1, 1),
        progress="cagr",
    )
    assert (found.method, found.standing) == ("cagr", "on-track")
    assert (found.ratio, found.score) == (1.0906817799470192, 3.504930885983563)


def test_growth_without_a_target_is_judged_by_its_rate() -> None:
    """Half a percent in a year is little; near its limit it is much."""
    fields: dict[str, Any] = {"target": None, "direction": "up", "progress": "cagr"}
    slow = stand(baseline={"2015": 50}, actual={"2020": 50.9}, on=date(2021, 1, 1), **fields)
    near: dict[str, Any] = {"baseline": {"2015": 95}, "actual": {"2020": 95.6}, "limit": 100}
    limited = stand(**near, on=date(2021, 1, 1), **fields)
    assert (slow.standing, slow.score) == ("far-behind", -0.7128217718131413)
    assert (limited.standing, limited.score) == ("behind", 0.29658975272633104)


def test_an_indicator_or_a_method_that_is_not_there_is_told() -> None:
    """With the one that was meant, and with the methods there are."""
    strategy = Strategy(indicators={"speak": {"title": "Speakers"}})
    with pytest.raises(UnknownNameError, match="did you mean “speak”"):
        progress(strategy, "speek", DAY)
    with pytest.raises(UnknownNameError, match="path, milestones, cagr"):
        progress(strategy, "speak", DAY, "linear")


def test_it_is_plain_data_for_programs() -> None:
    """Dates as they are written, wordings in a language, nothing that JSON has not."""
    data = stand(actual={"2026": {"value": 40, "flag": "p"}}, title={"ro": "Vorbitori"}).as_data()
    assert data["standing"] == "on-track"
    assert data["last"] == {"value": 40, "date": "2026", "flag": "p"}
    assert data["indicator"] == {
        "name": "speak",
        "route": ["indicators", "speak"],
        "title": "Vorbitori",
    }


def test_frequencies_are_read_by_the_average_calendar() -> None:
    """A frequency of nothing makes nothing stale."""
    assert stand(frequency=Duration(), actual={"2026": 40}, on=date(2028, 6, 1)).is_known


def test_an_indicator_is_found_as_it_is_spelled_before_any_other_spelling() -> None:
    """Where two ids differ in their capitals only, each is asked for by its own."""
    entry = {"title": "Speakers", "baseline": {"2024": 20}, "target": {"2028": 60}}
    ids = ("speak", "Speak")
    strategy = Strategy.model_validate({"indicators": dict.fromkeys(ids, entry)})
    assert [find_indicator(strategy, name) for name in ids] == list(ids)
