"""A theory of change read as a system of what holds when enough of its causes hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.system import Package, Step, System
from toc.model import Activity, Input

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.graph import TheoryGraph
    from toc.model import Arrow, Strategy

__all__ = ["BY_THEMSELVES", "Theory", "theory_of"]

BY_THEMSELVES = ("assets", "inputs", "activities", "factors")
"""What is there or is done, and may fail by itself whatever leads to it."""

_HELPS_ONLY = ("contributes", "enables")


@dataclass(frozen=True, slots=True)
class Theory:
    """A theory of change as a system, and what of the drawing had no say in it.

    Attributes:
        system: the steps and the things that may fail.
        meetings: steps that are no nodes: where the links without a role meet those with one.
        undetermined: the nodes of which nothing says what is enough for them.
        helping: the links that only contribute or enable, left out of what is enough.
        hindering: the links that work against their effect, and those of barriers.
        calling: the links from needs: a need calls for a thing and does not bring it about.
        feeding_back: the links that close a loop on purpose.
    """

    system: System
    meetings: frozenset[str]
    undetermined: frozenset[str]
    helping: frozenset[str]
    hindering: frozenset[str]
    calling: frozenset[str]
    feeding_back: frozenset[str]


def theory_of(graph: TheoryGraph, also: Iterable[str] = ()) -> Theory:
    """Read a graph as a system.

    A node holds when it is delivered, its responsible stakeholders stay in, and enough of
    its packages work; a package is a cause with the assumptions, the risks and the link
    between the two.  `role: necessary` must work whatever else does, `role: sufficient` is
    enough beside that; `requires` speaks of the links without a role.

    Args:
        graph: the theory of change.
        also: more things that may fail: links, outcomes.
    """
    sorted_in = _Sorted(graph)
    steps: dict[str, Step] = {}
    for node in graph.nodes:
        steps.update(_steps(graph, node, sorted_in))
    undetermined = frozenset(
        node for node in graph.nodes if not steps[node].packages and steps[node].least
    )
    may_fail = _may_fail(graph, steps) | frozenset(also)
    return Theory(
        System(steps, may_fail),
        frozenset(steps) - frozenset(graph.nodes),
        undetermined,
        sorted_in.keys("helping"),
        sorted_in.keys("hindering"),
        sorted_in.keys("calling"),
        frozenset(arrow.key for arrow in graph.feedback),
    )


class _Sorted:
    """The arrows of a graph by what they do."""

    def __init__(self, graph: TheoryGraph) -> None:
        self._graph = graph
        self._strategy = graph.strategy
        self._found: dict[str, set[str]] = {"helping": set(), "hindering": set(), "calling": set()}
        self._risks = _risks_of(graph.strategy)

    def keys(self, sort: str) -> frozenset[str]:
        return frozenset(self._found[sort])

    def packages(self, node: str) -> dict[str, list[Package]]:
        """Give the packages into a node by role."""
        found: dict[str, list[Package]] = {"necessary": [], "sufficient": [], "": []}
        arrows = sorted(self._graph.arrows_into(node), key=lambda arrow: (arrow.cause, arrow.key))
        for arrow in arrows:
            sort = self._sort(arrow)
            if sort:
                self._found[sort].add(arrow.key)
            else:
                found[arrow.link.role or ""].append(self._package(arrow))
        return found

    def helps(self, node: str) -> bool:
        """Whether anything at all is drawn that helps a node."""
        return any(self._sort(arrow) in ("", "helping") for arrow in self._graph.arrows_into(node))

    def _sort(self, arrow: Arrow) -> str:
        section = self._graph.section_of(arrow.cause)
        if section == "needs":
            return "calling"
        is_barrier = section == "factors" and self._strategy.factors[arrow.cause].kind == "barrier"
        if arrow.hinders or is_barrier:
            return "hindering"
        return "helping" if arrow.link.role in _HELPS_ONLY else ""

    def _package(self, arrow: Arrow) -> Package:
        assumptions = _known(self._strategy, arrow.link.assuming, "assumptions")
        risks = _known(self._strategy, arrow.link.risks, "risks")
        breaking = [risk for one in assumptions for risk in self._risks.get(one, ())]
        needs = dict.fromkeys([arrow.key, *assumptions, *sorted({*risks, *breaking})])
        return Package(arrow.cause, tuple(needs))


def _risks_of(strategy: Strategy) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, risk in strategy.risks.items():
        for assumption in _known(strategy, risk.of, "assumptions"):
            found.setdefault(assumption, []).append(name)
    return found


def _known(strategy: Strategy, names: Iterable[str], section: str) -> list[str]:
    """Give the ids of a section that some names stand for, in order."""
    found = (strategy.index.get(name.lower()) for name in names)
    return sorted(
        {key for at in found if at is not None for place, key in [at] if place == section}
    )


def _steps(graph: TheoryGraph, node: str, arrows: _Sorted) -> dict[str, Step]:
    """Give the step of a node, and those in which some of its packages meet before."""
    found = arrows.packages(node)
    needs = tuple(_people(graph, node))
    if not any(found.values()):
        return {node: Step(needs, (), 0 if _stands_alone(graph, node, arrows) else 1)}
    packages, least = found[""], _least(graph, node, len(found[""]))
    steps: dict[str, Step] = {}
    for role in ("sufficient", "necessary"):
        if not found[role]:
            continue
        before, packages = packages, found[role]
        if before:
            meeting = f"{node} ({role} apart)"
            steps[meeting] = Step((), tuple(before), least)
            packages = [*packages, Package(meeting)]
        least = 1 if role == "sufficient" else len(packages)
    return {**steps, node: Step(needs, tuple(packages), least)}


def _least(graph: TheoryGraph, node: str, count: int) -> int | None:
    requires = graph.entry(node).requires
    if requires == "all":
        return count
    return 1 if requires == "any" else requires


def _stands_alone(graph: TheoryGraph, node: str, arrows: _Sorted) -> bool:
    """Whether a node without packages is there by itself; a goal never is."""
    section = graph.section_of(node)
    if section in (*BY_THEMSELVES, "needs"):
        return True
    return section != "goals" and not arrows.helps(node)


def _people(graph: TheoryGraph, node: str) -> list[str]:
    """Give the stakeholders without whom nobody carries it out or gives it."""
    entry = graph.entry(node)
    names: tuple[str, ...] = ()
    if isinstance(entry, Activity):
        names = (*entry.responsible, *([entry.accountable] if entry.accountable else ()))
    elif isinstance(entry, Input):
        names = entry.from_
    return _known(graph.strategy, names, "stakeholders")


def _may_fail(graph: TheoryGraph, steps: Mapping[str, Step]) -> frozenset[str]:
    alone = {
        node
        for node in graph.nodes
        if graph.section_of(node) in BY_THEMSELVES
        or (graph.section_of(node) != "needs" and steps[node].least == 0)
    }
    people = {who for node in graph.nodes for who in _people(graph, node)}
    return frozenset({*alone, *people, *graph.strategy.assumptions, *graph.strategy.risks})
