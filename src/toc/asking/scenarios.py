"""What changes in a scenario, goal by goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.what_if import Scenario, what_if
from toc.asking.asked import Asked, Told
from toc.asking.naming import entered, foremost
from toc.asking.taken import taken
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.answers import Both
    from toc.analysis.what_if import Change
    from toc.asking.case import Case

__all__ = ["imagined"]


def imagined(case: Case, scenario: Scenario) -> Asked:
    """Say what a scenario changes against the strategy as it is.

    Args:
        case: the strategy, and which goals are asked about.
        scenario: what is gone, what fails, what holds all the same.

    Raises:
        UnknownNameError: when there is no such goal or thing.
    """
    found = what_if(case.logic, scenario)
    lines = [line for one in found.changes if one.goal.name in case.goals for line in _lines(one)]
    return Asked(
        "what-if",
        case.strategy.title,
        (Told(found, more=tuple(lines)),),
        taken(found.assumed, case.logic),
    )


def _lines(one: Change) -> Iterator[Message]:
    values = {"goal": one.goal.title, "before": _stands(one.before), "after": _stands(one.after)}
    if one.before == one.after:
        yield Message("“{goal}”: {after}, as before", values)
    else:
        yield Message("“{goal}”: {after}; before: {before}", values)
    for thing in foremost(one.single_points.if_any):
        yield Message("“{goal}” now also needs: {thing}", {**values, "thing": entered(thing)})


def _stands(reached: Both[bool]) -> Message:
    if reached.if_all:
        return Message("within reach")
    if reached.if_any:
        return Message("within reach only if one cause is enough where nobody has said it")
    return Message("out of reach")
