"""Bars: scores from 0 to 100 beneath each other, each with its figures beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.charts import strokes
from toc.diagrams.charts.frame import NOTE, NUMBER, Frame, Key, Place
from toc.diagrams.charts.telling import NO_DATA, score_told
from toc.diagrams.layout import Area
from toc.diagrams.sheet.setting import Type, item, measured, paragraph, rows
from toc.errors import NothingToDrawError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.charts.content import Bar, Names
    from toc.diagrams.scene import Box, Figure, Item, Scene

__all__ = ["bars"]

_LABEL = Type(10.5)
_FIGURE = Type(10.0)
_AXIS = Type(8.5, colour=palette.SECONDARY)
_LABEL_ROOM = 186.0
_APART = 12.0
_COLUMN = 44.0
_BAR = 11.0
_ROW = 22.0
_AIR = 7.0
_HEAD = 24.0
_STEPS = (0, 25, 50, 75, 100)


def bars(title: str, subtitle: str, bars: Sequence[Bar], *, language: str, names: Names) -> Scene:
    """Draw scores as horizontal bars, in the order in which they are given.

    A full bar is the value and is as long as the value is high; a hollow diamond is the earlier
    one, an upright line the others' mean.  The figures stand beside, and a value that
    nobody knows is a hatch and a word, never a bar of no length.

    Args:
        title: the picture's name.
        subtitle: of which strategy, and of when.
        bars: at least one.
        language: a BCP 47 tag; every text is in it already.
        names: what the values are called; what has no name, or no value in any
            of them, is not shown.

    Raises:
        NothingToDrawError: there is nothing to draw.
    """
    if not bars:
        raise NothingToDrawError(Message("there is no score to draw"))
    return _Bars(Frame(title, subtitle, language), tuple(bars), names.of(bars)).scene()


@dataclass(frozen=True)
class _Bars:
    """A sheet of bars."""

    frame: Frame
    bars: tuple[Bar, ...]
    names: Names

    @cached_property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """The figures beside a bar: of which field, and what they are called."""
        both = (("before", self.names.before), ("peers", self.names.peers))
        return (("value", self.names.now), *(one for one in both if one[1]))

    @cached_property
    def left(self) -> float:
        """Where the scale begins."""
        return palette.MARGIN + _LABEL_ROOM + _APART

    @cached_property
    def long(self) -> float:
        """How long a hundred is."""
        return self.frame.width - _LABEL_ROOM - 2 * _APART - _COLUMN * len(self.columns)

    def at(self, value: float) -> float:
        """Give a value's place."""
        return self.left + self.long * value / 100

    def scene(self) -> Scene:
        """Draw it."""
        head, top = self.frame.head()
        highs = [self._high(bar) for bar in self.bars]
        first = top + _HEAD
        tops = list(accumulate(highs, initial=first))
        boxes = [self._row(at, bar, tops[at], highs[at]) for at, bar in enumerate(self.bars)]
        keys, bottom = self.frame.keys(self._samples(), tops[-1] + 10)
        furniture = [head, *self._heads(top), *self._scale(first), *keys]
        told = self.frame.say(Message("Each score is shown on a scale from 0 to 100."))
        return self.frame.scene(boxes, furniture, told, bottom)

    def _high(self, bar: Bar) -> float:
        label = len(rows(bar.label, _LABEL_ROOM, _LABEL)) * _LABEL.lead
        note = len(rows(bar.note, _LABEL_ROOM, NOTE)) * NOTE.lead
        return max(label + note, _ROW - _AIR) + _AIR

    def _heads(self, top: float) -> Iterator[Item]:
        """Show above each column of figures by which mark the same is drawn."""
        for at, (field, _) in enumerate(self.columns):
            x = self._column(at) - 8
            yield item("column", _mark(field, x, top + _HEAD / 2 - 1))

    def _column(self, at: int) -> float:
        """Give where figures end."""
        return self.left + self.long + _APART + _COLUMN * (at + 1)

    def _scale(self, top: float) -> Iterator[Item]:
        for step in _STEPS:
            yield item(
                "scale", (), paragraph([str(step)], self.at(step), top - 13, _AXIS, anchor="middle")
            )

    def _rules(self, top: float, high: float) -> Item:
        """Draw a row's part of the scale's lines, so that they lie beneath its bar in any order."""
        ends = ((self.at(step), top, top + high) for step in _STEPS)
        rules = [
            strokes.line((x, y), (x, end), colour=palette.RULE, width=0.8) for x, y, end in ends
        ]
        return item("rules", rules)

    def _row(self, at: int, bar: Bar, top: float, high: float) -> Box:
        place = Place(f"bar-{at}", "bar", at, Area(palette.MARGIN, top, self.frame.width, high))
        y = top + high / 2
        marks = [self._rules(top, high), self._label(bar, top, high), self._bar(bar, y)]
        marks += self._compared(bar, y)
        marks += self._figures(bar, y)
        return self.frame.box(place, marks, score_told(self.frame, bar, self.names))

    def _label(self, bar: Bar, top: float, high: float) -> Item:
        label, note = rows(bar.label, _LABEL_ROOM, _LABEL), rows(bar.note, _LABEL_ROOM, NOTE)
        deep = len(label) * _LABEL.lead
        y = top + (high - deep - len(note) * NOTE.lead) / 2
        words = self.frame.set(label, palette.MARGIN, y, _LABEL, width=_LABEL_ROOM)
        words += self.frame.set(note, palette.MARGIN, y + deep, NOTE, width=_LABEL_ROOM)
        return item("name", (), words)

    def _bar(self, bar: Bar, y: float) -> Item:
        top = y - _BAR / 2
        if bar.value is None:
            return self._missing(bar, y)
        base = strokes.line((self.left, top - 2), (self.left, top + _BAR + 2), colour=palette.INK)
        if not bar.value:
            return item("value", (base,))
        full = strokes.bar(self.left, top, self.at(bar.value) - self.left, _BAR, strokes.NOW)
        return item("value", (full, base))

    def _missing(self, bar: Bar, y: float) -> Item:
        """Hatch the whole scale, and say upon it, clear of any mark, that there is no value."""
        high = _BAR + 4
        figures = strokes.hatch(self.left, y - high / 2, self.long, high)
        said = self.frame.say(NO_DATA)
        wide = measured(said, NOTE) + 6
        x = self._free(bar, wide)
        paper = strokes.bar(x, y - high / 2 + 1, wide, high - 2, palette.PAPER)
        words = paragraph([said], x + wide / 2, y - NOTE.size / 2 - 0.4, NOTE, anchor="middle")
        return item("no-data", (*figures, paper), words)

    def _free(self, bar: Bar, wide: float) -> float:
        """Find a stretch of the scale where no mark stands: two marks cannot take three."""
        taken = [self.at(value) for value in (bar.before, bar.peers) if value is not None]
        rest = self.long - wide
        places = [self.left + rest * share for share in (0.04, 0.5, 0.96)]
        free = (x for x in places if not any(x - 6 < mark < x + wide + 6 for mark in taken))
        return next(free, places[0])

    def _compared(self, bar: Bar, y: float) -> Iterator[Item]:
        if self.names.peers and bar.peers is not None:
            yield item("peers", _mark("peers", self.at(bar.peers), y))
        if self.names.before and bar.before is not None:
            yield item("before", _mark("before", self.at(bar.before), y))

    def _figures(self, bar: Bar, y: float) -> Iterator[Item]:
        for at, (field, _) in enumerate(self.columns):
            value = getattr(bar, field)
            look = NUMBER if field == "value" else _FIGURE
            words = paragraph(
                [self.frame.score(value)],
                self._column(at),
                y - look.size / 2 - 0.6,
                look,
                rightward=self.frame.run,
                anchor="end",
            )
            yield item("figure", (), words)

    def _samples(self) -> Iterator[Key]:
        for field, name in self.columns:
            yield Key(_mark(field, 0, 0), name)
        if any(bar.value is None for bar in self.bars):
            yield Key(strokes.hatch(-9, -6, 18, 12), NO_DATA)


def _mark(field: str, x: float, y: float) -> tuple[Figure, ...]:
    if field == "value":
        return (strokes.bar(x - 8, y - 4, 16, 8, strokes.NOW),)
    if field == "before":
        return (strokes.diamond(x, y),)
    return strokes.tick(x, y - 8, y + 8)
