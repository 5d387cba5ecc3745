"""A strategy on a day: by goal, by delivery and theory, and what is due."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from monitoring.watched import DAY
from theories import strategies

from toc import api
from toc.errors import UnknownNameError
from toc.graph import TheoryGraph
from toc.model import Duration, Strategy
from toc.monitoring import (
    STANDINGS,
    Progress,
    Standing,
    diagnoses,
    due_readings,
    goal_statuses,
    progress,
    status,
)

VALUES: dict[Standing, Any] = {
    "achieved": {"2026": 60},
    "on-track": {"2026": 40},
    "behind": {"2026": 35},
    "far-behind": {"2026": 25},
    "no-data": {},
}


def watched(standings: dict[str, Standing], **more: Any) -> Strategy:
    """Give a strategy of two chains, with an indicator for each node that stands somehow."""
    tree: dict[str, Any] = {
        "strategy": {"title": "Strategy", "languages": ["en"]},
        "activities": {"course": "A course", "desk": "A desk"},
        "outputs": {"learners": "Learners", "visits": "Visits"},
        "outcomes": {"speak": "People speak", "dare": "People dare", "apply": "Staff apply it"},
        "goals": {"equal": "Equal access", "work": "Work"},
        "assumptions": {
            "time": {"title": "They have time", "status": "doubtful"},
            "use": {"title": "They use it", "status": "holding"},
        },
        "links": {
            "course -> learners": "They come",
            "desk -> visits": "It is near",
            "learners -> speak": {"because": "They practise", "assuming": ["use"]},
            "speak -> dare": {"because": "They can", "assuming": ["time"]},
            "visits -> apply": "They ask",
            "dare, apply -> equal": "Barriers fall",
            "apply -> work": "They guide",
        },
        "indicators": {
            f"of_{node}": {
                "title": f"How much {node}",
                "of": node,
                "baseline": {"2024": 20},
                "target": {"2028": 60},
                "actual": VALUES[standing],
            }
            for node, standing in standings.items()
        },
    }
    return Strategy.model_validate({**tree, **more})


def found_in(strategy: Strategy) -> list[Progress]:
    """Say how each indicator of a strategy stands."""
    return [progress(strategy, name, DAY) for name in strategy.indicators]


def test_a_goal_shows_what_stands_how_and_never_an_average() -> None:
    """Two of three are known; what has no data is counted as that, and not as nothing reached."""
    strategy = watched({"learners": "achieved", "speak": "behind", "dare": "no-data"})
    equal, work = goal_statuses(TheoryGraph(strategy), found_in(strategy))
    assert equal.count == {"achieved": 1, "behind": 1, "no-data": 1}
    assert (equal.known, equal.all, equal.unmeasured) == (2, 3, 3)
    assert equal.sentence() == (
        "Of the indicators on the way to “Equal access”, 2 of 3 have data that count: 1 achieved, "
        "1 behind, 1 no data. The worst is “How much speak”: behind."
    )
    assert work.sentence() == "Nothing that leads to “Work” is measured."


def test_what_the_goal_falls_with_comes_before_what_is_merely_worse() -> None:
    """Work falls with what staff apply; that it is far worse with visits elsewhere is no matter."""
    strategy = watched({"apply": "behind", "speak": "far-behind"})
    equal, work = goal_statuses(TheoryGraph(strategy), found_in(strategy))
    assert work.worst is not None
    assert (work.worst.indicator.name, work.is_critical) == ("of_apply", True)
    assert "The goal falls with “How much apply”, which is behind." in work.sentence()
    assert equal.worst is not None
    assert (equal.worst.indicator.name, equal.is_critical) == ("of_speak", False)


def test_where_the_goal_is_safe_the_worst_of_all_is_told() -> None:
    """What it falls with is on track: then nothing worse may be passed over."""
    strategy = watched({"equal": "on-track", "speak": "far-behind"})
    equal = goal_statuses(TheoryGraph(strategy), found_in(strategy), ["equal"])[0]
    assert equal.worst is not None
    assert (equal.worst.indicator.name, equal.is_critical) == ("of_speak", False)


def test_an_indicator_that_is_not_known_is_never_the_worst() -> None:
    """No data is neither good nor bad."""
    strategy = watched({"apply": "no-data"})
    work = goal_statuses(TheoryGraph(strategy), found_in(strategy), ["work"])[0]
    assert (work.worst, work.known, work.all) == (None, 0, 1)


@pytest.mark.parametrize(
    ("output", "outcome", "cause", "said"),
    [
        ("on-track", "achieved", "working", "“People speak” is on track, and so is “Learners”."),
        (
            "achieved",
            "behind",
            "theory",
            "“People speak” is not on track, though “Learners” is: the theory is in doubt.",
        ),
        (
            "behind",
            "far-behind",
            "delivery",
            "“People speak” is not on track, and neither is “Learners”: see to that first.",
        ),
        (
            "far-behind",
            "on-track",
            "other",
            "“People speak” is on track, though “Learners” is not: look for other causes.",
        ),
    ],
)
def test_delivery_and_theory_are_told_apart(
    output: Standing, outcome: Standing, cause: str, said: str
) -> None:
    """Weiss's four cases."""
    strategy = watched({"learners": output, "speak": outcome})
    (one,) = diagnoses(TheoryGraph(strategy), found_in(strategy))
    assert (one.cause, one.sentence()) == (cause, said)


