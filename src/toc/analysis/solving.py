"""The least fixed point: what holds in the end, when nothing holds at first.

The same few lines serve truth values, thousands of worlds at once as the bits of a
number, and decision diagrams: each can be joined by `&` and `|`, and that is all.
"""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self

    from toc.analysis.system import Reading, System

__all__ = ["Lattice", "at_least", "solved"]


class Lattice(Protocol):
    """What has a smaller and a larger of two, such as numbers taken bit by bit."""

    def __and__(self, other: Self, /) -> Self:
        """Give what both have."""
        ...

    def __or__(self, other: Self, /) -> Self:
        """Give what either has."""
        ...


Value = TypeVar("Value", bound=Lattice)


def solved(
    system: System,
    reading: Reading,
    holds: Callable[[str], Value],
    never: Value,
    always: Value,
) -> dict[str, Value]:
    """Give for each step when it comes about.

    Kleene's iteration from “nothing holds”: the system is monotone, so the least fixed
    point is unique and depends on no order.  A loop therefore cannot start itself.  Steps
    outside loops are settled in one round, each after its causes; a loop takes at most as
    many rounds as it has steps.

    Args:
        system: the steps.
        reading: how undeclared causes combine.
        holds: when a thing holds.
        never: the value of what never holds.
        always: the value of what always holds.
    """
    values = dict.fromkeys(system.order, never)
    loop: list[str] = []
    for node in [*system.order, None]:
        if node is not None and node in system.looped:
            loop.append(node)
            continue
        _settle(loop, system, reading, values, holds, (never, always))
        loop = []
        if node is not None:
            values[node] = _value(node, system, reading, values, holds, (never, always))
    return values


def _settle(
    loop: Sequence[str],
    system: System,
    reading: Reading,
    values: dict[str, Value],
    holds: Callable[[str], Value],
    ends: tuple[Value, Value],
) -> None:
    is_settled = not loop
    while not is_settled:
        is_settled = True
        for node in loop:
            value = _value(node, system, reading, values, holds, ends)
            if value != values[node]:
                values[node] = value
                is_settled = False


def _value(
    node: str,
    system: System,
    reading: Reading,
    values: dict[str, Value],
    holds: Callable[[str], Value],
    ends: tuple[Value, Value],
) -> Value:
    never, always = ends
    step = system.steps[node]
    working = [
        reduce(and_, map(holds, package.needs), values[package.cause]) for package in step.packages
    ]
    enough = at_least(step.enough(reading), working, never, always)
    return reduce(and_, map(holds, (node, *step.needs)), enough)


def at_least(least: int, values: Sequence[Value], never: Value, always: Value) -> Value:
    """Give when at least so many of some values hold.

    >>> at_least(2, [0b0011, 0b0101, 0b1001], 0, 0b1111)
    1
    """
    if least > len(values):
        return never
    if least == len(values):
        return reduce(and_, values, always)
    if least == 1:
        return reduce(or_, values, never)
    count = [always] + [never] * least
    for value in values:
        for number in range(least, 0, -1):
            count[number] = count[number] | (count[number - 1] & value)
    return count[least]
