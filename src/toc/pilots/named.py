"""What results call the things of a strategy: by id, and by the title that people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.words import Chain, Message, Sayable

if TYPE_CHECKING:
    from toc.findings import Route
    from toc.graph import TheoryGraph
    from toc.model import Arrow
    from toc.model.base import Entry

__all__ = ["Named", "named", "named_arrow", "named_node"]


@dataclass(frozen=True, slots=True)
class Named:
    """A thing of the strategy in a result.

    Attributes:
        name: its id, or the name of an arrow.
        title: what people read.
        route: where it stands in the strategy.
    """

    name: str
    title: Sayable
    route: Route = ()

    def say(self, language: str = "en") -> str:
        """Give its title, in quotes, in a language.

        >>> Named("desk", Message("need")).say("ro")
        '„nevoie”'
        """
        return Message("“{title}”", {"title": self.title}).say(language)


def named(section: str, name: str, entry: Entry | None) -> Named:
    """Take an entry by its id; one without a title is called by its id."""
    return Named(name, _title(name, entry), (section, name) if entry is not None else ())


def named_node(graph: TheoryGraph, node: str) -> Named:
    """Take a node of the graph."""
    return named(graph.section_of(node), node, graph.entry(node))


def named_arrow(graph: TheoryGraph, arrow: Arrow) -> Named:
    """Take an arrow, called after both its ends."""
    ends = tuple(_title(node, graph.entry(node)) for node in arrow.ends)
    return Named(arrow.name, Chain(ends), ("links", arrow.key))


def _title(name: str, entry: Entry | None) -> Sayable:
    if entry is None or not entry.title:
        return Message("{name}", {"name": name})
    return entry.title
