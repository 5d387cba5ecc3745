"""The sheet of a chart: its title, the explanation of its signs, and all of it as a scene."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import TYPE_CHECKING, Final

from toc.diagrams import palette
from toc.diagrams.curves import rectangle
from toc.diagrams.labels import clean, rightward
from toc.diagrams.layout import Area
from toc.diagrams.mirroring import mirrored
from toc.diagrams.readings import DRESSES, STANDINGS
from toc.diagrams.scene import Box, Figure, Scene, rounded
from toc.diagrams.sheet import signs
from toc.diagrams.sheet.drawing import ground
from toc.diagrams.sheet.setting import Type, item, measured, paragraph, rows, shifted
from toc.words import Shown, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.diagrams.readings import Standing
    from toc.diagrams.scene import Item, Words

__all__ = ["GAP", "NOTE", "NUMBER", "WIDTH", "Frame", "Key", "Place"]

WIDTH: Final = 560.0
"""Between the margins of an upright sheet: on A4 a label of 11 reads at 10 pt."""

NOTE: Final = Type(9.0, colour=palette.SECONDARY)
NUMBER: Final = Type(10.5, bold=True)
GAP: Final = 14.0

_TITLE = Type(18.0, bold=True)
_SUBTITLE = Type(11.0, colour=palette.SECONDARY)
_CHIP = 9.0
_SIGN = 19.0
_KEY_ROOM = 24.0
_KEY_HIGH = 20.0
_NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the explanation: figures around 0, 0, and what they mean."""

    figures: tuple[Figure, ...]
    words: object


@dataclass(frozen=True, slots=True)
class Place:
    """What a box of a chart is called and where it stands."""

    id: str
    kind: str
    row: int
    area: Area
    column: int = 0


@dataclass(frozen=True)
class Frame:
    """A sheet that is to be filled.

    Attributes:
        title: the picture's name.
        subtitle: of which strategy, and of when.
        language: a BCP 47 tag, in which everything is said.
        width: between the margins.
    """

    title: str
    subtitle: str
    language: str
    width: float = WIDTH

    @cached_property
    def run(self) -> bool:
        """Whether the sheet is read from left to right."""
        return rightward(self.language)

    def say(self, what: object) -> str:
        """Say something in one line."""
        return clean(say(what, self.language))

    def number(self, value: float | None, unit: str = "") -> str:
        """Write a number as the language does, with its unit where that is short."""
        if value is None:
            return "–"
        shown = Shown(value).say(self.language)
        return f"{shown}\N{NO-BREAK SPACE}{unit}" if unit else shown

    def score(self, value: float | None) -> str:
        """Write a score as it is said everywhere: whole, halves upwards."""
        return self.number(None if value is None else floor(value + 0.5 + _NOISE))

    def set(
        self, lines: Iterable[str], x: float, top: float, look: Type, *, width: float = 0.0
    ) -> tuple[Words, ...]:
        """Set lines that begin where the sheet begins to be read."""
        return paragraph(lines, x, top, look, width=width, rightward=self.run)

    def head(self) -> tuple[Item, float]:
        """Set title and subtitle, and give where they end."""
        y = palette.MARGIN
        words: tuple[Words, ...] = ()
        for text, look in ((self.title, _TITLE), (self.subtitle, _SUBTITLE)):
            lines = rows(text, self.width, look)
            words += self.set(lines, palette.MARGIN, y, look)
            y += len(lines) * look.lead
        return item("title", (), words), y + GAP

    def keys(self, samples: Iterable[Key], top: float) -> tuple[list[Item], float]:
        """Explain signs in rows that break where they must, and give where they end."""
        x, y, found = palette.MARGIN, top, []
        right = palette.MARGIN + self.width
        deepest = y
        for key in samples:
            lines = rows(self.say(key.words), self.width - _KEY_ROOM, NOTE)
            wide = _KEY_ROOM + max((measured(line, NOTE) for line in lines), default=0.0)
            if x > palette.MARGIN and x + wide > right:
                x, y = palette.MARGIN, deepest
            figures, _ = shifted(key.figures, (), x + 9, y + _KEY_HIGH / 2)
            words = self.set(lines, x + _KEY_ROOM, y + _KEY_HIGH / 2 - NOTE.size / 2, NOTE)
            found.append(item("key", figures, words))
            deepest = max(deepest, y + max(_KEY_HIGH, len(lines) * NOTE.lead + 8))
            x += wide + GAP
        return found, deepest

    def chip(self, standing: Standing, x: float, top: float, room: float) -> tuple[Item, float]:
        """Draw a standing by sign, word and paper, and give how high it is."""
        dress = DRESSES[standing]
        left = _SIGN if dress.sign else 7.0
        look = Type(_CHIP, bold=True, colour=dress.ink)
        lines = rows(self.say(STANDINGS[standing]), room - left - 6, look)
        wide = left + 6 + max(measured(line, look) for line in lines)
        high = len(lines) * look.lead + 6
        area = Area(x, top, wide, high)
        paper = Figure(
            rectangle(x, top, wide, high, 3),
            dress.fill or palette.PAPER,
            dress.edge,
            1.0,
            dress.dash,
        )
        figures = [paper, *ground("", area, DRESSES[standing])]
        if dress.sign:
            figures += signs.sign(dress.sign, x + 10, top + high / 2, dress.edge).figures
        return item("standing", figures, self.set(lines, x + left, top + 3.4, look)), high

    def box(self, place: Place, marks: Sequence[Item], told: str) -> Box:
        """Put together what belongs to one thing of the chart."""
        area = place.area
        return Box(
            id=place.id,
            kind=place.kind,
            column=place.column,
            lane=place.row,
            x=rounded(area.x),
            y=rounded(area.y),
            width=rounded(area.width),
            height=rounded(area.height),
            outline=Figure(rectangle(area.x, area.y, area.width, area.height)),
            lines=(),
            marks=tuple(marks),
            told=told,
        )

    def scene(
        self, boxes: Sequence[Box], furniture: Sequence[Item], told: str, bottom: float
    ) -> Scene:
        """Give the sheet, mirrored where its language runs to the left."""
        scene = Scene(
            width=rounded(self.width + 2 * palette.MARGIN),
            height=rounded(bottom + palette.MARGIN),
            language=self.language,
            rightward=self.run,
            title=clean(self.title),
            told=" ".join([clean(self.subtitle), told, *(f"{box.told}." for box in boxes)]).strip(),
            furniture=tuple(furniture),
            bands=(),
            headings=(),
            boxes=tuple(boxes),
            arrows=(),
            badges=(),
        )
        return scene if self.run else mirrored(scene)
