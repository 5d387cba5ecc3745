"""Signs: shapes that are read, drawn as paths and never as letters."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.curves import circle, moved, polygon, rectangle
from toc.diagrams.scene import Figure, Sign
from toc.diagrams.sheet.setting import Type, item, measured, paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.diagrams.chart import Feedback
    from toc.diagrams.overlay import Shape
    from toc.diagrams.scene import Item, Path, Words

__all__ = [
    "PILL",
    "PILL_HEIGHT",
    "REACH",
    "kind_sign",
    "pill",
    "pill_room",
    "polarity",
    "reach_of",
    "several",
    "sign",
    "tag",
]

PILL = Type(7.5, bold=True, colour=palette.PAPER)
PILL_HEIGHT = 8.8
REACH = 7.5
"""Nothing of a sign lies further from its centre."""

_LEVEL: Path = (("M", (-2.6, 0.0)), ("L", (2.6, 0.0)))
_UPRIGHT: Path = (("M", (0.0, -2.6)), ("L", (0.0, 2.6)))
_EXCLAMATION: Path = (
    ("M", (0.0, -2.8)),
    ("L", (0.0, 0.6)),
    ("M", (0.0, 1.7)),
    ("L", (0.0, 2.8)),
)
_CHECK: Path = (("M", (-2.5, 0.2)), ("L", (-0.7, 2.0)), ("L", (2.5, -1.9)))
_CROSS: Path = (
    ("M", (-2.1, -2.1)),
    ("L", (2.1, 2.1)),
    ("M", (2.1, -2.1)),
    ("L", (-2.1, 2.1)),
)
_TILDE: Path = (("M", (-2.7, 0.8)), ("C", (-1.4, -2.7, 1.4, 2.7, 2.7, -0.8)))
_QUESTION: Path = (
    ("M", (-1.6, -1.5)),
    ("C", (-1.6, -3.4, 1.6, -3.4, 1.6, -1.5)),
    ("C", (1.6, -0.2, 0.0, -0.3, 0.0, 0.9)),
    ("M", (0.0, 1.9)),
    ("L", (0.0, 2.9)),
)
_KINDS: Mapping[str, tuple[Path, ...]] = {
    "barrier": (_LEVEL,),
    "enabler": (_LEVEL, _UPRIGHT),
    "factor": (circle(0, 0, 1.6),),
    "unintended": (_EXCLAMATION,),
}
_GLYPHS: Mapping[str, tuple[Path, ...]] = {
    "check": (_CHECK,),
    "exclamation": (moved(_EXCLAMATION, 0, 0.8),),
    "cross": (_CROSS,),
    "plus": (_LEVEL, _UPRIGHT),
    "minus": (_LEVEL,),
    "tilde": (_TILDE,),
    "question": (_QUESTION,),
}
_DISC = circle(0, 0, 5.0)
_SQUARE = rectangle(-4.6, -4.6, 9.2, 9.2, 1)
_TRIANGLE = polygon([(0.0, -5.4), (5.7, 4.6), (-5.7, 4.6)])
_DIAMOND = polygon([(0.0, -5.4), (5.8, 0.0), (0.0, 5.4), (-5.8, 0.0)])
_FRAMES: Mapping[str, Path] = {
    "check": _DISC,
    "exclamation": _TRIANGLE,
    "cross": _SQUARE,
    "plus": _DISC,
    "minus": _SQUARE,
    "tilde": _DIAMOND,
    "question": _DISC,
}


def sign(shape: Shape, x: float, y: float, colour: str) -> Item:
    """Draw an overlay's sign around a centre."""
    frame = Figure(moved(_FRAMES[shape], x, y), palette.PAPER, colour, 1.3)
    strokes = (moved(stroke, x, y) for stroke in _GLYPHS[shape])
    glyphs = [Figure(stroke, "", colour, 1.6, upright=True) for stroke in strokes]
    return item("sign", [frame, *glyphs])


