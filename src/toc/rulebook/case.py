"""What a rule may look at, and how it says what it found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from toc.findings import Finding, Related, Route
from toc.graph import TheoryGraph
from toc.model.language import Text
from toc.model.nodes import NODE_SECTIONS
from toc.spelling import Speller, folded

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Strategy
    from toc.words import Message, Sayable

__all__ = ["Case", "Complaint", "complaint", "link_route"]

_SURELY_MEANT = 0.8

Complaint: TypeAlias = Finding
"""A finding that does not know its rule and its gravity yet."""


@dataclass(frozen=True)
class Case:
    """What a rule may look at.

    Attributes:
        strategy: the strategy.
        on: the day for which it is examined; None where time plays no part.
        unread: ids of entries, and names of arrows, in lower case, that are written and
            could not be read.
        torn: sections of which it is not known which entries are written in them.
    """

    strategy: Strategy
    on: date | None = None
    unread: frozenset[str] = frozenset()
    torn: frozenset[str] = frozenset()

    @cached_property
    def graph(self) -> TheoryGraph:
        """The strategy as a causal graph.

        A link to a misspelled id counts as the link that it was meant to be: it is told
        of once, and not again as a goal that nothing leads to.
        """
        names = [name for section in NODE_SECTIONS for name in getattr(self.strategy, section)]
        speller = Speller(names, alike=_SURELY_MEANT)
        written = self.strategy.index.keys() | self.unread
        is_whole = self.torn.isdisjoint(NODE_SECTIONS)

        def meant(name: str) -> str | None:
            is_misspelled = is_whole and name.lower() not in written
            return speller.nearest(name) if is_misspelled else None

        return TheoryGraph(self.strategy, meant=meant)

    @cached_property
    def _spellers(self) -> dict[tuple[str, ...], Speller]:
        return {}

    def nearest(self, name: str, sections: tuple[str, ...]) -> str | None:
        """Give the entry of some sections that a misspelled id was meant to be.

        Args:
            name: what was written; a link where the section is `links`.
            sections: the sections to look in.
        """
        if sections not in self._spellers:
            known = [key for section in sections for key in self._keys(section)]
            self._spellers[sections] = Speller(known)
        return self._by_title.get(folded(name)) or self._spellers[sections].nearest(name)

    @cached_property
    def _by_title(self) -> dict[str, str]:
        entries = ((key, self.strategy.entry(key)) for _, key in self.strategy.index.values())
        return {folded(str(entry.title)): key for key, entry in entries if entry and entry.title}

    def _keys(self, section: str) -> Iterable[str]:
        if section == "links":
            return [arrow.name for arrow in self.strategy.arrows]
        keys: Iterable[str] = getattr(self.strategy, section)
        return keys

    def title(self, name: str) -> Sayable:
        """Give the title of an entry, in the authors' words, or its id."""
        entry = self.strategy.entry(name)
        return (entry.title if entry is not None else None) or Text.of(name)

    def route(self, name: str) -> Route:
        """Give the route to an entry.

        Raises:
            KeyError: when nothing has that id.
        """
        return self.strategy.index[name.lower()]


def link_route(key: str) -> Route:
    """Give the route to a link by its key."""
    return ("links", key)


def complaint(
    route: Route,
    message: Message,
    mend: Message,
    *,
    related: Sequence[Related] = (),
    label: Message | None = None,
) -> Complaint:
    """Say that something about a route is so, and what to do about it."""
    return Finding("", message, mend, route, related=tuple(related), label=label)
