"""Graphs of any size and of every nature, as strategies."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from toc.model import Strategy

__all__ = ["SHAPES", "strategy_of"]


def strategy_of(nodes: Iterable[str], arrows: Iterable[tuple[str, str]]) -> Strategy:
    """Make a strategy of outcomes, with one activity `start` and one goal `end`."""
    links = {f"{cause} -> {effect}": "so it is" for cause, effect in arrows}
    return Strategy(
        activities={"start": "Start"},
        outcomes={name: name for name in nodes},
        goals={"end": "End"},
        links=links,
    )


def _names(size: int) -> list[str]:
    return [f"n{number}" for number in range(size)]


def chain(size: int) -> Strategy:
    """Make one long chain."""
    names = _names(size)
    way = ["start", *names, "end"]
    return strategy_of(names, pairwise(way))


def fan(size: int) -> Strategy:
    """Make one cause of everything, and everything the cause of one goal."""
    names = _names(size)
    arrows = [pair for name in names for pair in (("start", name), (name, "end"))]
    return strategy_of(names, arrows)


def ladder(size: int) -> Strategy:
    """Make a chain of crossings, with more ways through it than atoms in the world."""
    names = _names(size)
    arrows = [("start", names[0]), ("start", names[1]), (names[-1], "end"), (names[-2], "end")]
    arrows += [(one, other) for at, one in enumerate(names) for other in names[at + 1 : at + 3]]
    return strategy_of(names, dict.fromkeys(arrows))


def ring(size: int) -> Strategy:
    """Make one loop through everything."""
    names = _names(size)
    around = list(zip(names, [*names[1:], names[0]], strict=True))
    return strategy_of(names, [("start", names[0]), *around, (names[-1], "end")])


def rings(size: int) -> Strategy:
    """Make many small loops, one leading to the next."""
    names = _names(size)
    arrows = [("start", names[0]), (names[-1], "end"), *pairwise(names)]
    arrows += [(names[at + 9], names[at]) for at in range(0, size - 9, 10)]
    return strategy_of(names, arrows)


def tangle(size: int) -> Strategy:
    """Make one tangle: a loop through everything, and from everywhere three steps back."""
    names = _names(size)
    around = zip(names, [*names[1:], names[0]], strict=True)
    back = ((name, names[at - 3]) for at, name in enumerate(names))
    return strategy_of(names, [("start", names[0]), *around, *back, (names[-1], "end")])


SHAPES = {
    "chain": chain,
    "fan": fan,
    "ladder": ladder,
    "ring": ring,
    "rings": rings,
    "tangle": tangle,
}
"""For each nature, what makes a strategy of so many outcomes."""
