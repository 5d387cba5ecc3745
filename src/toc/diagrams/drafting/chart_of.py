"""The chart of a strategy: its nodes as boxes, its links as arrows, its words chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.diagrams.chart import Arrow, Box, Chart, Column, Lane
from toc.diagrams.drafting.cards import Cards
from toc.diagrams.drafting.facets import facets_of
from toc.diagrams.drafting.facts import footer, subtitle
from toc.diagrams.drafting.levels import columns_of
from toc.diagrams.drafting.notes import notes_of, numbers_of
from toc.diagrams.drafting.tongues import with_second, with_twins
from toc.diagrams.drafting.vocabulary import heading, meaning
from toc.graph.naming import named
from toc.model import Factor
from toc.views.lanes import lanes_of
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.diagrams.chart import Kind
    from toc.graph import TheoryGraph
    from toc.model import Node, Strategy

__all__ = ["Lanes", "chart_of", "label_of"]

Lanes: TypeAlias = Literal["area", "stakeholder", "none"]

_KINDS: dict[str, Kind] = {
    "needs": "need",
    "assets": "asset",
    "inputs": "input",
    "activities": "activity",
    "outputs": "output",
    "outcomes": "outcome",
    "goals": "goal",
}
_FACTORS: dict[str, Kind] = {
    "barrier": "barrier",
    "enabler": "enabler",
    "external": "factor",
    "unintended": "unintended",
}


def chart_of(
    strategy: Strategy,
    graph: TheoryGraph,
    *,
    language: str = "en",
    lanes: Lanes = "area",
    second: str = "",
    facts: tuple[str, ...] = (),
) -> Chart:
    """Choose what a strategy's picture shows, in one of its languages or in two.

    Args:
        strategy: the strategy.
        graph: its graph.
        language: the BCP 47 tag of the words; where one is missing the original stands.
        lanes: what the bands are: policy areas, stakeholders, or nothing.
        second: the tag of a language that is set smaller beneath; empty for none.
        facts: more to stand in the footer, such as the date of printing.
    """
    others = tuple(tag for tag in strategy.languages if tag != language)
    drawn = _chart_in(strategy, graph, language, lanes, facts)
    twins = tuple(_chart_in(strategy, graph, other, lanes, facts) for other in others)
    chart = with_second(drawn, _chart_in(strategy, graph, second, lanes)) if second else drawn
    return with_twins(chart, twins)


def _chart_in(
    strategy: Strategy,
    graph: TheoryGraph,
    language: str,
    lanes: Lanes,
    facts: tuple[str, ...] = (),
) -> Chart:
    """Draft the chart in one language."""
    levels, column = columns_of(graph)
    keys, lane = lanes_of(strategy, graph, "area" if lanes == "none" else lanes)
    terms = strategy.head.terms
    cards = Cards(strategy, graph, language)
    return Chart(
        title=strategy.title.say(language),
        subtitle=subtitle(strategy, language),
        footer=(*footer(strategy, graph, language), *facts),
        columns=tuple(
            Column(level, heading(level, terms).say(language), meaning(level).say(language))
            for level in levels
            if graph.nodes
        )
        or (Column("goal", heading("goal", terms).say(language)),),
        lanes=tuple(
            Lane(key, _lane_title(strategy, key, lanes, language))
            for key in keys
            if lanes != "none"
        ),
        boxes=tuple(_boxes(graph, column, lane, cards)),
        arrows=_arrows(strategy, graph, cards),
        notes=notes_of(strategy, graph, cards),
        language=language,
        facets=facets_of(strategy, graph, language),
    )


def _boxes(
    graph: TheoryGraph, column: Mapping[str, int], lane: Mapping[str, int], cards: Cards
) -> Iterator[Box]:
    for node in graph.nodes:
        yield Box(
            node,
            _kind(graph, node),
            label_of(graph, node, cards.language),
            column[node],
            lane.get(node, 0),
            graph.entry(node).requires,
            facts=cards.of_box(node),
        )


def label_of(graph: TheoryGraph, node: str, language: str) -> str:
    """Give a node's shortest wording, its id where it has none."""
    entry = graph.entry(node)
    text = entry.short or entry.title
    return (text.say(language) if text else "").strip() or node


def _kind(graph: TheoryGraph, node: str) -> Kind:
    entry: Node = graph.entry(node)
    if isinstance(entry, Factor):
        return _FACTORS[entry.kind or "external"]
    return _KINDS[graph.section_of(node)]


def _lane_title(strategy: Strategy, key: str, lanes: Lanes, language: str) -> str:
    if not key:
        return Message("Cross-cutting").say(language)
    section = strategy.areas if lanes == "area" else strategy.stakeholders
    entry = section[key]
    text = entry.short or entry.title
    return (text.say(language) if text else "") or key


def _arrows(strategy: Strategy, graph: TheoryGraph, cards: Cards) -> tuple[Arrow, ...]:
    """Give every cause with its effect; a pair that is said twice gets two arrows."""
    numbers = numbers_of(strategy)
    arrows: list[Arrow] = []
    for key, arrow in named(graph.arrows).items():
        link = arrow.link
        assuming = (numbers.get(name.lower()) for name in link.assuming)
        arrows.append(
            Arrow(
                key=key,
                cause=arrow.cause,
                effect=arrow.effect,
                because=link.because.say(cards.language) if link.because else "",
                assuming=tuple(sorted({number for number in assuming if number is not None})),
                hinders=arrow.hinders,
                feedback=link.feedback or "",
                evidence=link.evidence or "",
                facts=cards.of_arrow(link),
            )
        )
    return tuple(arrows)
