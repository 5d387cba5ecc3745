"""Links that leave out levels of the chain: the missing middle."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.analysis.arrows import title
from toc.analysis.plain import plain
from toc.graph import TheoryGraph
from toc.graph.naming import named
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["LEVELS", "Leap", "Leaps", "leaps"]

LEVELS: Mapping[str, int] = MappingProxyType(
    {"inputs": 0, "activities": 1, "outputs": 2, "outcomes": 3, "goals": 4}
)
"""The levels of the chain; needs, assets and factors stand on none."""

_KINDS = {
    "activities": Message("activity"),
    "outputs": Message("output"),
    "outcomes": Message("outcome"),
}


@dataclass(frozen=True, slots=True)
class Leap:
    """A link past one level or more.

    Attributes:
        arrow: the arrow's name.
        key: the link as it is written.
        skipped: the sections that it leaves out.
    """

    arrow: str
    key: str
    skipped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaps:
    """All links that leave out levels.

    Attributes:
        leaps: the links, the longest leaps first.
        levelled: how many links join two nodes that stand on levels.
        titles: the titles of their ends, by arrow.
        assumed: what was taken to be so.
    """

    leaps: tuple[Leap, ...]
    levelled: int
    titles: Mapping[str, tuple[Sayable, Sayable]] = field(
        default_factory=dict, compare=False, repr=False
    )
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting."""
        if not self.leaps:
            return Message("No link leaves out a level.").say(language)
        first = self.leaps[0]
        cause, effect = self.titles[first.arrow]
        values = {
            "count": len(self.leaps),
            "cause": cause,
            "effect": effect,
            "skipped": [_KINDS[section] for section in first.skipped],
        }
        return Message(
            "{count} link leaves out a level: from “{cause}” straight to “{effect}”, "
            "without {skipped}.",
            values,
            plural="{count} links leave out levels; the longest leap is from “{cause}” straight "
            "to “{effect}”, without {skipped}.",
        ).say(language)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def leaps(strategy: Strategy) -> Leaps:
    """Find links that help and go up by more than one level, from inputs to goals.

    Cost: linear in arrows.

    Args:
        strategy: the strategy.
    """
    graph = TheoryGraph(strategy)
    found = sorted(_leaps(graph), key=lambda one: (-len(one.skipped), one.arrow, one.key))
    ends = {arrow.name: arrow.ends for arrow in graph.arrows}
    return Leaps(
        tuple(found),
        sum(LEVELS.keys() >= {graph.section_of(end) for end in one.ends} for one in graph.arrows),
        {one.arrow: _titles(strategy, ends[one.arrow]) for one in found},
        (Message("needs, assets and factors stand on no level"),),
    )


def _leaps(graph: TheoryGraph) -> Iterator[Leap]:
    for arrow in named(graph.arrows).values():
        low, high = (LEVELS.get(graph.section_of(end), -1) for end in arrow.ends)
        if low >= 0 and high - low > 1 and not (arrow.hinders or arrow.feeds_back):
            yield Leap(arrow.name, arrow.key, tuple(LEVELS)[low + 1 : high])


def _titles(strategy: Strategy, ends: tuple[str, str]) -> tuple[Sayable, Sayable]:
    return title(strategy, ends[0]), title(strategy, ends[1])
