"""A radar: scores from 0 to 100 on spokes around a middle, each label with its figure.

The shape of a radar depends on the order of its spokes, and its area on the squares of the
values; what is compared is therefore told by figures and words, and bars are its readable form.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, pi, sin
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.charts import strokes
from toc.diagrams.charts.barred import bars
from toc.diagrams.charts.captions import Caption, seated
from toc.diagrams.charts.frame import GAP, Frame, Key, Place
from toc.diagrams.charts.telling import NO_DATA, score_told
from toc.diagrams.curves import circle, polygon
from toc.diagrams.layout import Area
from toc.diagrams.scene import Figure
from toc.diagrams.sheet.setting import Type, item, measured, paragraph
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.charts.content import Names, Spoke
    from toc.diagrams.scene import Box, Item, Point, Scene

__all__ = ["FEWEST", "MOST", "radar"]

FEWEST, MOST = 3, 16
"""Fewer spokes have no area, and more cannot be told apart: both become bars."""

_REACH = 132.0
_LABEL_ROOM = 128.0
_LEAD = 10.0
_STEPS = (25, 50, 75, 100)
_AXIS = Type(8.0, colour=palette.SECONDARY)
_FILL = palette.ON_TRACK
_LOOKS = {
    "peers": (palette.SECONDARY, 1.5, (1.6, 2.6)),
    "before": (palette.INK, 1.4, (5.0, 3.0)),
    "value": (strokes.NOW, 2.4, ()),
}
"""Of each line: its colour, width and dash; undermost first."""


def radar(
    title: str, subtitle: str, spokes: Sequence[Spoke], *, language: str, names: Names
) -> Scene:
    """Draw scores as a radar.

    The value is a full line with discs upon a light ground, the earlier one dashed, the
    others' mean dotted.  Where a value is missing its line is broken, nothing is filled,
    and the label says so.  Fewer than three spokes or more than sixteen are drawn as bars.

    Args:
        title: the picture's name.
        subtitle: of which strategy, and of when.
        spokes: clockwise from above.
        language: a BCP 47 tag; every text is in it already.
        names: what the values are called; what has no name, or no value in any
            of them, is not shown.

    Raises:
        NothingToDrawError: there is nothing to draw.
    """
    if not FEWEST <= len(spokes) <= MOST:
        return bars(title, subtitle, spokes, language=language, names=names)
    return _Radar(Frame(title, subtitle, language), tuple(spokes), names.of(spokes)).scene()


@dataclass(frozen=True)
class _Radar:
    """A sheet with a radar."""

    frame: Frame
    spokes: tuple[Spoke, ...]
    names: Names

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Which lines are drawn, undermost first."""
        named = {"peers": self.names.peers, "before": self.names.before, "value": True}
        return tuple(field for field in _LOOKS if named[field])

    @cached_property
    def captions(self) -> tuple[Caption, ...]:
        """The labels around, seated for a middle at 0, 0."""
        said = [(spoke.label, self._figures(spoke)) for spoke in self.spokes]
        ends = [self._end(at, 100.0, (0.0, 0.0)) for at in range(len(said))]
        return seated(said, ends, _LABEL_ROOM, _REACH + 2 * _LEAD)

    def _figures(self, spoke: Spoke) -> str:
        """Write a spoke's value, or that there is none, with what it is compared to."""
        return self.frame.say(NO_DATA) if spoke.value is None else self.frame.score(spoke.value)

    @cached_property
    def middle(self) -> Point:
        """The middle on the sheet."""
        _, top = self.frame.head()
        above = max(_REACH, -min(caption.top for caption in self.captions))
        return palette.MARGIN + self.frame.width / 2, top + above + 4

    def _end(self, at: int, value: float, middle: Point) -> Point:
        angle = 2 * pi * at / len(self.spokes) - pi / 2
        far = _REACH * value / 100
        return middle[0] + far * cos(angle), middle[1] + far * sin(angle)

    def scene(self) -> Scene:
        """Draw it."""
        head, _ = self.frame.head()
        deep = max(_REACH, *(caption.bottom for caption in self.captions))
        keys, bottom = self.frame.keys(self._samples(), self.middle[1] + deep + GAP)
        boxes = [self._spoke(at) for at in range(len(self.spokes))]
        lines = map(self._line, self.lines)
        furniture = [head, *self._ground(), *self._web(), *lines, *self._steps(), *keys]
        told = Message(
            "A radar with {count} spokes from 0 in the middle to 100 at the edge.",
            {"count": len(boxes)},
        )
        return self.frame.scene(boxes, furniture, self.frame.say(told), bottom)

    def _web(self) -> Iterator[Item]:
        count = len(self.spokes)
        for step in _STEPS:
            corners = [self._end(at, step, self.middle) for at in range(count)]
            yield item("scale", [Figure(polygon(corners), "", palette.RULE, 0.8)])
        for at, spoke in enumerate(self.spokes):
            end = self._end(at, 100, self.middle)
            missing = spoke.value is None
            colour = palette.SECONDARY if missing else palette.MUTED
            dash = (3.0, 2.0) if missing else ()
            yield item("axis", [strokes.line(self.middle, end, colour=colour, dash=dash)])

    def _ground(self) -> Iterator[Item]:
        """Fill what the values enclose, beneath everything, where all of them are known."""
        values = [spoke.value for spoke in self.spokes]
        known = [value for value in values if value is not None]
        if len(known) == len(values):
            corners = [self._end(at, value, self.middle) for at, value in enumerate(known)]
            yield item("ground", [Figure(polygon(corners), _FILL)])

    def _steps(self) -> Iterator[Item]:
        """Write the scale between the first two spokes, where no line's mark stands."""
        angle = pi / len(self.spokes) - pi / 2
        inner = cos(pi / len(self.spokes))
        for step in _STEPS[1::2]:
            far = _REACH * inner * step / 100
            x, y = self.middle[0] + far * cos(angle), self.middle[1] + far * sin(angle)
            wide = measured(str(step), _AXIS) + 3
            paper = strokes.bar(x - wide / 2, y - 5, wide, 10, palette.PAPER)
            words = paragraph([str(step)], x, y - _AXIS.size / 2, _AXIS, anchor="middle")
            yield item("scale", (paper,), words)

    def _line(self, field: str) -> Item:
        """Draw a line around, broken where a value is missing."""
        values = [getattr(spoke, field) for spoke in self.spokes]
        ends = [
            None if value is None else self._end(at, value, self.middle)
            for at, value in enumerate(values)
        ]
        colour, width, dash = _LOOKS[field]
        figures: list[Figure] = []
        whole = [end for end in ends if end is not None]
        if len(whole) == len(ends):
            figures.append(Figure(polygon(whole), "", colour, width, dash))
        else:
            figures += [
                strokes.line(one, other, colour=colour, width=width, dash=dash)
                for one, other in pairwise([*ends, ends[0]])
                if one is not None and other is not None
            ]
        figures += [_mark(field, *end) for end in whole]
        return item(field, figures)

    def _spoke(self, at: int) -> Box:
        caption, (x, y) = self.captions[at], self.middle
        tip = self._end(at, 104, self.middle)
        words = caption.words(self.frame, x, y)
        leader = [(x + px, y + py) for px, py in caption.leader]
        figures = [strokes.line(tip, *leader, colour=palette.RULE, width=0.8)] if leader else []
        area = Area(x + caption.left, y + caption.top, caption.width, caption.bottom - caption.top)
        told = score_told(self.frame, self.spokes[at], self.names)
        return self.frame.box(
            Place(f"spoke-{at}", "spoke", at, area), [item("name", figures, words)], told
        )

    def _samples(self) -> Iterator[Key]:
        named = {"value": self.names.now, "before": self.names.before, "peers": self.names.peers}
        for field in reversed(self.lines):
            colour, width, dash = _LOOKS[field]
            stroke = strokes.line((-10, 0), (11, 0), colour=colour, width=width, dash=dash)
            yield Key((stroke, _mark(field, 0, 0)), named[field])
        if any(spoke.value is None for spoke in self.spokes):
            sample = strokes.line((-10, 0), (11, 0), colour=palette.SECONDARY, dash=(3.0, 2.0))
            yield Key((sample,), NO_DATA)


def _mark(field: str, x: float, y: float) -> Figure:
    if field == "value":
        return strokes.disc(x, y, radius=3.2)
    if field == "before":
        return strokes.diamond(x, y, 3.6)
    return Figure(circle(x, y, 1.9), palette.SECONDARY)
