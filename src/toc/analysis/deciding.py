"""Where decision diagrams are made; the one room that meets oxidd.

What leaves this room are plain numbers, `Diagram` and `Family`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from toc.analysis.diagram import Diagram, Node
from toc.analysis.family import Family
from toc.analysis.solving import solved
from toc.errors import MissingExtraError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from oxidd.bdd import BDDFunction
    from oxidd.zbdd import ZBDDFunction

    from toc.analysis.system import Reading, System

__all__ = ["BUDGET", "cuts_of", "decided", "union_of", "ways_of"]

BUDGET = 500_000
"""Nodes of a diagram, past which other methods answer."""

_CACHE = 1 << 16


def decided(system: System, reading: Reading, goal: str, budget: int = BUDGET) -> Diagram | None:
    """Give when a goal comes about, as a decision diagram.

    Args:
        system: the steps; only what has a say in the goal is looked at.
        reading: how undeclared causes combine.
        goal: the step that is asked about.
        budget: how many nodes there may be.

    Returns:
        The diagram, or None when it would take more nodes than that.

    Raises:
        MissingExtraError: when oxidd is not installed.
    """
    make = _maker()
    part = system.towards([goal])
    things = part.depth_first([goal])
    manager = make.BDDManager(budget, _CACHE, 1)
    manager.add_vars(len(things))
    never, always = manager.false(), manager.true()
    try:
        own = {thing: manager.var(number) for number, thing in enumerate(things)}
        found = solved(part, reading, lambda thing: own.get(thing, always), never, always)[goal]
    except MemoryError:
        return None
    nodes, root = _plain(found, never, always)
    return Diagram(things, nodes, root)


class _Maker:
    """The two kinds of diagram that the library makes."""

    def __init__(self) -> None:
        from oxidd.bdd import BDDManager  # noqa: PLC0415 - an extra, and not light
        from oxidd.zbdd import ZBDDManager  # noqa: PLC0415 - likewise

        self.BDDManager = BDDManager
        self.ZBDDManager = ZBDDManager


def _maker() -> _Maker:
    try:
        return _Maker()
    except ImportError as error:
        raise MissingExtraError(
            Message(
                "counting combinations needs an extra package: "
                "pip install 'theory-of-change[analysis]'"
            )
        ) from error


_Function = TypeVar("_Function", "BDDFunction", "ZBDDFunction")


def _plain(
    root: _Function, nothing: _Function, everything: _Function
) -> tuple[tuple[Node, ...], int]:
    """Write a diagram down, every node after those that it leads to."""
    number = {nothing: 0, everything: 1}
    nodes: list[Node] = []
    waiting = [root]
    while waiting:
        function = waiting[-1]
        following = None if function in number else function.cofactors()
        if following is None:
            waiting.pop()
            continue
        unknown = [one for one in following if one not in number]
        if unknown:
            waiting += unknown
            continue
        level = function.node_level()
        assert level is not None
        number[function] = len(nodes) + 2
        nodes.append((level, number[following[0]], number[following[1]]))
        waiting.pop()
    return tuple(nodes), number[root]


def ways_of(diagram: Diagram, budget: int = BUDGET) -> Family | None:
    """Give the smallest sets of things that are enough when they hold.

    Rauzy's minimal solutions (Reliab. Eng. Syst. Saf. 40, 1993).  In a monotone function
    a smallest set of the upper branch is also one of the lower branch as soon as it is
    enough there, so a plain difference of families takes the place of his `without`.

    Returns:
        The family, or None when it would take more nodes than the budget.

    Raises:
        MissingExtraError: when oxidd is not installed.
    """
    return _minimal(diagram, budget, lambda high, low: (high - low, low), (0, 1))


def cuts_of(diagram: Diagram, budget: int = BUDGET) -> Family | None:
    """Give the smallest sets of things whose failing is enough to bring it down.

    The same as `ways_of`, of the dual function: the two branches and the two ends change
    places.

    Returns:
        The family, or None when it would take more nodes than the budget.

    Raises:
        MissingExtraError: when oxidd is not installed.
    """
    return _minimal(diagram, budget, lambda high, low: (low - high, high), (1, 0))


def _minimal(
    diagram: Diagram,
    budget: int,
    branches: Callable[[ZBDDFunction, ZBDDFunction], tuple[ZBDDFunction, ZBDDFunction]],
    ends: tuple[int, int],
) -> Family | None:
    manager = _maker().ZBDDManager(budget, _CACHE, 1)
    manager.add_vars(len(diagram.things))
    bottom = (manager.empty(), manager.base())
    try:
        own = [manager.singleton(place) for place in range(len(diagram.things))]
        found = [bottom[ends[0]], bottom[ends[1]]]
        for place, high, low in diagram.nodes:
            with_it, without = branches(found[high], found[low])
            found.append(own[place].make_node(with_it, without))
    except MemoryError:
        return None
    nodes, root = _plain(found[diagram.root], *bottom)
    return Family(diagram.things, nodes, root)


def union_of(family: Family, thing: str, budget: int = BUDGET) -> Diagram | None:
    """Give when all of at least one set fail, among the sets that hold a thing.

    Returns:
        The diagram, of things that *fail*; None when it would take more than the budget.

    Raises:
        MissingExtraError: when oxidd is not installed.
    """
    manager = _maker().BDDManager(budget, _CACHE, 1)
    manager.add_vars(len(family.things))
    never, always = manager.false(), manager.true()
    mine = family.things.index(thing)
    try:
        free, bound = [never, always], [never, never]
        for place, high, low in family.nodes:
            own = manager.var(place)
            with_it = free[high] if place == mine else bound[high]
            bound.append((own & with_it) | bound[low])
            free.append((own & free[high]) | free[low])
    except MemoryError:
        return None
    nodes, root = _plain(bound[family.root], never, always)
    return Diagram(family.things, nodes, root)
