"""Badges: an assumption's number upon its arrow, clear of boxes and of each other.

The state is told by the shape as well as by the colour, so that it survives a grey
print: a circle with a check, an empty circle, a triangle, a square.
"""

from __future__ import annotations

from collections import defaultdict
from math import hypot
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.curves import circle, moved, polygon, rectangle, sampled, walk
from toc.diagrams.scene import Badge, Figure, Words, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from toc.diagrams.chart import Arrow, Chart, Note, State
    from toc.diagrams.layout import Area, Layout
    from toc.diagrams.scene import Point

__all__ = ["badge", "placed"]

REACH = palette.BADGE + 2.0
"""Nothing of a badge lies further than this from its centre, but the tips of a triangle."""

ROOM = 2 * REACH + 1.0
"""An engine leaves so much of a gap's height for every badge."""

_APART = 2 * REACH + 0.5
_CLEAR = REACH + 2.0
_TILE = 40.0
_STEP = 3.0
_HEADROOM = REACH + palette.HEAD
_POINT = 40
_RING = 5.0
_LONG_WAY = 400
_LONG_NUMBER = 100


def badge(number: int, state: State, x: float, y: float, arrow: str = "") -> Badge:
    """Draw a badge around a centre."""
    x, y = rounded(x), rounded(y)
    size = palette.BADGE_TYPE if number < _LONG_NUMBER else palette.BADGE_TYPE - 2
    words = Words(
        x,
        rounded(y + size * 0.36 + (1.7 if state == "doubtful" else 0)),
        str(number),
        size,
        bold=True,
        colour=palette.STATE_INK[state],
        anchor="middle",
    )
    return Badge(number, state, arrow, x, y, REACH, _figures(state, x, y), words)


def _figures(state: State, x: float, y: float) -> tuple[Figure, ...]:
    fill, edge = palette.STATE_FILL[state], palette.STATE_EDGE[state]
    if state == "doubtful":
        corners = [(x, y - 9.2), (x + 9.6, y + 6.8), (x - 9.6, y + 6.8)]
        return (Figure(polygon(corners), fill, edge, 1.0),)
    if state == "failed":
        return (Figure(rectangle(x - 7, y - 7, 14, 14, 1), fill, edge, 1.0),)
    disc = Figure(circle(x, y, palette.BADGE - 0.6), fill, edge, 1.2)
    return (disc, *_check(x, y)) if state == "holding" else (disc,)


def _check(x: float, y: float) -> tuple[Figure, ...]:
    """Draw a small check upon the circle's upper right."""
    tick = moved((("M", (3.4, -6.2)), ("L", (5.4, -4.2)), ("L", (8.8, -8.8))), x, y)
    return (
        Figure(tick, "", palette.PAPER, 3.6, upright=True),
        Figure(tick, "", palette.STATE_FILL["holding"], 1.7, upright=True),
    )


def placed(chart: Chart, layout: Layout) -> tuple[Badge, ...]:
    """Place every badge of a chart; arrows with most badges choose first."""
    state: Mapping[int, Note] = {note.number: note for note in chart.notes}
    if not any(number in state for arrow in chart.arrows for number in arrow.assuming):
        return ()
    ground = _Ground(layout)
    for key, route in layout.routes.items():
        ground.draw(key, sampled(route.path))
    badges: list[Badge] = []
    arrows = [arrow for arrow in chart.arrows if arrow.assuming]
    for arrow in sorted(arrows, key=lambda arrow: (-len(arrow.assuming), arrow.key)):
        numbers = [number for number in sorted(set(arrow.assuming)) if number in state]
        for number, (x, y) in zip(numbers, _beads(ground, arrow, len(numbers)), strict=True):
            badges.append(badge(number, state[number].state, x, y, arrow.key))
    return tuple(sorted(badges, key=lambda badge: (badge.number, badge.arrow)))


