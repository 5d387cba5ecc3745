"""The scale of a bullet: from baseline to target, in the direction in which one reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from toc.diagrams import palette
from toc.diagrams.charts import strokes
from toc.diagrams.charts.frame import NOTE, NUMBER
from toc.diagrams.charts.telling import NO_DATA
from toc.diagrams.readings import DRESSES
from toc.diagrams.sheet.setting import Type, item, measured, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.charts.content import Bullet
    from toc.diagrams.charts.frame import Frame
    from toc.diagrams.scene import Figure, Item, Words

__all__ = ["FIGURE", "TRACK", "Track", "short_unit"]

FIGURE: Final = Type(9.0)
TRACK: Final = 226.0
"""How wide a scale is, with what it shows behind its baseline and beyond its target."""

_BEHIND, _BEYOND = 0.12, 0.16
"""How much of the way a scale shows behind its baseline and beyond its target."""

_BAR = 9.0
_GROUND = 15.0
_ABOVE = 13.0
_BELOW = 8.0
_BETWEEN = 5.0
_SHORT = 3


def short_unit(bullet: Bullet) -> str:
    """Give the unit where it is short enough to stand beside every figure."""
    return bullet.unit if len(bullet.unit) <= _SHORT else ""


@dataclass(frozen=True)
class Track:
    """A scale with the bar, the marks and the figures upon it.

    Attributes:
        frame: the sheet.
        bullet: what is shown.
        left: where it begins.
    """

    frame: Frame
    bullet: Bullet
    left: float

    @property
    def is_drawn(self) -> bool:
        """Whether there is a way from a baseline to a target."""
        return self._share(0.0) is not None

    @property
    def high(self) -> float:
        """How high it is, with its figures."""
        beneath = 1 + max(line for *_, line in self._beneath)
        return _ABOVE + _GROUND + _BELOW + beneath * FIGURE.lead

    def items(self, top: float) -> Iterator[Item]:
        """Draw it."""
        y = top + _ABOVE + _GROUND / 2
        yield item("scale", self._ground(y))
        yield item("value", self._marks(y), self._figure(y))
        yield item("ends", (), self._figures(y + _GROUND / 2 + _BELOW))

    def _share(self, value: float) -> float | None:
        """Give how far on its way from baseline to target a value is; None without a way."""
        start, end = self.bullet.baseline, self.bullet.target
        way = 0.0 if start is None or end is None else end - start
        return (value - start) / way if start is not None and way else None

    def _x(self, share: float) -> float:
        whole = 1 + _BEHIND + _BEYOND
        held = min(max(share, -_BEHIND), 1 + _BEYOND)
        return self.left + TRACK * (held + _BEHIND) / whole

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

    def _marks(self, y: float) -> list[Figure]:
        """Draw the bar, and a line where it should be by now."""
        expected = self.bullet.expected
        figures: list[Figure] = []
        if self.bullet.now is not None:
            figures += self._bar(self._share(self.bullet.now) or 0.0, y)
        share = None if expected is None else self._share(expected)
        if share is not None:
            x = self._x(share)
            low = y + _GROUND / 2
            figures += [*strokes.tick(x, low - _GROUND - 1, low + 1), strokes.pointer(x, low + 1)]
        return figures

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
        text = self.frame.number(self.bullet.now, short_unit(self.bullet))
        wide = measured(text, NUMBER)
        share = self._share(self.bullet.now) or 0.0
        left, right = self.left, self.left + TRACK
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
            for word in paragraph([text], x, top + line * FIGURE.lead, FIGURE, rightward=True)
        )

    @property
    def _beneath(self) -> tuple[tuple[str, float, int], ...]:
        """The figures beneath the scale: where each begins, on the first line that is free."""
        found: list[tuple[str, float, int]] = []
        taken: list[tuple[float, float, int]] = []
        bullet = self.bullet
        for value in (bullet.baseline, bullet.target, bullet.expected):
            share = None if value is None else self._share(value)
            text = self.frame.number(value, short_unit(self.bullet))
            if share is None or (value is bullet.expected and text in {one for one, *_ in found}):
                continue
            wide = measured(text, FIGURE)
            right = self.left + TRACK - wide
            x = max(min(self._x(share) - wide / 2, right), self.left)
            line = 0
            while any(
                on == line and x < end + _BETWEEN and x + wide > start - _BETWEEN
                for start, end, on in taken
            ):
                line += 1
            taken.append((x, x + wide, line))
            found.append((text, x, line))
        return tuple(found)
