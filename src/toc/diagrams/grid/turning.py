"""From along and across to a page: causes on the left, or causes at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.grid.ports import ports_of
from toc.diagrams.grid.routes import routes_of
from toc.diagrams.layout import Area, Route
from toc.diagrams.scene import rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from toc.diagrams.grid.routes import Frame
    from toc.diagrams.grid.slots import Board
    from toc.diagrams.scene import Path, Point

__all__ = ["rightward", "turned", "upward"]


def rightward(label: float) -> Callable[[Point], Point]:
    """Let arrows run to the right, beside a column of names."""
    return lambda point: (label + point[0], point[1])


def upward(label: float, length: float) -> Callable[[Point], Point]:
    """Let arrows run upwards from the bottom of a page so long, beside a column of names."""
    return lambda point: (label + point[1], length - point[0])


def turned(
    board: Board, middle: Sequence[float], frame: Frame, turn: Callable[[Point], Point]
) -> tuple[Mapping[str, Area], Mapping[str, Route]]:
    """Give the areas of all boxes and the routes of all arrows on the page.

    Args:
        board: what was placed.
        middle: of each slot.
        frame: where the ranks lie.
        turn: brings a point that is given as (along, across) onto the page.
    """
    routes = routes_of(board, middle, ports_of(board, middle), frame)
    areas = {
        box.id: _area(
            turn((frame.starts[board.rank[at]], middle[at] - board.size[at] / 2)),
            turn((frame.starts[board.rank[at]] + board.depth[at], middle[at] + board.size[at] / 2)),
        )
        for at, box in enumerate(board.boxes)
    }
    return areas, {key: _route(route, turn) for key, route in routes.items()}


def _area(one: Point, other: Point) -> Area:
    (left, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return Area(left, top, right - left, bottom - top)


def _route(route: Route, turn: Callable[[Point], Point]) -> Route:
    path: Path = tuple(
        (name, tuple(rounded(value) for point in _points(values) for value in turn(point)))
        for name, values in route.path
    )
    return Route(path, turn(route.tip))


def _points(values: Sequence[float]) -> Sequence[Point]:
    return list(zip(values[::2], values[1::2], strict=True))
