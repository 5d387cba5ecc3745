"""What still brings a goal about when some things fail."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import strategies

from toc.analysis.logic import Logic
from toc.analysis.remains import remains
from toc.analysis.system import Reading
from toc.errors import UnknownNameError
from toc.model import Strategy

SMALL: dict[str, Any] = {
    "activities": {"course": "A course", "desk": "A desk", "guide": "A guide"},
    "outcomes": {"speak": "People speak"},
    "goals": {"equal": "Equal access"},
    "assumptions": {"evening": "They come in the evening"},
    "links": {
        "course -> speak": {"because": "They practise", "assuming": ["evening"]},
        "desk -> speak": "They ask",
        "guide -> speak": {"because": "It helps a little", "role": "contributes"},
        "speak -> equal": "Barriers fall",
    },
}


def left(*fails: str, **changes: Any) -> tuple[list[str], list[str]]:
    """Give the nodes and the links that are left when some things fail."""
    strategy = Strategy.model_validate({**SMALL, **changes})
    found = remains(Logic.of(strategy), "EQUAL", fails)
    links = {link for _, link in found.arrows} & strategy.links.keys()
    return sorted(found.nodes), sorted(links)


def test_what_only_contributes_decides_nothing() -> None:
    """The guide helps and is not on the way."""
    nodes, links = left()
    assert nodes == ["course", "desk", "equal", "speak"]
    assert links == ["course -> speak", "desk -> speak", "speak -> equal"]


def test_a_link_falls_with_what_it_rests_on() -> None:
    """Without people in the evening the course is held and leads nowhere."""
    nodes, links = left("evening")
    assert nodes == ["desk", "equal", "speak"]
    assert links == ["desk -> speak", "speak -> equal"]


def test_a_link_may_fail_itself() -> None:
    """Then its cause is not on the way either."""
    assert left("desk -> speak")[0] == ["course", "equal", "speak"]


def test_a_goal_out_of_reach_leaves_nothing() -> None:
    """Not even what holds by itself."""
    assert left("speak -> equal") == ([], [])


def test_the_way_goes_on_through_where_roles_meet() -> None:
    """A necessary cause beside one of several: both are there, and the meeting is no node."""
    links = {**SMALL["links"], "guide -> speak": {"because": "It must", "role": "necessary"}}
    assert left("course", links=links)[0] == ["desk", "equal", "guide", "speak"]


def test_a_node_that_is_not_there_is_told() -> None:
    """A misspelled goal is no goal out of reach."""
    with pytest.raises(UnknownNameError, match="equal"):
        remains(Logic.of(Strategy.model_validate(SMALL)), "equl", ())


@given(strategies(min_nodes=1), st.data())
def test_whatever_is_left_is_enough(strategy: Strategy, data: st.DataObject) -> None:
    """A goal that comes about still does when all that is not left fails as well."""
    logic = Logic.of(strategy)
    reading = data.draw(st.sampled_from(Reading))
    for goal in logic.goals:
        fails = data.draw(st.sets(st.sampled_from(sorted(logic.parts_of(goal) | {goal}))))
        found = remains(logic, goal, fails, reading)
        assert bool(found.nodes) == logic.comes_about(goal, reading, fails)
        if found.nodes:
            links = logic.parts_of(goal) & strategy.links.keys()
            more = links - {link for _, link in found.arrows}
            assert logic.comes_about(goal, reading, {*fails, *more})
