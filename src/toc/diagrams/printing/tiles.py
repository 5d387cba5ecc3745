"""Tiles: a poster cut into sheets of a smaller paper, to be trimmed and glued.

Every tile shows a window of the poster, all of one size, each overlapping the next by a
centimetre.  Its left and upper edges are cut along the marks, and it is glued upon the
shaded edge of the tile before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Final

from toc.diagrams.paper import POINTS
from toc.diagrams.printing import marks
from toc.diagrams.printing.leaf import Leaf, Window, whole
from toc.errors import OutputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.paper import Paper
    from toc.diagrams.scene import Scene

__all__ = ["MARGIN", "OVERLAP", "Grid", "tiled"]

OVERLAP: Final = 10.0
"""Millimetres that two neighbours share."""

MARGIN: Final = 12.0
"""Millimetres around a tile's window, which printers may leave white."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How a poster is cut.

    Attributes:
        paper: of a tile, turned as it will lie.
        rows: from top to bottom.
        columns: from left to right.
        width: of every window, in points.
        height: of every window, in points.
    """

    paper: Paper
    rows: int
    columns: int
    width: float
    height: float

    def windows(self) -> Iterator[tuple[int, int, Window]]:
        """Give row, column and place on the poster of every tile, in points, row by row."""
        across, down = self.width - OVERLAP * POINTS, self.height - OVERLAP * POINTS
        for row in range(self.rows):
            for column in range(self.columns):
                place = Window(column * across, row * down, self.width, self.height)
                yield row, column, place


def tiled(scene: Scene, paper: Paper, tiles: Paper) -> tuple[Leaf, ...]:
    """Cut a poster into tiles, after a leaf that shows how they lie.

    Args:
        scene: what the poster shows.
        paper: the poster's.
        tiles: the tiles'.

    Raises:
        OutputError: the tiles' paper is not smaller than the poster's.
    """
    if tiles.width * tiles.height >= paper.width * paper.height:
        values = {"tiles": tiles.name, "paper": paper.name}
        raise OutputError(
            Message("{paper} cannot be cut into {tiles}: name a smaller paper for it", values)
        )
    poster = whole(scene, paper)
    grid = _grid(poster.paper, tiles)
    cut = tuple(_tile(poster, grid, row, column, at) for row, column, at in grid.windows())
    return (_overview(poster, grid), *cut)


def _grid(poster: Paper, tiles: Paper) -> Grid:
    """Cut so that the fewest tiles are needed; where both ways do, as the poster lies."""
    lying = tiles.facing(poster.width, poster.height)
    grids = (_cut(poster, lying), _cut(poster, lying.turned))
    return min(grids, key=lambda grid: grid.rows * grid.columns)


def _cut(poster: Paper, tile: Paper) -> Grid:
    columns = _count(poster.width, tile.width)
    rows = _count(poster.height, tile.height)
    width = (poster.width + (columns - 1) * OVERLAP) / columns
    height = (poster.height + (rows - 1) * OVERLAP) / rows
    return Grid(tile, rows, columns, width * POINTS, height * POINTS)


def _count(length: float, side: float) -> int:
    """Count the windows along a length of which each fits on a side between its margins."""
    return max(1, ceil((length - OVERLAP) / (side - 2 * MARGIN - OVERLAP)))


def _tile(poster: Leaf, grid: Grid, row: int, column: int, at: Window) -> Leaf:
    left = (grid.paper.points_wide - at.width) / 2
    top = (grid.paper.points_high - at.height) / 2
    window = replace(at, x=left, y=top)
    last = (row + 1 == grid.rows, column + 1 == grid.columns)
    over = (
        marks.shade(window, OVERLAP * POINTS, right=not last[1], bottom=not last[0]),
        marks.crop(window),
        marks.note(window, _said(grid, row, column).say(poster.scene.language)),
    )
    return replace(
        poster,
        paper=grid.paper,
        left=left + poster.left - at.x,
        top=top + poster.top - at.y,
        window=window,
        over=over,
        told=False,
    )


def _said(grid: Grid, row: int, column: int) -> Message:
    """Say which tile it is, and what is to be done with it."""
    values = {
        "row": row + 1,
        "rows": grid.rows,
        "column": column + 1,
        "columns": grid.columns,
    }
    place = Message("row {row} of {rows}, column {column} of {columns}", values)
    if (row + 1, column + 1) == (grid.rows, grid.columns):
        return place
    return Message("{place} · glue on the shaded edge", {"place": place})


def _overview(poster: Leaf, grid: Grid) -> Leaf:
    """Show the whole on one tile's paper, with every tile's edges and number."""
    page = grid.paper.facing(poster.paper.width, poster.paper.height)
    room = 2 * MARGIN
    zoom = min((page.width - room) / poster.paper.width, (page.height - room) / poster.paper.height)
    x = (page.width - poster.paper.width * zoom) / 2 * POINTS
    y = (page.height - poster.paper.height * zoom) / 2 * POINTS
    numbers = tuple(
        marks.numbered(
            Window(x + at.x * zoom, y + at.y * zoom, at.width * zoom, at.height * zoom),
            f"{row + 1}.{column + 1}",
        )
        for row, column, at in grid.windows()
    )
    poster_there = Window(x, y, poster.paper.points_wide * zoom, poster.paper.points_high * zoom)
    said = _told(poster, grid).say(poster.scene.language)
    return replace(
        poster,
        paper=page,
        scale=poster.scale * zoom,
        left=x + poster.left * zoom,
        top=y + poster.top * zoom,
        over=(*numbers, marks.note(poster_there, said)),
    )


def _told(poster: Leaf, grid: Grid) -> Message:
    """Say how the sheets become a poster."""
    values = {
        "count": grid.rows * grid.columns,
        "tiles": grid.paper.name,
        "paper": poster.paper.name,
    }
    return Message(
        "{paper} from {count} × {tiles}: cut each sheet along its left and upper marks, "
        "then glue it on the shaded edges of its neighbours",
        values,
    )