@pytest.mark.parametrize(
    "standings",
    [
        {"learners": "on-track"},
        {"speak": "behind"},
        {"learners": "no-data", "speak": "behind"},
        {"visits": "on-track", "speak": "behind"},
    ],
)
def test_where_one_side_is_not_known_nothing_is_diagnosed(standings: dict[str, Standing]) -> None:
    """Neither what is missing nor what does not lead there tells anything."""
    strategy = watched(standings)
    assert diagnoses(TheoryGraph(strategy), found_in(strategy)) == ()


def test_doubt_names_the_links_between_and_what_they_rest_on() -> None:
    """Back to what is on track and no further, the weakest first."""
    strategy = watched({"learners": "on-track", "dare": "far-behind"})
    (one,) = diagnoses(TheoryGraph(strategy), found_in(strategy))
    assert [doubt.told.say() for doubt in one.doubts] == [
        "People speak → People dare: “They have time” (doubtful)",
        "Learners → People speak: “They use it” (holding)",
    ]
    nearer = watched({"learners": "on-track", "speak": "on-track", "dare": "far-behind"})
    doubted = next(
        one for one in diagnoses(TheoryGraph(nearer), found_in(nearer)) if one.cause == "theory"
    )
    assert [doubt.link.name for doubt in doubted.doubts] == ["speak -> dare"]
    last = watched({"learners": "on-track", "dare": "on-track", "equal": "behind"})
    (doubted,) = (
        one for one in diagnoses(TheoryGraph(last), found_in(last)) if one.cause == "theory"
    )
    assert [doubt.link.name for doubt in doubted.doubts] == ["dare, apply -> equal"]


def test_what_only_waits_for_an_earlier_change_is_not_told_of_again() -> None:
    """Doubt is named where it begins: people do not speak, so they cannot dare either."""
    strategy = watched({"learners": "on-track", "speak": "behind", "dare": "far-behind"})
    found = diagnoses(TheoryGraph(strategy), found_in(strategy))
    assert [one.change.name for one in found] == ["speak"]


def test_a_link_that_rests_on_nothing_is_said_to() -> None:
    """An unwritten assumption is the first to ask for."""
    strategy = watched({"visits": "on-track", "apply": "behind"})
    (one,) = diagnoses(TheoryGraph(strategy), found_in(strategy))
    assert (
        one.doubts[0].told.say() == "Visits → Staff apply it: it rests on nothing that is written"
    )


def test_the_next_value_is_due_its_frequency_after_the_last() -> None:
    """Or after the baseline, where nothing was measured since; late is what has passed."""
    strategy = watched({"learners": "on-track", "speak": "no-data"})
    lengths = {"of_learners": "P9M", "of_speak": "P1Y"}
    entries = {
        name: one.model_copy(update={"frequency": Duration.of(lengths[name])})
        for name, one in strategy.indicators.items()
        if name in lengths
    }
    timed = strategy.model_copy(update={"indicators": entries})
    due = due_readings(timed, DAY)
    assert [(one.indicator.name, str(one.date), one.is_late) for one in due] == [
        ("of_speak", "2025", True),
        ("of_learners", "2027-09", False),
    ]
    assert not due_readings(timed, date(2027, 9, 30))[1].is_late
    assert due_readings(timed, date(2027, 10, 1))[1].is_late
    assert [one.sentence() for one in due] == [
        "“How much speak” was due 2025",
        "“How much learners” is due 2027-09",
    ]


