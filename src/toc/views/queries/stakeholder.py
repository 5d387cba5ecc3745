"""What stakeholders have a part in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model.references import references
from toc.views.sight import Sight
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.graph import TheoryGraph
    from toc.model import Entry
    from toc.views.query import Names, Titles


def sight(graph: TheoryGraph, names: Names) -> Sight:
    """Give what names any of the stakeholders, whatever their part in it."""
    wanted = {name.lower() for name in names}
    own = {node for node in graph.nodes if not wanted.isdisjoint(_parts(graph.entry(node)))}
    through = (arrow for arrow in graph.arrows if not wanted.isdisjoint(_parts(arrow.link)))
    return Sight(frozenset(own.union(*(arrow.ends for arrow in through))))


def _parts(entry: Entry) -> Iterator[str]:
    """Give whom an entry names, by whatever field; a new field counts at once."""
    for reference in references(entry, ()):
        if "stakeholders" in reference.sections:
            yield reference.target.lower()


def told(titles: Titles) -> Message:
    """Say what is shown."""
    return Message("what concerns {titles}", {"titles": titles})


def lacking(titles: Titles) -> Message:
    """Say that there is nothing."""
    return Message("nothing concerns {titles}", {"titles": titles})
