"""What falls when one thing does, what may fall, and what only loses a help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer
from toc.analysis.system import Reading
from toc.analysis.things import Thing, listed
from toc.analysis.worlds import held
from toc.words import Message

if TYPE_CHECKING:
    from toc.analysis.logic import Logic

__all__ = ["Effects", "effects"]


@dataclass(frozen=True, slots=True)
class Effects(Answer):
    """What the loss of one thing would affect.

    Attributes:
        thing: what is lost.
        falls: the nodes that no longer come about, however undeclared causes combine.
        may_fall: those that fall if all causes are needed where nobody has said it.
        weakened: those that stand in both readings, with one help less.
        assumed: what the answer takes for granted.
    """

    thing: Thing
    falls: tuple[Thing, ...]
    may_fall: tuple[Thing, ...]
    weakened: tuple[Thing, ...]
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Message:
        """The answer in a sentence for a meeting."""
        values: dict[str, object] = {"thing": listed([self.thing]), "things": listed(self.falls)}
        if self.falls:
            return Message(
                "With {thing} falls: {things}.",
                {**values, "count": len(self.falls)},
                plural="With {thing} fall {count} things: {things}.",
            )
        if self.may_fall:
            return Message(
                "Nothing is sure to fall with {thing}; if all causes are needed where nobody "
                "has said it, {count} thing falls.",
                {**values, "count": len(self.may_fall)},
                plural="Nothing is sure to fall with {thing}; if all causes are needed where "
                "nobody has said it, {count} things fall.",
            )
        return Message("Nothing falls with {thing} alone.", values)


def effects(logic: Logic, name: str) -> Effects:
    """Find what the loss of one thing would affect.

    The thing is taken out and the rest is followed to its least fixed point, in both
    readings; exact at any size.  What is weakened is what the thing has a say in and that
    still comes about.

    Args:
        logic: the logic of a strategy.
        name: the id of a node, an assumption, a stakeholder …, or a link as written.

    Raises:
        UnknownNameError: when there is no such thing.
    """
    thing = logic.thing(name)
    sure = _lost(logic, thing.name, Reading.ANY)
    maybe = _lost(logic, thing.name, Reading.ALL) - sure
    nodes = logic.system.steps.keys() & logic.names
    downstream = {
        node for node in nodes - sure - maybe - {thing.name} if thing.name in logic.parts_of(node)
    }
    assumed = dict.fromkeys(message for goal in logic.goals for message in logic.assumed(goal))
    return Effects(
        thing,
        logic.things(sure),
        logic.things(maybe),
        logic.things(downstream),
        tuple(assumed),
    )


def _lost(logic: Logic, name: str, reading: Reading) -> frozenset[str]:
    """Give the nodes that come about with a thing, and not without it."""
    before = held(logic.system, reading, {}, 1)
    after = held(logic.system, reading, {name: 0}, 1)
    lost = {node for node in before if before[node] and not after[node]}
    return frozenset(lost & logic.names) - {name}
