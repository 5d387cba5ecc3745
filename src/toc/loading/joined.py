"""The parts of a strategy joined into one tree, each entry knowing its file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.findings import KEY, Finding, Related, Route, Span
from toc.model.strategy import SECTIONS
from toc.text.places import Block, Tree, ends, find
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.text.document import Document

__all__ = ["Joined", "duplicates_of", "join_documents", "under"]

_ENTRY = 2


@dataclass(slots=True)
class Joined:
    """One tree from several files.

    Attributes:
        documents: the files, in order of name.
        data: their sections together.
        places: where everything stands in its own file.
        homes: which file each section, and each entry of one, is from.
        findings: entries that stand in two files.
    """

    documents: tuple[Document, ...]
    data: dict[str, Tree] = field(default_factory=dict)
    places: Block = field(default_factory=lambda: Block(0))
    homes: dict[Route, Document] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def home(self, route: Route) -> Document | None:
        """Give the file in which a route leads somewhere."""
        main = self.homes.get(("strategy",)) or next(iter(self.documents), None)
        return self.homes.get(route[:2]) or self.homes.get(route[:1]) or main

    def locate(self, route: Route) -> Span | None:
        """Give the stretch of text that a message about a route should mark."""
        home = self.home(route)
        if home is None:
            return None
        return home.source.span(*ends(find(self.places, route)))

    def reach(self, route: Route) -> Route:
        """Give as much of a route as is written: a bare value stands for its fields."""
        tree: Tree = self.data
        for number, step in enumerate(route):
            if not isinstance(tree, dict | list):
                return route[:number]
            tree = under(tree, step)
        return route

    def holds(self, route: Route) -> bool:
        """Whether a key is written in a mapping."""
        tree = self._at(route[:-1])
        return isinstance(tree, dict) and str(route[-1]) in tree

    def drop(self, *routes: Route) -> None:
        """Take out what routes lead to; a list closes its gaps once, places too."""
        gaps: defaultdict[Route, set[int]] = defaultdict(set)
        for route in routes:
            tree, last = self._at(route[:-1]), route[-1]
            if isinstance(tree, dict):
                tree.pop(str(last), None)
            elif isinstance(last, int):
                gaps[route[:-1]].add(last)
        for route in sorted(gaps, key=len, reverse=True):
            self._close(route, gaps[route])

    def _at(self, route: Route) -> Tree:
        tree: Tree = self.data
        for step in route:
            tree = under(tree, step)
        return tree

    def _close(self, route: Route, gone: set[int]) -> None:
        tree = self._at(route)
        if not isinstance(tree, list):
            return
        kept = [index for index in range(len(tree)) if index not in gone]
        tree[:] = [tree[index] for index in kept]
        place: object = self.places
        for step in route:
            place = place.values.get(step) if isinstance(place, Block) else None
        if isinstance(place, Block):
            spots = place.values
            place.values = {at: spots[index] for at, index in enumerate(kept) if index in spots}


def under(tree: Tree, step: str | int) -> Tree:
    """Give what stands under a key or an index, or None."""
    if isinstance(tree, dict):
        return tree.get(str(step))
    if isinstance(tree, list) and isinstance(step, int) and step < len(tree):
        return tree[step]
    return None


def join_documents(documents: Sequence[Document]) -> Joined:
    """Join the sections of several files; the first of two equal entries is kept."""
    joined = Joined(tuple(documents))
    for document in documents:
        for section, value in document.data.items():
            _join_section(joined, document, section, value)
    return joined


def _join_section(joined: Joined, document: Document, section: str, value: Tree) -> None:
    place = document.places.values[section]
    known = joined.data.get(section)
    if section not in joined.data or known is None:
        joined.data[section] = dict(value) if isinstance(value, dict) else value
        joined.homes[(section,)] = document
        joined.places.keys[section] = document.places.keys[section]
        joined.places.values[section] = _copied(place)
        if isinstance(value, dict):
            joined.homes.update({(section, key): document for key in value})
    elif isinstance(known, dict) and isinstance(value, dict) and isinstance(place, Block):
        _join_entries(joined, document, section, value, place)
    elif value not in (None, known):
        joined.findings.append(_otherwise(joined, document, section))


def _copied(place: int | Block) -> int | Block:
    if isinstance(place, int):
        return place
    return Block(place.span, dict(place.keys), dict(place.values))


def _join_entries(
    joined: Joined, document: Document, section: str, value: dict[str, Tree], place: Block
) -> None:
    entries, block = joined.data[section], joined.places.values[section]
    assert isinstance(entries, dict)
    assert isinstance(block, Block)
    for key, entry in value.items():
        if key in entries:
            joined.findings.append(_twice(joined, document, (section, key)))
            continue
        entries[key] = entry
        block.keys[key] = place.keys[key]
        block.values[key] = place.values[key]
        joined.homes[section, key] = document


def _otherwise(joined: Joined, document: Document, section: str) -> Finding:
    first = Related(Message("it stands here first"), (section,), joined.locate((section, KEY)))
    return Finding(
        "value-malformed",
        Message("“{section}” says something else in another file", {"section": section}),
        Message("write it in one of the two, or write entries in both"),
        (section,),
        span=document.locate((section,)),
        related=(first,),
    )


def _twice(joined: Joined, document: Document, route: Route) -> Finding:
    return written_twice(route, document.locate((*route, KEY)), joined.locate((*route, KEY)))


def written_twice(route: Route, again: Span | None, first: Span | None) -> Finding:
    """Make the finding that an entry of a section stands twice."""
    return Finding(
        "id-duplicate",
        Message("“{id}” is written twice", {"id": str(route[-1])}),
        Message("keep one of the two, or give the other an id of its own"),
        (*route, KEY),
        span=again,
        related=(Related(Message("it stands here first"), (*route, KEY), first),),
    )


def duplicates_of(document: Document) -> Iterator[Finding]:
    """Tell of the keys that a file has twice in one mapping."""
    for double in document.duplicates:
        again = document.source.span(*ends(double.second))
        first = document.source.span(*ends(double.first))
        if len(double.route) == _ENTRY and double.route[0] in SECTIONS:
            yield written_twice(double.route, again, first)
            continue
        yield Finding(
            "yaml-unreadable",
            Message("the key “{key}” stands twice in one place", {"key": str(double.route[-1])}),
            Message("join the two: YAML would drop the first without a word"),
            (*double.route, KEY),
            span=again,
            related=(Related(Message("it stands here first"), (*double.route, KEY), first),),
        )
