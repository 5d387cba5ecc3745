r"""Figures and words as lines of typst, and every word of a strategy as a string.

What authors typed passes through `literal`, and through nothing else, so that no letter
of it is ever markup or code.

>>> print(literal('#read("x") *bold*'))
"#read(\"x\") *bold*"
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from toc import typeface

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.diagrams.scene import Figure, Step, Words

__all__ = ["TOOLS", "Pen", "literal", "short"]

TOOLS: Final = """\
#let m(x, y) = curve.move((x * 1pt, y * 1pt))
#let l(x, y) = curve.line((x * 1pt, y * 1pt))
#let c(a, b, p, q, x, y) = curve.cubic(\
(a * 1pt, b * 1pt), (p * 1pt, q * 1pt), (x * 1pt, y * 1pt))
#let z = curve.close(mode: "straight")
#let at(body) = place(top + left, body)
#let pen(colour, width, dash: none) = \
(paint: rgb(colour), thickness: width * 1pt, dash: dash, join: "round")
#let draw(fill, stroke, ..steps) = at(curve(\
fill: if fill != "" { rgb(fill) }, fill-rule: "non-zero", stroke: stroke, ..steps))
#let say(x, y, wide, side, size, weight, colour, run, words) = place(top + left, \
dx: x * 1pt, dy: y * 1pt, box(width: wide * 1pt, align(side, text(\
size: size * 1pt, weight: weight, fill: rgb(colour), dir: run, words))))
"""
"""What the lines of a pen call: everything is placed from the page's upper left corner."""

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")


def literal(text: str) -> str:
    """Write a text as a typst string, without the characters that no file can show."""
    plain = _UNPRINTABLE.sub(" ", text)
    return '"{}"'.format(plain.replace("\\", "\\\\").replace('"', '\\"'))


def short(value: float) -> str:
    """Write a number to a thousandth of a point.

    >>> short(-0.0001), short(12.34567)
    ('0', '12.346')
    """
    return f"{round(value, 3) + 0.0:.10g}"


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes figures and words, scaled and moved.

    Attributes:
        scale: points per unit.
        left: where nought lies on the page, in points.
        top: where nought lies on the page, in points.
    """

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def figures(self, figures: Iterable[Figure]) -> Iterator[str]:
        """Draw outlines, a line each."""
        for figure in figures:
            steps = ", ".join(self._step(step) for step in figure.path)
            yield f"draw({literal(figure.fill)}, {self._stroke(figure)}, {steps})"

    def words(self, lines: Iterable[Words]) -> Iterator[str]:
        """Set words, each in a box too wide to break them."""
        for line in lines:
            wide = typeface.width(line.text, line.size, bold=line.bold) * 1.2 + 2 * line.size
            side, x = _stand(line, wide)
            places = (self._x(x), self._y(line.y), wide * self.scale)
            look = (
                side,
                short(line.size * self.scale),
                "700" if line.bold else "400",
                literal(line.colour),
                "ltr" if line.rightward else "rtl",
                literal(line.text),
            )
            yield f"say({', '.join((*map(short, places), *look))})"

    def _x(self, value: float) -> float:
        return value * self.scale + self.left

    def _y(self, value: float) -> float:
        return value * self.scale + self.top

    def _step(self, step: Step) -> str:
        name, values = step
        if name == "Z":
            return "z"
        placed = (self._y(value) if at % 2 else self._x(value) for at, value in enumerate(values))
        return f"{name.lower()}({', '.join(map(short, placed))})"

    def _stroke(self, figure: Figure) -> str:
        if not figure.stroke:
            return "none"
        width = f"{literal(figure.stroke)}, {short(figure.width * self.scale)}"
        dash = ", ".join(f"{short(length * self.scale)}pt" for length in figure.dash)
        return f"pen({width}, dash: ({dash},))" if dash else f"pen({width})"


def _stand(line: Words, wide: float) -> tuple[str, float]:
    """Give the side of its box that a line keeps to, and where the box begins."""
    if line.anchor == "middle":
        return "center", line.x - wide / 2
    if line.lies_right:
        return "left", line.x
    return "right", line.x - wide
