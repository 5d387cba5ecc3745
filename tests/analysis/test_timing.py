"""Earliest dates: the fixed point against brute force, and what the calendar says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from graph.arrows import strategy_of
from hypothesis import given
from hypothesis import strategies as st
from theories import dates, durations, layered_strategies

from toc import Strategy
from toc.analysis.clockwork import Event, Settled, Wait, settle
from toc.analysis.days import later, told
from toc.analysis.timing import Timing, timing
from toc.model import Date, Duration

NEVER = 10**9


def _plus(lag: int, time: int) -> int:
    return time + lag


@st.composite
def systems(draw: st.DrawFn) -> dict[str, Event]:
    """Give small systems with loops, every kind of cause, and lags that may be nothing."""
    names = "abcdef"[: draw(st.integers(1, 6))]
    waits = st.builds(
        lambda cause, lag: Wait(cause, "", partial(_plus, lag)),
        st.sampled_from(names),
        st.integers(0, 3),
    )
    several = st.lists(waits, max_size=3)
    events = st.builds(
        Event,
        necessary=st.one_of(st.just([]), several),
        sufficient=st.one_of(st.just([]), several),
        others=several,
        least=st.integers(0, 4),
        own=st.integers(0, 9),
        done=st.sampled_from([int, partial(_plus, 2)]),
    )
    return {name: draw(events) for name in names}


def brute(events: dict[str, Event]) -> dict[str, int]:
    """Begin with nothing there, and ask every event again until no time changes."""
    times = dict.fromkeys(events, NEVER)
    while True:
        after = {name: _asked(event, times) for name, event in events.items()}
        if after == times:
            return {name: time for name, time in times.items() if time < NEVER}
        times = after


def _asked(event: Event, times: dict[str, int]) -> int:
    def arrive(waits: object) -> list[int]:
        return sorted(
            NEVER if times[one.cause] == NEVER else one.over(times[one.cause])
            for one in waits  # type: ignore[attr-defined]
        )

    others = arrive(event.others)
    enough = [NEVER]
    if event.others and event.least <= len(others):
        enough.append(others[event.least - 1] if event.least else 0)
    if not event.others and not event.sufficient and not event.least:
        enough.append(0)
    beside = min([*enough, *arrive(event.sufficient)])
    ready = max([beside, *arrive(event.necessary)])
    return NEVER if ready >= NEVER else event.done(max(ready, event.own))


@given(systems())
def test_every_event_is_settled_as_early_as_by_brute_force(events: dict[str, Event]) -> None:
    """Knuth's algorithm finds what asking everything over and over finds."""
    found = settle(events)
    assert {name: one.time for name, one in found.items()} == brute(events)


@given(systems(), st.data())
def test_a_longer_lag_never_makes_anything_earlier(
    events: dict[str, Event], data: st.DataObject
) -> None:
    """Whatever waits longer, or begins later, is there later or at the same time."""
    name = data.draw(st.sampled_from(sorted(events)))
    slower = {**events, name: replace(events[name], own=events[name].own + 3)}
    before, after = settle(events), settle(slower)
    assert before.keys() == after.keys()
    assert all(before[one].time <= after[one].time for one in before)


def test_a_loop_cannot_start_itself() -> None:
    """Two events that wait for each other are never there, and one that waits for neither is."""
    wait_a, wait_b = (Wait(one, "", int) for one in "ab")
    events = {
        "a": Event(others=[wait_b], least=1),
        "b": Event(others=[wait_a], least=1),
        "c": Event(own=3),
    }
    assert settle(events) == {"c": Settled(3)}


def test_its_own_date_decides_where_its_causes_are_as_early() -> None:
    """A chain that hangs on a date begins there, and not with causes that were there anyway."""
    on_time = Event(others=[Wait("a", "", int)], least=1, own=3)
    assert settle({"a": Event(own=3), "b": on_time})["b"] == Settled(3)
    assert settle({"a": Event(own=4), "b": on_time})["b"] == Settled(4, "a")


