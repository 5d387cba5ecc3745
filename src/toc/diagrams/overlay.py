"""An overlay: what is laid over a picture to ask it one question, while nothing moves.

An overlay says how boxes, arrows and badges are dressed, by their names, and explains
itself in the legend.  It holds no place and no measure of a layout, so that it cannot
move anything.  A dress is drawn by shape and lightness as well as by colour, and what it
shows is told in words: whoever makes one gives both.

>>> from toc.diagrams.chart import Box, Chart, Column
>>> from toc.diagrams.sheet import compose, extra
>>> from toc.diagrams.engines.grid import arrange
>>> chart = Chart("Start", (Column("goal", "Goals"),), (Box("equal", "goal", "Equal access", 0),))
>>> thin = Overlay("doubts", "Doubts", {"equal": Dress(sign="question", told="in doubt")})
>>> compose(chart, arrange(chart, extra(chart)), thin).boxes[0].told
'Goals: Equal access; in doubt'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from toc.words import Sayable

__all__ = [
    "PLAIN",
    "USUAL",
    "Dress",
    "Key",
    "Look",
    "Overlay",
    "Ring",
    "Shape",
    "Stamp",
    "Stroke",
    "Wording",
]

Wording: TypeAlias = Sayable | str
"""Words of ours that wait for a language, or of the authors."""

Shape: TypeAlias = Literal[
    "", "check", "exclamation", "cross", "plus", "minus", "tilde", "question"
]
"""A drawn sign: a check in a circle, an exclamation mark in a triangle, a cross in a square …"""

Ring: TypeAlias = Literal["", "full", "dashed"]
"""A second edge within the first."""


@dataclass(frozen=True, slots=True)
class Dress:
    """How a box is dressed; what is left out stays as usual.

    Attributes:
        fill: "#RRGGBB" of its paper.
        ink: of its words; 4.5 to 1 upon the fill.
        edge: of its outline, its sign, its ring and its tag; 4.5 to 1 upon white.
        width: of its outline.
        dash: of its outline.
        hatched: whether pale lines run across it.
        ring: a second edge within the first.
        sign: stands on its upper right corner.
        tag: a few words in a pill on its upper edge.
        foot: a few words on its lower edge, such as "61 of 80".
        share: from 0 to 1, drawn as a bar on its lower edge.
        struck: whether its label is struck through.
        muted: whether it stands back: grey words, pale lines.
        told: what all of this means, for who hears the picture.
    """

    fill: str = ""
    ink: str = ""
    edge: str = ""
    width: float = 0.0
    dash: tuple[float, ...] = ()
    hatched: bool = False
    ring: Ring = ""
    sign: Shape = ""
    tag: Wording = ""
    foot: Wording = ""
    share: float | None = None
    struck: bool = False
    muted: bool = False
    told: Wording = ""


PLAIN = Dress()
"""Everything as usual."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How an arrow is dressed; what is left out stays as usual.

    Attributes:
        colour: "#RRGGBB" of its line and its point.
        width: of its line.
        dash: of its line.
        tag: a few letters in a pill near the middle of its line.
        muted: whether it stands back.
        told: what all of this means, for who hears the picture.
    """

    colour: str = ""
    width: float = 0.0
    dash: tuple[float, ...] = ()
    tag: Wording = ""
    muted: bool = False
    told: Wording = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How an assumption's badge is dressed; its shape always tells its state.

    Attributes:
        muted: whether it stands back.
        strong: whether it stands out.
    """

    muted: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend: a sample, and what it means.

    Attributes:
        words: what it means.
        sample: a box's, an arrow's or a badge's dress.
    """

    words: Wording
    sample: Dress | Stroke | Stamp


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is laid over a picture.

    Attributes:
        name: for programs: "pilots", "findings" …
        title: for people.
        boxes: dress by box id.
        arrows: stroke by arrow key.
        badges: stamp by number of the assumption.
        keys: its part of the legend: what is on this sheet, and no more.
    """

    name: str
    title: Wording
    boxes: Mapping[str, Dress] = field(default_factory=dict)
    arrows: Mapping[str, Stroke] = field(default_factory=dict)
    badges: Mapping[int, Stamp] = field(default_factory=dict)
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What of a picture's look may be chosen; nothing moves by it.

    Attributes:
        widths: whether lines are as wide as their evidence is strong.
        tints: whether boxes have the colour of their level; never beneath an overlay.
    """

    widths: bool = False
    tints: bool = False


USUAL = Look()
"""Neither widths nor tints."""
