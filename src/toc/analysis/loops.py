"""Links that run in a circle: whether they drive or calm, and what would open them."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.analysis.arrows import reached, title
from toc.analysis.leaps import LEVELS
from toc.analysis.plain import plain
from toc.graph import TheoryGraph
from toc.graph.loops import shortest_loops, tangles
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Loop", "Loops", "Polarity", "loops"]

Polarity: TypeAlias = Literal["reinforcing", "balancing", "unclear"]

_SAID: Mapping[Polarity, Message] = MappingProxyType(
    {
        "reinforcing": Message("it drives itself on"),
        "balancing": Message("it holds itself back"),
        "unclear": Message("whether it drives itself on or holds itself back is unclear"),
    }
)


@dataclass(frozen=True, slots=True)
class Loop:
    """A circle of links.

    Attributes:
        nodes: its nodes in order, the first once.
        polarity: reinforcing with an even number of links that hinder, else balancing;
            unclear where two links between the same nodes say the opposite.
        declared: the sign that the link which closes it was given; empty for a loop that
            nobody declared.
        opening: the arrow of an undeclared loop whose mark as feedback would undo most of
            the circles there; empty for a declared loop.
        is_enough: whether that mark would leave no circle among these nodes.
    """

    nodes: tuple[str, ...]
    polarity: Polarity
    declared: str = ""
    opening: str = ""
    is_enough: bool = False

    @property
    def contradicts(self) -> bool:
        """Whether the declared sign is not the one that the links make."""
        return bool(self.declared) and self.polarity not in ("unclear", self.declared)


@dataclass(frozen=True, slots=True)
class Loops:
    """One shortest loop of each tangle, and one for each arrow that feeds back.

    Attributes:
        undeclared: the loops of which no arrow is marked as feedback.
        declared: the loops that arrows marked as feedback close.
        titles: the titles of their nodes.
        assumed: what was taken to be so.
    """

    undeclared: tuple[Loop, ...]
    declared: tuple[Loop, ...]
    titles: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting, one sentence for each loop."""
        if not self.undeclared and not self.declared:
            return Message("Nothing runs in a circle.").say(language)
        every = (*self.undeclared, *self.declared)
        return " ".join(self._said(one).say(language) for one in every)

    def _said(self, one: Loop) -> Message:
        circle = Chain(tuple(self.titles[node] for node in (*one.nodes, one.nodes[0])))
        values = {"loop": circle, "polarity": _SAID[one.polarity], "link": one.opening}
        if not one.declared:
            return Message(
                "These links run in a circle: {loop}; {polarity}. Marking {link} as feedback "
                "would open it.",
                values,
            )
        if one.contradicts:
            return Message(
                "The declared loop {loop} bears the opposite sign of its links: {polarity}.", values
            )
        return Message("A declared loop: {loop}; {polarity}.", values)

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def loops(strategy: Strategy) -> Loops:
    """Find the loops, whether each reinforces or balances, and what would open it.

    Of all circles in a tangle one shortest is given, never the list, which can be
    exponential.  The link to mark is the one of that circle which leaves the fewest nodes
    in circles; among equals the one that goes furthest back in the levels of the chain,
    then the first by name.  It is a suggestion: the smallest set of such links is hard to
    find (minimum feedback arc set, Karp 1972), and which return is meant only its authors know.

    Method: Tarjan's strong components, breadth-first search (`toc.graph.loops`); polarity
    by the product of signs (Sterman, Business Dynamics, 2000).
    Cost: nodes times arrows inside a tangle.

    Args:
        strategy: the strategy.
    """
    graph = TheoryGraph(strategy)
    effects = _effects(graph)
    signs = _signs(graph)
    tangle_of = {node: group for group in tangles(effects) for node in group}
    found = tuple(
        _undeclared(nodes, {one: effects[one] for one in tangle_of[nodes[0]]}, signs, graph)
        for nodes in shortest_loops(effects)
    )
    declared = tuple(_declared(graph, effects, signs))
    named = {node for one in (*found, *declared) for node in one.nodes}
    return Loops(
        found,
        declared,
        {node: title(strategy, node) for node in sorted(named)},
        (Message("of all circles through the same nodes one shortest is shown"),),
    )


def _effects(graph: TheoryGraph) -> dict[str, tuple[str, ...]]:
    return {node: tuple(sorted(set(graph.effects_of(node)))) for node in sorted(graph.nodes)}


def _signs(graph: TheoryGraph) -> Mapping[tuple[str, str], set[bool]]:
    """Give for each pair of nodes whether the links between them hinder."""
    found: dict[tuple[str, str], set[bool]] = {}
    for arrow in graph.arrows:
        if not arrow.feeds_back:
            found.setdefault(arrow.ends, set()).add(arrow.hinders)
    return found


def _polarity(signs: Sequence[set[bool]]) -> Polarity:
    if any(len(one) > 1 for one in signs):
        return "unclear"
    return "balancing" if sum(True in one for one in signs) % 2 else "reinforcing"


def _pairs(nodes: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip(nodes, (*nodes[1:], nodes[0]), strict=True))


def _undeclared(
    nodes: tuple[str, ...],
    tangle: Mapping[str, tuple[str, ...]],
    signs: Mapping[tuple[str, str], set[bool]],
    graph: TheoryGraph,
) -> Loop:
    pairs = _pairs(nodes)
    left = {pair: _left(tangle, pair) for pair in pairs}
    best = min(pairs, key=lambda pair: (left[pair], -_fall(pair, graph), pair))
    polarity = _polarity([signs[pair] for pair in pairs])
    return Loop(nodes, polarity, "", " -> ".join(best), not left[best])


def _left(tangle: Mapping[str, tuple[str, ...]], pair: tuple[str, str]) -> int:
    """Count the nodes that still stand in circles without one pair's arrows."""
    cause, effect = pair
    inside = {
        node: [one for one in after if one in tangle and (node, one) != (cause, effect)]
        for node, after in tangle.items()
    }
    return sum(map(len, tangles(inside)))


def _fall(pair: tuple[str, str], graph: TheoryGraph) -> int:
    """Say by how many levels an arrow goes back; nothing where an end stands on none."""
    cause, effect = (LEVELS.get(graph.section_of(node)) for node in pair)
    return 0 if cause is None or effect is None else cause - effect


def _declared(
    graph: TheoryGraph,
    effects: Mapping[str, tuple[str, ...]],
    signs: Mapping[tuple[str, str], set[bool]],
) -> Iterator[Loop]:
    for arrow in sorted(graph.feedback, key=lambda arrow: (arrow.name, arrow.key)):
        way = _shortest(arrow.effect, arrow.cause, effects)
        if way:
            along = [signs[pair] for pair in _pairs(way)[:-1]]
            polarity = _polarity([*along, {arrow.hinders}])
            yield Loop(way, polarity, str(arrow.link.feedback))


def _shortest(start: str, end: str, effects: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give a shortest way, the first in order of ids; nothing where there is none."""
    steps = reached([start], effects)
    if end not in steps:
        return ()
    way = [end]
    while way[-1] != start:
        before = steps[way[-1]] - 1
        way.append(next(one for one in steps if steps[one] == before and way[-1] in effects[one]))
    return tuple(reversed(way))
