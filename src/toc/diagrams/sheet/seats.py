"""Where a sign stands upon an arrow: near the middle of its line, clear of all else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import hypot
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.curves import sampled, walk
from toc.diagrams.scene import rounded
from toc.diagrams.sheet import signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.diagrams.chart import Arrow
    from toc.diagrams.layout import Area, Layout
    from toc.diagrams.scene import Badge, Point, Sign

__all__ = ["seated"]

_MARKS = 4.0
"""Marks stand out so far above and below a box."""

_CLEAR = 2.0
_STEP = 4.0
_RING = 6.0
_HIDES = 10.0
_TILE = 20.0
_YARD = 80.0
"""Yards are for boxes, which tiles would be too small for."""


def seated(
    arrows: Sequence[Arrow],
    placed: Layout,
    frame: Area,
    badges: Sequence[Badge],
    colours: Mapping[str, str],
    tags: Mapping[str, str],
) -> tuple[Sign, ...]:
    """Draw the polarity of loops, how many links an arrow stands for, and an overlay's tags.

    Args:
        arrows: the chart's.
        placed: where its boxes and arrows are on the page.
        frame: the part of the page in which they are.
        badges: which stand already.
        colours: of arrows by key.
        tags: what an overlay says of some arrows, by key; placed last, so that nothing moves.
    """
    ground = _Ground(placed, frame, [(badge.x, badge.y, badge.radius) for badge in badges])
    drawn: list[Sign] = []
    for arrow in sorted(arrows, key=lambda arrow: arrow.key):
        colour = colours.get(arrow.key, palette.ARROW)
        if arrow.feedback:
            seat = ground.take(arrow.key, signs.REACH)
            drawn += [signs.polarity(arrow.feedback, arrow.key, *at, colour) for at in seat]
        if arrow.stands_for > 1:
            text = f"×{arrow.stands_for}"
            seat = ground.take(arrow.key, signs.reach_of(text))
            drawn += [signs.several(text, arrow.key, *at, colour) for at in seat]
    for key, text in sorted(tags.items()):
        seat = ground.take(key, signs.reach_of(text))
        drawn += [signs.tag(text, key, *at, colours[key]) for at in seat]
    return tuple(drawn)


@dataclass
class _Ground:
    """What stands where: boxes, lines, badges and signs."""

    placed: Layout
    frame: Area
    discs: list[tuple[float, float, float]]

    def take(self, key: str, reach: float) -> list[Point]:
        """Choose a place on an arrow, or beside it where its line has none.

        Where the whole chart is full there is none at all: what is said is told in words.
        """
        best = self._best(self._ways[key], key, reach)
        if best is None:
            return []
        seat = rounded(best[0]), rounded(best[1])
        self.discs.append((*seat, reach))
        return [seat]

    @cached_property
    def _ways(self) -> dict[str, list[Point]]:
        routes = self.placed.routes.items()
        return {key: list(walk(sampled(route.path), _STEP)) for key, route in routes}

    @cached_property
    def _lines(self) -> Mapping[tuple[int, int], set[str]]:
        """Say by tile which arrows run there."""
        lines: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        for key, way in self._ways.items():
            for x, y in way:
                lines[int(x // _TILE), int(y // _TILE)].add(key)
        return lines

    @cached_property
    def _tips(self) -> Mapping[tuple[int, int], list[Point]]:
        """Say by yard which arrows end there."""
        tips: defaultdict[tuple[int, int], list[Point]] = defaultdict(list)
        for route in self.placed.routes.values():
            x, y = route.tip
            tips[int(x // _YARD), int(y // _YARD)].append(route.tip)
        return tips

    @cached_property
    def _areas(self) -> Mapping[tuple[int, int], list[Area]]:
        """Say by yard which boxes reach there, with the marks on their edges."""
        areas: defaultdict[tuple[int, int], list[Area]] = defaultdict(list)
        for area in self.placed.boxes.values():
            for yard in _yards(area.x, area.y - _MARKS, area.right, area.bottom + _MARKS):
                areas[yard].append(area)
        return areas

    def _near(self, x: float, y: float, reach: float) -> Iterator[Area]:
        """Give all boxes that something so large may touch, and some more."""
        wide = reach + _CLEAR
        for yard in _yards(x - wide, y - wide, x + wide, y + wide):
            yield from self._areas.get(yard, ())

    def _best(self, way: Sequence[Point], key: str, reach: float) -> Point | None:
        middle = way[len(way) // 2]
        free = [point for point in way if self._is_free(*point, reach)]
        if free:
            return min(free, key=lambda point: self._cost(point, middle, key, reach))
        rings = int(max(self.frame.width, self.frame.height) / _RING)
        around = (point for point in _around(middle, rings) if self._is_free(*point, reach))
        return next(around, None)

    def _is_free(self, x: float, y: float, reach: float) -> bool:
        frame = self.frame
        inside = (
            frame.x + reach <= x <= frame.right - reach
            and frame.y + reach <= y <= frame.bottom - reach
        )
        return (
            inside
            and all(_distance(area, x, y) >= reach + _CLEAR for area in self._near(x, y, reach))
            and all(hypot(x - at, y - down) >= reach + wide + 0.5 for at, down, wide in self.discs)
        )

    def _cost(self, point: Point, middle: Point, key: str, reach: float) -> float:
        """Reckon how far from the middle a place is, and how much it hides."""
        x, y = point
        wide = reach + palette.HEAD
        tips = (
            tip
            for yard in _yards(x - wide, y - wide, x + wide, y + wide)
            for tip in self._tips.get(yard, ())
        )
        hidden = sum(hypot(x - at, y - down) < wide for at, down in tips)
        near = {
            other
            for across in (x - reach, x + reach)
            for down in (y - reach, y + reach)
            for other in self._lines.get((int(across // _TILE), int(down // _TILE)), ())
        }
        crossed = sum(
            any(hypot(x - at, y - down) < reach + _STEP / 2 for at, down in self._ways[other])
            for other in near - {key}
        )
        far = hypot(x - middle[0], y - middle[1])
        return far + _HIDES * crossed + 4 * _HIDES * hidden


def _around(middle: Point, rings: int) -> Iterator[Point]:
    """Go round a point in growing squares."""
    for ring in range(1, rings):
        reach = ring * _RING
        steps = [at * _RING for at in range(-ring, ring + 1)]
        edge = {(along, side) for along in steps for side in (-reach, reach)}
        edge |= {(side, along) for along, side in edge}
        for x, y in sorted(edge, key=lambda step: (hypot(*step), step)):
            yield middle[0] + x, middle[1] + y


def _yards(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for column in range(int(left // _YARD), int(right // _YARD) + 1):
        for row in range(int(top // _YARD), int(bottom // _YARD) + 1):
            yield column, row


def _distance(area: Area, x: float, y: float) -> float:
    """Measure how far a point is from a box and the marks on its edges."""
    top, bottom = area.y - _MARKS, area.bottom + _MARKS
    return hypot(max(area.x - x, 0.0, x - area.right), max(top - y, 0.0, y - bottom))
