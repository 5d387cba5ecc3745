"""What a rule may look at, and how it says what it found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from toc.findings import Finding, Related, Route
from toc.graph import TheoryGraph
from toc.lexicon import Found, Lexicon
from toc.model.language import Text
from toc.model.nodes import NODE_SECTIONS
from toc.model.texts import texts_of
from toc.spelling import Speller, folded

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Strategy
    from toc.model.references import Reference
    from toc.rulebook.rule import Rule
    from toc.typeface import Fonts
    from toc.words import Message, Sayable

__all__ = ["Case", "Complaint", "complaint", "link_route"]

_SURELY_MEANT = 0.8
_FIELD = 3

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
        holes: routes of what could not be read or is still open.
        lexicon: the lists of words by which texts are read.
        limits: what the project finds too much, by name of rule.
        rules: the names of all rules that there are.
        profiles: the names of all profiles that there are.
        fonts: what draws the pictures; the bundled font alone when None.
    """

    strategy: Strategy
    on: date | None = None
    unread: frozenset[str] = frozenset()
    torn: frozenset[str] = frozenset()
    holes: frozenset[Route] = frozenset()
    lexicon: Lexicon = field(default_factory=Lexicon)
    limits: Mapping[str, float] = field(default_factory=dict)
    rules: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()
    fonts: Fonts | None = None

    def limit(self, rule: Rule) -> float:
        """Give the number from which on a rule finds something to be too much."""
        limit = self.limits.get(rule.name, rule.limit)
        assert limit is not None
        return limit

    def wordings(self, text: Text | None) -> Iterator[tuple[str, str]]:
        """Go through a text's wordings that the lexicon can read, each with its language.

        A text that does not say its language has the strategy's first one; where the
        strategy names none either, it is not read.
        """
        for tag, wording in () if text is None else text.wordings.items():
            language = self.language_of(tag)
            if language in self.lexicon.languages:
                yield language, wording

    def language_of(self, tag: str) -> str:
        """Give the language that the tag of a wording names, the strategy's first for none."""
        found = self._languages.get(tag)
        if found is None:
            named = tag or next(iter(self.strategy.languages), "")
            found = self._languages[tag] = named.split("-", maxsplit=1)[0].lower()
        return found

    @cached_property
    def _languages(self) -> dict[str, str]:
        return {}

    def is_hole(self, field: Route) -> bool:
        """Whether a field, or something in it, could not be read or is still open."""
        return field in self._holes

    @cached_property
    def _holes(self) -> frozenset[Route]:
        return frozenset(hole[:_FIELD] for hole in self.holes)

    @cached_property
    def texts(self) -> Sequence[tuple[Route, Text]]:
        """Every text of the strategy with the route to it, in the order of the format."""
        return tuple(texts_of(self.strategy))

    @cached_property
    def references(self) -> Sequence[Reference]:
        """Every place where an entry names another."""
        return tuple(self.strategy.references())

    def expression(self, text: Text | None, words: str) -> str | None:
        """Give the first expression of one of the lexicon's lists that a text holds.

        Args:
            text: the text, in any languages; only those of the lexicon are read.
            words: the name of the list.

        Returns:
            The expression as it stands in the text, or None.
        """
        read = self.reading(text, words)
        return None if read is None else read[1].text

    def reading(self, text: Text | None, words: str) -> tuple[str, Found] | None:
        """Give the first wording of a text that holds an expression of a list, with both.

        Whoever quotes the expression quotes the wording that it stands in.
        """
        for language, wording in self.wordings(text):
            found = self.lexicon.first(wording, language, words)
            if found is not None:
                return wording, found
        return None

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
        titled = self._by_title.get(folded(name))
        if titled is not None and self.route(titled)[0] in sections:
            return titled
        return self._spellers[sections].nearest(name)

    def meant(self, name: str, sections: tuple[str, ...]) -> str:
        """Give the id that is meant, in lower case, however it is spelled or was called before.

        Args:
            name: what was written.
            sections: the sections to look in for what it is like.
        """
        if name.lower() in self.strategy.index:
            return name.lower()
        former = self.strategy.former_ids.get(name.lower())
        return (former or self.nearest(name, sections) or name).lower()

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
    question: Message | None = None,
) -> Complaint:
    """Say that something about a route is so, and what to do about it.

    Args:
        route: what it is about.
        message: what is so, in the authors' own words and titles.
        mend: what to do about it.
        related: other places that belong to it.
        label: a few words to stand under the marked place.
        question: the same as a question that a meeting can answer; None where it is a
            matter of the file and not of the theory.
    """
    return Finding("", message, mend, route, related=tuple(related), label=label, question=question)
