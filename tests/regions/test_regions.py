"""Regions side by side: what they share, what cannot be compared and why, and no league table."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from theories import strategies

from toc.model import Strategy
from toc.regions import Comparison, compared

DAY = date(2027, 6, 30)


def region(name: str, **sections: Any) -> Strategy:
    """Give a region's strategy."""
    head = {"id": name[:1].lower(), "place": name, "languages": ["ro"], "period": "2026/2029"}
    return Strategy.model_validate({"strategy": head, **sections})


def measured(name: str, **fields: Any) -> Strategy:
    """Give a region that measures a rate, from 2025 to 2029."""
    rate = {
        "title": "Rata",
        "unit": "%",
        "baseline": {"2025": 40},
        "target": {"2029": 20},
        "actual": {"2026": 35},
        "refs": {"eurostat": "lfsa_eoqgan"},
    }
    return region(name, indicators={fields.pop("id", "rata"): {**rate, **fields}})


def whys(*regions: Strategy) -> list[str]:
    """Give why the only indicator that regions share cannot be compared."""
    (one,) = compared(regions, DAY).indicators
    return [obstacle.say() for obstacle in one.obstacles]


def test_indicators_of_one_code_are_read_in_the_last_year_that_all_have() -> None:
    """Ids differ, the code is the same: the values are those of the last common year."""
    timis = measured("Timiș", actual={"2025-10": 39, "2026-03": 37, "2026-11": 35, "2027": 30})
    arad = measured("Arad", id="altfel", actual={"2026-06": 33}, refs={"eurostat": "lfsa_eoqgan"})
    (one,) = compared([timis, arad], DAY).indicators
    assert one.known_by.say() == "the code eurostat lfsa_eoqgan"
    assert one.year == 2026
    values = {str(each.region): each.then and each.then.value for each in one.measures}
    assert values == {"Arad": 33, "Timiș": 35}
    assert list(values) == ["Arad", "Timiș"]
    assert one.is_comparable


def test_a_region_of_another_time_does_not_hide_the_others() -> None:
    """Where no year is common to all, it is that of most of them."""
    old = measured("Arad", baseline={"2020": 9}, actual={"2021": 8})
    new = [measured("Bihor", actual={"2026": 33, "2027-05": 30}), measured("Timiș")]
    (one,) = compared([old, *new], DAY).indicators
    assert one.year == 2026
    assert [each.then and each.then.value for each in one.measures] == [None, 33, 35]
    (alone,) = compared([old, new[0]], DAY).indicators
    assert (alone.year, alone.is_comparable) == (None, False)


def test_the_same_id_is_enough_and_a_baseline_is_a_value() -> None:
    """Whoever took an id over from another strategy measures the same."""
    timis = measured("Timiș", refs={}, actual={})
    arad = measured("Arad", refs={}, id="RATA", actual={"2026": 9})
    (one,) = compared([timis, arad], DAY).indicators
    assert (one.known_by.say(), one.year) == ("the same id: RATA", 2025)


OBSTACLES = [
    ({"unit": "persoane"}, ["Arad counts in “persoane”, Timiș in “%”"]),
    ({"unit": None}, []),
    ({"measure": "number"}, ["Arad and Timiș have values of another kind"]),
    (
        {"definition": "Femei sub 25 de ani"},
        ["Arad defines it as “Femei sub 25 de ani”, Timiș as “Lucrători cu studii superioare”"],
    ),
    ({"definition": "lucrători cu studiile superioare"}, []),
    ({"method": "Interviu"}, ["Arad measures by “Interviu”, Timiș by “Sondaj telefonic”"]),
    ({"method": "Sondaje telefonice"}, []),
]


@pytest.mark.parametrize(("fields", "why"), OBSTACLES)
def test_what_cannot_be_compared_is_told_why(fields: dict[str, Any], why: list[str]) -> None:
    """Another unit, kind, definition or method is said beside the values."""
    timis = measured(
        "Timiș",
        measure="percentage",
        definition="Lucrători cu studii superioare",
        method="Sondaj telefonic",
    )
    assert whys(timis, measured("Arad", **fields)) == why


def test_a_break_in_one_region_speaks_against_the_comparison() -> None:
    """What cannot be compared with its own baseline is not compared with others."""
    arad = measured("Arad", actual={"2026": {"value": 35, "flag": "b"}})
    (why,) = whys(measured("Timiș"), arad)
    assert why.startswith("Arad: there is a break")


