"""One of the strategies that lessons travel between, with what is asked of it often."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from toc.analysis.kinship import name_of
from toc.graph import TheoryGraph
from toc.model import Text
from toc.views.areas import area_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.model import Arrow, Strategy
    from toc.words import Sayable

__all__ = ["Side"]


class Side:
    """A strategy, its graph, and the kinds of its links.

    Args:
        strategy: the strategy.
    """

    def __init__(self, strategy: Strategy) -> None:
        """Remember the strategy."""
        self.strategy = strategy
        self.graph = TheoryGraph(strategy)

    @property
    def name(self) -> Text:
        """What others call it."""
        return name_of(self.strategy)

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """For each node the policy area that it falls to."""
        return area_of(self.strategy, self.graph)

    def title(self, name: str) -> Sayable:
        """Give an entry's title, its id where it has none."""
        entry = self.strategy.entry(name)
        return (entry.title if entry is not None else None) or Text.of(name)

    def kind(self, node: str) -> str:
        """Give the kind of a node: of an outcome the kind of change, if that is said."""
        entry = self.graph.entry(node)
        return getattr(entry, "change", None) or self.graph.section_of(node)

    @cached_property
    def carried(self) -> Mapping[str, tuple[Arrow, ...]]:
        """For each assumption, in lower case, the arrows that rest on it."""
        found: dict[str, list[Arrow]] = {}
        for arrow in self.graph.arrows:
            for name in dict.fromkeys(one.lower() for one in arrow.link.assuming):
                found.setdefault(name, []).append(arrow)
        return {name: tuple(arrows) for name, arrows in found.items()}

    def arrows_at(self, node: str) -> Iterator[Arrow]:
        """Go through the arrows that end or begin at a node."""
        known = self.graph.node(node)
        return (arrow for arrow in self.graph.arrows if known in arrow.ends)
