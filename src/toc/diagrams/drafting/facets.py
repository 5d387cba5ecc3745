"""By what the boxes of a strategy can be picked out: its pilots, its stakeholders."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from toc.diagrams.chart import Facet
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.graph import TheoryGraph
    from toc.model import Arrow, Entry, Pilot, Strategy

__all__ = ["facets_of", "pilot_boxes"]

_PARTS = ("accountable", "responsible", "from_", "for_", "consulted", "informed", "watch")


def facets_of(strategy: Strategy, graph: TheoryGraph, language: str) -> tuple[Facet, ...]:
    """Give the pilots with what they try, and the stakeholders with what they have a part in.

    Args:
        strategy: the strategy.
        graph: its graph.
        language: the BCP 47 tag of the words.
    """
    pilots = (
        (_title(pilot, name, language), pilot_boxes(graph, pilot))
        for name, pilot in strategy.pilots.items()
    )
    shares = _shares(graph)
    stakeholders: Iterable[tuple[str, Iterable[str]]] = (
        (_title(one, name, language), shares.get(name.lower(), frozenset()))
        for name, one in strategy.stakeholders.items()
    )
    facets = (
        _facet(graph, "pilot", Message("Pilot").say(language), pilots),
        _facet(graph, "stakeholder", Message("Stakeholder").say(language), stakeholders),
    )
    return tuple(facet for facet in facets if facet.values)


def pilot_boxes(graph: TheoryGraph, pilot: Pilot) -> frozenset[str]:
    """Give what a pilot is about: its measures, what it tests, and its way to what it claims."""
    measures = frozenset(_known(graph, pilot.of))
    claims = frozenset(_known(graph, pilot.contributes_to))
    on_the_way = graph.reached_from(measures) & graph.leading_to(claims)
    tests = {test.lower() for test in pilot.tests}
    tested = (arrow.ends for arrow in graph.arrows if _is_tested(arrow, tests))
    return measures | claims | on_the_way | frozenset(chain.from_iterable(tested))


def _is_tested(arrow: Arrow, tests: Iterable[str]) -> bool:
    """Tell whether a pilot names an arrow, its link, or an assumption upon it."""
    names = {arrow.name.lower(), arrow.key.lower(), *map(str.lower, arrow.link.assuming)}
    return not names.isdisjoint(tests)


def _shares(graph: TheoryGraph) -> dict[str, set[str]]:
    """Give for each stakeholder, in lower case, the nodes in which it has a part."""
    found: dict[str, set[str]] = {}
    for node in graph.nodes:
        for name in _named(graph.entry(node)):
            found.setdefault(name.lower(), set()).add(node)
    for arrow in graph.arrows:
        for name in arrow.link.through:
            found.setdefault(name.lower(), set()).update(arrow.ends)
    return found


def _named(entry: Entry) -> Iterator[str]:
    for field in _PARTS:
        said = getattr(entry, field, None)
        yield from [said] if isinstance(said, str) else said or ()


def _known(graph: TheoryGraph, names: Iterable[str]) -> Iterator[str]:
    return (node for node in map(graph.node, names) if node is not None)


def _title(entry: Entry, name: str, language: str) -> str:
    text = entry.short or entry.title
    return (text.say(language) if text else "").strip() or name


def _facet(
    graph: TheoryGraph,
    name: str,
    title: str,
    values: Iterable[tuple[str, Iterable[str]]],
) -> Facet:
    """Put boxes in the order of the file, and leave out what picks none."""
    place = {node: at for at, node in enumerate(graph.nodes)}
    sorted_values = ((said, tuple(sorted(boxes, key=place.__getitem__))) for said, boxes in values)
    return Facet(name, title, tuple((said, boxes) for said, boxes in sorted_values if boxes))
