"""Which column a node stands in: its kind says so, and for outcomes their horizon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import Factor, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toc.graph import TheoryGraph

__all__ = ["LEVELS", "columns_of"]

LEVELS = ("need", "input", "activity", "output", "short", "medium", "long", "goal", "factor")
"""Every level from left to right; the last one is there when there is nothing else."""

_OF_SECTION = {
    "needs": "need",
    "assets": "need",
    "inputs": "input",
    "activities": "activity",
    "outputs": "output",
    "goals": "goal",
}
_OUTCOMES = ("short", "medium", "long")


def columns_of(graph: TheoryGraph) -> tuple[tuple[str, ...], Mapping[str, int]]:
    """Give the levels that are not empty, and each node's column among them."""
    levels = _outcome_levels(graph)
    for node in graph.nodes:
        level = _OF_SECTION.get(graph.section_of(node))
        if level:
            levels[node] = level
    used = tuple(level for level in LEVELS if level in set(levels.values())) or ("factor",)
    columns = {node: used.index(level) for node, level in levels.items()}
    _place_factors(graph, columns, len(used) - 1)
    return used, columns


def _outcome_levels(graph: TheoryGraph) -> dict[str, str]:
    """Give outcomes their horizon, else the one after that of their furthest cause."""
    levels: dict[str, str] = {}
    outcomes = {node for node in graph.order if isinstance(graph.entry(node), Outcome)}
    for node in outcomes:
        entry = graph.entry(node)
        if isinstance(entry, Outcome) and entry.horizon:
            levels[node] = entry.horizon
    for node in (node for node in graph.order if node in outcomes and node not in levels):
        causes = [
            _OUTCOMES.index(levels[cause]) for cause in graph.causes_of(node) if cause in levels
        ]
        levels[node] = _OUTCOMES[min(max(causes) + 1, len(_OUTCOMES) - 1)] if causes else "medium"
    return levels


def _place_factors(graph: TheoryGraph, columns: dict[str, int], last: int) -> None:
    """Place factors: those from outside before their nearest effect, the rest after causes."""
    factors = [node for node in graph.order if isinstance(graph.entry(node), Factor)]
    unintended = [node for node in factors if _is_unintended(graph, node)]
    outside = [node for node in factors if not _is_unintended(graph, node)]
    for node in reversed(outside):
        effects = _known(columns, graph.effects_of(node))
        if effects:
            columns[node] = max(0, min(effects) - 1)
    for node in (*unintended, *outside):
        if node in columns:
            continue
        causes = _known(columns, graph.causes_of(node))
        effects = _known(columns, graph.effects_of(node))
        columns[node] = (
            min(last, max(causes) + 1) if causes else max(0, min(effects, default=1) - 1)
        )


def _known(columns: Mapping[str, int], nodes: Iterable[str]) -> Sequence[int]:
    return [columns[node] for node in nodes if node in columns]


def _is_unintended(graph: TheoryGraph, node: str) -> bool:
    entry = graph.entry(node)
    return isinstance(entry, Factor) and entry.kind == "unintended"
