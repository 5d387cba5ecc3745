"""Rules about the shape of the graph, with networkx as the oracle, and what they leave alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import load_files

from toc.findings import KEY, Finding
from toc.model import Strategy
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, examine, find_rule
from toc.words import LANGUAGES, Message

CHAIN = ("inputs", "activities", "outputs", "outcomes", "goals")


@st.composite
def tangles(draw: st.DrawFn) -> Strategy:
    """Give small strategies whose links run anyhow, help, hinder, feed back, and say why or not."""
    kinds = draw(st.lists(st.sampled_from(NODE_SECTIONS), min_size=1, max_size=8))
    names = [f"n{number}" for number in range(len(kinds))]
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names))
    saying: Mapping[str, Any] = {
        "role": st.sampled_from(("hinders", "necessary")),
        "feedback": st.just("reinforcing"),
        "because": st.just("So it is"),
    }
    links = draw(st.dictionaries(ends, st.fixed_dictionaries({}, optional=saying), max_size=14))
    tree: dict[str, Any] = {section: {} for section in NODE_SECTIONS}
    for name, section in zip(names, kinds, strict=True):
        tree[section][name] = f"Node {name}"
    tree["links"] = {f"{cause} -> {effect}": link for (cause, effect), link in links.items()}
    return Strategy.model_validate(tree)


def _found(rule: str, strategy: Strategy, **limits: float) -> list[Finding]:
    """Give what a rule finds, whatever it yields to."""
    check = find_rule(rule).check
    assert check is not None
    return list(check(Case(strategy, limits=limits)))


def _told(rule: str, strategy: Strategy) -> set[str]:
    return {str(one.route[1]) for one in _found(rule, strategy)}


def _count(finding: Finding) -> object:
    assert isinstance(finding.message, Message)
    return finding.message.values["count"]


def _graph(strategy: Strategy, *, feedback: bool = False, hindering: bool = True) -> Any:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(name for section in NODE_SECTIONS for name in getattr(strategy, section))
    graph.add_edges_from(
        (arrow.cause, arrow.effect, {"key": arrow.key, "link": arrow.link})
        for arrow in strategy.arrows
        if (feedback or not arrow.feeds_back) and (hindering or not arrow.hinders)
    )
    return graph


@given(tangles())
def test_feedback_outside_a_loop_is_what_has_no_way_back(strategy: Strategy) -> None:
    """Any arrows may close the circle."""
    graph = _graph(strategy, feedback=True)
    assert _told("feedback-outside-loop", strategy) == {
        arrow.key
        for arrow in strategy.arrows
        if arrow.feeds_back and not nx.has_path(graph, arrow.effect, arrow.cause)
    }


@given(tangles())
def test_a_redundant_link_is_one_without_which_its_effect_is_reached(strategy: Strategy) -> None:
    """By other helping arrows; only a link that says nothing, and only where nothing circles."""
    graph = _graph(strategy, hindering=False)
    expected: set[str] = set()
    if nx.is_directed_acyclic_graph(_graph(strategy)):
        for cause, effect, edge in graph.edges(data=True):
            rest = graph.copy()
            rest.remove_edge(cause, effect)
            if edge["link"].because is None and nx.has_path(rest, cause, effect):
                expected.add(edge["key"])
    assert _told("link-redundant", strategy) == expected


@given(tangles())
def test_the_step_that_a_redundant_link_skips_is_on_the_way(strategy: Strategy) -> None:
    """The other place that is shown is the first link of a longer chain."""
    graph = _graph(strategy, hindering=False)
    for finding in _found("link-redundant", strategy):
        (cause, effect), (start, step) = (
            str(route[1]).split(" -> ") for route in (finding.route, finding.related[0].route)
        )
        assert start == cause
        assert step != effect
        assert nx.has_path(graph, step, effect)


def test_many_effects_are_searched_in_parts() -> None:
    """Far more shortcuts than fit one number are all found."""
    links: dict[str, Any] = {f"a{one} -> b{one}": {} for one in range(2500)}
    links |= {f"b{one} -> c{one}": {} for one in range(2500)}
    links |= {f"a{one} -> c{one}": {} for one in range(2500)}
    names = [f"{letter}{one}" for letter in "abc" for one in range(2500)]
    strategy = Strategy.model_validate({"outputs": dict.fromkeys(names, "T"), "links": links})
    assert len(_found("link-redundant", strategy)) == 2500


@given(tangles())
def test_a_link_runs_backwards_against_the_order_of_the_chain(strategy: Strategy) -> None:
    """Each such link is told, unless it is part of a circle."""
    graph = _graph(strategy)
    level = {
        name: number for number, section in enumerate(CHAIN) for name in getattr(strategy, section)
    }
    back = {
        (cause, effect): edge["key"]
        for cause, effect, edge in graph.edges(data=True)
        if cause in level and effect in level and level[cause] > level[effect]
    }
    circling = {key for ends, key in back.items() if nx.has_path(graph, *reversed(ends))}
    found = _told("link-backwards", strategy)
    assert set(back.values()) - circling <= found <= set(back.values())


@given(tangles())
def test_pieces_are_what_is_joined_whichever_way_arrows_run(strategy: Strategy) -> None:
    """Single nodes apart; the smaller pieces are shown, each by one of its nodes.

    Those of which other rules tell are left out.
    """
    graph = _graph(strategy, feedback=True)
    pieces = [
        piece
        for piece in nx.weakly_connected_components(graph)
        if len(piece) > 1 and not _is_told_of(strategy, piece)
    ]
    found = _found("strategy-in-pieces", strategy)
    assert len(found) == (len(pieces) > 1)
    for one in found:
        assert _count(one) == len(pieces)
        shown = [next(piece for piece in pieces if note.route[1] in piece) for note in one.related]
        sizes = sorted(map(len, pieces))
        assert [len(piece) for piece in shown] == sizes[-2::-1]
        assert all(shown.count(piece) == 1 for piece in shown)


def _is_told_of(strategy: Strategy, piece: set[str]) -> bool:
    """Whether a piece has an end that is told of, and no way from an activity to a goal."""
    helping = _graph(strategy, hindering=False)
    activities, goals = piece & strategy.activities.keys(), piece & strategy.goals.keys()
    if any(goals & nx.descendants(helping, activity) for activity in activities):
        return False
    results = piece & (strategy.outputs.keys() | strategy.outcomes.keys())
    leaving = _graph(strategy)
    dead = [
        name
        for name in results
        if not leaving.out_degree(name) and not getattr(strategy.entry(name), "terminal", None)
    ]
    return bool(activities or goals or dead)


@given(tangles(), st.integers(2, 5))
def test_a_single_thread_is_one_path_and_nothing_else(strategy: Strategy, limit: int) -> None:
    """Of so many nodes at least, feedback apart."""
    graph = _graph(strategy)
    linked = graph.subgraph([node for node in graph if graph.degree(node)])
    is_path = (
        len(linked) >= limit
        and nx.is_directed_acyclic_graph(linked)
        and nx.is_weakly_connected(linked)
        and max(degree for _, degree in (*linked.in_degree, *linked.out_degree)) == 1
    )
    found = _found("strategy-single-thread", strategy, **{"strategy-single-thread": limit})
    assert len(found) == is_path
    for one in found:
        assert _count(one) == len(linked)


@given(tangles())
def test_an_output_is_delivered_by_whatever_it_follows_from(strategy: Strategy) -> None:
    """Along helping arrows, from any activity."""
    graph = _graph(strategy, hindering=False)
    reached = {node for one in strategy.activities for node in nx.descendants(graph, one)}
    assert _told("output-without-activity", strategy) == strategy.outputs.keys() - reached


@given(tangles())
def test_an_outcome_has_a_cause_when_something_helps_it(strategy: Strategy) -> None:
    """One helping arrow is enough."""
    graph = _graph(strategy, hindering=False)
    alone = {name for name in strategy.outcomes if not graph.in_degree(name)}
    assert _told("outcome-without-cause", strategy) == alone


@given(tangles())
def test_an_activity_leads_straight_to_changes_when_all_its_arrows_do(strategy: Strategy) -> None:
    """Only those that help; where they lead to goals alone the links are told of instead."""
    graph = _graph(strategy, hindering=False)
    changes = {*strategy.outcomes, *strategy.goals}
    assert _told("activity-without-output", strategy) == {
        name
        for name in strategy.activities
        if strategy.outcomes.keys() & set(graph[name]) and changes.issuperset(graph[name])
    }


@given(tangles())
def test_links_from_like_to_like_are_told_where_they_give_no_reason(strategy: Strategy) -> None:
    """Among activities and among outputs, whatever helps."""
    graph = _graph(strategy, hindering=False)
    assert _told("link-within-level", strategy) == {
        edge["key"]
        for cause, effect, edge in graph.edges(data=True)
        for level in (strategy.activities, strategy.outputs)
        if cause in level and effect in level and edge["link"].because is None
    }


def _is_longer_way(graph: Any, cause: str, effect: str) -> bool:
    rest = graph.copy()
    rest.remove_edge(cause, effect)
    return bool(nx.has_path(rest, cause, effect))


@given(tangles(), st.integers(1, 4))
def test_a_goal_is_crowded_from_a_number_of_helping_links_on(
    strategy: Strategy, limit: int
) -> None:
    """Unless each says what its cause is for it; a bare shortcut is no way of its own."""
    graph = _graph(strategy, hindering=False)
    shortcuts = [
        (cause, effect)
        for cause, effect, edge in graph.edges(data=True)
        if edge["link"].because is None and _is_longer_way(graph, cause, effect)
    ]
    if nx.is_directed_acyclic_graph(_graph(strategy)):
        graph.remove_edges_from(shortcuts)
    crowded = {
        goal
        for goal in strategy.goals
        if graph.in_degree(goal) >= limit
        and any(edge["link"].role is None for *_, edge in graph.in_edges(goal, data=True))
    }
    found = _found("convergence-unexplained", strategy, **{"convergence-unexplained": limit})
    assert {str(one.route[1]) for one in found} == crowded


# A level that is missing

ACT, OUT, GOAL = ({section: {section[:3]: "T"}} for section in ("activities", "outcomes", "goals"))
WHOLE = ("strategy", KEY)


@pytest.mark.parametrize(
    ("tree", "routes"),
    [
        ({}, [WHOLE]),
        ({"needs": {"n": "T"}}, [WHOLE]),
        (ACT, [WHOLE, WHOLE]),
        (ACT | OUT, [WHOLE]),
        (OUT | GOAL, [WHOLE]),
        (ACT | GOAL, [WHOLE]),
        (ACT | GOAL | {"links": {"act -> goa": "R"}}, [("links", "act -> goa", KEY)]),
        (ACT | GOAL | {"links": {"act -> goa": {"role": "hinders"}}}, [WHOLE]),
        (ACT | OUT | GOAL, []),
    ],
)
def test_each_missing_level_is_told_once(tree: dict[str, Any], routes: list[Any]) -> None:
    """Nothing at all is one thing, and a missing outcome is told where it should stand."""
    found = _found("level-missing", Strategy.model_validate(tree))
    assert [one.route for one in found] == routes


@pytest.mark.parametrize(
    "yaml",
    [
        "activities: {act: A}\noutcomes: {out: O}\ngoals: tbd\n",
        "activities: {act: A}\noutcomes: {out: O}\ngoals: {goa: tbd}\n",
        "activities: {act: A}\noutcomes: {out: O}\ngoals: [torn]\n",
        "activities: {act: A}\noutcomes: {out: O}\ngoals: {goa: [torn]}\n",
        "activities: {act: A}\noutcomes: {out: O}\ngoals: {goa: {due: soon}}\n",
    ],
)
def test_what_is_open_or_cannot_be_read_is_not_missing(yaml: str) -> None:
    """It is told of as such."""
    loaded = load_files({"a.yaml": f"strategy: {{title: A town}}\n{yaml}"})
    rules = [find_rule("level-missing")]
    assert examine(loaded.strategy, rules=rules, holes=loaded.holes) == ()


def test_without_a_goal_no_activity_is_blamed_for_leading_to_none() -> None:
    """One cause, one finding; without an outcome the others may still be told."""
    names = ["activity-without-path-to-goal", "goal-without-path-from-activity", "need-unaddressed"]
    rules = [find_rule(name) for name in names]
    need = {"needs": {"n": "T"}}
    for tree in (ACT | OUT | need, OUT | GOAL | need):
        assert examine(Strategy.model_validate(tree), rules=rules) == ()
    more = {
        "activities": {"act": "T", "more": "T"},
        "outputs": {"put": "T"},
        "links": {"act -> goa": "R", "more -> put": "R", "put -> more": {"role": "hinders"}},
    }
    (found,) = examine(Strategy.model_validate(GOAL | more), rules=rules)
    assert found.route == ("activities", "more", KEY)


# Needs

SERVED = {
    "areas": {
        "all": "T",
        "Services": {"title": "T", "part_of": "all"},
        "desks": {"title": "T", "part_of": "services"},
        "housing": {"title": "T", "part_of": "housing"},
        "schools": "T",
    },
    "activities": {"act": {"title": "T", "area": "services"}, "idle": {"area": "housing"}},
    "outcomes": {"out": "T"},
    "goals": {"goa": "T"},
}


@pytest.mark.parametrize(
    ("need", "link", "answered"),
    [
        ({"area": "services"}, None, True),
        ({"area": "all"}, None, True),
        ({"area": "desks"}, None, True),
        ({"area": "housing"}, None, True),
        ({"area": "schools"}, None, False),
        ({"area": "house"}, None, True),
        ({}, None, False),
        ({"out_of_scope": "The city does it"}, None, True),
        ({}, "n -> act", True),
        ({}, "N -> act", True),
        ({}, "act -> n", True),
    ],
)
def test_a_need_is_answered_by_a_link_or_in_its_area(
    need: dict[str, str], link: str | None, *, answered: bool
) -> None:
    """By an area that is part of it, too; a misspelled one, and an unlinked activity, are told of."""
    links = {"act -> out": "R", "out -> goa": "R", **({link: "R"} if link else {})}
    strategy = Strategy.model_validate({**SERVED, "needs": {"n": need}, "links": links})
    assert _told("need-unaddressed", strategy) == (set() if answered else {"n"})


@pytest.mark.parametrize(("role", "told"), [("hinders", {"n"}), ("enables", set())])
def test_a_need_that_only_hinders_is_not_answered(role: str, told: set[str]) -> None:
    """It stands in the way; what works against it would be an answer."""
    links = {"act -> out": "R", "out -> goa": "R", "n -> goa": {"role": role}}
    strategy = Strategy.model_validate({**SERVED, "needs": {"n": "T"}, "links": links})
    assert _told("need-unaddressed", strategy) == told
    against = {"act -> out": "R", "out -> goa": "R", "act -> n": {"role": "hinders"}}
    strategy = Strategy.model_validate({**SERVED, "needs": {"n": "T"}, "links": against})
    assert _told("need-unaddressed", strategy) == set()


def test_a_node_without_an_area_has_that_of_its_causes() -> None:
    """Through other nodes without one, and not beyond a node that has its own."""
    tree = {
        "areas": {"a": "T", "b": "T"},
        "needs": {"in_a": {"area": "a"}, "in_b": {"area": "b"}},
        "inputs": {"money": {"area": "a"}, "rooms": {"area": "b"}},
        "activities": {"bare": "T", "own": {"area": "a"}},
        "goals": {"goa": "T"},
        "links": {"money -> bare": "R", "rooms -> own": "R", "bare, own -> goa": "R"},
    }
    assert _told("need-unaddressed", Strategy.model_validate(tree)) == {"in_b"}


# Means

MEANS: list[tuple[dict[str, Any], bool]] = [
    ({}, False),
    ({"consulted": ["x"]}, False),
    ({"accountable": "x"}, True),
    ({"responsible": ["x"]}, True),
    ({"cost": "none"}, True),
    ({"cost": 0}, True),
    ({"funding": "The budget"}, True),
]


@pytest.mark.parametrize(("activity", "has_means"), MEANS)
def test_an_activity_has_means_when_anything_says_so(
    activity: dict[str, Any], *, has_means: bool
) -> None:
    """A person, a cost, were it none, or money from somewhere."""
    strategy = Strategy.model_validate({"activities": {"act": {"title": "T", **activity}}})
    assert _told("activity-without-input", strategy) == (set() if has_means else {"act"})


@pytest.mark.parametrize(
    ("cause", "fed"), [("inp", True), ("ass", True), ("misspelt", True), ("out", False)]
)
def test_an_activity_is_fed_by_inputs_and_assets(cause: str, *, fed: bool) -> None:
    """And by what may be one, misspelled."""
    tree = {
        "inputs": {"inp": "T"},
        "assets": {"ass": "T"},
        "outputs": {"out": "T"},
        "activities": {"act": "T"},
        "links": {f"{cause} -> act": "R"},
    }
    strategy = Strategy.model_validate(tree)
    assert _told("activity-without-input", strategy) == (set() if fed else {"act"})


# Misspelled ends


@pytest.mark.parametrize(
    ("rule", "link"),
    [
        ("output-without-activity", "zzzzzz -> out"),
        ("activity-without-output", "act -> zzzzzz"),
        ("outcome-without-cause", "zzzzzz -> change"),
    ],
)
def test_a_link_with_a_misspelled_end_may_be_the_one_that_is_missing(rule: str, link: str) -> None:
    """It is told of as a reference, and not again as an absence."""
    tree: dict[str, Any] = {
        "activities": {"act": "T"},
        "outputs": {"out": "T"},
        "outcomes": {"change": "T", "more": "T"},
        "links": {"act -> more": "R"},
    }
    assert _told(rule, Strategy.model_validate(tree))
    tree["links"][link] = "R"
    assert not _told(rule, Strategy.model_validate(tree))


RULES = [
    *("activity-without-input", "activity-without-output", "convergence-unexplained"),
    *("feedback-outside-loop", "level-missing", "link-backwards", "link-redundant"),
    *("link-within-level", "need-unaddressed", "outcome-without-cause", "output-without-activity"),
    *("strategy-in-pieces", "strategy-single-thread"),
]


@given(tangles())
def test_every_finding_asks_a_question_and_can_be_said(strategy: Strategy) -> None:
    """In each language, with all that belongs to it."""
    for rule in RULES:
        for one in _found(rule, strategy):
            assert one.question is not None
            said = [one.message, one.mend, one.question, *(note.message for note in one.related)]
            assert all(message.say(language) for message in said for language in LANGUAGES)
