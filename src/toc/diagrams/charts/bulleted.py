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
from toc.diagrams.charts.frame import GAP, NOTE, NUMBER, Frame, Key, Place
from toc.diagrams.charts.telling import NO_DATA, sentence
from toc.diagrams.layout import Area
from toc.diagrams.readings import DRESSES, STANDINGS
from toc.diagrams.sheet.setting import Type, item, measured, paragraph, rows
from toc.errors import NothingToDrawError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.charts.content import Bullet
    from toc.diagrams.scene import Box, Figure, Item, Scene, Words

__all__ = ["bullets"]

_LABEL = Type(10.5)
_FIGURE = Type(9.0)
_LABEL_ROOM = 176.0
_TRACK = 226.0
_STANDING = 130.0
_TRACK_LEFT = palette.MARGIN + _LABEL_ROOM + GAP
_STANDING_LEFT = _TRACK_LEFT + _TRACK + GAP
_BEHIND, _BEYOND = 0.12, 0.16
"""How much of the way a scale shows behind its baseline and beyond its target."""

_BAR = 9.0
_GROUND = 15.0
_ABOVE = 13.0
_BELOW = 8.0
_BETWEEN = 5.0
_AIR = 12.0
_SHORT = 3
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
            item("row", [strokes.line((palette.MARGIN, y), (right, y), colour=palette.RULE)])
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
    def unit(self) -> str:
        """The unit where it is short enough to stand beside every figure."""
        return self.bullet.unit if len(self.bullet.unit) <= _SHORT else ""

    @property
    def high(self) -> float:
        """How high the row is."""
        return max(self._label_high, self._standing_high, self._middle_high) + _AIR

    @property
    def _middle_high(self) -> float:
        if self._share(0.0) is None:
            return len(self._lines) * _FIGURE.lead + len(self._why) * NOTE.lead
        beneath = 1 + max(line for *_, line in self._beneath)
        return _ABOVE + _GROUND + _BELOW + beneath * _FIGURE.lead

    @property
    def _lines(self) -> tuple[str, ...]:
        """The figures of an indicator without a scale, each on lines of its own."""
        said = (f"{name}: {value}" for name, value in self._facts(self.unit))
        return tuple(line for one in said for line in rows(one, _TRACK, _FIGURE))

    @property
    def _why(self) -> tuple[str, ...]:
        return rows(self.frame.say(self._reason()), _TRACK, NOTE)

    @property
    def _label(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        unit = "" if self.unit else self.bullet.unit
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
        marks = [self._labelled(inner), *self._measured(inner), *self._stands(inner)]
        return self.frame.box(place, marks, self._told())

    def _labelled(self, top: float) -> Item:
        label, unit = self._label
        words = self.frame.set(label, palette.MARGIN, top, _LABEL, width=_LABEL_ROOM)
        under = top + len(label) * _LABEL.lead
        words += self.frame.set(unit, palette.MARGIN, under, NOTE, width=_LABEL_ROOM)
        return item("label", (), words)

    def _stands(self, top: float) -> Iterator[Item]:
        chip, high = self.frame.chip(self.bullet.standing, _STANDING_LEFT, top, _STANDING)
        yield chip
        yield item(
            "words",
            (),
            self.frame.set(self._words, _STANDING_LEFT, top + high + 4, NOTE, width=_STANDING),
        )

    def _measured(self, top: float) -> Iterator[Item]:
        """Draw the scale, or say in figures what has none."""
        if self._share(0.0) is None:
            yield self._listed(top)
            return
        y = top + _ABOVE + _GROUND / 2
        yield item("scale", self._ground(y))
        yield from self._value(y)
        yield item("ends", (), self._figures(y + _GROUND / 2 + _BELOW))

    def _share(self, value: float) -> float | None:
        """Give how far on its way from baseline to target a value is; None without a way."""
        start, end = self.bullet.baseline, self.bullet.target
        way = 0.0 if start is None or end is None else end - start
        return (value - start) / way if start is not None and way else None

    def _x(self, share: float) -> float:
        whole = 1 + _BEHIND + _BEYOND
        held = min(max(share, -_BEHIND), 1 + _BEYOND)
        return _TRACK_LEFT + _TRACK * (held + _BEHIND) / whole

    def _ground(self, y: float) -> list[Figure]:
        left, right = self._x(0), self._x(1)
        top = y - _GROUND / 2
        if self.bullet.now is None:
            figures = list(strokes.hatch(left, top, right - left, _GROUND))
        else:
            figures = [strokes.bar(left, top, right - left, _GROUND, palette.BAND)]
            for edge in (top, top + _GROUND):
                figures.append(strokes.line((left, edge), (right, edge), colour=palette.FADED))
        figures += strokes.tick(left, top - 2, top + _GROUND + 2, 1.2)
        return figures + list(strokes.flag(right, top + _GROUND + 2, _GROUND + 10))

    def _value(self, y: float) -> Iterator[Item]:
        expected = self.bullet.expected
        figures: list[Figure] = []
        if self.bullet.now is not None:
            figures += self._bar(self._share(self.bullet.now) or 0.0, y)
        share = None if expected is None else self._share(expected)
        if share is not None:
            x = self._x(share)
            low = y + _GROUND / 2
            figures += [*strokes.tick(x, low - _GROUND - 1, low + 1), strokes.pointer(x, low + 1)]
        yield item("value", figures, self._figure(y))

    def _bar(self, share: float, y: float) -> list[Figure]:
        colour = DRESSES[self.bullet.standing].edge
        start, end = self._x(0), self._x(share)
        figures = [strokes.bar(min(start, end), y - _BAR / 2, abs(end - start), _BAR, colour)]
        if share > 1 + _BEYOND:
            figures.append(strokes.arrow(end, y, colour, onwards=True))
        if share < -_BEHIND:
            figures.append(strokes.arrow(end, y, colour, onwards=False))
        return figures

    def _figure(self, y: float) -> tuple[Words, ...]:
        """Write the value above its place, within the scale and left of the target's flag."""
        if self.bullet.now is None:
            return self.frame.set([self.frame.say(NO_DATA)], self._x(0), y - _GROUND / 2 - 13, NOTE)
        text = self.frame.number(self.bullet.now, self.unit)
        wide = measured(text, NUMBER)
        share = self._share(self.bullet.now) or 0.0
        left, right = _TRACK_LEFT, _TRACK_LEFT + _TRACK
        flag = self._x(1)
        x = min(max(self._x(share) - wide / 2, left), right - wide)
        if x < flag + 9 and x + wide > flag - 3:
            x = flag - 4 - wide if share <= 1 or flag + 10 + wide > right else flag + 10
        return paragraph([text], x, y - _GROUND / 2 - 14, NUMBER, rightward=True)

    def _figures(self, top: float) -> tuple[Words, ...]:
        """Write baseline, target and expected value beneath their marks."""
        return tuple(
            word
            for text, x, line in self._beneath
            for word in paragraph([text], x, top + line * _FIGURE.lead, _FIGURE, rightward=True)
        )

    @property
    def _beneath(self) -> tuple[tuple[str, float, int], ...]:
        """The figures beneath the scale: where each begins, on the first line that is free."""
        found: list[tuple[str, float, int]] = []
        taken: list[tuple[float, float, int]] = []
        bullet = self.bullet
        for value in (bullet.baseline, bullet.target, bullet.expected):
            share = None if value is None else self._share(value)
            if share is None:
                continue
            text = self.frame.number(value, self.unit)
            wide = measured(text, _FIGURE)
            right = _TRACK_LEFT + _TRACK - wide
            x = max(min(self._x(share) - wide / 2, right), _TRACK_LEFT)
            line = 0
            while any(
                on == line and x < end + _BETWEEN and x + wide > start - _BETWEEN
                for start, end, on in taken
            ):
                line += 1
            taken.append((x, x + wide, line))
            found.append((text, x, line))
        return tuple(found)

    def _listed(self, top: float) -> Item:
        """Write the figures of an indicator that has no scale, and why it has none."""
        words = self.frame.set(self._lines, _TRACK_LEFT, top, _FIGURE, width=_TRACK)
        under = top + len(self._lines) * _FIGURE.lead
        words += self.frame.set(self._why, _TRACK_LEFT, under, NOTE, width=_TRACK)
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
