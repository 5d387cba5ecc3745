"""Who does what: exactly one answers, and how much each one carries."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from roadmap.roads import road
from theories import strategies

from toc import Strategy
from toc.roadmap.responsibilities import LETTERS, ROLES, responsibilities


def test_each_activity_has_its_four_roles() -> None:
    """Names are found however they are spelled, and those that lead nowhere are kept apart."""
    teach = responsibilities(road()).parts[1]
    assert teach.roles == {
        "accountable": ("club",), "responsible": ("club", "town"), "consulted": ("school",),
        "informed": (),
    }  # fmt: skip
    assert teach.unknown["informed"] == ("nobody_known",)
    assert teach.letters("club") == ("accountable", "responsible")
    assert [LETTERS[role] for role in ROLES] == ["A", "R", "C", "I"]


@pytest.mark.parametrize(
    ("accountable", "said"),
    [
        ("town", None),
        ("TOWN", None),
        (None, "nobody answers for “Walking”"),
        ("mayor", "“mayor”, who is to answer for “Walking”, is no stakeholder of the strategy"),
        ("town, club", "several answer for “Walking”: agree on one"),
        ("town, mayor", "“town, mayor”, who is to answer for “Walking”, is no stakeholder of the strategy"),
    ],
)  # fmt: skip
def test_exactly_one_answers(accountable: str | None, said: str | None) -> None:
    """None, two, and one that nobody knows are three different faults."""
    found = responsibilities(
        road(activities={"walk": {"title": "Walking", "accountable": accountable}})
    )
    fault = found.parts[0].fault
    assert (fault and fault.say("en")) == said
    assert found.faults == (found.parts if said else ())


def test_whoever_answers_for_most_comes_first() -> None:
    """Then whoever carries out most; among equals the order of the file decides."""
    loads = responsibilities(road()).loads
    assert [(one.stakeholder.name, tuple(one.counts.values())) for one in loads] == [
        ("club", (1, 2, 0, 0)),
        ("town", (1, 1, 0, 0)),
        ("school", (0, 0, 1, 0)),
    ]


def test_partners_without_a_part_are_told() -> None:
    """Whoever is named as a partner and does nothing is found."""
    activities = {"walk": {"title": "Walking", "accountable": "town"}}
    assert [one.name for one in responsibilities(road(activities=activities)).idle] == ["school"]


def test_it_is_said_in_a_sentence() -> None:
    """How many activities nobody alone answers for, and who answers for most."""
    assert responsibilities(road()).sentence("en") == (
        "For 2 of 4 activities it is not said who alone answers. "
        "Most is answered for by “The club”: 1 of 4 activities."
    )
    one: dict[str, Any] = {"walk": {"title": "Walking", "accountable": "town"}}
    assert responsibilities(road(activities=one)).sentence("en") == (
        "Exactly one answers for each activity. "
        "Most is answered for by “The town”: 1 of 1 activity."
    )
    assert responsibilities(Strategy()).sentence("en") == "There are no activities."


@given(strategies())
def test_no_name_is_lost(strategy: Strategy) -> None:
    """Whoever is named in a role stands in it, as a stakeholder or as one that nobody knows."""
    found = responsibilities(strategy)
    assert [part.activity.name for part in found.parts] == list(strategy.activities)
    for part in found.parts:
        activity = strategy.activities[part.activity.name]
        for role in ("responsible", "consulted", "informed"):
            named = {name.lower() for name in getattr(activity, role)}
            stand = {name.lower() for name in (*part.roles[role], *part.unknown[role])}
            assert stand == named
        assert (part.fault is None) == (len(part.roles["accountable"]) == 1)
    counted = sum(sum(one.counts.values()) for one in found.loads)
    assert counted == sum(len(who) for part in found.parts for who in part.roles.values())
    json.dumps(found.as_data("en"))
