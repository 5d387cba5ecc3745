"""The evidence gap map: each cell by brute force, and the order of the gaps."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import networkx as nx
from graph.arrows import tangled
from hypothesis import given
from hypothesis import strategies as st

from toc import Strategy
from toc.analysis.gap_map import evidence_gap_map
from toc.analysis.grades import GRADES, grade

SOURCES = {
    "study": {"kind": "study"},
    "report": {"kind": "report", "direction": "contradicts"},
    "talk": {"direction": "mixed"},
}


@st.composite
def evidenced(draw: st.DrawFn) -> Strategy:
    """Give tangled strategies whose links are graded and cite sources, or do not."""
    strategy = draw(tangled())
    chance = random.Random(draw(st.integers(0, 10**6)))
    links: dict[str, Any] = {}
    for key, link in strategy.links.items():
        found = link.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        found["evidence"] = chance.choice([None, "gap", "limited", "moderate", "strong"])
        found["sources"] = chance.sample(sorted(SOURCES), chance.randint(0, 2))
        links[key] = found
    tree = strategy.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return Strategy.model_validate({**tree, "links": links, "sources": SOURCES})


def network(strategy: Strategy) -> nx.DiGraph[str]:
    """Give the helping arrows with their links."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for arrow in strategy.arrows:
        if not (arrow.hinders or arrow.feeds_back):
            graph.add_edge(arrow.cause, arrow.effect, link=arrow.link)
    return graph


@given(evidenced())
def test_a_cell_holds_the_best_way_and_counts_all_sources(strategy: Strategy) -> None:
    """The grade is that of the way whose weakest link is strongest, over a list of all ways."""
    graph = network(strategy)
    found = evidence_gap_map(strategy)
    results = [*strategy.outcomes, *strategy.goals]
    for activity in strategy.activities:
        for result in results:
            if not (activity in graph and result in graph and nx.has_path(graph, activity, result)):
                assert found.cell(activity, result) is None
                continue
            ways = list(nx.all_simple_paths(graph, activity, result))
            cell = found.cell(activity, result)
            assert cell is not None
            assert GRADES.index(cell.grade) == max(
                min(
                    GRADES.index(grade(graph.edges[step]["link"].evidence))
                    for step in pairwise(way)
                )
                for way in ways
            )


@given(evidenced())
def test_a_cell_by_kind_holds_the_links_that_cite_it(strategy: Strategy) -> None:
    """By kind of source, a cell has the best link into the outcome that cites such a source."""
    found = evidence_gap_map(strategy, rows="kind")
    graph = network(strategy)
    for result in (*strategy.outcomes, *strategy.goals):
        for kind in ("study", "report", ""):
            names = {name for name, one in SOURCES.items() if one.get("kind", "") == kind}
            every = [graph.edges[ends]["link"] for ends in graph.edges if ends[1] == result]
            links = [link for link in every if names & {*link.sources}]
            cell = found.cell(kind, result)
            assert (cell is None) == (not links)
            if cell is not None:
                assert cell.studies == 1
                assert cell.against == (0 if kind == "study" else 1)
                grades = [GRADES.index(grade(link.evidence)) for link in links]
                assert GRADES.index(cell.grade) == max(grades)


def theory(**evidence: str | None) -> Strategy:
    """Give an activity, an output and a goal, and an outcome that leads nowhere."""
    links = {"desk -> visits": "a", "visits -> equal": "b", "visits -> trust": "c"}
    return Strategy.model_validate(
        {
            "activities": {"desk": "A desk"},
            "outputs": {"visits": "Visits"},
            "outcomes": {"trust": "Trust"},
            "goals": {"equal": "Access"},
            "links": {
                key: {"evidence": evidence.get(name), "sources": ["study"]}
                for key, name in links.items()
            },
            "sources": SOURCES,
        }
    )


def test_an_unknown_grade_is_neither_nothing_nor_average() -> None:
    """A way with an ungraded link is unknown, and beside a declared gap no better than it."""
    cell = evidence_gap_map(theory(a="strong")).cell("desk", "equal")
    assert cell is not None
    assert (cell.grade, cell.studies) == ("unknown", 1)
    gap = evidence_gap_map(theory(a="gap")).cell("desk", "equal")
    assert gap is not None
    assert gap.grade == "gap"


def test_gaps_on_a_chain_to_a_goal_come_first() -> None:
    """What leads to no goal waits, however little is known of it."""
    found = evidence_gap_map(theory(a="limited", c="gap"))
    assert [(one.arrow, one.grade, one.on_chain) for one in found.gaps] == [
        ("visits -> equal", "unknown", True),
        ("desk -> visits", "limited", True),
        ("visits -> trust", "gap", False),
    ]
    assert (found.critical, found.bare) == (2, 1)
    assert found.sentence() == (
        "Links between activities and goals without graded evidence: 1 of 2. "
        "Look first at “Visits” → “Access”: nobody has said."
    )


def test_an_order_can_be_passed_in() -> None:
    """What a larger analysis says of a link decides before anything else."""
    found = evidence_gap_map(theory(), ranks={"visits -> trust": 1, "desk -> visits": 2})
    assert [one.arrow for one in found.gaps][:2] == ["visits -> trust", "desk -> visits"]


def test_a_supported_link_is_no_gap() -> None:
    """Moderate and strong evidence leave no gap."""
    assert evidence_gap_map(theory(a="strong", b="moderate", c="strong")).gaps == ()


def test_without_a_chain_to_a_goal_no_gap_is_urgent() -> None:
    """Where no activity leads to a goal, that is what a meeting hears."""
    strategy = Strategy(goals={"g": "G"}, outcomes={"o": "O"}, links={"o -> g": "So"})
    found = evidence_gap_map(strategy)
    assert (found.critical, [one.on_chain for one in found.gaps]) == (0, [False])
    assert found.sentence() == "No chain leads from an activity to a goal."
