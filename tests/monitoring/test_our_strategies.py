"""The strategies that we show are followed: every standing occurs, and each for a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from toc import load
from toc.monitoring import Standing, Status, status

FOLDER = Path(__file__).parents[2] / "strategies"


@pytest.fixture(scope="module")
def timis() -> Status:
    """Give how Timiș is doing in the middle of 2027."""
    return status(load(FOLDER / "timis"), date(2027, 6, 30))


def test_every_standing_occurs(timis: Status) -> None:
    """On one day, in one strategy, and one of them moves away."""
    assert set(timis.count) == set(get_args(Standing))
    assert [one.indicator.name for one in timis.indicators if one.away] == ["zile_pana_la_serviciu"]


def test_doubt_begins_where_what_is_delivered_does_not_carry(timis: Status) -> None:
    """The graduates are there and staff do not apply it: the assumption between is named."""
    doubted = {one.change.name: one for one in timis.diagnoses if one.cause == "theory"}
    assert set(doubted) == {"plan_comun", "personal_aplica"}
    (doubt,) = doubted["personal_aplica"].doubts
    assert [one.name for one in doubt.assumptions] == ["timp_aplicare"]
    assert doubt.states == ("untested",)


def test_nobody_can_be_recognised_and_all_groups_add_up(timis: Status) -> None:
    """No group is too small, and no sum is wrong."""
    divisions = [one for each in timis.groups for one in each.divisions]
    assert len(divisions) >= 4
    assert [one.fault for one in divisions if one.fault] == []
    assert not any(cell.is_hidden for one in divisions for cell in one.cells)


def test_in_arad_nothing_is_green_that_nobody_measured_for_years() -> None:
    """Five years after the project everything is old or unknown."""
    found = status(load(FOLDER / "arad.yaml"), date(2027, 6, 30))
    assert found.known == 0
    assert set(found.count) == {"stale", "no-data"}
