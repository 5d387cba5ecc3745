"""Published graphs: whoever dominates a node cuts it off when taken out, and nobody else does."""

from __future__ import annotations

import pytest
from graph.arrows import strategy_of

from toc.graph import TheoryGraph

LENGAUER_TARJAN = "RA RB RC AD BA BD BE CF CG DL EH FI GI GJ HE HK JI IK KI KR LH"
"""Lengauer and Tarjan, ACM TOPLAS 1(1), 1979: figure 1; its dominators are figure 2."""

COOPER_2 = "ab ba cb da ec ed"
"""Cooper, Harvey and Kennedy, A Simple, Fast Dominance Algorithm, 2001: figure 2."""

COOPER_4 = "ab ba bc cb db dc ea fd fe"
"""The same: figure 4."""


def graph_of(arrows: list[str], *, without: str = "") -> TheoryGraph:
    """Give a graph of arrows, each of two letters, without one of the nodes."""
    nodes = sorted(set("".join(arrows)) - {without})
    return TheoryGraph(strategy_of(nodes, {f"{arrow[0]} -> {arrow[1]}": "So" for arrow in arrows}))


def dominators(node: str, dominator: dict[str, str]) -> set[str]:
    """Give all that dominate a node, from the nearest up."""
    above = dominator.get(node)
    return set() if above is None else {above, *dominators(above, dominator)}


@pytest.mark.parametrize(
    ("arrows", "root", "dominated"),
    [
        pytest.param(LENGAUER_TARJAN, "R", "RABCDEHIK CFG GJ DL", id="lengauer-tarjan-1979"),
        pytest.param(COOPER_2, "e", "eabcd", id="cooper-2001-figure-2"),
        pytest.param(COOPER_4, "f", "fabcde", id="cooper-2001-figure-4"),
    ],
)
def test_without_a_dominator_nothing_is_reached(arrows: str, root: str, dominated: str) -> None:
    """A node is out of reach exactly when one of its published dominators is taken out."""
    links = arrows.split()
    dominator = {node: group[0] for group in dominated.split() for node in group[1:]}
    everyone = graph_of(links).reached_from([root])
    assert everyone == {root, *dominator}
    for taken in dominator:
        reached = graph_of(links, without=taken).reached_from([root])
        cut_off = {node for node in everyone if taken in dominators(node, dominator)}
        assert everyone - reached == {taken, *cut_off}
