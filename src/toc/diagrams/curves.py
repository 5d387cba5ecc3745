"""Curves: cubic steps as points, and where they run."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from toc.diagrams.scene import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.scene import Path, Point, Step

__all__ = ["bend", "circle", "moved", "polygon", "rectangle", "sampled", "walk"]

_ROUND = 0.5523


def bend(start: Point, end: Point, lean: float = 0.5) -> Step:
    """Lead from one height to another, level at both ends.

    Args:
        start: where it begins.
        end: where it ends.
        lean: how far into the gap it is steepest: handles at half the gap, or about there.
    """
    steep = start[0] + (end[0] - start[0]) * lean
    return ("C", (steep, start[1], steep, end[1], *end))


def circle(x: float, y: float, radius: float) -> Path:
    """Draw a circle as four cubics."""
    r, k = radius, radius * _ROUND
    steps: Path = (
        ("M", (0, -r)),
        ("C", (k, -r, r, -k, r, 0)),
        ("C", (r, k, k, r, 0, r)),
        ("C", (-k, r, -r, k, -r, 0)),
        ("C", (-r, -k, -k, -r, 0, -r)),
        ("Z", ()),
    )
    return moved(steps, x, y)


def polygon(points: Sequence[Point]) -> Path:
    """Draw straight lines through points and back to the first."""
    steps: list[Step] = [("M", points[0]), *(("L", point) for point in points[1:])]
    return moved((*steps, ("Z", ())), 0, 0)


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0) -> Path:
    """Draw a rectangle with round corners."""
    if not radius:
        return polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    r = min(radius, width / 2, height / 2)
    k, right, bottom = r * (1 - _ROUND), x + width, y + height
    steps: Path = (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )
    return moved(steps, 0, 0)


def moved(path: Path, x: float, y: float) -> Path:
    """Move a path, and round its numbers."""
    shift = (x, y)
    return tuple(
        (name, tuple(rounded(value + shift[at % 2]) for at, value in enumerate(values)))
        for name, values in path
    )


def sampled(path: Path, pieces: int = 16) -> list[Point]:
    """Give points along a path, at most a sixteenth of a cubic apart."""
    points: list[Point] = []
    for name, values in path:
        if name == "C":
            points += _cubic(points[-1], values, pieces)
        elif name in {"M", "L"}:
            points.append((values[0], values[1]))
    return points


def _cubic(start: Point, values: Sequence[float], pieces: int) -> Iterator[Point]:
    x1, y1, x2, y2, x3, y3 = values
    for step in range(1, pieces + 1):
        t = step / pieces
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (
            a * start[0] + b * x1 + c * x2 + d * x3,
            a * start[1] + b * y1 + c * y2 + d * y3,
        )


def walk(points: Sequence[Point], distance: float) -> Iterator[Point]:
    """Go along a line of points and give one at every distance, from the start on."""
    due = 0.0
    for (x0, y0), (x1, y1) in pairwise(points):
        length = hypot(x1 - x0, y1 - y0)
        at = due
        while length and at <= length:
            yield (x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length)
            at += distance
        due = at - length