@given(st.dates(), durations(), st.integers(0, 400))
def test_a_later_day_never_leads_to_an_earlier_one(day: date, lag: Duration, days: int) -> None:
    """A length of time keeps the order of days, and never goes back."""
    other = day + timedelta(days) if days <= (date.max - day).days else date.max
    assert day <= later(day, lag) <= later(other, lag)


@pytest.mark.parametrize(
    ("lag", "expected"),
    [
        ("P1M", "2027-02-28"),
        ("P2M", "2027-03-31"),
        ("P1Y1M", "2028-02-29"),
        ("P1M1W2D", "2027-03-09"),
        ("P9999Y", "9999-12-31"),
        ("P999999D", "4764-12-27"),
    ],
)
def test_a_lag_is_reckoned_by_the_calendar(lag: str, expected: str) -> None:
    """From the last of January it is a month to the last of February, and so on."""
    assert str(later(date(2027, 1, 31), Duration.of(lag))) == expected
    assert later(date(2027, 1, 15), Duration.of("P1M")) == date(2027, 2, 15)


@pytest.mark.parametrize(
    ("precisions", "shown"),
    [
        (["day"], "2026-07-15"),
        (["day", "month"], "2026-07"),
        (["quarter", "month"], "2026-Q3"),
        (["year", "day"], "2026"),
        ([], "2026-07-15"),
    ],
)
def test_a_date_is_no_more_exact_than_what_it_is_reckoned_from(
    precisions: list[str], shown: str
) -> None:
    """The coarsest of the dates that go in decides."""
    assert str(told(date(2026, 7, 15), precisions)) == shown


@given(st.dates(), dates(), st.lists(st.sampled_from(["year", "quarter", "month", "day"])))
def test_what_is_too_late_can_be_told_from_what_is_due(
    day: date, due: Date, precisions: list[str]
) -> None:
    """A day after a due date is shown so exactly that it is seen to be after it."""
    if day > due.last:
        assert told(day, precisions, after=due.last).first > due.last


def dated(requires: str | int | None, **links: str | None) -> Strategy:
    """Give two courses, ending in March and in December 2027, that lead to a goal."""
    goal = {"title": "Work", "due": "2027-Q3"} | ({"requires": requires} if requires else {})
    periods = {"short": "2027-01/2027-03", "long": "2027-02/2027-12"}
    return Strategy.model_validate(
        {
            "activities": {name: {"period": period} for name, period in periods.items()},
            "goals": {"work": goal},
            "links": {
                f"{name} -> work": {"lag": links.get(name)} if links.get(name) else {}
                for name in periods
            },
        }
    )


def bounds(found: Timing, node: str) -> tuple[str, str]:
    """Give both bounds of a node as they are written."""
    (one,) = [moment for moment in found.moments if moment.node == node]
    assert one.certain is not None
    assert one.possible is not None
    return str(one.certain.date), str(one.possible.date)


@pytest.mark.parametrize(
    ("requires", "expected"),
    [
        pytest.param("all", ("2027-02", "2027-12"), id="all: the last"),
        pytest.param("any", ("2027-01", "2027-03"), id="any: the first"),
        pytest.param(1, ("2027-01", "2027-03"), id="one is enough"),
        pytest.param(2, ("2027-02", "2027-12"), id="two are needed"),
        pytest.param(None, ("2027-01", "2027-12"), id="undeclared: both ways"),
    ],
)
def test_gates_decide_which_cause_is_waited_for(
    requires: str | int | None, expected: tuple[str, str]
) -> None:
    """`requires` says which of several causes decides; without it both readings are told."""
    assert bounds(timing(dated(requires)), "work") == expected


def test_a_lag_is_added_from_cause_to_effect() -> None:
    """Half a year after the course is half a year after the course."""
    assert bounds(timing(dated("any", short="P6M", long="P9M")), "work") == ("2027-07", "2027-09")
    assert timing(dated("any", short="P6M")).without_lag == ("long -> work",)


