"""A goal's chain: what leads to it stays, the rest stands back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.overlay import Dress, Key, Overlay, Stamp, Stroke
from toc.views.query import query_of
from toc.views.spelled import quoted, spelled
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.laying import Case

ABOUT = Message("what leads to a goal")

_APART = Message("does not lead there")


def lay(case: Case) -> Overlay:
    """Let what leads to some goals stand out, or to any of them where none is named."""
    goals = spelled(case.strategy, "goal", case.about) or tuple(case.strategy.goals)
    nodes = query_of("goal").sight(case.graph, goals).boxes
    sight = case.boxes_of(nodes)
    kept = case.arrows_of(
        {key for key, arrow in case.links.items() if nodes.issuperset(arrow.ends)}
    )
    badges = {
        number for arrow in case.chart.arrows if arrow.key in kept for number in arrow.assuming
    }
    titles = [quoted(case.strategy, goal) for goal in goals]
    return Overlay(
        "chain",
        Message("What leads to {titles}", {"titles": titles}),
        {box.id: _dress(box.id, goals, sight) for box in case.chart.boxes},
        {arrow.key: Stroke(muted=arrow.key not in kept) for arrow in case.chart.arrows},
        {note.number: Stamp(muted=note.number not in badges) for note in case.chart.notes},
        tuple(_keys(case, goals, sight)),
    )


_GOAL = Dress(width=3.0)
_REST = Dress(muted=True, told=_APART)


def _dress(box: str, goals: tuple[str, ...], sight: frozenset[str]) -> Dress:
    if box in goals:
        return _GOAL
    return Dress(told=Message("leads there")) if box in sight else _REST


def _keys(case: Case, goals: tuple[str, ...], sight: frozenset[str]) -> Iterator[Key]:
    boxes = {box.id for box in case.chart.boxes}
    if boxes.intersection(goals):
        yield Key(Message("the goal"), _GOAL)
    if boxes & sight - set(goals):
        yield Key(Message("leads there"), Dress())
    if boxes - sight:
        yield Key(_APART, _REST)
