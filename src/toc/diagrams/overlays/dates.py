"""Target dates that cannot be met, and the chain that decides when a goal can be there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from toc.analysis.timing import timing
from toc.diagrams.readings import Reading, overlay_of
from toc.views.spelled import quoted
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.analysis.timing import Missed, Timing
    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Overlay
    from toc.diagrams.readings import Standing

ABOUT = Message("which target dates cannot be met, and what decides when a goal can be there")


def lay(case: Case) -> Overlay:
    """Dress what comes too late, and the critical chain of the goals that are asked about."""
    found = timing(case.graph)
    chains = [chain for goal in case.goals for chain in _chains(found, goal)]
    nodes = {node for chain in chains for node in chain}
    steps = {step for chain in chains for step in pairwise(chain)}
    critical = [
        *sorted(nodes),
        *(key for key, one in case.links.items() if one.ends in steps and not one.hinders),
    ]
    late = _late(found, nodes)
    rest = {one: Reading("critical") for one in critical if one not in late}
    too_soon = Message("Target dates that cannot be met: {count}", {"count": len(late)})
    each = Message("what decides when each goal can be there")
    told = _told(case, found, case.goals[0]) if len(case.goals) == 1 else each
    return overlay_of(
        "dates", Chain((too_soon, told), "; "), case.carried({**late, **rest}), case.chart
    )


def _told(case: Case, found: Timing, goal: str) -> Message:
    """Say when a goal can be there, by the chain that is shown."""
    values: dict[str, object] = {"goal": quoted(case.strategy, goal)}
    moment = next(one for one in found.moments if one.node == goal)
    if moment.certain is not None:
        values["date"] = moment.certain.date
        return Message("what decides that {goal} cannot be there before {date}", values)
    if moment.possible is not None:
        values["date"] = moment.possible.date
        return Message("what decides when {goal} is there if all causes are needed: {date}", values)
    return Message("no date says when {goal} can be there", values)


def _chains(found: Timing, goal: str) -> Iterator[tuple[str, ...]]:
    """Give a goal's critical chain: the certain one, or else the possible one."""
    chains = {one.reading: one.nodes for one in found.critical if one.goal == goal}
    yield from [chains[reading] for reading in ("certain", "possible") if reading in chains][:1]


def _late(found: Timing, critical: set[str]) -> Mapping[str, Reading]:
    """Give the first target of each node that cannot be met, the certain ones first."""
    late: dict[str, Reading] = {}
    for one in found.missed:
        standing: Standing = "late" if one.reading == "certain" else "late-if-all"
        also = Message("on the chain that decides when") if one.node in critical else ""
        late.setdefault(one.node, Reading(standing, _foot(one), None, also))
    return late


def _foot(one: Missed) -> Message:
    values = {"due": one.due, "earliest": one.earliest}
    if one.earliest is None:
        return Message("due {due}, never there", values)
    return Message("due {due}, not before {earliest}", values)
