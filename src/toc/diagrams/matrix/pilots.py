"""The matrix of pilots, as any matrix is: what they test, and which goals they lead to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from toc.diagrams.matrix.face import Crossing, Face, Head, Key, Line, Painted
from toc.diagrams.matrix.grid import WORDS
from toc.diagrams.matrix.signs import head, sign
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.matrix.grid import Cell, Column, Grid, Meeting

__all__ = ["face_of"]


def face_of(grid: Grid) -> Face:
    """Give the matrix of pilots its signs and words."""
    return Face(
        rows=tuple(Line(pilot.title) for pilot in grid.pilots),
        columns=tuple(
            Head(one.kind, one.thing.title, one.told, partial(_headed, one), one.is_gap)
            for one in grid.columns
        ),
        cells=tuple(_cell(grid, cell) for cell in grid.cells),
        keys=tuple(_keys(grid)),
        told=grid.told,
    )


def _headed(column: Column, x: float, y: float) -> Painted:
    figures, number = head(column, x, y)
    return Painted(figures, (number,))


def _met(meeting: Meeting, x: float, y: float) -> Painted:
    return Painted(sign(meeting, x, y))


def _cell(grid: Grid, cell: Cell) -> Crossing:
    pilot, column = grid.pilots[cell.row], grid.columns[cell.column]
    values = {"pilot": pilot, "thing": column.thing, "meeting": WORDS[cell.meeting]}
    return Crossing(
        f"{pilot.name}/{column.thing.name}",
        cell.meeting,
        cell.row,
        cell.column,
        Message("{pilot}: {thing}: {meeting}", values),
        partial(_met, cell.meeting),
    )


def _keys(grid: Grid) -> Iterator[Key]:
    for meeting, meaning in WORDS.items():
        yield Key(partial(_met, meeting), meaning)
    if any(column.is_gap for column in grid.columns):
        yield Key(None, Message("nobody tests it"))
