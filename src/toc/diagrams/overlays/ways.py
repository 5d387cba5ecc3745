"""One way to a goal: the cheapest where anything has a cost, else the smallest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.answers import Method
from toc.analysis.cheapest_way import cheapest_way
from toc.analysis.logic import Logic
from toc.analysis.remains import remains
from toc.analysis.ways import ways
from toc.diagrams.readings import Reading, overlay_of
from toc.views.spelled import quoted
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.answers import Both
    from toc.analysis.combinations import Combinations
    from toc.analysis.things import Thing
    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Overlay

ABOUT = Message("one way to a goal, the cheapest or the smallest, and how many others there are")


def lay(case: Case) -> Overlay:
    """Light one way to the goals that are asked about; to the first when none is."""
    logic = Logic.of(case.graph)
    found: dict[str, Reading] = {}
    title = Message("One way to each goal")
    for goal in case.goals:
        every = ways(logic, goal).sets
        things, way = _way(logic, goal, every.if_any, {"goal": quoted(case.strategy, goal)})
        found = {**_lit(case, logic, goal, things), **found}
        if goal in found:
            found[goal] = Reading("on-the-way", _foot(every.if_any))
        if len(case.goals) == 1:
            title = _beside(way, every)
    return overlay_of("ways", title, case.carried(found), case.chart)


def _way(
    logic: Logic, goal: str, every: Combinations, values: Mapping[str, object]
) -> tuple[tuple[Thing, ...], Message]:
    """Give what one way needs, and say which way it is."""
    package, smallest = cheapest_way(logic, goal).way.if_any, every.sets[:1]
    if package is None or not smallest:
        return (), Message("{goal} is out of reach", values)
    if len(package.without_cost) < len(package.things):
        if package.method is Method.TRIED:
            return package.things, Message("A cheap way to {goal}", values)
        return package.things, Message("The cheapest way to {goal}", values)
    if every.method is Method.TRIED:
        return smallest[0], Message("A small way to {goal}", values)
    return smallest[0], Message("The smallest way to {goal}", values)


def _foot(sets: Combinations) -> Message | str:
    """Say in a few words how many other ways there are, where these were counted."""
    if sets.method is Method.TRIED or sets.count == 1:
        return ""
    count = {"count": sets.count - 1}
    return Message("{count} other way", count, plural="{count} other ways")


def _beside(title: Message, every: Both[Combinations]) -> Message:
    if not every.if_any.sets:
        return title
    told = _others(title, every.if_any)
    if every.agree:
        return told
    return Message("{title} (any one cause is enough where nobody has said it)", {"title": told})


def _others(title: Message, sets: Combinations) -> Message:
    values = {"title": title, "count": sets.count - 1}
    if sets.method is Method.TRIED:
        return Message("{title}; the others are too many to be counted", values)
    if sets.count == 1:
        return Message("{title}; there is no other", values)
    return Message(
        "{title}; there is {count} other way",
        values,
        plural="{title}; there are {count} other ways",
    )


def _lit(case: Case, logic: Logic, goal: str, things: tuple[Thing, ...]) -> Mapping[str, Reading]:
    """Give what brings the goal about when everything fails that is not on the way."""
    fails = logic.part(goal).may_fail.difference(one.name for one in things)
    left = remains(logic, goal, fails)
    arrows = [key for key, one in case.links.items() if (one.cause, one.key) in left.arrows]
    return dict.fromkeys([*sorted(left.nodes), *arrows], Reading("on-the-way"))
