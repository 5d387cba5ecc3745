"""The cells of an evidence gap map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.grades import Grade, better, grade, weaker
from toc.graph.ordering import causes_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.graph import TheoryGraph
    from toc.model import Arrow

__all__ = ["Cell", "by_activity", "by_kind"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a row and an outcome meet.

    Attributes:
        row: the activity, or the kind of source.
        column: the outcome or goal.
        grade: the best evidence there is.
        studies: how many different sources are cited.
        against: how many of these contradict, or point both ways.
    """

    row: str
    column: str
    grade: Grade
    studies: int
    against: int


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a link, or of the ways to a node."""

    grade: Grade
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Step:
    """An arrow into a node, by its cause and what is known of it."""

    cause: str
    known: _Known


def by_activity(graph: TheoryGraph) -> Iterator[Cell]:
    """Give a cell for each activity and each outcome that it leads to."""
    into = {node: _into(graph, node) for node in graph.nodes}
    order = causes_first({node: graph.effects_of(node) for node in sorted(graph.nodes)})
    columns = set(graph.within("outcomes", "goals"))
    for activity in sorted(graph.within("activities")):
        found = _ways(activity, order, into, has_loops=bool(graph.loops))
        for node in sorted(columns & found.keys() - {activity}):
            yield _cell(graph, activity, node, found[node])


def by_kind(graph: TheoryGraph) -> Iterator[Cell]:
    """Give a cell for each kind of source and each outcome that links citing it lead to."""
    found: dict[tuple[str, str], _Known] = {}
    for node in sorted(graph.within("outcomes", "goals")):
        for step in _into(graph, node):
            for source in step.known.sources:
                at = graph.strategy.sources[source].kind or "", node
                cited = _Known(step.known.grade, frozenset((source,)))
                found[at] = _either(found.get(at), cited)
    for (kind, node), known in sorted(found.items(), key=lambda one: one[0]):
        yield _cell(graph, kind, node, known)


def _cell(graph: TheoryGraph, row: str, column: str, known: _Known) -> Cell:
    every = graph.strategy.sources
    against = sum(every[one].direction in ("contradicts", "mixed") for one in known.sources)
    return Cell(row, column, known.grade, len(known.sources), against)


def _into(graph: TheoryGraph, node: str) -> list[_Step]:
    return [
        _Step(arrow.cause, _Known(grade(arrow.link.evidence), _sources(graph, arrow)))
        for arrow in graph.arrows_into(node)
        if not arrow.hinders
    ]


def _sources(graph: TheoryGraph, arrow: Arrow) -> frozenset[str]:
    """Give the ids of the sources that a link cites, as they are spelled."""
    found = (graph.strategy.index.get(name.lower()) for name in arrow.link.sources)
    return frozenset(at[1] for at in found if at is not None and at[0] == "sources")


def _either(one: _Known | None, other: _Known) -> _Known:
    if one is None:
        return other
    return _Known(better(one.grade, other.grade), one.sources | other.sources)


def _ways(
    start: str, order: Sequence[str], into: Mapping[str, list[_Step]], *, has_loops: bool
) -> dict[str, _Known]:
    """Give what is known of the ways from one node; in loops, until nothing changes."""
    found = {start: _Known("strong", frozenset())}
    is_changed = True
    while is_changed:
        is_changed = False
        for node in order:
            known = None if node == start else _arriving(into[node], found)
            if known is not None and known != found.get(node):
                found[node] = known
                is_changed = has_loops
    return found


def _arriving(steps: Sequence[_Step], found: Mapping[str, _Known]) -> _Known | None:
    best: _Known | None = None
    for step in steps:
        before = found.get(step.cause)
        if before is not None:
            along = weaker(before.grade, step.known.grade)
            best = _either(best, _Known(along, before.sources | step.known.sources))
    return best
