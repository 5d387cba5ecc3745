"""In which policy areas a node stands: its own, else its nearest causes', else its effects'."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toc.rulebook.case import Case

__all__ = ["areas_of"]

_Areas = frozenset[str]


def areas_of(case: Case) -> Mapping[str, _Areas]:
    """Give each node's policy areas, as they are spelled where they stand.

    A node that names none has those of its nearest causes, all of them where several are
    equally near, and those of its nearest effects where no cause has one.  A misspelled
    area counts as the one that was meant.  Cost: linear in nodes and arrows.
    """
    graph = case.graph
    own = _own(case)
    by_causes = _spread(own, graph.order, graph.causes_of)
    by_effects = _spread(own, tuple(reversed(graph.order)), graph.effects_of)
    found = by_effects | by_causes
    return {node: found[node] if node in found else _Areas() for node in graph.nodes}


def _own(case: Case) -> Mapping[str, _Areas]:
    spelled = {name.lower(): name for name in case.strategy.areas}
    found: dict[str, _Areas] = {}
    for node in case.graph.nodes:
        name = case.graph.entry(node).area
        area = None if not name else spelled.get(name.lower()) or case.nearest(name, ("areas",))
        if area is not None:
            found[node] = frozenset((area,))
    return found


def _spread(
    own: Mapping[str, _Areas], order: Iterable[str], near: Callable[[str], Iterable[str]]
) -> dict[str, _Areas]:
    """Hand the areas on along the arrows, each node taking those that are least far."""
    found: dict[str, tuple[int, _Areas]] = {node: (0, areas) for node, areas in own.items()}
    for node in order:
        there = [found[other] for other in near(node) if other in found]
        if node not in own and there:
            least = min(far for far, _ in there)
            nearest = (areas for far, areas in there if far == least)
            found[node] = least + 1, _Areas().union(*nearest)
    return {node: areas for node, (_, areas) in found.items()}
