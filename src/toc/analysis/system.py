"""A monotone system: what holds when enough of its causes hold.

A theory of change, a fault tree and a network that must stay connected are all such
systems.  Nothing here knows a strategy, so that published systems can be asked as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from toc.graph.loops import tangles
from toc.graph.ordering import causes_first

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

__all__ = ["Package", "Reading", "Step", "System"]


class Reading(Enum):
    """How causes are taken to combine where nobody has said it.

    Whatever brings a goal down although any one cause is enough, does so certainly;
    whatever brings it down only if all are needed, does so possibly.
    """

    ANY = "any"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Package:
    """A cause, and what must hold beside it for the cause to work.

    Attributes:
        cause: the step that it comes from.
        needs: the things that must hold: assumptions, the link itself, that risks stay away.
    """

    cause: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Something that comes about when what it needs holds and enough packages work.

    Attributes:
        needs: the things that must hold whatever its causes do, its own name apart: a step
            that fails by itself does not come about either.
        packages: its causes, each with what belongs to it.
        least: how many packages are enough; None where nobody has said it.
    """

    needs: tuple[str, ...] = ()
    packages: tuple[Package, ...] = ()
    least: int | None = 0

    def enough(self, reading: Reading) -> int:
        """Give how many packages are enough in a reading."""
        if self.least is not None:
            return self.least
        return 1 if reading is Reading.ANY else len(self.packages)

    @property
    def is_undeclared(self) -> bool:
        """Whether it makes a difference that nobody has said how its causes combine."""
        return self.least is None and len(self.packages) > 1


@dataclass(frozen=True)
class System:
    """Steps that bring each other about, and the things that may fail.

    Attributes:
        steps: every step by name.
        may_fail: the things whose failing is asked about; all others hold.
    """

    steps: Mapping[str, Step]
    may_fail: frozenset[str]

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The steps, causes first; those of a loop stand together."""
        return causes_first(self._effects)

    @cached_property
    def looped(self) -> frozenset[str]:
        """The steps that stand in a loop."""
        return frozenset(node for group in tangles(self._effects) for node in group)

    @cached_property
    def _effects(self) -> Mapping[str, list[str]]:
        effects: dict[str, list[str]] = {node: [] for node in sorted(self.steps)}
        for node in effects:
            for package in self.steps[node].packages:
                effects[package.cause].append(node)
        return effects

    @property
    def is_undeclared(self) -> bool:
        """Whether the two readings may differ."""
        return any(step.is_undeclared for step in self.steps.values())

    def towards(self, goals: Collection[str]) -> System:
        """Give the part that has a say in some goals."""
        found: set[str] = set()
        waiting = list(goals)
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += [package.cause for package in self.steps[node].packages]
        steps = {node: self.steps[node] for node in sorted(found)}
        return System(steps, self.may_fail & _needed(steps))

    @property
    def names(self) -> frozenset[str]:
        """Everything that can be taken out: steps and all that they need."""
        return _needed(self.steps)

    def depth_first(self, goals: Collection[str]) -> tuple[str, ...]:
        """Give the things that may fail in the order in which one leaves them from the goals.

        Neighbours in the theory become neighbours in the order, and what a step needs comes
        after its causes: that keeps decision diagrams small, smaller than needs before causes.
        """
        left: dict[str, None] = {}
        seen: set[str] = set()
        waiting: list[Package | tuple[str, ...]] = [
            Package(goal) for goal in sorted(goals, reverse=True)
        ]
        while waiting:
            one = waiting.pop()
            if not isinstance(one, Package):
                left.update(dict.fromkeys(one))
                continue
            waiting.append(one.needs)
            if one.cause not in seen:
                seen.add(one.cause)
                step = self.steps[one.cause]
                waiting.append((one.cause, *step.needs))
                waiting += reversed(step.packages)
        return tuple(thing for thing in left if thing in self.may_fail)


def _needed(steps: Mapping[str, Step]) -> frozenset[str]:
    return frozenset(thing for step in steps.values() for thing in _needs(step)) | steps.keys()


def _needs(step: Step) -> Iterator[str]:
    yield from step.needs
    for package in step.packages:
        yield from package.needs
