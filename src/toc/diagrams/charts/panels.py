"""Small multiples: for each indicator what was measured and what was promised, over time.

Each panel has its own scale, because units differ; it need not begin at nought, because what
is read off a line is how it rises and falls.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.charts import strokes
from toc.diagrams.charts.frame import GAP, NOTE, WIDTH, Frame, Key, Place
from toc.diagrams.charts.plot import BREAK, Plot, is_broken, promised
from toc.diagrams.charts.telling import NO_DATA, sentence
from toc.diagrams.curves import rectangle
from toc.diagrams.layout import Area
from toc.diagrams.readings import STANDINGS
from toc.diagrams.scene import Figure
from toc.diagrams.sheet.setting import Type, item, rows
from toc.errors import NothingToDrawError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.diagrams.charts.content import Panel, Point
    from toc.diagrams.scene import Box, Scene

__all__ = ["multiples"]

_LABEL = Type(10.0, bold=True)
_PAD = 9.0
_FIELD = 108.0
_LEAST = 200.0
"""No panel is narrower: four stand side by side on A3."""

_BASELINE, _MILESTONE = Message("baseline"), Message("milestone")
_TARGET, _MEASURED = Message("target"), Message("measured")
_FLAGS: Mapping[str, Message] = MappingProxyType(
    {
        "b": Message("break in the series before it"),
        "d": Message("another definition"),
        "e": Message("estimated"),
        "f": Message("forecast"),
        "p": Message("provisional"),
        "u": Message("unreliable"),
    }
)


def multiples(title: str, subtitle: str, panels: Sequence[Panel], *, language: str) -> Scene:
    """Draw indicators over time, a panel for each, in the order in which they are given.

    Up to four panels stand side by side; 24 of them fill a sheet of A3.

    Args:
        title: the picture's name.
        subtitle: of which strategy, and of which day.
        panels: at least one.
        language: a BCP 47 tag; every text is in it already.

    Raises:
        NothingToDrawError: there is nothing to draw.
    """
    if not panels:
        raise NothingToDrawError(Message("there is no indicator to draw"))
    columns = _columns(len(panels))
    width = max(WIDTH, columns * _LEAST + (columns - 1) * GAP)
    return _Multiples(Frame(title, subtitle, language, width), tuple(panels), columns).scene()


def _columns(count: int) -> int:
    """Give how many panels stand side by side, so that the sheet is upright like paper."""
    return next(at for at, most in ((1, 1), (2, 6), (3, 12), (4, count)) if count <= most)


@dataclass(frozen=True)
class _Multiples:
    """A sheet of panels."""

    frame: Frame
    panels: tuple[Panel, ...]
    columns: int

    @cached_property
    def wide(self) -> float:
        """How wide a panel is."""
        return (self.frame.width - (self.columns - 1) * GAP) / self.columns

    @cached_property
    def cards(self) -> tuple[_Card, ...]:
        """The panels, still without a place."""
        return tuple(_Card(self.frame, at, one, self.wide) for at, one in enumerate(self.panels))

    @cached_property
    def ranks(self) -> tuple[tuple[_Card, ...], ...]:
        """The panels, row by row."""
        step = self.columns
        return tuple(self.cards[at : at + step] for at in range(0, len(self.cards), step))

    def scene(self) -> Scene:
        """Draw it."""
        head, top = self.frame.head()
        heights = [
            (max(card.above for card in rank), max(card.beneath for card in rank))
            for rank in self.ranks
        ]
        highs = [above + _FIELD + beneath + 2 * _PAD + GAP for above, beneath in heights]
        tops = list(accumulate(highs, initial=top))
        boxes = [
            card.box(palette.MARGIN + at * (self.wide + GAP), tops[row], heights[row])
            for row, rank in enumerate(self.ranks)
            for at, card in enumerate(rank)
        ]
        keys, bottom = self.frame.keys(self._samples(), tops[-1])
        told = Message("Each panel has its own scale.")
        return self.frame.scene(boxes, [head, *keys], self.frame.say(told), bottom)

    def _samples(self) -> Iterator[Key]:
        points = [point for panel in self.panels for point in panel.points]
        if points:
            line = strokes.line((-10, 0), (11, 0), colour=strokes.NOW, width=2.0)
            yield Key((line, strokes.disc(0, 0)), _MEASURED)
        if any(point.flag.replace(BREAK, "") for point in points):
            yield Key((strokes.disc(0, 0, hollow=True),), Message("measured with a reserve"))
        if any(map(is_broken, points)):
            yield Key(strokes.slashes(0, 0), Message("break in the series"))
        yield from self._promised()
        yield Key((self._day(),), self._days())
        if not all(panel.points for panel in self.panels):
            yield Key(strokes.hatch(-9, -6, 18, 12), NO_DATA)

    def _promised(self) -> Iterator[Key]:
        panels = self.panels
        way = strokes.line((-10, 0), (11, 0), colour=palette.ARROW, width=1.3, dash=palette.DASHED)
        if any(len(promised(panel)) > 1 for panel in panels):
            yield Key((way,), Message("expected on the way"))
        if any(panel.baseline for panel in panels):
            yield Key((strokes.square(0, 0),), _BASELINE)
        if any(panel.milestones for panel in panels):
            yield Key((strokes.diamond(0, 0),), _MILESTONE)
        if any(panel.target for panel in panels):
            yield Key(strokes.flag(-3, 6), _TARGET)

    def _day(self) -> Figure:
        return strokes.line((0, -8), (0, 8), colour=palette.INK, dash=palette.DOTTED)

    def _days(self) -> Message:
        days = sorted({panel.on.isoformat() for panel in self.panels})
        return Message("the day it is looked at from, {days}", {"days": days})


@dataclass(frozen=True)
class _Card:
    """A panel with its label, its field, its standing and its words."""

    frame: Frame
    at: int
    panel: Panel
    wide: float

    @property
    def room(self) -> float:
        """The room for text."""
        return self.wide - 2 * _PAD

    @property
    def _label(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        panel = self.panel
        return rows(panel.label, self.room, _LABEL), rows(panel.unit, self.room, NOTE)

    @property
    def _lines(self) -> tuple[str, ...]:
        """The figures and words beneath the field."""
        facts = "; ".join(f"{name} {value}" for name, value in self._ends())
        return rows(facts, self.room, NOTE) + rows(self.panel.words, self.room, NOTE)

    @property
    def above(self) -> float:
        """The room above the field."""
        label, unit = self._label
        return len(label) * _LABEL.lead + len(unit) * NOTE.lead

    @property
    def beneath(self) -> float:
        """The room beneath the field."""
        _, high = self.frame.chip(self.panel.standing, 0, 0, self.room)
        return high + 8 + len(self._lines) * NOTE.lead

    def box(self, x: float, top: float, heights: tuple[float, float]) -> Box:
        """Draw it, its field at the height of its neighbours'."""
        above, beneath = heights
        high = above + _FIELD + beneath + 2 * _PAD
        inner, field = x + _PAD, top + _PAD + above
        edge = Figure(rectangle(x, top, self.wide, high, 3), palette.PAPER, palette.RULE, 1.0)
        label, unit = self._label
        words = self.frame.set(label, inner, top + _PAD, _LABEL, width=self.room)
        under = top + _PAD + len(label) * _LABEL.lead
        words += self.frame.set(unit, inner, under, NOTE, width=self.room)
        plot = Plot(self.frame, self.panel, Area(inner, field, self.room, _FIELD))
        chip, tall = self.frame.chip(self.panel.standing, inner, field + _FIELD + 4, self.room)
        foot = field + _FIELD + 4 + tall + 4
        said = self.frame.set(self._lines, inner, foot, NOTE, width=self.room)
        marks = [item("name", (edge,), words), *plot.items(), chip, item("words", (), said)]
        area = Area(x, top, self.wide, high)
        return self.frame.box(
            Place(f"panel-{self.at}", "panel", self.at, area), marks, self._told()
        )

    def _ends(self) -> Iterator[tuple[str, str]]:
        """Give the last value and the target, with their days."""
        points = sorted(self.panel.points, key=lambda point: point.when)
        if points:
            yield self.frame.say(_MEASURED), self._value(points[-1])
        if self.panel.target:
            yield self.frame.say(_TARGET), self._value(self.panel.target)

    def _value(self, point: Point) -> str:
        shown = self.frame.number(point.value)
        return f"{shown} ({point.dated or point.when.isoformat()})"

    def _told(self) -> str:
        panel, frame = self.panel, self.frame
        label = f"{panel.label} ({panel.unit})" if panel.unit else panel.label
        standing = frame.say(STANDINGS[panel.standing])
        points = sorted(panel.points, key=lambda point: point.when)
        facts = [("", standing), *((frame.say(_MEASURED), self._flagged(one)) for one in points)]
        if not points:
            facts.append((frame.say(_MEASURED), frame.say(NO_DATA)))
        promises = [(_BASELINE, panel.baseline), *((_MILESTONE, one) for one in panel.milestones)]
        facts += [
            (frame.say(name), self._value(point))
            for name, point in (*promises, (_TARGET, panel.target))
            if point
        ]
        return sentence(frame, label, facts, panel.words)

    def _flagged(self, point: Point) -> str:
        """Tell a value with what its flag means."""
        known = [self.frame.say(_FLAGS[letter]) for letter in point.flag if letter in _FLAGS]
        return ", ".join((self._value(point), *known))
