"""What stands under the title and in the footer: place, period, version, status, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.vocabulary import STATUSES, endonym
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.graph import TheoryGraph
    from toc.model import Strategy

__all__ = ["footer", "subtitle"]


def subtitle(strategy: Strategy, language: str) -> str:
    """Say what kind of picture this is, of where and of when."""
    parts = [
        Message("Theory of change").say(language),
        _place(strategy, language),
        _period(strategy),
    ]
    return " · ".join(part for part in parts if part)


def _place(strategy: Strategy, language: str) -> str:
    place = strategy.head.place
    if place is None:
        return ""
    name = place.name.say(language) if place.name else ""
    return f"{name} ({place.nuts})" if name and place.nuts else name or place.nuts or ""


def _period(strategy: Strategy) -> str:
    """Give the years of a period."""
    period = strategy.head.period
    if period is None:
        return ""
    ends = [day.year for day in (period.first, period.last) if day is not None]
    return "–".join(str(year) for year in dict.fromkeys(ends))


def footer(strategy: Strategy, graph: TheoryGraph, language: str) -> Iterator[str]:
    """Say which state of the document this is, and in which language."""
    if strategy.head.version:
        yield Message("version {version}", {"version": strategy.head.version}).say(language)
    if strategy.head.status:
        yield STATUSES[strategy.head.status].say(language)
    yield endonym(language)
    lacking = _untranslated(strategy, graph, language)
    if lacking:
        yield Message(
            "{count} label is not translated",
            {"count": lacking},
            plural="{count} labels are not translated",
        ).say(language)


def _untranslated(strategy: Strategy, graph: TheoryGraph, language: str) -> int:
    """Count the boxes whose label falls back to another language."""
    if not strategy.languages or _same(strategy.languages[0], language):
        return 0
    texts = [graph.entry(node).short or graph.entry(node).title for node in graph.nodes]
    return sum(not any(_same(tag, language) for tag in text.languages) for text in texts if text)


def _same(tag: str, language: str) -> bool:
    return _primary(tag) == _primary(language)


def _primary(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0].lower()