def test_what_lies_in_the_future_does_not_count() -> None:
    """A comparison of a day knows nothing of what was measured later."""
    regions = [measured("Timiș", actual={"2028": 30}), measured("Arad", actual={"2028": 31})]
    (one,) = compared(regions, DAY).indicators
    assert one.year == 2025


def test_areas_stand_side_by_side_with_their_last_scores() -> None:
    """Areas of one name are one, each with the score and the date of its own assessment."""
    first = {"title": "E1", "date": "2025", "scores": {"s": 41}, "peers": {"s": 53}}
    later = {"title": "E2", "date": "2028", "scores": {"s": 60}}
    timis = region("Timiș", areas={"s": "Servicii publice"}, assessments={"a": first, "b": later})
    arad = region("Arad", areas={"sd": "Servicii publice digitale", "x": "Sport"})
    (row,) = compared([timis, arad], DAY).areas
    told = [(str(one.region), one.score, str(one.date), one.peers) for one in row.marks]
    assert told == [("Arad", None, "None", None), ("Timiș", 41, "2025", 53)]


def test_it_is_told_who_tests_which_kind_of_assumption() -> None:
    """A pilot may name what it tests, or an assumption the pilot that tests it."""
    timis = region(
        "Timiș",
        assumptions={
            "a": {"title": "Conducerea lasă personalului timp", "kind": "opportunity"},
            "b": {"title": "Migranții au încredere în mediator", "kind": "reach", "test": "p"},
        },
        pilots={"p": "Mediatori"},
    )
    arad = region(
        "Arad",
        assumptions={
            "c": {
                "title": "Personalului îi lasă timp conducerea",
                "kind": "opportunity",
                "status": "holding",
            }
        },
        pilots={"q": {"title": "Ghișeu", "tests": ["C"]}},
    )
    found = compared([timis, arad], DAY)
    assert [row.kind for row in found.kinds] == ["reach", "opportunity"]
    told = {
        row.kind: [
            (str(one.region), one.assumption.name, one.status, [pilot.name for pilot in one.pilots])
            for one in row.assumed
        ]
        for row in found.kinds
    }
    assert told["opportunity"] == [
        ("Arad", "c", "holding", ["q"]),
        ("Timiș", "a", "untested", []),
    ]
    assert told["reach"] == [("Timiș", "b", "untested", ["p"])]
    (pair,) = found.alike
    assert (pair.one.assumption.name, pair.other.assumption.name) == ("c", "a")
    assert pair.words.say("ro") == "„Personalului”, „lasă”, „timp”, „conducerea”"


def test_common_sessions_of_one_time_are_found() -> None:
    """Two regions that review together with others in the same month could do so at once."""
    stage = {"title": "Etapa", "period": "2027-01/2028-12", "review": {"every": "P6M"}}
    joint = {**stage, "review": {"every": "P6M", "joint": True}}
    timis, arad = (region(name, stages={"e": joint}) for name in ("Timiș", "Arad"))
    alone = region("Bihor", stages={"e": stage})
    found = compared([timis, arad, alone], DAY)
    assert [[str(name) for name in one.regions] for one in found.together] == [
        ["Arad", "Timiș"] for _ in found.schedules[0].joint
    ]
    assert found.together
    assert [str(one.region) for one in found.schedules] == ["Arad", "Bihor", "Timiș"]
    assert [thing.name for one in found.schedules for thing in one.stages] == ["e", "e", "e"]


def test_nothing_ranks_the_regions() -> None:
    """No field of the result is a place, a rank or a sum over regions."""
    data = compared([measured("Timiș"), measured("Arad")], DAY).as_data()
    assert not {"rank", "place", "best", "worst", "mean", "total"} & set(keys(data))


def keys(data: object) -> list[str]:
    """Give every key in some data."""
    if isinstance(data, dict):
        return [*data, *(key for value in data.values() for key in keys(value))]
    return [key for value in data for key in keys(value)] if isinstance(data, list) else []


@settings(max_examples=25)
@given(some=st.lists(strategies(max_nodes=4), max_size=3))
def test_the_order_of_the_call_changes_nothing_that_is_shared(some: list[Strategy]) -> None:
    """Whoever is named first, as much is shared, and whatever is named is there."""

    def size(found: Comparison) -> tuple[int, ...]:
        return len(found.kinds), len(found.alike), len(found.schedules), len(found.together)

    sizes = {size(compared(order, DAY)) for order in permutations(some)}
    assert len(sizes) == 1
    found = compared(some, DAY)
    assert found.sentence("ro")
    for one in found.indicators:
        assert len(one.measures) > 1
    for row in found.areas:
        assert len(row.marks) > 1
