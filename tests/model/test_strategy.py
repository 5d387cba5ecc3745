"""The whole strategy: built in Python or from a file, frozen, closed, and easily asked."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError
from theories import strategies

from toc.model import (
    Activity,
    Date,
    Duration,
    Goal,
    Indicator,
    Interval,
    Link,
    Measurement,
    Strategy,
    Text,
)
from toc.model.plain import plain
from toc.model.strategy import ID_SECTIONS, SECTIONS


def test_a_strategy_may_be_built_of_nouns_or_of_plain_values() -> None:
    """Texts, dates and lists may be given as they are or as they would be typed."""
    nouns = Strategy(
        activities={"course": Activity(title="A course", for_=["all"], period="2026", cost=0)},
        goals={"equal": Goal(title=Text.of("Equal access"), due=date(2028, 12, 31))},
        links={"course -> equal": Link(because="It helps", confidence=60, lag="P5M")},
        indicators={"i": Indicator(of="equal", target={Date(2028): Measurement(value=20)})},
    )
    tree = {
        "toc": "1",
        "activities": {
            "course": {"title": "A course", "for": "all", "period": "2026", "cost": "none"}
        },
        "goals": {"equal": {"title": "Equal access", "due": "2028-12-31"}},
        "links": {"course -> equal": {"because": "It helps", "confidence": "60", "lag": "P5M"}},
        "indicators": {"i": {"of": ["equal"], "target": {"2028": "20"}}},
    }
    assert nouns == Strategy.model_validate(tree)
    assert nouns.activities["course"].period == Interval(Date(2026), Date(2026))
    assert nouns.links["course -> equal"].lag == Duration(months=5)
    assert nouns.indicators["i"].of == ("equal",)


@given(strategies())
def test_the_plain_form_of_a_strategy_is_that_strategy(strategy: Strategy) -> None:
    """What would be typed for a strategy reads as the same strategy."""
    assert Strategy.model_validate(plain(strategy)) == strategy


@given(strategies())
def test_every_id_leads_to_its_entry(strategy: Strategy) -> None:
    """Ids are found in any case, in whatever section they stand; of two equal ones the first."""
    seen: set[str] = set()
    for section in ID_SECTIONS:
        for name, entry in getattr(strategy, section).items():
            if name.lower() not in seen:
                assert strategy.index[name.lower()] == (section, name)
                assert strategy.entry(name) is strategy.entry(name.upper()) is entry
            seen.add(name.lower())
    assert set(strategy.index) == seen


def test_an_id_that_nothing_has_leads_nowhere() -> None:
    """Neither does a link, nor a version."""
    strategy = Strategy(links={"a -> b": "C"}, changelog={"1": "D"})
    assert [strategy.entry(name) for name in ("nobody", "a -> b", "1", "")] == [None] * 4


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        (Goal, "title"),
        (Link, "because"),
        (Strategy, "goals"),
        (Strategy, "head"),
        (Activity, "for_"),
    ],
)
def test_nothing_can_be_changed(noun: type[Any], name: str) -> None:
    """A noun is what it is; another one is made of it with `model_copy`."""
    with pytest.raises(ValidationError, match="frozen"):
        setattr(noun(), name, None)


@pytest.mark.parametrize(
    "tree",
    [
        {"gaols": {}},
        {"goals": {"a": {"titel": "A"}}},
        {"strategy": {"titel": "A"}},
        {"strategy": {"place": {"nam": "A"}}},
        {"reviews": {"r": {"decisions": [{"why": "A"}]}}},
        {"indicators": {"i": {"target": {"2028": {"valu": 1}}}}},
        {"head": {"id": "a"}, "strategy": {"id": "b"}},
    ],
)
def test_an_unknown_key_is_refused(tree: dict[str, Any]) -> None:
    """In Python as in a file, nothing that is misspelled is dropped without a word."""
    with pytest.raises(ValidationError):
        Strategy.model_validate(tree)


@pytest.mark.parametrize("key", ["a b", "1a", "ș", "", "a.b", "a -> b", "-a"])
def test_an_id_is_refused_in_python_too(key: str) -> None:
    """A strategy from a script obeys the same rules as one from a file."""
    with pytest.raises(ValidationError):
        Strategy(goals={key: "A"})


def test_keys_of_the_author_s_own_are_kept() -> None:
    """Whatever begins with `x-` stays with its noun, and is no entry of a section."""
    tree = {
        "x-a": {"b": ["c"]},
        "strategy": {"x-d": "e"},
        "goals": {"x-f": "G", "h": {"title": "H", "x-i": None}},
        "reviews": {"r": {"decisions": [{"x-j": 1}]}},
    }
    strategy = Strategy.model_validate(tree)
    assert strategy.extensions == {"x-a": {"b": ["c"]}}
    assert strategy.head.extensions == {"x-d": "e"}
    assert list(strategy.goals) == ["h"]
    assert strategy.goals["h"].extensions == {"x-i": None}
    assert strategy.reviews["r"].decisions[0].extensions == {"x-j": 1}


def test_what_is_not_written_has_a_sensible_answer() -> None:
    """An empty strategy is a draft without a title, with nothing in any section."""
    strategy = Strategy()
    assert (strategy.status, str(strategy.title), strategy.languages) == ("draft", "", ())
    assert (strategy.readings, strategy.open_points, strategy.arrows) == ((), (), ())
    assert all(getattr(strategy, section) == {} for section in SECTIONS)
    assert list(strategy.references()) == []


def test_a_strategy_without_a_title_is_called_by_its_id() -> None:
    """Something always stands over the picture."""
    assert str(Strategy.model_validate({"strategy": {"id": "timis"}}).title) == "timis"
    assert str(Strategy.model_validate({"strategy": {"id": "a", "title": "B"}}).title) == "B"


@pytest.mark.parametrize("version", ["1", 1])
def test_the_format_is_named_by_its_number(version: object) -> None:
    """As text or as a number."""
    assert Strategy.model_validate({"toc": version}).toc == 1


@pytest.mark.parametrize("version", ["2", 2, "1.0", None, True, [], ""])
def test_another_format_is_refused(version: object) -> None:
    """A file for a newer tool is not guessed at."""
    with pytest.raises(ValidationError, match="not known here"):
        Strategy.model_validate({"toc": version})


@given(strategies())
def test_a_strategy_survives_a_copy_and_a_journey(strategy: Strategy) -> None:
    """It may be copied deeply, and sent to another process, also after it was asked things."""
    assert strategy.index is not None
    assert strategy.arrows is not None
    for other in (strategy.model_copy(deep=True), pickle.loads(pickle.dumps(strategy))):
        assert other == strategy
        assert (other.index, other.arrows) == (strategy.index, strategy.arrows)
