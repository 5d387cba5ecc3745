"""Views by name, and from words on the command line; names that are not there."""

from __future__ import annotations

import pytest
from views.small import looked_at, small

from toc.errors import UnknownNameError
from toc.model import View
from toc.views import asked, found, told_of


def test_a_named_view_is_found_in_any_spelling() -> None:
    """Ids are compared without regard to case."""
    strategy = small()
    assert found(strategy, "WAY") is strategy.views["way"]


@pytest.mark.parametrize(
    ("name", "english", "romanian"),
    [
        (
            "wey",
            "no view of this strategy is called “wey”; did you mean “way”?",
            "nicio schemă a acestei strategii nu se numește „wey”; v-ați gândit la „way”?",
        ),
        (
            "Drumul spre acces",
            "no view of this strategy is called “Drumul spre acces”; did you mean “way”?",
            (
                "nicio schemă a acestei strategii nu se numește „Drumul spre acces”; "
                "v-ați gândit la „way”?"
            ),
        ),
        (
            "poster",
            "no view of this strategy is called “poster”; there are: way",
            "nicio schemă a acestei strategii nu se numește „poster”; există: way",
        ),
    ],
)
def test_a_name_that_no_view_has(name: str, english: str, romanian: str) -> None:
    """Whoever misspells a view is told which there are."""
    with pytest.raises(UnknownNameError) as raised:
        found(small(), name)
    assert raised.value.message.say("en") == english
    assert raised.value.message.say("ro") == romanian


def test_a_strategy_without_views_has_none_to_offer() -> None:
    """An empty list is not told."""
    with pytest.raises(UnknownNameError, match=r"is called “way”$"):
        found(small(views={}), "way")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"goal": "equall"}, "nothing in goals: is called “equall”; did you mean “equal”?"),
        ({"goal": "acces egal"}, "nothing in goals: is called “acces egal”; did you mean “equal”?"),
        ({"goal": "xyz"}, "nothing in goals: is called “xyz”; there are: equal, decent"),
        ({"goal": "academy"}, "“academy” stands under activities:; name something from goals:"),
        (
            {"upstream": "time"},
            "“time” stands under assumptions:; name something from what links may join",
        ),
        ({"fold": "wrk"}, "nothing in areas: is called “wrk”; did you mean “work”?"),
        ({"area": "labour"}, "nothing in areas: is called “labour”; did you mean “work”?"),
    ],
)
def test_an_id_that_is_not_there(fields: dict[str, str], message: str) -> None:
    """The nearest of the right kind is offered: by id, by title in any language, by a former id."""
    areas = {"work": {"title": "Work", "was": ["labour"]}, "services": "Services"}
    strategy, view = small(areas=areas), View.model_validate(fields)
    with pytest.raises(UnknownNameError) as raised:
        told_of(strategy, view)
    assert raised.value.message.say("en") == message


def test_many_names_are_not_all_told() -> None:
    """A list that nobody would read is cut."""
    goals = {f"goal_{at}": f"Goal {at}" for at in range(20)}
    with pytest.raises(UnknownNameError, match=r"there are: goal_0, .*, goal_11, …$"):
        looked_at(small(goals=goals, links={}), goal="zzz")


def test_words_make_a_view() -> None:
    """What is asked on the command line is what a file could say."""
    words = {"goal": ["equal"], "between": ["a", "b"], "critical": ["all"], "tag": None, "area": []}
    assert asked(words) == View(goal=["equal"], between=["a", "b"], critical=["all"])


def test_words_take_the_place_of_a_named_views_own() -> None:
    """A field that is given replaces, the others stay and narrow."""
    base = View(title="Both", goal=["equal", "decent"], area=["work"], overlay="pilot")
    view = asked({"goal": ["decent"], "stage": ["first"]}, base)
    assert view == View(
        title="Both", goal=["decent"], area=["work"], stage=["first"], overlay="pilot"
    )
    assert base.goal == ("equal", "decent")
