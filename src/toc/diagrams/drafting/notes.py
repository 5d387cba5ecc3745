"""The assumptions' rows: numbered as the authors listed them, whatever a view shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.chart import Note
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.diagrams.drafting.cards import Cards
    from toc.graph import TheoryGraph
    from toc.model import Strategy

__all__ = ["notes_of", "numbers_of"]


def numbers_of(strategy: Strategy) -> Mapping[str, int]:
    """Give each assumption's number, by its id in lower case."""
    return {name.lower(): at for at, name in enumerate(strategy.assumptions, start=1)}


def notes_of(strategy: Strategy, graph: TheoryGraph, cards: Cards) -> tuple[Note, ...]:
    """Write a row for each assumption."""
    language = cards.language
    seats: dict[str, list[str]] = {name.lower(): [] for name in strategy.assumptions}
    for arrow in sorted(graph.arrows, key=lambda arrow: (arrow.name, arrow.key)):
        ends = " › ".join(_name(graph, node, language) for node in (arrow.cause, arrow.effect))
        for name in dict.fromkeys(name.lower() for name in arrow.link.assuming):
            if name in seats:
                seats[name].append(ends)
    return tuple(
        Note(
            number=at,
            state=entry.status or "untested",
            statement=entry.say(language).strip() or name,
            place=_place(seats[name.lower()], language),
            facts=cards.of_note(name, entry),
        )
        for at, (name, entry) in enumerate(strategy.assumptions.items(), start=1)
    )


def _name(graph: TheoryGraph, node: str, language: str) -> str:
    entry = graph.entry(node)
    text = entry.short or entry.title
    return (text.say(language) if text else "").strip() or node


def _place(seats: list[str], language: str) -> str:
    """Say on which arrow an assumption sits, and on how many more."""
    if not seats:
        return Message("on no arrow").say(language)
    more = len(seats) - 1
    if not more:
        return seats[0]
    values = {"place": seats[0], "count": more}
    return Message("{place} and {count} more", values, plural="{place} and {count} more").say(
        language
    )
