"""Small strategies for the questions of analysis."""

from __future__ import annotations

from typing import Any

from toc.analysis.logic import Logic
from toc.model import Strategy

__all__ = ["logic_of", "strategy_of"]


def strategy_of(links: dict[str, Any], **sections: Any) -> Strategy:
    """Give a strategy with some links.

    A node is an activity, an outcome or the goal by its first letter, unless a section
    names it.
    """
    written = {name for section in sections.values() for name in section}
    ends = {end.strip() for key in links for part in key.split("->") for end in part.split(",")}
    kinds = {"a": "activities", "o": "outcomes", "g": "goals", "i": "inputs"}
    tree: dict[str, Any] = {"links": links, **sections}
    for end in sorted(ends - written):
        tree.setdefault(kinds[end[0]], {})[end] = end.upper()
    return Strategy.model_validate(tree)


def logic_of(links: dict[str, Any], *, budget: int = 500_000, **sections: Any) -> Logic:
    """Give the logic of a strategy with some links."""
    return Logic.of(strategy_of(links, **sections), budget=budget)
