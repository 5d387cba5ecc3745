"""Bullets: where each indicator began, where it should be, where it is and where it must go.

Every scale runs from its baseline on the left to its target on the right, whichever way is
better: progress always goes the way one reads, targets stand beneath each other, and the
figures at both ends say whether more or less is aimed at.  What lies far behind the
baseline or beyond the target ends in an arrow at the edge of the scale; its figure is exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.charts import strokes
from toc.diagrams.charts.frame import GAP, NOTE, Frame, Key, Place
from toc.diagrams.charts.telling import NO_DATA, sentence
from toc.diagrams.charts.track import FIGURE, TRACK, Track, short_unit
from toc.diagrams.layout import Area
from toc.diagrams.readings import STANDINGS
from toc.diagrams.sheet.setting import Type, item, rows
from toc.errors import NothingToDrawError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.charts.content import Bullet
    from toc.diagrams.scene import Box, Item, Scene

__all__ = ["bullets"]

_LABEL = Type(10.5)
_LABEL_ROOM = 176.0
_STANDING = 130.0
_TRACK_LEFT = palette.MARGIN + _LABEL_ROOM + GAP
_STANDING_LEFT = _TRACK_LEFT + TRACK + GAP
_AIR = 12.0
_BASELINE, _EXPECTED = Message("baseline"), Message("expected by now")
_NOW, _TARGET = Message("now"), Message("target")


def bullets(title: str, subtitle: str, rows: Sequence[Bullet], *, language: str) -> Scene:
    """Draw indicators as bullet bars, in the order in which they are given.

    Args:
        title: the picture's name.
        subtitle: of which strategy, and of which day.
        rows: at least one.
        language: a BCP 47 tag; every text is in it already.

    Raises:
        NothingToDrawError: there is nothing to draw.
    """
    if not rows:
        raise NothingToDrawError(Message("there is no indicator to draw"))
    return _Bullets(Frame(title, subtitle, language), tuple(rows)).scene()


@dataclass(frozen=True)
class _Bullets:
    """A sheet of bullet bars."""

    frame: Frame
    rows: tuple[Bullet, ...]

    def scene(self) -> Scene:
        """Draw it."""
        head, top = self.frame.head()
        drawn = [_Row(self.frame, at, row) for at, row in enumerate(self.rows)]
        tops = list(accumulate((row.high for row in drawn), initial=top))
        boxes = [row.box(tops[at]) for at, row in enumerate(drawn)]
        right = palette.MARGIN + self.frame.width
        rules = [
            item("rule", [strokes.line((palette.MARGIN, y), (right, y), colour=palette.RULE)])
            for y in tops
        ]
        keys, bottom = self.frame.keys(self._samples(), tops[-1] + 8)
        told = Message("Each scale runs from its baseline to its target.")
        return self.frame.scene(boxes, [head, *rules, *keys], self.frame.say(told), bottom)

    def _samples(self) -> Iterator[Key]:
        yield Key((strokes.bar(-9, -4.5, 18, 9, palette.SECONDARY),), _NOW)
        yield Key(strokes.tick(0, -8, 8, 1.2), _BASELINE)
        if any(row.expected is not None for row in self.rows):
            yield Key((*strokes.tick(0, -8, 4), strokes.pointer(0, 3)), _EXPECTED)
        yield Key(strokes.flag(-3, 8, 15), _TARGET)
        if any(row.now is None for row in self.rows):
            yield Key(strokes.hatch(-9, -6, 18, 12), NO_DATA)


@dataclass(frozen=True)
class _Row:
    """A bullet bar and what stands around it."""

    frame: Frame
    at: int
    bullet: Bullet

    @property
    def track(self) -> Track:
        """The scale."""
        return Track(self.frame, self.bullet, _TRACK_LEFT)

    @property
    def high(self) -> float:
        """How high the row is."""
        return max(self._label_high, self._standing_high, self._middle_high) + _AIR

    @property
    def _middle_high(self) -> float:
        if self.track.is_drawn:
            return self.track.high
        return len(self._lines) * FIGURE.lead + len(self._why) * NOTE.lead

    @property
    def _lines(self) -> tuple[str, ...]:
        """The figures of an indicator without a scale, each on lines of its own."""
        said = (f"{name}: {value}" for name, value in self._facts(short_unit(self.bullet)))
        return tuple(line for one in said for line in rows(one, TRACK, FIGURE))

    @property
    def _why(self) -> tuple[str, ...]:
        return rows(self.frame.say(self._reason()), TRACK, NOTE)

    @property
    def _label(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        unit = "" if short_unit(self.bullet) else self.bullet.unit
        return rows(self.bullet.label, _LABEL_ROOM, _LABEL), rows(unit, _LABEL_ROOM, NOTE)

    @property
    def _label_high(self) -> float:
        label, unit = self._label
        return len(label) * _LABEL.lead + len(unit) * NOTE.lead

    @property
    def _words(self) -> tuple[str, ...]:
        return rows(self.bullet.words, _STANDING, NOTE)

    @property
    def _standing_high(self) -> float:
        _, high = self.frame.chip(self.bullet.standing, 0, 0, _STANDING)
        return high + 4 + len(self._words) * NOTE.lead

    def box(self, top: float) -> Box:
        """Draw the row."""
        area = Area(palette.MARGIN, top, self.frame.width, self.high)
        place = Place(f"bullet-{self.at}", "bullet", self.at, area)
        inner = top + _AIR / 2
        middle = self.track.items(inner) if self.track.is_drawn else [self._listed(inner)]
        marks = [self._labelled(inner), *middle, *self._stands(inner)]
        return self.frame.box(place, marks, self._told())

    def _labelled(self, top: float) -> Item:
        label, unit = self._label
        words = self.frame.set(label, palette.MARGIN, top, _LABEL, width=_LABEL_ROOM)
        under = top + len(label) * _LABEL.lead
        words += self.frame.set(unit, palette.MARGIN, under, NOTE, width=_LABEL_ROOM)
        return item("name", (), words)

    def _stands(self, top: float) -> Iterator[Item]:
        chip, high = self.frame.chip(self.bullet.standing, _STANDING_LEFT, top, _STANDING)
        yield chip
        yield item(
            "words",
            (),
            self.frame.set(self._words, _STANDING_LEFT, top + high + 4, NOTE, width=_STANDING),
        )

    def _listed(self, top: float) -> Item:
        """Write the figures of an indicator that has no scale, and why it has none."""
        words = self.frame.set(self._lines, _TRACK_LEFT, top, FIGURE, width=TRACK)
        under = top + len(self._lines) * FIGURE.lead
        words += self.frame.set(self._why, _TRACK_LEFT, under, NOTE, width=TRACK)
        return item("figures", (), words)

    def _reason(self) -> Message:
        if self.bullet.baseline is None:
            return Message("no scale: there is no baseline")
        if self.bullet.target is None:
            return Message("no scale: there is no target")
        return Message("no scale: the target is the baseline")

    def _facts(self, unit: str) -> Iterator[tuple[str, str]]:
        values = (
            (_NOW, self.bullet.now),
            (_BASELINE, self.bullet.baseline),
            (_EXPECTED, self.bullet.expected),
            (_TARGET, self.bullet.target),
        )
        for name, value in values:
            if value is not None:
                yield self.frame.say(name), self.frame.number(value, unit)
            elif name is _NOW:
                yield self.frame.say(name), self.frame.say(NO_DATA)

    def _told(self) -> str:
        standing = self.frame.say(STANDINGS[self.bullet.standing])
        return sentence(
            self.frame,
            self.bullet.label,
            [("", standing), *self._facts(self.bullet.unit)],
            self.bullet.words,
        )
