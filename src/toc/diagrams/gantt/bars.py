"""Bars and marks of the Gantt picture: told apart by their shape, in grey as in colour."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from toc.diagrams import palette
from toc.diagrams.curves import circle, moved, polygon, rectangle
from toc.diagrams.gantt.extent import extent_of
from toc.diagrams.scene import Figure
from toc.diagrams.sheet import signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.gantt.axis import Axis
    from toc.diagrams.gantt.extent import Extent
    from toc.diagrams.scene import Path
    from toc.model import Interval
    from toc.roadmap.reviews import Standing

__all__ = ["BAR", "REACH", "Drawn", "bar", "diamond", "missing", "review", "star"]

BAR = 11.0
"""How high a bar is."""

REACH = 9.5
"""Nothing of a mark lies further from its centre, but the stroke."""

_THIN = 5.0
_ARROW = 9.0
_LEAST = 2.0
"""A bar of a single day must be seen on an axis of thirty years."""

_SHORT = 30.0
_SEEN = 5.0
"""What is sure is not drawn as a sliver where two months meet."""

_EDGE = palette.ON_TRACK_EDGE
_STAGE = palette.SECONDARY


class Drawn(NamedTuple):
    """What is drawn of one thing.

    Attributes:
        outline: its shape as a whole.
        ground: what lies upon it.
        left: where it begins.
        right: where it ends, its arrow included.
    """

    outline: Figure
    ground: tuple[Figure, ...]
    left: float
    right: float


class _Look(NamedTuple):
    high: float
    edge: str
    sure: str
    unsure: str
    stroke: float


LOOKS = {
    "activity": _Look(BAR, _EDGE, _EDGE, palette.ON_TRACK, 1.0),
    "pilot": _Look(BAR, palette.INK, palette.PAPER, palette.PAPER, 2.2),
    "stage": _Look(7.0, _STAGE, _STAGE, palette.BAND, 1.0),
    "event": _Look(_THIN, palette.FADED, palette.MUTED, palette.PAPER, 0.8),
    "review": _Look(_THIN, palette.FADED, palette.MUTED, palette.PAPER, 0.8),
}


def bar(kind: str, period: Interval, axis: Axis, y: float, *, faded: bool = False) -> Drawn:
    """Draw a period around a middle line.

    What is sure is filled; what may or may not belong to it is pale within a dashed line.  An
    end that nobody has given is an arrow at the edge of the axis.

    Args:
        kind: of what: an activity, a pilot, a stage, an event.
        period: from when to when.
        axis: where days stand.
        y: the middle line.
        faded: whether it stands back.
    """
    look = LOOKS[kind]
    if faded:
        look = look._replace(
            edge=palette.FADED, sure=palette.HATCH, unsure=palette.PAPER, stroke=1.0
        )
    found = extent_of(period)
    left, right = _ends_of(found, axis)
    top = y - look.high / 2
    is_sharp = _is_sharp(period)
    whole = Figure(
        rectangle(left, top, right - left, look.high),
        look.sure if is_sharp else look.unsure,
        look.edge,
        look.stroke,
        () if is_sharp else palette.DASHED,
    )
    parts: list[Figure] = []
    begun = left if found.begun is None else max(left, axis.x(found.begun))
    ending = right if found.ending is None else min(right, axis.x(found.ending))
    if not is_sharp and ending - begun >= _SEEN:
        parts.append(
            Figure(
                rectangle(begun, top, ending - begun, look.high), look.sure, look.edge, look.stroke
            )
        )
    parts += _arrows(look, period, (left, right), y)
    if kind == "stage":
        parts += _ends(look, (left, right), y, period)
    from_ = left - (_ARROW if found.first is None else 0)
    return Drawn(whole, tuple(parts), from_, right + (_ARROW if found.last is None else 0))


def _ends_of(found: Extent, axis: Axis) -> tuple[float, float]:
    """Give where a bar begins and ends, with room for its arrows, and wide enough to be seen."""
    least = axis.left + (_ARROW if found.first is None else 0)
    most = axis.right - (_ARROW if found.last is None else 0)
    left = least if found.first is None else axis.x(found.first)
    right = most if found.last is None else axis.x(found.last)
    if right - left >= _LEAST:
        return left, right
    left = min(max((left + right - _LEAST) / 2, least), most - _LEAST)
    return left, left + _LEAST


def _is_sharp(period: Interval) -> bool:
    ends = (period.start, period.end)
    return all(end is not None and end.precision == "day" for end in ends)


def _arrows(look: _Look, period: Interval, ends: tuple[float, float], y: float) -> Iterator[Figure]:
    high = look.high / 2 + 2
    left, right = ends
    if period.start is None:
        corners = [(left, y - high), (left - _ARROW, y), (left, y + high)]
        yield Figure(polygon(corners), look.edge)
    if period.end is None:
        corners = [(right, y - high), (right + _ARROW, y), (right, y + high)]
        yield Figure(polygon(corners), look.edge)


def _ends(look: _Look, ends: tuple[float, float], y: float, period: Interval) -> Iterator[Figure]:
    """Let the ends of a stage hang down, as brackets do."""
    low = y + look.high / 2 + 4
    for x, end, inwards in ((ends[0], period.start, 5.0), (ends[1], period.end, -5.0)):
        if end is not None:
            corners = [(x, y), (x, low), (x + inwards, y + look.high / 2)]
            yield Figure(polygon(corners), look.edge)


def missing(within: Interval | None, axis: Axis, y: float) -> Drawn:
    """Draw what has no date: a dotted frame as long as its stage, or a short one."""
    left, right = axis.left + 2, axis.left + _SHORT
    if within is not None and (within.start or within.end):
        left, right = _ends_of(extent_of(within), axis)
    shape = rectangle(left, y - BAR / 2, right - left, BAR)
    return Drawn(
        Figure(shape, palette.PAPER, palette.SECONDARY, 1.2, palette.DOTTED), (), left, right
    )


def diamond(x: float, y: float) -> Figure:
    """Draw an event around a centre."""
    corners = [(x, y - 7.5), (x + 7.5, y), (x, y + 7.5), (x - 7.5, y)]
    return Figure(polygon(corners), palette.INK, palette.PAPER, 1.0)


def star(x: float, y: float) -> Figure:
    """Draw the mark of a quick win around a centre."""
    corners = [
        (
            x + (7.0 if point % 2 == 0 else 3.0) * sin(point * pi / 5),
            y - (7.0 if point % 2 == 0 else 3.0) * cos(point * pi / 5),
        )
        for point in range(10)
    ]
    return Figure(polygon(corners), palette.BEHIND, palette.INK, 1.0)


def review(standing: Standing, x: float, y: float, *, joint: bool = False) -> tuple[Figure, ...]:
    """Draw a review around a centre: by its shape held, planned, due, overdue or left out.

    A common session of several regions has a second ring.
    """
    ring = (Figure(circle(x, y, REACH), palette.PAPER, palette.SECONDARY, 1.0),) if joint else ()
    return (*ring, *_standing(standing, x, y))


def _standing(standing: Standing, x: float, y: float) -> tuple[Figure, ...]:
    if standing == "held":
        disc = Figure(circle(x, y, 6), _EDGE, _EDGE, 1.0)
        return disc, Figure(moved(_CHECK, x, y), "", palette.PAPER, 1.7, upright=True)
    if standing in ("planned", "due"):
        disc = Figure(circle(x, y, 6), palette.PAPER, _EDGE, 1.8)
        return (disc, Figure(circle(x, y, 2.4), _EDGE)) if standing == "planned" else (disc,)
    if standing == "overdue":
        return signs.sign("exclamation", x, y, palette.HINDRANCE).figures
    return signs.sign("minus", x, y, palette.FADED).figures


_CHECK: Path = (("M", (-2.7, 0.2)), ("L", (-0.8, 2.2)), ("L", (2.8, -2.1)))