def test_what_was_measured_at_its_target_or_is_closed_is_due_no_more() -> None:
    """It has done its work."""
    way = {"baseline": {"2024": 20}, "target": {"2026": 60}, "frequency": "P1Y"}
    done = {"title": "Done", **way, "actual": {"2026": 58}}
    tree: dict[str, Any] = {"indicators": {"done": done}}
    assert due_readings(Strategy.model_validate(tree), DAY) == ()
    tree["indicators"] = {"open": {"title": "Open", **way, "actual": {"2025": 58}}}
    assert len(due_readings(Strategy.model_validate(tree), DAY)) == 1
    tree["strategy"] = {"status": "closed"}
    assert due_readings(Strategy.model_validate(tree), DAY) == ()


def test_a_status_holds_everything_for_a_day() -> None:
    """In a sentence, in a text, and as data that JSON can hold."""
    strategy = watched({"learners": "on-track", "dare": "far-behind", "apply": "no-data"})
    found = status(strategy, DAY)
    assert found.sentence() == (
        "On 2027-06-30, 2 of 3 indicators of “Strategy” have data that count: 1 on track, "
        "1 far behind, 1 no data."
    )
    assert json.loads(json.dumps(found.as_data()))["indicators"][0]["standing"] == "on-track"
    lines = found.text().splitlines()
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert heads[1:] == [
        "✗ far behind (1)",
        "· no data (1)",
        "✓ on track (1)",
        "By goal",
        "Delivery and theory",
    ]


def test_one_goal_may_be_asked_about() -> None:
    """Only its indicators are told; a misspelled one is told of."""
    strategy = watched({"learners": "on-track", "apply": "behind"})
    found = status(strategy, DAY, ["WORK"])
    assert [one.indicator.name for one in found.indicators] == ["of_apply"]
    with pytest.raises(UnknownNameError, match="work"):
        status(strategy, DAY, ["wrk"])


def test_a_strategy_without_indicators_has_a_status_too() -> None:
    """It says so, and nothing else."""
    bare = Strategy.model_validate({"strategy": {"title": "Bare"}})
    assert status(bare, DAY).text() == "“Bare” has no indicator.\n"


HUGE = [10**340, -(10**340), 1e308, 5e-324]


@pytest.mark.parametrize("value", HUGE)
@pytest.mark.parametrize("way", ["path", "milestones", "cagr"])
@pytest.mark.parametrize("ends", [(0, 1), (1, 10**340), (5e-324, 1e308), (0, 5e-324)])
def test_no_number_is_too_large_or_too_small(
    value: float, way: str, ends: tuple[float, float]
) -> None:
    """Nothing breaks, on a terminal, as data and on paper, whatever was typed into a cell."""
    entry = {
        "title": "It",
        "progress": way,
        "baseline": {"2024": ends[0]},
        "milestones": {"2025": value},
        "target": {"2028": ends[1]},
        "actual": {"2025": 3, "2026": {"value": value, "by": {"women": value, "men": 1}}},
    }
    strategy = Strategy.model_validate({"strategy": {"title": "S"}, "indicators": {"it": entry}})
    found = status(strategy, DAY)
    json.dumps(found.as_data(), allow_nan=False)
    assert found.text().strip()
    assert api.document(strategy, "status", on=DAY, language="en").blocks


@given(
    strategies(),
    st.dates(date(1990, 1, 1), date(2040, 12, 31)) | st.sampled_from([date.min, date.max]),
)
def test_no_strategy_and_no_day_is_too_odd(strategy: Strategy, on: date) -> None:
    """Whatever is written, everything is said in both languages and is data."""
    found = status(strategy, on)
    for language in ("en", "ro"):
        assert found.text(language).strip()
        json.dumps(found.as_data(language), allow_nan=False)
    for one in found.indicators:
        assert one.standing in STANDINGS
        assert one.is_known or one.reason is not None
