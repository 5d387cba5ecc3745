"""Which way a map reads, whether or not its authors gave it levels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.arrows import title
from toc.analysis.plain import plain
from toc.errors import MissingExtraError
from toc.graph import TheoryGraph
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Layering", "Slope", "layering"]

Pair = tuple[str, str]

_DIGITS = 12
"""What is beyond them is rounding of the solver, and no step of the map."""

_LAYERED, _MIXED = 0.1, 0.5
"""Where words change; chosen here, for there is no agreed table."""


@dataclass(frozen=True, slots=True)
class Slope:
    """How far an arrow rises.

    Attributes:
        cause: where it begins.
        effect: where it ends.
        rise: by how many levels; 1 where the map is perfectly layered.
    """

    cause: str
    effect: str
    rise: float


@dataclass(frozen=True, slots=True)
class Layering:
    """The levels that the arrows themselves make.

    Attributes:
        levels: the level of each node that arrows touch; the lowest of each separate part is 0.
        incoherence: 0 where every arrow rises by one level, 1 where none leads anywhere;
            None without arrows.
        worst: the arrows that fit least, at most three, the worst first.
        titles: the titles of their ends.
        assumed: what was taken to be so.
    """

    levels: Mapping[str, float] = field(hash=False)
    incoherence: float | None
    worst: tuple[Slope, ...]
    titles: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting."""
        if self.incoherence is None:
            return Message("There are no arrows to read.").say(language)
        said = [_reading(self.incoherence).say(language)]
        if self.worst:
            arrows = [
                Message("“{cause}” → “{effect}”", {"cause": cause, "effect": effect})
                for one in self.worst
                for cause, effect in [(self.titles[one.cause], self.titles[one.effect])]
            ]
            fits_least = Message(
                "This arrow fits least: {arrows}.",
                {"count": len(arrows), "arrows": arrows},
                plural="These {count} arrows fit least: {arrows}.",
            )
            said.append(fits_least.say(language))
        return " ".join(said)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def _reading(incoherence: float) -> Message:
    values = {"number": f"{incoherence:.2f}"}
    if incoherence < _LAYERED:
        return Message("The map reads one way ({number} on a scale from 0 to 1).", values)
    if incoherence < _MIXED:
        return Message("The map reads mostly one way ({number} on a scale from 0 to 1).", values)
    return Message("The map has no clear direction ({number} on a scale from 0 to 1).", values)


def layering(strategy: Strategy) -> Layering:
    """Find the levels that the arrows make, how badly they fit, and which fit least.

    Method: trophic levels h with (diag(in + out) - W - W') h = in - out, and incoherence
    F0, the mean over all arrows of (h_effect - h_cause - 1) squared (MacKay, Johnson and
    Sansom, R. Soc. Open Sci. 7:201138, 2020).  Every arrow weighs the same; arrows that
    feed back are left out, arrows that hinder are not.
    Cost: the cube of the number of nodes.

    Args:
        strategy: the strategy.

    Raises:
        MissingExtraError: when numpy is not installed.
    """
    graph = TheoryGraph(strategy)
    pairs = sorted({arrow.ends for arrow in graph.arrows if not arrow.feeds_back})
    assumed = (Message("arrows that feed back are left out; all others weigh the same"),)
    if not pairs:
        return Layering({}, None, (), {}, assumed)
    levels = _levels(pairs)
    slopes = [Slope(c, e, round(levels[e] - levels[c], _DIGITS)) for c, e in pairs]
    incoherence = sum((one.rise - 1) ** 2 for one in slopes) / len(slopes)
    by_fit = sorted(slopes, key=lambda one: (-abs(one.rise - 1), one.cause, one.effect))
    worst = tuple(one for one in by_fit[:3] if one.rise != 1)
    named = {node for one in worst for node in (one.cause, one.effect)}
    return Layering(
        levels,
        round(incoherence, _DIGITS),
        worst,
        {node: title(strategy, node) for node in sorted(named)},
        assumed,
    )


def _levels(pairs: Sequence[Pair]) -> dict[str, float]:
    found: dict[str, float] = {}
    for nodes in _parts(pairs):
        inside = [pair for pair in pairs if pair[0] in nodes]
        found.update(_solved(sorted(nodes), inside))
    return dict(sorted(found.items()))


def _parts(pairs: Sequence[Pair]) -> list[set[str]]:
    """Give the parts of the map that no arrow joins."""
    near: dict[str, set[str]] = {}
    for cause, effect in pairs:
        near.setdefault(cause, set()).add(effect)
        near.setdefault(effect, set()).add(cause)
    parts: list[set[str]] = []
    seen: set[str] = set()
    for start in near:
        if start in seen:
            continue
        part, waiting = {start}, [start]
        while waiting:
            new = near[waiting.pop()] - part
            part |= new
            waiting += new
        seen |= part
        parts.append(part)
    return parts


def _solved(nodes: Sequence[str], pairs: Sequence[Pair]) -> dict[str, float]:
    """Solve one part with its first node held at 0, then let the lowest be 0."""
    try:
        import numpy as np  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise MissingExtraError(
            Message(
                "the levels of a map need an extra package: "
                "pip install 'theory-of-change[analysis]'"
            )
        ) from None
    place = {node: number for number, node in enumerate(nodes)}
    matrix = np.zeros((len(nodes), len(nodes)))
    imbalance = np.zeros(len(nodes))
    for cause, effect in pairs:
        c, e = place[cause], place[effect]
        matrix[c, c] += 1
        matrix[e, e] += 1
        matrix[c, e] -= 1
        matrix[e, c] -= 1
        imbalance[c] -= 1
        imbalance[e] += 1
    heights = np.zeros(len(nodes))
    heights[1:] = np.linalg.solve(matrix[1:, 1:], imbalance[1:])
    heights -= heights.min()
    return {node: round(float(heights[place[node]]), _DIGITS) + 0.0 for node in nodes}
