"""Links to what their cause reaches by another way as well."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.arrows import helping, title
from toc.analysis.plain import plain
from toc.graph import TheoryGraph
from toc.graph.loops import tangles
from toc.graph.ordering import causes_first
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.analysis.arrows import Effects
    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Shortcut", "Shortcuts", "shortcuts"]


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A link beside a longer way to the same place.

    Attributes:
        cause: where it begins.
        effect: where it ends.
        way: a shortest other way, with both ends.
    """

    cause: str
    effect: str
    way: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shortcuts:
    """All such links.

    Attributes:
        shortcuts: the links, in order of their ids.
        titles: the titles of what lies on their ways.
        assumed: what was taken to be so.
    """

    shortcuts: tuple[Shortcut, ...]
    titles: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting."""
        if not self.shortcuts:
            return Message("No link runs beside a longer way to the same place.").say(language)
        first = self.shortcuts[0]
        return Message(
            "{count} link runs beside a longer way: {way}. Is its direct effect a claim of its "
            "own?",
            {"count": len(self.shortcuts), "way": Chain(tuple(map(self.titles.get, first.way)))},
            plural="{count} links run beside a longer way, the first beside {way}. Are their "
            "direct effects claims of their own?",
        ).say(language)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def shortcuts(strategy: Strategy) -> Shortcuts:
    """Find the links that a longer way makes dispensable, and show the way.

    They are advice and nothing to delete unasked: a direct effect is a claim of its own.

    Method: transitive reduction (Aho, Garey and Ullman, SIAM J. Comput. 1(2), 1972) of the
    graph in which nodes that all lead to each other are one; links inside such a group,
    and between the same two groups, are no shortcuts of each other.
    Cost: nodes times arrows, in bits.

    Args:
        strategy: the strategy.
    """
    effects = helping(TheoryGraph(strategy))
    group = _groups(effects)
    joined = _joined(effects, group)
    place = {name: number for number, name in enumerate(joined)}
    beyond = _beyond(joined, place)
    found = tuple(
        Shortcut(cause, effect, _way(cause, effect, effects, group))
        for cause, following in effects.items()
        for effect in following
        if any(beyond[step] >> place[group[effect]] & 1 for step in joined[group[cause]])
    )
    return Shortcuts(
        found,
        {node: title(strategy, node) for one in found for node in one.way},
        (Message("nodes that all lead to each other count as one"),),
    )


def _groups(effects: Effects) -> Mapping[str, str]:
    alone = {node: node for node in effects}
    return alone | {node: nodes[0] for nodes in tangles(effects) for node in nodes}


def _joined(effects: Effects, group: Mapping[str, str]) -> Effects:
    found: dict[str, set[str]] = {name: set() for name in sorted(set(group.values()))}
    for cause, following in effects.items():
        found[group[cause]] |= {group[effect] for effect in following} - {group[cause]}
    return {name: tuple(sorted(after)) for name, after in found.items()}


def _beyond(effects: Effects, place: Mapping[str, int]) -> Mapping[str, int]:
    """Give for each node all that it leads to, itself left out, as bits of a number."""
    found: dict[str, int] = {}
    for node in reversed(causes_first(effects)):
        found[node] = 0
        for step in effects[node]:
            found[node] |= found[step] | 1 << place[step]
    return found


def _way(cause: str, effect: str, effects: Effects, group: Mapping[str, str]) -> tuple[str, ...]:
    """Give a shortest way that passes a third group."""
    before = {cause: ""}
    waiting = [cause]
    for node in waiting:
        for step in _steps(node, cause, effect, effects, group):
            if step not in before:
                before[step] = node
                waiting.append(step)
    way = [effect]
    while before[way[-1]]:
        way.append(before[way[-1]])
    return tuple(reversed(way))


def _steps(
    node: str, cause: str, effect: str, effects: Effects, group: Mapping[str, str]
) -> Iterator[str]:
    """Leave out what jumps from the first group straight into the last."""
    jumps = (group[cause], group[effect])
    for step in effects[node]:
        if (group[node], group[step]) != jumps:
            yield step
