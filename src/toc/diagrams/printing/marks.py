"""What is printed for those who trim and glue: crop marks, shades, notes, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc import typeface
from toc.diagrams import palette
from toc.diagrams.curves import rectangle
from toc.diagrams.paper import POINTS
from toc.diagrams.scene import Figure, Item, Words

if TYPE_CHECKING:
    from toc.diagrams.printing.leaf import Window
    from toc.diagrams.scene import Path

__all__ = ["crop", "note", "numbered", "shade"]

_AWAY: Final = 1.5 * POINTS
_LONG: Final = 5.0 * POINTS
_HAIR: Final = 0.35
_SHADE: Final = palette.INK + "1F"
"""Ink that lets an eighth through, so that a seam that gapes still shows the picture."""

_NOTE: Final = 8.0
_NUMBER: Final = 7.0


def crop(window: Window) -> Item:
    """Draw two short lines beside each corner, clear of the picture."""
    ends = ((window.x, -1), (window.x + window.width, 1))
    sides = ((window.y, -1), (window.y + window.height, 1))
    lines = tuple(
        line
        for x, outward in ends
        for y, downward in sides
        for line in (
            _line((x + outward * _AWAY, y), (x + outward * (_AWAY + _LONG), y)),
            _line((x, y + downward * _AWAY), (x, y + downward * (_AWAY + _LONG))),
        )
    )
    return Item("crop", lines, ())


def _line(start: tuple[float, float], end: tuple[float, float]) -> Figure:
    path: Path = (("M", start), ("L", end))
    return Figure(path, "", palette.INK, _HAIR)


def shade(window: Window, overlap: float, *, right: bool, bottom: bool) -> Item:
    """Shade the edges upon which a neighbour is glued."""
    high = window.height - overlap if bottom else window.height
    figures: list[Figure] = []
    if right:
        x = window.x + window.width - overlap
        figures.append(_area(x, window.y, overlap, high))
    if bottom:
        y = window.y + window.height - overlap
        figures.append(_area(window.x, y, window.width, overlap))
    return Item("shade", tuple(figures), ())


def _area(x: float, y: float, width: float, height: float) -> Figure:
    return Figure(rectangle(x, y, width, height), _SHADE)


def note(window: Window, text: str) -> Item:
    """Say under a tile which one it is."""
    x, y = window.x + 2 * _NOTE, window.y + window.height + _AWAY + _NOTE
    return Item("note", (), (Words(x, y, text, _NOTE, colour=palette.INK),))


def numbered(window: Window, number: str) -> Item:
    """Draw a tile's edges on the overview, and its number in the corner that is its own."""
    wide = typeface.width(number, _NUMBER, bold=True) + 8
    x, y = window.x + 3, window.y + 3
    edges = rectangle(window.x, window.y, window.width, window.height)
    frame = Figure(edges, "", palette.HINDRANCE, 0.7)
    ground = Figure(rectangle(x, y, wide, _NUMBER + 5, 3), palette.HINDRANCE)
    words = Words(x + 4, y + _NUMBER + 1.4, number, _NUMBER, bold=True, colour=palette.PAPER)
    return Item("number", (frame, ground), (words,))
