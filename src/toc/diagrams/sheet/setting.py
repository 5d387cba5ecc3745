"""Type setting: paragraphs of words, and how high they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from toc import typeface
from toc.diagrams import labels, palette
from toc.diagrams.curves import moved
from toc.diagrams.scene import OPPOSITE, Item, Words, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.diagrams.scene import Figure

__all__ = ["Type", "item", "measured", "paragraph", "row_count", "rows", "shifted", "shifted_item"]


@dataclass(frozen=True, slots=True)
class Type:
    """How words look: size, weight and colour."""

    size: float
    bold: bool = False
    colour: str = palette.INK

    @property
    def lead(self) -> float:
        """The distance from line to line."""
        return self.size * palette.LEADING


def rows(text: str, width: float, look: Type) -> tuple[str, ...]:
    """Break a text into lines."""
    return labels.lines(text, width, look.size, bold=look.bold)


def row_count(text: str, width: float, look: Type) -> int:
    """Count the lines of a text."""
    return labels.line_count(text, width, look.size, bold=look.bold)


def measured(text: str, look: Type) -> float:
    """Give the room that one line needs, whatever font draws it."""
    return typeface.width(labels.clean(text), look.size, bold=look.bold) * palette.SPARE


def paragraph(
    lines: Iterable[str],
    x: float,
    top: float,
    look: Type,
    *,
    width: float = 0.0,
    rightward: bool = True,
    anchor: Literal["start", "middle", "end"] = "start",
) -> tuple[Words, ...]:
    """Set lines one below the other, as on a sheet that is read from left to right.

    A sheet of another direction is mirrored when it is whole.  The lines run as their own
    letters do.

    Args:
        lines: as `rows` gives them.
        x: the left edge, or the anchor's place.
        top: the upper edge of the first line's capitals, about.
        look: of the type.
        width: of the column; where it is given, a text that runs against the sheet stands
            at the column's other side.
        rightward: whether the sheet is read from left to right.
        anchor: which side of the lines stands at x, "start" being the left.
    """
    lines = tuple(lines)
    run = labels.runs(" ".join(lines), usually=rightward)
    if width and run is not rightward:
        x, anchor = x + width, OPPOSITE[anchor]
    return tuple(
        Words(
            rounded(x),
            rounded(top + look.size * 0.86 + at * look.lead),
            line,
            look.size,
            look.bold,
            look.colour,
            anchor if run else OPPOSITE[anchor],
            run,
        )
        for at, line in enumerate(lines)
    )


def shifted(
    figures: Sequence[Figure], lines: Sequence[Words], x: float, y: float
) -> tuple[tuple[Figure, ...], tuple[Words, ...]]:
    """Move figures and words together."""
    return (
        tuple(replace(figure, path=moved(figure.path, x, y)) for figure in figures),
        tuple(replace(line, x=rounded(line.x + x), y=rounded(line.y + y)) for line in lines),
    )


def shifted_item(piece: Item, x: float, y: float) -> Item:
    """Move a piece of the sheet."""
    return Item(piece.name, *shifted(piece.figures, piece.lines, x, y))


def item(name: str, figures: Sequence[Figure] = (), lines: Sequence[Words] = ()) -> Item:
    """Put figures and words together."""
    return Item(name, tuple(figures), tuple(lines))
