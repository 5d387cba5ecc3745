"""The marks of charts: each has a shape of its own, read in grey as in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.diagrams import palette
from toc.diagrams.curves import circle, moved, polygon, rectangle
from toc.diagrams.layout import Area
from toc.diagrams.overlay import Dress
from toc.diagrams.scene import Figure
from toc.diagrams.sheet.drawing import ground

if TYPE_CHECKING:
    from toc.diagrams.scene import Point

__all__ = [
    "NOW",
    "arrow",
    "bar",
    "diamond",
    "disc",
    "flag",
    "hatch",
    "line",
    "pointer",
    "slashes",
    "square",
    "tick",
]

NOW: Final = palette.ACHIEVED
"""The colour of what is measured."""

_CASING = 2.4


def line(*points: Point, colour: str, width: float = 1.0, dash: tuple[float, ...] = ()) -> Figure:
    """Draw straight lines through points."""
    first, *others = points
    path = (("M", first), *(("L", point) for point in others))
    return Figure(moved(path, 0, 0), "", colour, width, dash)  # type: ignore[arg-type]


def bar(x: float, top: float, width: float, height: float, colour: str) -> Figure:
    """Draw a full bar."""
    return Figure(rectangle(x, top, width, height), colour)


def hatch(x: float, top: float, width: float, height: float) -> tuple[Figure, ...]:
    """Draw a place where a value is missing: a dashed frame, pale lines across it."""
    frame = Figure(
        rectangle(x, top, width, height), palette.PAPER, palette.SECONDARY, 0.9, (3.0, 2.0)
    )
    return (frame, *ground("", Area(x, top, width, height), Dress(hatched=True)))


def disc(x: float, y: float, *, hollow: bool = False, radius: float = 2.8) -> Figure:
    """Draw a measured value; a hollow one is measured with a reserve."""
    fill = palette.PAPER if hollow else NOW
    return Figure(circle(x, y, radius), fill, NOW, 1.3)


def square(x: float, y: float) -> Figure:
    """Draw where a series begins."""
    return Figure(rectangle(x - 2.7, y - 2.7, 5.4, 5.4), palette.PAPER, palette.INK, 1.2)


def diamond(x: float, y: float, reach: float = 4.2) -> Figure:
    """Draw a hollow diamond."""
    corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
    return Figure(polygon(corners), palette.PAPER, palette.INK, 1.3)


def tick(x: float, top: float, bottom: float, width: float = 2.0) -> tuple[Figure, ...]:
    """Draw an upright line that is seen upon a dark bar, too."""
    return (
        line((x, top), (x, bottom), colour=palette.PAPER, width=width + _CASING),
        line((x, top), (x, bottom), colour=palette.INK, width=width),
    )


def flag(x: float, y: float, height: float = 11.0) -> tuple[Figure, ...]:
    """Draw a flag whose foot stands on a place."""
    cloth = [(x, y - height), (x + 7.5, y - height + 3.0), (x, y - height + 6.0)]
    return (
        line((x, y), (x, y - height), colour=palette.INK, width=1.4),
        Figure(polygon(cloth), palette.INK),
    )


def pointer(x: float, y: float) -> Figure:
    """Draw a small triangle whose tip points up to a place."""
    return Figure(polygon([(x, y), (x + 3.4, y + 5.6), (x - 3.4, y + 5.6)]), palette.INK)


def arrow(x: float, y: float, colour: str, *, onwards: bool) -> Figure:
    """Draw that something lies further than the sheet shows: onwards or back."""
    reach = 7.0 if onwards else -7.0
    return Figure(polygon([(x, y - 5.0), (x + reach, y), (x, y + 5.0)]), colour)


def slashes(x: float, y: float) -> tuple[Figure, ...]:
    """Draw that a series is broken: two strokes."""
    return tuple(
        line((at - 1.6, y + 4.2), (at + 1.6, y - 4.2), colour=palette.INK, width=1.3)
        for at in (x - 1.6, x + 1.6)
    )
