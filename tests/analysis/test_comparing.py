"""Two versions of a strategy: what is different, and which chains that costs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import networkx as nx
from graph.arrows import helping, tangled, untangled
from hypothesis import given
from theories import strategies

from toc import Strategy
from toc.analysis.comparing import compare
from toc.model.plain import plain

BEFORE: dict[str, Any] = {
    "activities": {"desk": "A desk", "fair": "A fair"},
    "outputs": {"visits": "Visits"},
    "goals": {"equal": {"title": "Access", "due": "2028"}},
    "assumptions": {"open": "The desk stays open"},
    "indicators": {"count": {"of": "visits", "target": {"2027": 80}}},
    "links": {
        "desk -> visits": {"assuming": "open"},
        "visits -> equal": {"evidence": "limited"},
        "fair -> equal": "So",
    },
}


def changed(**sections: Any) -> Strategy:
    """Give the first version with some sections written anew."""
    return Strategy.model_validate({**BEFORE, **sections})


@given(strategies())
def test_nothing_differs_from_itself(strategy: Strategy) -> None:
    """A strategy compared with itself has no differences and no lost chains."""
    found = compare(strategy, strategy)
    assert found.differences == ()
    assert all(not one.lost and not one.new for one in found.chains)


@given(strategies(), strategies())
def test_backwards_what_was_added_is_removed(one: Strategy, other: Strategy) -> None:
    """Read the other way round, the same things differ, and lost chains are new ones."""
    plain_one, plain_other = _unrenamed(one), _unrenamed(other)
    there, back = compare(plain_one, plain_other), compare(plain_other, plain_one)
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    assert {(d.kind, d.id.lower(), d.standing) for d in there.differences} == {
        (d.kind, d.id.lower(), opposite[d.standing]) for d in back.differences
    }
    assert sorted(c.lost or 0 for c in there.chains) == sorted(c.new or 0 for c in back.chains)


def _unrenamed(strategy: Strategy) -> Strategy:
    tree = plain(strategy)
    for section in tree.values():
        for entry in section.values() if isinstance(section, dict) else ():
            if isinstance(entry, dict):
                entry.pop("was", None)
    return Strategy.model_validate(tree)


@given(untangled(), untangled())
def test_lost_chains_are_those_that_only_the_first_has(one: Strategy, other: Strategy) -> None:
    """Lost chains are counted as if both versions had been listed and compared."""
    for change in compare(one, other).chains:
        before, after = _chains(one, change.goal), _chains(other, change.goal)
        mine = set(helping(one).edges) - set(helping(other).edges)
        lost = [way for way in before if any(step in mine for step in _steps(way))]
        assert (change.before, change.after) == (len(before), len(after))
        assert change.lost == len(lost)
        assert (list(change.lost_example) in lost) if lost else change.lost_example == ()
        assert len(change.lost_example) == min(map(len, lost), default=0)


def _chains(strategy: Strategy, goal: str) -> list[list[str]]:
    graph = helping(strategy)
    if goal not in graph:
        return []
    starts = [node for node in graph if not graph.in_degree(node) and node != goal]
    return [way for start in starts for way in nx.all_simple_paths(graph, start, goal)]


def _steps(way: list[str]) -> list[tuple[str, str]]:
    return list(pairwise(way))


@given(tangled())
def test_everything_is_new_where_nothing_was(strategy: Strategy) -> None:
    """Beside an empty strategy every node and every arrow was added."""
    found = compare(Strategy(), strategy)
    arrows = {arrow.name for arrow in strategy.arrows}
    nodes = set(helping(strategy))
    assert dict(found.standings) == dict.fromkeys(nodes | arrows, "added")


def test_each_kind_of_thing_is_told_with_its_fields_and_route() -> None:
    """Nodes, links, assumptions and indicators are compared field by field."""
    after = changed(
        goals={"equal": {"title": "Access", "due": "2029", "requires": "any"}},
        assumptions={},
        indicators={"count": {"of": "visits", "target": {"2027": 90}}},
        links={"desk -> visits": {}, "visits -> equal": {"evidence": "strong"}},
    )
    found = compare(Strategy.model_validate(BEFORE), after)
    told = [(one.kind, one.id, one.standing, one.fields) for one in found.differences]
    assert told == [
        ("node", "equal", "changed", ("due", "requires")),
        ("link", "desk -> visits", "changed", ("assuming",)),
        ("link", "fair -> equal", "removed", ()),
        ("link", "visits -> equal", "changed", ("evidence",)),
        ("assumption", "open", "removed", ()),
        ("indicator", "count", "changed", ("target",)),
    ]
    assert found.differences[2].route == ("links", "fair -> equal")
    (chain,) = found.chains
    assert (chain.before, chain.after, chain.lost, chain.new) == (2, 1, 1, 0)
    assert chain.lost_example == ("fair", "equal")
    assert chain.lost_activities == ("fair",)
    assert found.sentence() == ("Added: 0; changed: 4; removed: 2. 1 chain to “Access” is lost.")


def test_a_chain_is_lost_with_any_of_its_arrows() -> None:
    """Where an early arrow is gone the whole chain is, and what is left of it is not new."""
    after = changed(links={"visits -> equal": {"evidence": "limited"}, "fair -> equal": "So"})
    (chain,) = compare(Strategy.model_validate(BEFORE), after).chains
    assert (chain.lost, chain.new) == (1, 0)
    assert chain.lost_example == ("desk", "visits", "equal")


def test_what_was_renamed_is_the_same_thing() -> None:
    """An entry that says what it was is changed, and neither are its arrows lost."""
    after = changed(
        activities={"counter": {"title": "A desk", "was": "desk"}, "fair": "A fair"},
        assumptions={"stays": {"title": "The desk stays open", "was": "open"}},
        links={
            "counter -> visits": {"assuming": "stays"},
            "visits, fair -> equal": {"evidence": "limited"},
        },
    )
    found = compare(Strategy.model_validate(BEFORE), after)
    told = [(one.id, one.standing, one.fields, one.was) for one in found.differences]
    assert told == [
        ("counter", "changed", ("id",), "desk"),
        ("fair -> equal", "changed", ("because", "evidence"), ""),
        ("stays", "changed", ("id",), "open"),
    ]
    assert all(not one.lost and not one.new for one in found.chains)


def test_a_node_that_moves_to_another_section_is_changed() -> None:
    """An output that becomes an outcome is the same node on another level."""
    found = compare(
        Strategy.model_validate(BEFORE), changed(outputs={}, outcomes={"visits": "Visits"})
    )
    assert [(one.id, one.fields) for one in found.differences] == [("visits", ("section",))]


def test_a_goal_that_was_dropped_is_told() -> None:
    """Of a goal that is gone it is said that it is gone, and not how many chains that costs."""
    found = compare(Strategy.model_validate(BEFORE), changed(goals={}))
    assert found.sentence() == "Added: 0; changed: 0; removed: 1. “Access” is no goal any more."


def test_a_goal_that_is_cut_off_is_told() -> None:
    """Where no chain is left, that is said instead of a number."""
    found = compare(Strategy.model_validate(BEFORE), changed(links={}))
    assert "No chain leads to “Access” any more." in found.sentence()


def test_a_second_link_between_the_same_nodes_is_a_change() -> None:
    """Two links where there was one are told as such."""
    one = {"links": {"desk -> visits": "So"}}
    two = {"links": {"desk -> visits": "So", "desk, fair -> visits": "So"}}
    found = compare(Strategy.model_validate({**BEFORE, **one}), changed(**two))
    assert [(d.id, d.standing, d.fields) for d in found.differences] == [
        ("desk -> visits", "changed", ("links",)),
        ("fair -> visits", "added", ()),
    ]