def test_roles_say_what_is_waited_for() -> None:
    """A necessary cause is always waited for; what only contributes never is."""
    links = {"short -> work": {"role": "necessary"}, "long -> work": {"role": "contributes"}}
    strategy = dated(None).model_copy(update={})
    tree = strategy.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    found = timing(Strategy.model_validate({**tree, "links": links}))
    assert bounds(found, "work") == ("2027-01", "2027-03")


def test_what_calls_or_hinders_is_not_waited_for() -> None:
    """Neither a need, nor a barrier, nor what only contributes has a say in the date."""
    strategy = Strategy.model_validate(
        {
            "strategy": {"period": "2026/2030"},
            "needs": {"lack": "Nobody helps"},
            "activities": {"course": {"period": "2027-05/2027-06"}},
            "factors": {"law": {"kind": "barrier"}, "fear": "Fear"},
            "goals": {"work": {"title": "Work", "requires": "any"}},
            "links": {
                "course -> work": {},
                "lack -> work": {},
                "law -> work": {},
                "fear -> work": {"role": "hinders"},
            },
        }
    )
    found = timing(strategy)
    assert bounds(found, "work") == ("2027-05", "2027-06")
    assert found.without_lag == ("course -> work",)


def test_a_measure_begins_with_its_stage_and_lasts_nobody_knows_how_long() -> None:
    """A stage says from when on its measures can begin, and not when one of them is over."""
    strategy = Strategy.model_validate(
        {
            "stages": {"pilot": {"period": "2027-02/2029-12"}},
            "activities": {"course": {"stage": "pilot"}},
        }
    )
    assert bounds(timing(strategy), "course") == ("2027-02", "2027-02")


def test_a_beginning_within_its_month_moves_no_end() -> None:
    """An activity of which the first month is known may begin on any of its days."""
    strategy = Strategy.model_validate(
        {
            "inputs": {"money": "Money"},
            "activities": {
                "talks": {"period": "2027-01-20/2027-01-20"},
                "course": {"period": "2027-01/2027-06-10", "after": "talks"},
            },
        }
    )
    found = {one.node: one for one in timing(strategy).moments}["course"]
    assert found.possible is not None
    assert str(found.possible.day) == "2027-06-10"


def test_an_activity_waits_for_those_before_it() -> None:
    """What comes `after` begins when that is over, and its end moves as much as its beginning."""
    strategy = Strategy.model_validate(
        {
            "activities": {
                "first": {"period": "2027-01/2027-06"},
                "second": {"period": "2027-02-01/2027-04-01", "after": "first"},
            },
        }
    )
    assert bounds(timing(strategy), "second") == ("2027-06", "2027-07")


@pytest.mark.parametrize(
    ("due", "reading", "earliest"),
    [
        ("2026", "certain", "2027"),
        ("2027-Q1", "certain", "2027-07-01"),
        ("2027", "possible", "2028-04-01"),
        ("2028-Q2", None, None),
    ],
)
def test_a_target_that_cannot_be_met_is_told_with_its_route(
    due: str, reading: str | None, earliest: str | None
) -> None:
    """A target before the certain bound cannot be met; before the possible one, perhaps not."""
    strategy = Strategy.model_validate(
        {
            "activities": {"course": {"period": "2027/2027-10-01"}},
            "goals": {"work": {"title": "Work", "due": due}},
            "links": {"course -> work": {"lag": "P6M"}},
        }
    )
    missed = timing(strategy).missed
    if reading is None:
        assert missed == ()
        return
    (one,) = missed
    assert (one.route, one.reading) == (("goals", "work", "due"), reading)
    assert one.chain == ("course", "work")
    assert str(one.earliest) == {"2027-07-01": "2027-Q3", "2028-04-01": "2028"}.get(
        earliest or "", earliest
    )