class _Ground:
    """What lies where: boxes, lines and badges, by tile, so that looking is quick."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.lines: dict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
        self.areas: dict[tuple[int, int], list[Area]] = defaultdict(list)
        self.badges: dict[tuple[int, int], list[Point]] = defaultdict(list)
        self.ways: dict[str, list[Point]] = {}
        self.heads: dict[tuple[int, int], list[Point]] = defaultdict(list)
        for route in layout.routes.values():
            x, y = route.tip
            for tile in _tiles(x - _HEADROOM, y - _HEADROOM, x + _HEADROOM, y + _HEADROOM):
                self.heads[tile].append(route.tip)
        for area in layout.boxes.values():
            for tile in _tiles(
                area.x - _CLEAR, area.y - _CLEAR, area.right + _CLEAR, area.bottom + _CLEAR
            ):
                self.areas[tile].append(area)

    def draw(self, key: str, points: Sequence[Point]) -> None:
        """Remember an arrow's line."""
        self.ways[key] = list(walk(points, _STEP))
        for x, y in self.ways[key]:
            self.lines[int(x // _TILE), int(y // _TILE)].append((x, y, key))

    def put(self, x: float, y: float) -> None:
        """Remember a badge."""
        self.badges[int(x // _TILE), int(y // _TILE)].append((x, y))

    def is_free(self, x: float, y: float) -> bool:
        """Tell whether a badge may stand here at all."""
        layout = self.layout
        if not (
            layout.label + REACH <= x <= layout.width - REACH
            and REACH <= y <= layout.height - REACH
        ):
            return False
        if any(
            _distance(area, x, y) < _CLEAR for area in self.areas[int(x // _TILE), int(y // _TILE)]
        ):
            return False
        return all(
            hypot(x - other_x, y - other_y) >= _APART
            for tile in _tiles(x - _APART, y - _APART, x + _APART, y + _APART)
            for other_x, other_y in self.badges.get(tile, ())
        )

    def hidden(self, x: float, y: float, key: str) -> int:
        """Count what a badge would hide here: pieces of other arrows' lines, and any point."""
        near = palette.BADGE + 2
        tips = self.heads.get((int(x // _TILE), int(y // _TILE)), ())
        points = sum(hypot(x - tip_x, y - tip_y) < _HEADROOM for tip_x, tip_y in tips)
        return _POINT * points + sum(
            other != key and abs(x - other_x) < near and abs(y - other_y) < near
            for tile in _tiles(x - near, y - near, x + near, y + near)
            for other_x, other_y, other in self.lines.get(tile, ())
        )


def _tiles(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for column in range(int(left // _TILE), int(right // _TILE) + 1):
        for row in range(int(top // _TILE), int(bottom // _TILE) + 1):
            yield column, row


def _distance(area: Area, x: float, y: float) -> float:
    return hypot(max(area.x - x, 0.0, x - area.right), max(area.y - y, 0.0, y - area.bottom))


def _beads(ground: _Ground, arrow: Arrow, count: int) -> list[Point]:
    """Find places for an arrow's badges, side by side along its line where they fit."""
    way = ground.ways[arrow.key]
    row = _best_row(ground, arrow.key, way, count)
    if row is None:
        row = [_nearest(ground, way[len(way) // 2], [])] if count == 1 else []
    for x, y in row:
        ground.put(x, y)
    while len(row) < count:
        row.append(_nearest(ground, way[len(way) // 2], row))
        ground.put(*row[-1])
    return row


def _best_row(ground: _Ground, key: str, way: Sequence[Point], count: int) -> list[Point] | None:
    """Try every start along the line; prefer to hide little, near the middle of a gap."""
    best: tuple[float, int] | None = None
    rows: list[list[Point]] = []
    middle = len(way) / 2
    for start in range(0, len(way), max(1, len(way) // _LONG_WAY)):
        row = _row(way, start, count)
        if len(row) < count or not all(ground.is_free(x, y) for x, y in row):
            continue
        centre = start + count * _APART / _STEP / 2
        cost = sum(ground.hidden(x, y, key) for x, y in row) + abs(centre - middle) / 12
        if best is None or cost < best[0]:
            best = (cost, len(rows))
        rows.append(row)
    return rows[best[1]] if best else None


def _row(way: Sequence[Point], start: int, count: int) -> list[Point]:
    """Thread some badges onto a line from one of its points on."""
    row: list[Point] = []
    for x, y in way[start:]:
        if len(row) == count:
            break
        if all(hypot(x - other_x, y - other_y) >= _APART for other_x, other_y in row):
            row.append((x, y))
    return row


def _nearest(ground: _Ground, centre: Point, row: Iterable[Point]) -> Point:
    """Go round a point in growing squares to the first free place.

    Where the whole sheet is full, which no engine lets happen, badges lie on each other.
    """
    start = next(iter(row), centre)
    size = max(ground.layout.width, ground.layout.height)
    for ring in range(1, int(size / _RING) + 1):
        reach = ring * _RING
        steps = [at * _RING for at in range(-ring, ring + 1)]
        edge = {(x, y) for along in steps for x, y in _square(along, reach)}
        places = sorted(
            ((start[0] + x, start[1] + y) for x, y in edge),
            key=lambda place: (hypot(place[0] - start[0], place[1] - start[1]), place),
        )
        for x, y in places:
            if ground.is_free(x, y):
                return x, y
    return start


def _square(along: float, reach: float) -> tuple[Point, Point, Point, Point]:
    return (along, -reach), (along, reach), (-reach, along), (reach, along)