def kind_sign(kind: str, x: float, y: float, colour: str = "") -> Item:
    """Draw what tells the kinds of outside influence apart: plus, minus, ring, exclamation."""
    usual = palette.HINDRANCE if kind in {"barrier", "unintended"} else palette.SECONDARY
    edge = colour or usual
    disc = Figure(circle(x, y, 4.9), palette.PAPER, edge, 1.2)
    figures = [Figure(moved(stroke, x, y), "", edge, 1.3) for stroke in _KINDS[kind]]
    return item(kind, [disc, *figures])


def pill_room(text: str) -> float:
    """Give how wide a pill with some words is."""
    return measured(text, PILL) + 10


def pill(
    text: str,
    x: float,
    y: float,
    *,
    name: str = "gate",
    fill: str = palette.INK,
    ink: str = palette.PAPER,
    edge: str = "",
) -> Item:
    """Draw a few words in a capsule upon a box's edge.

    Args:
        text: the words.
        x: its left end.
        y: its middle.
        name: of what it is.
        fill: its colour.
        ink: its words' colour.
        edge: its outline's colour.
    """
    half = PILL_HEIGHT / 2
    capsule = rectangle(x, y - half, pill_room(text), PILL_HEIGHT, half)
    shape = Figure(capsule, fill, edge, 1.0)
    words = paragraph([text], x + 5, y - 3.8, Type(PILL.size, bold=True, colour=ink))
    return item(name, [shape], words)


def polarity(feedback: Feedback, arrow: str, x: float, y: float, colour: str) -> Sign:
    """Draw a loop's polarity: an open ring with a point, and within it a plus or a minus."""
    strokes = (_LEVEL, _UPRIGHT) if feedback == "reinforcing" else (_LEVEL,)
    figures = (
        Figure(circle(x, y, REACH), palette.PAPER),
        Figure(moved(_OPEN_RING, x, y), "", colour, 1.2),
        Figure(moved(_RING_POINT, x, y), colour),
        *(Figure(moved(stroke, x, y), "", colour, 1.4) for stroke in strokes),
    )
    return Sign(feedback, arrow, x, y, REACH, figures)


def _arc(radius: float, start: float, end: float) -> Path:
    """Draw a quarter or less of a circle as one cubic, from one angle to another."""
    reach = 4 / 3 * radius * (1 - cos((end - start) / 2)) / sin((end - start) / 2)
    x0, y0, x1, y1 = (
        radius * cos(start),
        radius * sin(start),
        radius * cos(end),
        radius * sin(end),
    )
    handles = (
        x0 - reach * sin(start),
        y0 + reach * cos(start),
        x1 + reach * sin(end),
        y1 - reach * cos(end),
    )
    return (("M", (x0, y0)), ("C", (*handles, x1, y1)))


_OPEN_RING: Path = (
    *_arc(5.6, -0.15 * pi, 0.35 * pi),
    *_arc(5.6, 0.35 * pi, 0.85 * pi)[1:],
    *_arc(5.6, 0.85 * pi, 1.35 * pi)[1:],
)
_RING_POINT: Path = polygon([(-3.4, -7.0), (0.9, -5.8), (-2.5, -2.8)])


def several(text: str, arrow: str, x: float, y: float, colour: str) -> Sign:
    """Draw how many links an arrow stands for."""
    reach = reach_of(text)
    words = _centred(text, x, y, colour)
    figure = Figure(_capsule(x, y, reach), palette.PAPER, colour, 1.0)
    return Sign("several", arrow, x, y, reach, (figure,), words)


def tag(text: str, arrow: str, x: float, y: float, colour: str) -> Sign:
    """Draw what an overlay says of an arrow, in a few letters."""
    reach = reach_of(text)
    words = _centred(text, x, y, palette.PAPER)
    return Sign("tag", arrow, x, y, reach, (Figure(_capsule(x, y, reach), colour),), words)


def _centred(text: str, x: float, y: float, colour: str) -> tuple[Words, ...]:
    look = Type(PILL.size, bold=True, colour=colour)
    return paragraph([text], x, y - 3.8, look, anchor="middle")


def _capsule(x: float, y: float, reach: float) -> Path:
    return rectangle(x - reach + 0.6, y - 5.5, 2 * reach - 1.2, 11, 5.5)


def reach_of(text: str) -> float:
    """Give how far from its centre a sign with some letters reaches."""
    return max(REACH, measured(text, PILL) / 2 + 3.5)
