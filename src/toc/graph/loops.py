"""Loops, without listing them all: fifty nodes can hold a million."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

__all__ = ["shortest_loops", "tangles"]

_MOST_STEPS = 2_000_000
"""Arrows followed in one tangle before the shortest loop found so far is good enough."""


def tangles(effects: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Give the groups of nodes that all lead to each other.

    Tarjan's algorithm (SIAM J. Comput. 1(2), 1972) without recursion; linear in nodes
    and arrows.  A node that leads to itself is a group of one; others alone are none.

    Args:
        effects: for each node the nodes that it leads to.
    """
    search = _Tarjan(effects)
    for node in effects:
        if node not in search.number:
            search.visit(node)
    return search.found


class _Tarjan:
    def __init__(self, effects: Mapping[str, Sequence[str]]) -> None:
        self.effects = effects
        self.number: dict[str, int] = {}
        self.low: dict[str, int] = {}
        self.open: list[str] = []
        self.is_open: set[str] = set()
        self.found: list[list[str]] = []

    def visit(self, root: str) -> None:
        path = [(root, iter(self.effects[root]))]
        self._enter(root)
        while path:
            node, following = path[-1]
            for effect in following:
                if effect not in self.number:
                    self._enter(effect)
                    path.append((effect, iter(self.effects[effect])))
                    break
                if effect in self.is_open:
                    self.low[node] = min(self.low[node], self.number[effect])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    self.low[above] = min(self.low[above], self.low[node])
                self._leave(node)

    def _enter(self, node: str) -> None:
        self.number[node] = self.low[node] = len(self.number)
        self.open.append(node)
        self.is_open.add(node)

    def _leave(self, node: str) -> None:
        if self.low[node] != self.number[node]:
            return
        group: list[str] = []
        while not group or group[-1] != node:
            group.append(self.open.pop())
            self.is_open.discard(group[-1])
        if len(group) > 1 or node in self.effects[node]:
            self.found.append(sorted(group))


def shortest_loops(effects: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Give one shortest loop of each tangle, as its nodes in order, the first once.

    A breadth-first walk from each node of the tangle, given up at the length of the best
    loop so far.  In tangles beyond two million steps the best found until then is given.

    Args:
        effects: for each node the nodes that it leads to.
    """
    place = {node: index for index, node in enumerate(effects)}
    loops = [_shortest(group, effects, place) for group in tangles(effects)]
    return tuple(sorted(loops, key=lambda loop: place[loop[0]]))


def _shortest(
    group: Iterable[str], effects: Mapping[str, Sequence[str]], place: Mapping[str, int]
) -> tuple[str, ...]:
    nodes = sorted(group, key=place.__getitem__)
    inside = _inside(nodes, effects)
    best: tuple[str, ...] = ()
    steps = 0
    for node in nodes:
        loop, walked = _loop_through(node, inside, len(best))
        steps += walked
        if loop and (not best or len(loop) < len(best)):
            best = loop
        if best and (len(best) <= 1 or steps > _MOST_STEPS):
            break
    return best


def _inside(nodes: Sequence[str], effects: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    group = set(nodes)
    return {node: [effect for effect in effects[node] if effect in group] for node in nodes}


def _loop_through(
    start: str, effects: Mapping[str, Sequence[str]], limit: int
) -> tuple[tuple[str, ...], int]:
    before: dict[str, str] = {}
    level, length, steps = [start], 0, 0
    while level and (not limit or length + 1 < limit):
        length += 1
        following: list[str] = []
        for node in level:
            for effect in effects[node]:
                steps += 1
                if effect == start:
                    return _walk_back(start, node, before), steps
                if effect not in before:
                    before[effect] = node
                    following.append(effect)
        level = following
    return (), steps


def _walk_back(start: str, last: str, before: Mapping[str, str]) -> tuple[str, ...]:
    loop = [last]
    while loop[-1] != start:
        loop.append(before[loop[-1]])
    return tuple(reversed(loop))
