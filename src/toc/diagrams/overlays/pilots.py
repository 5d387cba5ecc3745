"""Pilots: the measures that each tries, their way to the goals, and what each puts to the test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.overlay import Dress, Key, Overlay, Stamp, Stroke
from toc.model import link_ends
from toc.views.query import query_of
from toc.views.spelled import quoted, spelled
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.laying import Case
    from toc.words import Sayable

ABOUT = Message("what each pilot tries, and what it puts to the test")

_REST = Dress(muted=True)
_WAY = Dress(width=1.4)


@dataclass(frozen=True)
class _Trial:
    """A pilot, and what of the chart belongs to it.

    Attributes:
        tag: its short name on this sheet.
        title: its own.
        measures: the boxes that it tries.
        way: the boxes from there to its goals.
        arrows: the arrows that it puts to the test.
        notes: the numbers of the assumptions that it puts to the test.
    """

    tag: str
    title: Sayable
    measures: frozenset[str]
    way: frozenset[str]
    arrows: frozenset[str]
    notes: frozenset[int]


def lay(case: Case) -> Overlay:
    """Let some pilots stand out, or all of them where none is named."""
    named = spelled(case.strategy, "pilot", case.about) or tuple(case.strategy.pilots)
    trials = [_trial(case, name) for name in named]
    return Overlay(
        "pilots",
        Message("Pilots"),
        {box.id: _dress(box.id, trials) for box in case.chart.boxes},
        _strokes(case, trials),
        _stamps(case, trials),
        tuple(_keys(case, trials)),
    )


def _trial(case: Case, name: str) -> _Trial:
    """Find out what belongs to a pilot; its number is its place in the strategy."""
    pilot = case.strategy.pilots[name]
    tested = frozenset(test.lower() for test in pilot.tests)
    ends = [(causes, effect) for causes, effect in filter(None, map(link_ends, pilot.tests))]
    pairs = {(cause.lower(), effect.lower()) for causes, effect in ends for cause in causes}
    return _Trial(
        f"P{list(case.strategy.pilots).index(name) + 1}",
        quoted(case.strategy, name),
        case.boxes_of(set(filter(None, map(case.graph.node, pilot.of)))),
        case.boxes_of(query_of("pilot").sight(case.graph, (name,)).boxes),
        case.arrows_of(
            {
                key
                for key, arrow in case.links.items()
                if (arrow.cause.lower(), arrow.effect.lower()) in pairs
            }
        ),
        frozenset(number for key, number in case.numbers.items() if key in tested),
    )


def _dress(box: str, trials: Sequence[_Trial]) -> Dress:
    """Let a measure have a thick edge, and the way from it keep its own; both are tagged."""
    here = [trial for trial in trials if box in trial.way]
    if not here:
        return _REST
    tag = ", ".join(trial.tag for trial in here)
    tried = [trial.title for trial in here if box in trial.measures]
    if tried:
        told = Message("tried by {titles}", {"titles": tried})
        return Dress(edge=palette.INK, width=3.0, tag=tag, told=told)
    told = Message("on the way of {titles}", {"titles": [trial.title for trial in here]})
    return Dress(width=_WAY.width, tag=tag if len(trials) > 1 else "", told=told)


def _strokes(case: Case, trials: Sequence[_Trial]) -> dict[str, Stroke]:
    return {
        arrow.key: _stroke(arrow.key, arrow.cause, arrow.effect, trials)
        for arrow in case.chart.arrows
    }


def _stroke(key: str, cause: str, effect: str, trials: Sequence[_Trial]) -> Stroke:
    testing = [trial for trial in trials if key in trial.arrows]
    if testing:
        titles = [trial.title for trial in testing]
        told = Message("put to the test by {titles}", {"titles": titles})
        tag = ", ".join(trial.tag for trial in testing)
        return Stroke(palette.INK, 3.0, tag=tag, told=told)
    is_on_a_way = any(cause in trial.way and effect in trial.way for trial in trials)
    return Stroke(palette.SECONDARY, 1.6) if is_on_a_way else Stroke(muted=True)


def _stamps(case: Case, trials: Sequence[_Trial]) -> dict[int, Stamp]:
    tested = frozenset[int]().union(*(trial.notes for trial in trials))
    return {
        note.number: Stamp(muted=note.number not in tested, strong=note.number in tested)
        for note in case.chart.notes
    }


def _keys(case: Case, trials: Sequence[_Trial]) -> Iterator[Key]:
    """Give each pilot's name beside its tag, then what else is on the sheet."""
    boxes = {box.id for box in case.chart.boxes}
    arrows = {arrow.key for arrow in case.chart.arrows}
    for trial in trials:
        if boxes & trial.way or arrows & trial.arrows or case.seated & trial.notes:
            yield Key(trial.title, Dress(edge=palette.INK, width=3.0, tag=trial.tag))
    if any(boxes & trial.way - trial.measures for trial in trials):
        yield Key(Message("on the way to what it claims"), _WAY)
    if any(arrows & trial.arrows for trial in trials):
        yield Key(Message("link put to the test"), Stroke(palette.INK, 3.0))
    if any(case.seated & trial.notes for trial in trials):
        yield Key(Message("assumption put to the test"), Stamp(strong=True))
    if boxes.difference(*(trial.way for trial in trials)):
        yield Key(Message("in no pilot"), _REST)
