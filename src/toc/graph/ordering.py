"""Causes before effects, as far as loops leave a before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from toc.graph.loops import tangles

__all__ = ["causes_first"]


def causes_first(effects: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Give the nodes with every cause before its effects, a tangle's nodes together as given.

    Kahn's algorithm (Commun. ACM 5(11), 1962) with each tangle as one node; linear in
    nodes and arrows.

    Args:
        effects: for each node the nodes that it leads to.

    >>> causes_first({"goal": [], "b": ["a", "goal"], "a": ["b"], "start": ["a"]})
    ('start', 'b', 'a', 'goal')
    """
    head = {node: node for node in effects}
    head |= {node: group[0] for group in tangles(effects) for node in group}
    groups: dict[str, list[str]] = {}
    for node in effects:
        groups.setdefault(head[node], []).append(node)
    after = {
        name: [head[effect] for node in group for effect in effects[node] if head[effect] != name]
        for name, group in groups.items()
    }
    waiting = Counter(chain.from_iterable(after.values()))
    ready = [name for name in groups if not waiting[name]]
    for name in ready:
        for effect in after[name]:
            waiting[effect] -= 1
            if not waiting[effect]:
                ready.append(effect)
    return tuple(node for name in ready for node in groups[name])
