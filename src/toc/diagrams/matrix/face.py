"""What any matrix is made of: rows, columns, and signs where they meet, without geometry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from toc.diagrams.scene import Figure, Words
    from toc.words import Sayable

__all__ = ["Crossing", "Face", "Head", "Key", "Line", "Painted", "Painter"]


class Painted(NamedTuple):
    """Figures, undermost first, and words above them."""

    figures: tuple[Figure, ...]
    lines: tuple[Words, ...] = ()


Painter: TypeAlias = Callable[[float, float], Painted]
"""Draws a sign around a centre."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row.

    Attributes:
        title: what stands before it.
        is_gap: whether something is missing in it: it is outlined.
    """

    title: Sayable
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A column.

    Attributes:
        kind: columns of different kinds stand apart.
        title: what it is, in the list below.
        told: what is said of it there.
        painted: draws the sign above its cells.
        is_gap: whether something is missing in it: it is outlined.
    """

    kind: str
    title: Sayable
    told: Sayable
    painted: Painter
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Crossing:
    """A cell that is not empty.

    Attributes:
        name: an identifier of its own.
        kind: what stands in it.
        row: which row, by place.
        column: which column, by place.
        told: the cell in words.
        painted: draws its sign.
        is_gap: whether it should not be so: it is outlined.
    """

    name: str
    kind: str
    row: int
    column: int
    told: Sayable
    painted: Painter
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A sign of the legend, and what it means; a gap has no sign but its outline."""

    painted: Painter | None
    meaning: Sayable


@dataclass(frozen=True, slots=True)
class Face:
    """A whole matrix.

    Attributes:
        rows: from top to bottom.
        columns: from where one begins to read.
        cells: what is not empty, row by row.
        keys: the legend.
        told: what it shows, in a sentence.
        faults: what is missing or should not be so, told beside the cells.
    """

    rows: tuple[Line, ...]
    columns: tuple[Head, ...]
    cells: tuple[Crossing, ...]
    keys: tuple[Key, ...]
    told: Sayable
    faults: tuple[Sayable, ...] = ()