def test_a_target_on_the_very_day_can_be_met() -> None:
    """What is due on the first day on which it can be there is not too late."""
    strategy = Strategy.model_validate(
        {
            "activities": {"course": {"period": "2027-10-01"}},
            "goals": {"work": {"due": "2027-10-01"}},
            "links": {"course -> work": {}},
        }
    )
    assert timing(strategy).missed == ()


def test_an_indicator_is_no_earlier_than_what_it_measures() -> None:
    """A target of an indicator is held against the date of its node."""
    strategy = Strategy.model_validate(
        {
            "activities": {"course": {"period": "2028-02/.."}},
            "goals": {"work": "Work"},
            "indicators": {"jobs": {"of": "work", "target": {"2027-12": 80}}},
            "links": {"course -> work": {}},
        }
    )
    (one,) = timing(strategy).missed
    assert one.route == ("indicators", "jobs", "target", "2027-12")
    assert str(one.earliest) == "2028-02"


def test_what_waits_for_itself_never_comes_about() -> None:
    """A due date in an undeclared loop that nothing starts cannot be met at all."""
    strategy = Strategy.model_validate(
        {
            "outcomes": {"trust": {"title": "Trust", "due": "2030"}, "talk": "Talk"},
            "links": {"trust -> talk": {}, "talk -> trust": {}},
        }
    )
    found = timing(strategy)
    (one,) = found.missed
    assert (one.reading, one.earliest, one.chain) == ("certain", None, ())
    assert "waits for itself" in found.sentence()


def test_without_dates_nothing_is_claimed() -> None:
    """Where no date is given, no bound is made up."""
    found = timing(strategy_of("ab", {"a -> b": {"lag": "P2Y"}}))
    assert all(one.certain is None and one.possible is None for one in found.moments)
    assert found.undated == ("a",)
    assert found.sentence() == "There is no date to reckon from."


@given(layered_strategies())
def test_the_possible_bound_is_never_before_the_certain_one(strategy: Strategy) -> None:
    """Needing more causes, and activities that are over, never makes anything earlier."""
    head = strategy.head.model_copy(update={"period": None})
    activities = {
        name: entry.model_copy(update={"period": timing_period(place)})
        for place, (name, entry) in enumerate(strategy.activities.items())
    }
    tree = {section: getattr(strategy, section) for section in ("inputs", "outputs", "links")}
    rest = {"outcomes": strategy.outcomes, "goals": strategy.goals, "activities": activities}
    found = timing(Strategy.model_validate({"strategy": head, **tree, **rest}))
    for one in found.moments:
        if one.certain is not None and one.possible is not None:
            assert one.certain.day <= one.possible.day
        assert one.never == ""


def timing_period(place: int) -> object:
    """Give each activity another period."""
    from toc.model import Interval  # noqa: PLC0415 - a detail of this test alone

    return Interval.of(f"202{place % 5 + 3}-02/202{place % 5 + 4}")


@pytest.mark.parametrize(
    ("links", "due", "said"),
    [
        (
            {"course -> work": {"lag": "P6M"}},
            "2028-Q1",
            "if all its causes are needed and activities have to be over first, it cannot be there before 2028-06.",
        ),
        (
            {"course, talk -> work": {}, "work -> talk": {}},
            "2030",
            "if all its causes are needed it cannot come about, for it waits for itself.",
        ),
        (
            {"course -> work": {"lag": "P2Y"}},
            "2028",
            "cannot be there before 2029-01, even if all goes well.",
        ),
    ],
)
def test_a_meeting_hears_how_certain_it_is(links: dict[str, object], due: str, said: str) -> None:
    """What cannot be met whatever is meant is said otherwise than what may not be met."""
    strategy = Strategy.model_validate(
        {
            "activities": {"course": {"period": "2027-01/2027-12"}},
            "outcomes": {"talk": "Talk"},
            "goals": {"work": {"title": "Work", "due": due}},
            "links": links,
        }
    )
    assert timing(strategy).sentence().endswith(said)
