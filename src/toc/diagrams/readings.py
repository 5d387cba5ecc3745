"""What later work found out about boxes and arrows, and how each of it is dressed.

A module of the folder `overlays` needs no more than this to show it:

    ABOUT = Message("how far each measure is")

    def lay(case: Case) -> Overlay:
        found = {one.id: Reading("behind", foot="17 of 80", share=0.2) for one in progress(case)}
        return overlay_of("monitoring", Message("Progress"), found, case.chart)

States of several families can be shown.  How it is going: on-track, behind, far-behind,
achieved, no-data, stale, not-comparable.  Single points of failure: certain, possible.
What is different from another version, on a chart of both: added, changed, removed.
What links rest on: first, strong, moderate, limited, no-evidence, ungraded.  Ways and
dates: on-the-way, late, late-if-all, critical.  Which way a map reads: against, misfit, leap.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from toc.diagrams import palette
from toc.diagrams.overlay import Dress, Key, Overlay, Stamp, Stroke
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from toc.diagrams.chart import Chart
    from toc.diagrams.overlay import Wording

__all__ = ["DRESSES", "STANDINGS", "STROKES", "Reading", "Standing", "overlay_of"]

Standing: TypeAlias = Literal[
    "on-track",
    "behind",
    "far-behind",
    "achieved",
    "no-data",
    "stale",
    "not-comparable",
    "certain",
    "possible",
    "added",
    "changed",
    "removed",
    "on-the-way",
    "late",
    "late-if-all",
    "critical",
    "first",
    "strong",
    "moderate",
    "limited",
    "no-evidence",
    "ungraded",
    "against",
    "misfit",
    "leap",
]
"""How a box or an arrow stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found out about a box or an arrow.

    Attributes:
        standing: how it stands.
        foot: a few words for the lower edge: "61 of 80"; where less is better "17, target 10".
        share: how much of it is reached, from 0 to 1; None where that cannot be said.
        words: more for who hears the picture.
    """

    standing: Standing
    foot: Wording = ""
    share: float | None = None
    words: Wording = ""


STANDINGS: Mapping[Standing, Message] = MappingProxyType(
    {
        "on-track": Message("on track"),
        "behind": Message("behind"),
        "far-behind": Message("far behind"),
        "achieved": Message("achieved"),
        "no-data": Message("no data"),
        "stale": Message("not measured for too long"),
        "not-comparable": Message("not comparable"),
        "certain": Message("single point of failure"),
        "possible": Message("possible single point of failure"),
        "added": Message("added"),
        "changed": Message("changed"),
        "removed": Message("removed"),
        "on-the-way": Message("on this way"),
        "late": Message("its target date cannot be met"),
        "late-if-all": Message("its target date may not be met"),
        "critical": Message("on the chain that decides when"),
        "first": Message("to be looked at first"),
        "strong": Message("strong evidence"),
        "moderate": Message("moderate evidence"),
        "limited": Message("limited evidence"),
        "no-evidence": Message("no evidence"),
        "ungraded": Message("evidence not graded"),
        "against": Message("runs against the way the map reads"),
        "misfit": Message("fits least"),
        "leap": Message("leaves out a level"),
    }
)
"""The words for each standing."""

DRESSES: Mapping[Standing, Dress] = MappingProxyType(
    {
        "on-track": Dress(
            fill=palette.ON_TRACK, ink=palette.INK, edge=palette.ON_TRACK_EDGE, sign="check"
        ),
        "behind": Dress(
            fill=palette.BEHIND, ink=palette.INK, edge=palette.BEHIND_EDGE, sign="exclamation"
        ),
        "far-behind": Dress(
            fill=palette.FAR_BEHIND, ink=palette.PAPER, edge=palette.FAR_BEHIND, sign="cross"
        ),
        "achieved": Dress(
            fill=palette.ACHIEVED, ink=palette.PAPER, edge=palette.ACHIEVED, sign="check"
        ),
        "no-data": Dress(ink=palette.INK, edge=palette.SECONDARY, hatched=True),
        "stale": Dress(
            ink=palette.INK, edge=palette.SECONDARY, hatched=True, sign="question", dash=(4.0, 2.5)
        ),
        "not-comparable": Dress(
            ink=palette.INK, edge=palette.SECONDARY, sign="tilde", dash=(1.5, 2.0)
        ),
        "certain": Dress(edge=palette.INK, width=2.4, ring="full"),
        "possible": Dress(edge=palette.INK, ring="dashed"),
        "added": Dress(edge=palette.ADDED, width=2.4, sign="plus"),
        "changed": Dress(edge=palette.CHANGED, width=2.4, sign="tilde"),
        "removed": Dress(
            ink=palette.SECONDARY,
            edge=palette.REMOVED,
            dash=palette.DASHED,
            sign="minus",
            struck=True,
        ),
        "on-the-way": Dress(edge=palette.INK, width=2.4),
        "late": Dress(
            fill=palette.FAR_BEHIND, ink=palette.PAPER, edge=palette.FAR_BEHIND, sign="cross"
        ),
        "late-if-all": Dress(
            fill=palette.BEHIND, ink=palette.INK, edge=palette.BEHIND_EDGE, sign="exclamation"
        ),
        "critical": Dress(edge=palette.INK, width=2.4),
        "first": Dress(edge=palette.FAR_BEHIND, width=2.4, sign="exclamation"),
        "strong": Dress(edge=palette.ACHIEVED, width=2.4, sign="check"),
        "moderate": Dress(edge=palette.ACHIEVED, sign="check", dash=(8.0, 3.0)),
        "limited": Dress(edge=palette.INK, sign="tilde"),
        "no-evidence": Dress(edge=palette.SECONDARY, hatched=True, ink=palette.INK),
        "ungraded": Dress(edge=palette.SECONDARY, sign="question", dash=palette.DOTTED),
        "against": Dress(edge=palette.FAR_BEHIND, width=2.4, sign="cross"),
        "misfit": Dress(edge=palette.BEHIND_EDGE, width=2.4, sign="question"),
        "leap": Dress(edge=palette.INK, width=2.4, sign="exclamation"),
    }
)
"""How a box of each standing looks."""

STROKES: Mapping[Standing, Stroke] = MappingProxyType(
    {
        "on-track": Stroke(palette.ON_TRACK_EDGE, 1.6),
        "behind": Stroke(palette.BEHIND_EDGE, 2.4, (8.0, 3.0)),
        "far-behind": Stroke(palette.FAR_BEHIND, 3.0, (2.6, 2.6)),
        "achieved": Stroke(palette.ACHIEVED, 2.6),
        "no-data": Stroke(palette.SECONDARY, 1.3, palette.DOTTED),
        "stale": Stroke(palette.SECONDARY, 1.3, palette.DOTTED),
        "not-comparable": Stroke(palette.SECONDARY, 1.3, (4.0, 2.0, 1.3, 2.0)),
        "certain": Stroke(palette.INK, 3.0),
        "possible": Stroke(palette.INK, 2.0, (8.0, 3.0)),
        "added": Stroke(palette.ADDED, 2.4, tag="+"),
        "changed": Stroke(palette.CHANGED, 2.4, (8.0, 3.0), tag="~"),
        "removed": Stroke(palette.REMOVED, 1.3, palette.DASHED, tag="\N{MINUS SIGN}"),
        "on-the-way": Stroke(palette.INK, 2.4),
        "late": Stroke(palette.FAR_BEHIND, 3.0, (2.6, 2.6)),
        "late-if-all": Stroke(palette.BEHIND_EDGE, 2.4, (8.0, 3.0)),
        "critical": Stroke(palette.INK, 2.4),
        "first": Stroke(palette.FAR_BEHIND, 3.0, (12.0, 3.0), tag="!"),
        "strong": Stroke(palette.ACHIEVED, 3.2),
        "moderate": Stroke(palette.ACHIEVED, 2.0),
        "limited": Stroke(palette.BEHIND_EDGE, 2.0, (8.0, 3.0)),
        "no-evidence": Stroke(palette.INK, 2.0, (2.6, 2.6)),
        "ungraded": Stroke(palette.INK, 1.3, palette.DOTTED),
        "against": Stroke(palette.FAR_BEHIND, 3.0, tag="!"),
        "misfit": Stroke(palette.BEHIND_EDGE, 2.4, (8.0, 3.0)),
        "leap": Stroke(palette.INK, 2.0),
    }
)
"""How an arrow of each standing looks."""

_REST = Dress(muted=True)


def overlay_of(
    name: str,
    title: Wording,
    readings: Mapping[str, Reading],
    chart: Chart,
    usual: Collection[str] = (),
) -> Overlay:
    """Dress a chart by what was found out; of what nothing is said stands back.

    Args:
        name: the overlay's name, for programs.
        title: the same for people.
        readings: by id of a box or key of an arrow; what is not on the chart is passed over.
        chart: what the picture shows.
        usual: boxes and arrows that stay as they are, though nothing is said of them.
    """
    ids, keys = {box.id for box in chart.boxes}, {arrow.key for arrow in chart.arrows}
    boxes = {key: _dress(one) for key, one in readings.items() if key in ids}
    arrows = {key: _stroke(one) for key, one in readings.items() if key in keys}
    apart = set(usual).difference(readings)
    boxes |= dict.fromkeys(apart & ids, Dress())
    arrows |= dict.fromkeys(apart & keys, Stroke())
    return Overlay(
        name,
        title,
        dict.fromkeys(ids, _REST) | boxes,
        dict.fromkeys(keys, Stroke(muted=True)) | arrows if arrows else {},
        _stamps(chart, arrows) if arrows else {},
        tuple(_keys(readings, ids, keys, apart)),
    )


def _told(reading: Reading) -> Wording:
    parts = (STANDINGS[reading.standing], reading.foot, reading.words)
    return Chain(tuple(part for part in parts if part), ", ")


def _dress(reading: Reading) -> Dress:
    usual = DRESSES[reading.standing]
    return replace(usual, foot=reading.foot, share=reading.share, told=_told(reading))


def _stroke(reading: Reading) -> Stroke:
    return replace(STROKES[reading.standing], told=_told(reading))


def _stamps(chart: Chart, arrows: Collection[str]) -> dict[int, Stamp]:
    """Let the assumptions of those arrows stand back of which nothing is said."""
    kept = {number for arrow in chart.arrows if arrow.key in arrows for number in arrow.assuming}
    return {note.number: Stamp(muted=note.number not in kept) for note in chart.notes}


def _keys(
    readings: Mapping[str, Reading], ids: set[str], arrows: set[str], apart: set[str]
) -> Iterator[Key]:
    """Explain the standings that are there, boxes first."""
    for standing in get_args(Standing):
        if any(one.standing == standing and key in ids for key, one in readings.items()):
            yield Key(STANDINGS[standing], DRESSES[standing])
    for standing in get_args(Standing):
        if any(one.standing == standing and key in arrows for key, one in readings.items()):
            yield Key(STANDINGS[standing], replace(STROKES[standing], tag=""))
    if not ids <= readings.keys() | apart:
        yield Key(Message("nothing is said of it"), _REST)
