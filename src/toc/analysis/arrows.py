"""The arrows that help, in an order that the file has no part in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from toc.model.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.graph import TheoryGraph
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Effects", "backwards", "beginnings", "helping", "reached", "title"]

Effects: TypeAlias = "Mapping[str, tuple[str, ...]]"


def helping(graph: TheoryGraph) -> Effects:
    """Give for each node what it helps directly, all in order of their ids.

    Arrows that hinder and arrows that feed back are left out; two between the same nodes
    are one.
    """
    found: dict[str, set[str]] = {node: set() for node in sorted(graph.nodes)}
    for arrow in graph.arrows:
        if not (arrow.hinders or arrow.feeds_back):
            found[arrow.cause].add(arrow.effect)
    return {node: tuple(sorted(effects)) for node, effects in found.items()}


def backwards(effects: Effects) -> Effects:
    """Give for each node what helps it directly, in order."""
    found: dict[str, list[str]] = {node: [] for node in effects}
    for cause, following in effects.items():
        for effect in following:
            found[effect].append(cause)
    return {node: tuple(causes) for node, causes in found.items()}


def beginnings(effects: Effects) -> tuple[str, ...]:
    """Give the nodes that nothing helps: where chains begin."""
    helped = {effect for following in effects.values() for effect in following}
    return tuple(node for node in effects if node not in helped)


def reached(starts: Iterable[str], effects: Effects) -> Mapping[str, int]:
    """Give all that some nodes lead to with the fewest arrows that takes, themselves with 0."""
    found = dict.fromkeys(starts, 0)
    waiting = list(found)
    for node in waiting:
        for effect in effects[node]:
            if effect not in found:
                found[effect] = found[node] + 1
                waiting.append(effect)
    return found


def title(strategy: Strategy, name: str) -> Sayable:
    """Give the title of an entry, in the authors' words, or its id."""
    entry = strategy.entry(name)
    return (entry.title if entry is not None else None) or Text.of(name)
