"""The signs of the matrix: told apart by their shape, in grey as in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.badges import badge
from toc.diagrams.curves import circle, moved, polygon, rectangle
from toc.diagrams.scene import Figure, Words, rounded

if TYPE_CHECKING:
    from toc.diagrams.matrix.grid import Column, Meeting
    from toc.diagrams.scene import Path

__all__ = ["REACH", "head", "sign"]

REACH = 8.0
"""Nothing of a sign lies further than this from its centre, but the stroke."""

_TYPE = 8.5
_MANY = 3


def sign(meeting: Meeting, x: float, y: float) -> tuple[Figure, ...]:
    """Draw how a pilot and a column meet: a ring, a disc in a ring, a flag, a cross."""
    if meeting == "tests":
        return (Figure(circle(x, y, 6), palette.PAPER, palette.ON_TRACK_EDGE, 1.8),)
    if meeting == "only":
        ring = Figure(circle(x, y, 7.4), palette.PAPER, palette.ON_TRACK_EDGE, 1.2)
        return (ring, Figure(circle(x, y, 5), palette.ON_TRACK_EDGE))
    if meeting == "reaches":
        corners = [(x - 5, y - 7), (x + 7, y), (x - 5, y + 7)]
        return (Figure(polygon(corners), palette.TINTS["goal"]),)
    return (Figure(_cross(x, y), "", palette.HINDRANCE, 2.2, upright=True),)


def _cross(x: float, y: float) -> Path:
    d = 5.5
    steps: Path = (("M", (-d, -d)), ("L", (d, d)), ("M", (-d, d)), ("L", (d, -d)))
    return moved(steps, x, y)


def head(column: Column, x: float, y: float) -> tuple[tuple[Figure, ...], Words]:
    """Draw what a column is: an assumption's badge, a link's tag, a goal's dark box."""
    if column.kind == "assumption":
        drawn = badge(int(column.sign), column.state, x, y)
        return drawn.figures, drawn.words
    size = _TYPE if len(column.sign) < _MANY else _TYPE - 2
    is_goal = column.kind == "goal"
    colour = palette.PAPER if is_goal else palette.INK
    place = rounded(x), rounded(y + size * 0.36)
    words = Words(*place, column.sign, size, bold=True, colour=colour, anchor="middle")
    if is_goal:
        return (Figure(rectangle(x - 8, y - 8, 16, 16, 3), palette.TINTS["goal"]),), words
    corners = [(x - 9, y - 7), (x + 4, y - 7), (x + 9, y), (x + 4, y + 7), (x - 9, y + 7)]
    return (Figure(polygon(corners), palette.PAPER, palette.INK, 1.2),), words
