"""A need to which nothing in the strategy answers."""

from collections.abc import Iterator, Mapping

from toc.findings import KEY, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_AREAS = frozenset[str]


@rule(
    Severity.WARNING,
    looks_at=("area", "out_of_scope"),
    relies_on=(
        *NODE_SECTIONS,
        *(f"{section}.area" for section in NODE_SECTIONS if section != "needs"),
        "areas",
        "areas.part_of",
        "links",
        "links.feedback",
        "links.role",
    ),
    yields_to=("level-missing",),
)
def need_unaddressed(case: Case) -> Iterator[Complaint]:
    """Find needs that no link answers, and no chain from an activity to a goal in their area."""
    arrows = (*case.strategy.arrows, *case.graph.arrows)
    answered = {one.effect.lower() for one in arrows}
    answered |= {one.cause.lower() for one in arrows if not one.hinders}
    wider = _wider(case)
    # An activity that no link touches is told of itself, and may be the answer.
    served = _served(case) | _unlinked(case)
    beyond = frozenset(area for one in served for area in wider.get(one, ()))
    for name, need in case.strategy.needs.items():
        if need.out_of_scope or name.lower() in answered:
            continue
        area = (need.area or "").lower()
        if area and (area not in wider or area in beyond or wider[area] & served):
            continue
        yield complaint(
            ("needs", name, KEY),
            Message("nothing in the strategy answers to “{need}”", {"need": case.title(name)}),
            Message(
                "link it to the activity that answers to it: {link}; "
                "if it is left to others, say to whom under “out_of_scope:”",
                {"link": f"{name} -> …: …"},
            ),
            question=Message(
                "Who does something about “{need}”, and if not we, why?",
                {"need": case.title(name)},
            ),
        )


def _wider(case: Case) -> Mapping[str, _AREAS]:
    """Give for each area itself and all that it is part of."""
    areas = case.strategy.areas.items()
    part_of = {name.lower(): (area.part_of or "").lower() for name, area in areas}
    return {name: _upwards(name, part_of) for name in part_of}


def _upwards(area: str, part_of: Mapping[str, str]) -> _AREAS:
    found: set[str] = set()
    while area in part_of and area not in found:
        found.add(area)
        area = part_of[area]
    return frozenset(found)


def _served(case: Case) -> _AREAS:
    """Give the areas through which a chain of helping arrows runs from an activity to a goal."""
    graph = case.graph
    on_the_way = graph.reached_from(graph.within("activities"))
    on_the_way &= graph.leading_to(graph.within("goals"))
    areas = _areas(case)
    return frozenset(area for node in on_the_way for area in areas[node])


def _unlinked(case: Case) -> _AREAS:
    """Give the areas of the activities that no link touches."""
    arrows = (*case.strategy.arrows, *case.graph.arrows)
    touched = {end.lower() for arrow in arrows for end in arrow.ends}
    activities = case.strategy.activities.items()
    idle = (activity.area for name, activity in activities if name.lower() not in touched)
    return frozenset(area.lower() for area in idle if area)


def _areas(case: Case) -> Mapping[str, _AREAS]:
    """Give each node's own area, else those of the nearest causes on each way to it."""
    own = {node: case.graph.entry(node).area for node in case.graph.nodes}
    found = {node: frozenset({area.lower()} if area else ()) for node, area in own.items()}
    waiting = [node for node in own if own[node]]
    while waiting:
        node = waiting.pop()
        for effect in case.graph.effects_of(node):
            if not own[effect] and not found[node] <= found[effect]:
                found[effect] |= found[node]
                waiting.append(effect)
    return found
