"""Strategies of little but arrows, and the same arrows as networkx would have them.

The oracle reads the links by itself: it shares no line with what it is held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import networkx as nx
from hypothesis import strategies as st
from theories import strategies

from toc import Strategy
from toc.model.nodes import NODE_SECTIONS

__all__ = ["helping", "network", "strategy_of", "tangled", "theories", "untangled"]

SAYINGS: tuple[dict[str, str], ...] = (
    {},
    {},
    {},
    {"role": "necessary"},
    {"role": "hinders"},
    {"feedback": "balancing"},
    {"feedback": "reinforcing", "role": "hinders"},
)
"""What a link may say that matters to the graph."""

_TO_ITSELF = 0.05
"""How often an arrow may lead back to its own node, which hides every longer circle."""


def strategy_of(nodes: Iterable[str], links: dict[str, Any]) -> Strategy:
    """Give a strategy of outcomes, in order, with some links."""
    return Strategy.model_validate({"outcomes": {name: name for name in nodes}, "links": links})


def network(strategy: Strategy, *roles: str | None) -> nx.DiGraph[str]:
    """Give the arrows that do not feed back, as networkx holds them.

    Args:
        strategy: the strategy.
        roles: the roles that are left out.
    """
    nodes = [name for section in NODE_SECTIONS for name in getattr(strategy, section)]
    known = {name.lower(): name for name in reversed(nodes)}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(nodes)
    for key, link in strategy.links.items():
        causes, effect = re.split("->|→", key)
        ends = [
            (known.get(one.strip().lower()), known.get(effect.strip().lower()))
            for one in causes.split(",")
        ]
        if link.feedback is None and link.role not in roles:
            graph.add_edges_from((c, e) for c, e in ends if c is not None and e is not None)
    return graph


def helping(strategy: Strategy) -> nx.DiGraph[str]:
    """Give the arrows that help, as networkx holds them."""
    return network(strategy, "hinders")


@st.composite
def _arrowed(draw: st.DrawFn, *, loops: bool) -> Strategy:
    names = [f"n{number}" for number in range(draw(st.integers(0, 9)))]
    # Chance draws the arrows: whatever is drawn one by one is seldom a circle.
    chance = draw(st.randoms(use_true_random=True))
    chance.shuffle(names)
    arrows = [
        f"{cause} -> {effect}"
        for place, cause in enumerate(names)
        for effect in (names if loops else names[place + 1 :])
        if cause != effect or chance.random() < _TO_ITSELF
    ]
    most = min(len(arrows), chance.choice((1, 2, 3)) * len(names))
    links = {arrow: chance.choice(SAYINGS) for arrow in chance.sample(arrows, most)}
    tree: dict[str, dict[str, Any]] = {"links": links}
    for name in chance.sample(names, len(names)):
        tree.setdefault(chance.choice(NODE_SECTIONS), {})[name] = name
    return Strategy.model_validate(tree)


def tangled() -> st.SearchStrategy[Strategy]:
    """Give strategies with arrows in any direction."""
    return _arrowed(loops=True)


def untangled() -> st.SearchStrategy[Strategy]:
    """Give strategies without loops, their nodes in any order of the file."""
    return _arrowed(loops=False)


def theories() -> st.SearchStrategy[Strategy]:
    """Give strategies with arrows in any direction, and whole ones with strange link ends."""
    return st.one_of(tangled(), strategies())
