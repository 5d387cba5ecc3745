"""The same strategy with its file written the other way round."""

from __future__ import annotations

from typing import Any

from toc import Strategy
from toc.model.strategy import SECTIONS

__all__ = ["turned"]


def turned(strategy: Strategy) -> Strategy:
    """Give a strategy with every section's entries in the opposite order."""
    tree: dict[str, Any] = {"strategy": strategy.head}
    for section in reversed(SECTIONS):
        tree[section] = dict(reversed(getattr(strategy, section).items()))
    return Strategy.model_validate(tree)
