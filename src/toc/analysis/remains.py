"""What of a theory of change still brings a goal about when some things fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.system import Reading
from toc.analysis.worlds import held

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from toc.analysis.logic import Logic
    from toc.analysis.system import Package, System

__all__ = ["Remains", "remains"]


@dataclass(frozen=True, slots=True)
class Remains:
    """What still brings a goal about; nothing at all where it is out of reach.

    Attributes:
        nodes: the ids of the nodes, the goal among them.
        arrows: the arrows between them, by cause and by the link as it is written; and by
            cause and by what else must hold for them.
    """

    nodes: frozenset[str]
    arrows: frozenset[tuple[str, str]]


def remains(
    logic: Logic, goal: str, fails: Collection[str], reading: Reading = Reading.ANY
) -> Remains:
    """Find what still works on the way to a goal: from the goal back over what holds.

    Cost: linear in the arrows on the way to the goal.

    Args:
        logic: the logic of a strategy.
        goal: the id of a goal, or of any other node.
        fails: the names of what fails, well spelled.
        reading: how undeclared causes combine.

    Raises:
        UnknownNameError: when there is no such node.
    """
    goal = logic.goal(goal)
    part = logic.part(goal)
    always = held(part, reading, dict.fromkeys(fails, 0), 1)
    gone = frozenset({*fails, *(step for step, holds in always.items() if not holds)})
    if goal in gone:
        return Remains(frozenset(), frozenset())
    steps, arrows, waiting = {goal}, set[tuple[str, str]](), [goal]
    while waiting:
        packages = list(_working(part, waiting.pop(), gone))
        arrows.update((one.cause, need) for one in packages for need in one.needs)
        waiting += {one.cause for one in packages} - steps
        steps.update(one.cause for one in packages)
    return Remains(frozenset(steps) & (logic.parts_of(goal) | {goal}), frozenset(arrows))


def _working(part: System, node: str, gone: frozenset[str]) -> Iterator[Package]:
    """Give the causes that help a step and of which nothing has failed."""
    step = part.steps.get(node)
    for package in step.packages if step is not None else ():
        if package.cause not in gone and gone.isdisjoint(package.needs):
            yield package
