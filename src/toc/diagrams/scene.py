"""The neutral picture: everything on the sheet, placed, and told in words.

A scene is what an engine makes and what every renderer draws.  It holds only text
lines with a baseline, and outlines of straight lines and cubic curves; a renderer
needs no layout, no font metrics and no knowledge of strategies.  Units are those of
`toc.diagrams.palette`, y grows downwards, numbers are rounded to 0.1.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from toc.diagrams.markup import path_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.diagrams.chart import State

__all__ = [
    "OPPOSITE",
    "Anchor",
    "Arrow",
    "Badge",
    "Band",
    "Box",
    "Figure",
    "Heading",
    "Item",
    "Path",
    "Point",
    "Scene",
    "Sign",
    "Step",
    "Words",
    "as_json",
    "rounded",
]

Point: TypeAlias = tuple[float, float]
Step: TypeAlias = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]
"""Move, line, cubic or close, with absolute coordinates x, y, x, y …"""

Path: TypeAlias = tuple[Step, ...]

Anchor: TypeAlias = Literal["start", "middle", "end"]
"""Which part of a line stands at its place; the start is where its own direction begins."""

OPPOSITE: Mapping[Anchor, Anchor] = MappingProxyType(
    {"start": "end", "middle": "middle", "end": "start"}
)
"""The same side of a line that runs the other way."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text.

    Attributes:
        x: where its anchor stands.
        y: its baseline.
        text: what stands there, as data: renderers escape it.
        size: in units.
        bold: regular otherwise.
        colour: "#RRGGBB".
        anchor: which part of the line stands at x: the start of one that is set from right
            to left is its right end.
        rightward: whether it is set from left to right.
    """

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    colour: str = "#1B1F24"
    anchor: Anchor = "start"
    rightward: bool = True

    @property
    def lies_right(self) -> bool:
        """Whether it begins at its place and lies to the right of it, in whichever direction."""
        return (self.anchor == "start") == self.rightward


@dataclass(frozen=True, slots=True)
class Figure:
    """An outline, filled or stroked or both.

    Attributes:
        path: the outline.
        fill: "#RRGGBB", or empty for none.
        stroke: "#RRGGBB", or empty for none.
        width: of the stroke.
        dash: lengths of dash and gap, empty for a full line.
        upright: whether it keeps its shape where the sheet is mirrored, as a tick does.
    """

    path: Path
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A swimlane's ground and name."""

    key: str
    x: float
    y: float
    width: float
    height: float
    ground: Figure
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's name, meaning and bar."""

    level: str
    x: float
    width: float
    figures: tuple[Figure, ...]
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """One thing of the strategy, drawn.

    Attributes:
        id: the strategy's id.
        kind: what it stands for.
        column: index of its column.
        lane: index of its lane.
        x: left.
        y: top.
        width: from left to right.
        height: from top to bottom.
        outline: its shape.
        lines: its label.
        marks: what stands upon its edges: gate, signs, counts.
        told: the box in words.
        ground: what lies upon its paper and beneath its label: a hatch, a second edge.
    """

    id: str
    kind: str
    column: int
    lane: int
    x: float
    y: float
    width: float
    height: float
    outline: Figure
    lines: tuple[Words, ...]
    marks: tuple[Item, ...]
    told: str
    ground: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """One claim of the strategy, drawn.

    Attributes:
        key: the link's own name.
        cause: id of a box.
        effect: id of a box.
        line: the curve; its white casing is drawn below it.
        head: the point, or the bar of a hindrance.
        told: the claim in words, with its reason and its assumptions.
    """

    key: str
    cause: str
    effect: str
    line: Figure
    head: Figure
    told: str


@dataclass(frozen=True, slots=True)
class Badge:
    """An assumption's number upon an arrow.

    Attributes:
        number: which assumption.
        state: "untested", "holding" …; told by the shape as well as by the colour.
        arrow: key of the arrow, empty in the table.
        x: centre.
        y: centre.
        radius: nothing of it lies further from the centre.
        figures: its shapes, undermost first.
        words: the number.
    """

    number: int
    state: State
    arrow: str
    x: float
    y: float
    radius: float
    figures: tuple[Figure, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Sign:
    """What is said of an arrow upon its line: a loop's polarity, how many links it is.

    Attributes:
        name: "reinforcing", "balancing" or "several".
        arrow: key of the arrow.
        x: centre.
        y: centre.
        radius: nothing of it lies further from the centre.
        figures: its shapes, undermost first.
        lines: its words, if it has any.
    """

    name: str
    arrow: str
    x: float
    y: float
    radius: float
    figures: tuple[Figure, ...]
    lines: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of the sheet around the chart: figures and words that belong together."""

    name: str
    figures: tuple[Figure, ...]
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole sheet.

    Attributes:
        width: of the page.
        height: of the page.
        language: BCP 47 tag.
        rightward: whether the language runs from left to right.
        title: the picture's name.
        told: the picture in words, in causal order.
        furniture: title block, table, legend and footer.
        bands: swimlanes.
        headings: columns.
        boxes: in causal order.
        arrows: in causal order.
        badges: upon the arrows.
        signs: upon the arrows too, above everything.
    """

    width: float
    height: float
    language: str
    rightward: bool
    title: str
    told: str
    furniture: tuple[Item, ...]
    bands: tuple[Band, ...]
    headings: tuple[Heading, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    badges: tuple[Badge, ...]
    signs: tuple[Sign, ...] = ()


def rounded(value: float) -> float:
    """Round to 0.1, and never to minus nought.

    >>> rounded(-0.04), rounded(3.14159)
    (0.0, 3.1)
    """
    return round(value, 1) + 0.0


def as_json(scene: Scene) -> str:
    """Write a scene down for a golden file: a line for each thing, outlines as in SVG.

    What is empty is left out.
    """
    parts = sorted(asdict(scene, dict_factory=_shortened).items())
    return "{\n" + ",\n".join(f'"{name}": {_in_lines(part)}' for name, part in parts) + "\n}\n"


def _shortened(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    said = (field for field in fields if field[1] not in ("", ()))
    return {name: path_data(value) if name == "path" else value for name, value in said}


def _in_lines(part: Any) -> str:
    if not isinstance(part, tuple):
        return _in_one_line(part)
    return "[\n" + ",\n".join(map(_in_one_line, part)) + "\n]"


def _in_one_line(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, sort_keys=True)
