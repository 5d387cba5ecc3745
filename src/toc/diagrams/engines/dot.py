"""Graphviz's own layout: level columns without lanes; needs the program `dot`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import badges, dots, labels, palette
from toc.diagrams.layout import Area, Layout, Route

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.diagrams.chart import Chart
    from toc.diagrams.dots import Places
    from toc.diagrams.layout import Extra
    from toc.diagrams.scene import Point, Step

__all__ = ["arrange"]

_CUBIC = 3
_LEAST = 200.0
"""A small chart still needs ground for its badges."""


def arrange(chart: Chart, _extra: Extra) -> Layout:
    """Let Graphviz place a chart's boxes and lines.

    Args:
        chart: what is shown; its lanes are not.

    Raises:
        MissingExtraError: the program is not installed.
    """
    width = palette.BOX_WIDTH
    sizes = {box.id: (width, labels.height(box, width, 1)) for box in chart.boxes}
    places = dots.placed(chart, sizes, gap=palette.COLUMN_GAP)
    _, _, right, top = (float(number) for number in places["bb"].split(","))
    areas = _areas(chart, places, sizes, top)
    count = sum(len(arrow.assuming) for arrow in chart.arrows)
    return Layout(
        width=max(right + palette.PADDING, _LEAST),
        height=max(top, _LEAST + count * badges.ROOM / max(1, len(chart.columns) - 1)),
        label=0.0,
        columns=_columns(chart, areas),
        bands=(),
        boxes=areas,
        routes=_routes(chart, places, areas, top),
    )


def _areas(
    chart: Chart, places: Places, sizes: Mapping[str, tuple[float, float]], top: float
) -> dict[str, Area]:
    middles = {
        node["name"]: tuple(float(number) for number in node["pos"].split(","))
        for node in places.get("objects", [])
        if "pos" in node
    }
    areas: dict[str, Area] = {}
    for key, name in dots.names(chart).items():
        x, y = middles[name]
        width, height = sizes[key]
        areas[key] = Area(x - width / 2, top - y - height / 2, width, height)
    return areas


def _columns(chart: Chart, areas: Mapping[str, Area]) -> tuple[tuple[float, float], ...]:
    """Find each column where its boxes are; an empty one takes no room."""
    lefts: dict[int, float] = {}
    for box in chart.boxes:
        lefts.setdefault(box.column, areas[box.id].x)
    return tuple((lefts.get(at, 0.0), palette.BOX_WIDTH) for at in range(len(chart.columns)))


def _routes(
    chart: Chart, places: Places, areas: Mapping[str, Area], top: float
) -> dict[str, Route]:
    lines = {edge["id"]: edge.get("pos", "") for edge in places.get("edges", []) if "id" in edge}
    routes: dict[str, Route] = {}
    for at, arrow in enumerate(dots.arrows(chart)):
        points = _points(lines.get(f"e{at}", ""), top)
        routes[arrow.key] = (
            _route(points) if points else _straight(areas[arrow.cause], areas[arrow.effect])
        )
    return routes


def _points(line: str, top: float) -> list[Point]:
    """Read a line: where its point touches, then the curve's start, handles and ends."""
    first = line.split(";", maxsplit=1)[0].split()
    if not first or not first[0].startswith("e,"):
        return []
    pairs = [pair.removeprefix("e,").split(",") for pair in first]
    return [(float(x), top - float(y)) for x, y in pairs]


def _route(points: Sequence[Point]) -> Route:
    tip, start, *curve = points
    steps: list[Step] = [("M", start)]
    for at in range(0, len(curve) - 2, _CUBIC):
        one, two, end = curve[at : at + _CUBIC]
        steps.append(("C", (*one, *two, *end)))
    return Route(tuple(steps), tip)


def _straight(cause: Area, effect: Area) -> Route:
    """Lead straight where Graphviz has lost a line."""
    start = (cause.right, cause.y + cause.height / 2)
    tip = (effect.x, effect.y + effect.height / 2)
    back = palette.HEAD if tip[0] < start[0] else -palette.HEAD
    return Route((("M", start), ("L", (tip[0] + back, tip[1]))), tip)
