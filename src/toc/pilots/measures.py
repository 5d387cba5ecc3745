"""What is said of each goal before and after a pilot: how well supported, how likely."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.analysis.chance import chance
from toc.analysis.likelihood import range_in_words
from toc.analysis.likelihoods import Interval, stated
from toc.analysis.logic import Logic
from toc.analysis.strength import evidence_words, strength
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from toc.graph import TheoryGraph

__all__ = ["MEASURES", "NAMES", "chances", "strengths"]

_SETTLED = {"holding": Interval(1, 1), "failed": Interval(0, 0)}


def strengths(graph: TheoryGraph) -> Mapping[str, Sayable]:
    """Say of each goal how strong the evidence for its best-supported way is.

    As `toc.analysis.strength` finds it, where any cause is enough if nobody said otherwise;
    what hangs on links without a grade is unknown.
    """
    logic = Logic.of(graph)
    return {
        goal: evidence_words(strength(logic, goal).support.if_any.known) for goal in logic.goals
    }


def chances(graph: TheoryGraph) -> Mapping[str, Sayable]:
    """Say of each goal how likely it is, in words, where chances were given.

    As `toc.analysis.chance` finds it, without taking things to be independent.  What holds,
    holds, and what has failed does not, whatever was thought before.

    Raises:
        MissingExtraError: when oxidd is not installed and a chance was given.
    """
    given = stated(graph.strategy)
    if not given:
        return {}
    for name, assumption in graph.strategy.assumptions.items():
        if assumption.status in _SETTLED:
            given[name] = _SETTLED[assumption.status]
    logic = Logic.of(graph)
    given = {name: one for name, one in given.items() if name in logic.names}
    return {goal: told for goal in logic.goals if (told := _told(logic, goal, given))}


def _told(logic: Logic, goal: str, given: Mapping[str, Interval]) -> Message | None:
    found = chance(logic, goal, given).estimate
    if found is None:
        return None
    return range_in_words(found.if_all.low, found.if_any.high)


MEASURES = MappingProxyType({"strength": strengths, "chance": chances})
"""What is measured where nothing else is asked."""

NAMES: Mapping[str, Message] = MappingProxyType(
    {"strength": Message("best-supported way"), "chance": Message("chance")}
)
"""What the measures are called."""
