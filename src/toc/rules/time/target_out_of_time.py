"""A target that the chains before it cannot meet, even if all goes well."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from toc.findings import Related, Severity
from toc.model import Strategy
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.analysis.timing import Missed

_PAIR = 2


@rule(
    Severity.ERROR,
    relies_on=(
        *("activities.period", "activities.after", "outputs.due", "outcomes.due", "goals.due"),
        *("outcomes.requires", "goals.requires", "outputs.requires", "activities.requires"),
        *("links", "indicators.of", "indicators.target"),
    ),
    yields_to=("effect-before-cause",),
)
def target_out_of_time(case: Case) -> Iterator[Complaint]:
    """Find targets before the earliest day on which what leads to them can be there."""
    if not _has_targets(case.strategy):
        return
    from toc.analysis.timing import timing  # noqa: PLC0415 - only who has targets pays

    missed = [one for one in timing(case.graph).missed if one.reading == "certain"]
    late = {one.node for one in missed}
    for one in missed:
        # What is told of at its cause, or of two dates that a link joins, is told of once.
        is_told = late.intersection(one.chain[:-1]) or _is_direct(one)
        if one.earliest is None or is_told or not _is_joined(case, one):
            continue
        values = {"node": case.title(one.node), "due": one.due, "earliest": one.earliest}
        yield complaint(
            one.route,
            Message(
                "“{node}” cannot be there before {earliest}, even if all goes well, "
                "and its target is {due}",
                values,
            ),
            Message("move the target, begin earlier, or shorten what leads to it"),
            related=[
                Related(Message("this decides when it can be there"), case.route(name))
                for name in one.chain[:1]
            ],
            question=Message(
                "What could begin earlier, so that “{node}” is there in time?", values
            ),
        )


def _is_direct(one: Missed) -> bool:
    return one.route[-1] == "due" and len(one.chain) <= _PAIR


def _is_joined(case: Case, one: Missed) -> bool:
    """Whether links alone make the chain; what only comes `after` is the calendar's matter."""
    joined = {arrow.ends for arrow in case.graph.arrows}
    return all(pair in joined for pair in pairwise(one.chain))


def _has_targets(strategy: Strategy) -> bool:
    dues = (
        *(one.due for one in strategy.outputs.values()),
        *(one.due for one in strategy.outcomes.values()),
        *(one.due for one in strategy.goals.values()),
    )
    return any(dues) or any(one.target for one in strategy.indicators.values())
