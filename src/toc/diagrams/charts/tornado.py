"""The tornado: how far each thing moves a goal between failing and holding, the widest first.

Where only the shape of the map is known, lengths may be compared and are no chances: no digit
stands on the sheet, and words say how much a thing moves beside the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from toc.diagrams import palette
from toc.diagrams.charts import strokes
from toc.diagrams.charts.frame import GAP, NOTE, Frame, Key, Place
from toc.diagrams.layout import Area
from toc.diagrams.sheet.setting import Type, item, paragraph, rows
from toc.errors import NothingToDrawError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.scene import Box, Figure, Item, Scene, Words

__all__ = ["Lesson", "Storm", "Swing", "tornado"]

_GOAL = Type(12.5, bold=True)
_LABEL = Type(10.0)
_SAID = Type(11.0)
_LABEL_ROOM = 190.0
_WORD_ROOM = 112.0
_APART = 12.0
_BAR = 10.0
_AIR = 7.0
_SHAPE: Final = Message(
    "By the shape of the map alone: lengths are to be compared, and are no chances."
)
_SETTLED: Final = Message("What the pilots would settle of what is not known about it")


@dataclass(frozen=True, slots=True)
class Swing:
    """How far a thing moves a goal; its words are in the picture's language.

    Attributes:
        label: the thing.
        fails: how likely the goal is if it fails.
        holds: how likely the goal is if it holds.
        words: how much that is.
    """

    label: str
    fails: float
    holds: float
    words: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a pilot would settle of what is not known about a goal.

    Attributes:
        label: the pilot.
        share: from 0 to 1.
        words: how much that is.
    """

    label: str
    share: float
    words: str


@dataclass(frozen=True, slots=True)
class Storm:
    """What moves one goal.

    Attributes:
        label: the goal.
        now: how likely it is.
        swings: what moves it, the widest first.
        lessons: what pilots would settle about it.
    """

    label: str
    now: float
    swings: tuple[Swing, ...]
    lessons: tuple[Lesson, ...] = ()


def tornado(title: str, subtitle: str, storms: Sequence[Storm], *, language: str) -> Scene:
    """Draw for each goal what moves it, and what the pilots would settle about it.

    Args:
        title: the picture's name.
        subtitle: of which strategy.
        storms: the goals that something moves; at least one.
        language: a BCP 47 tag; every text is in it already.

    Raises:
        NothingToDrawError: there is nothing to draw.
    """
    shown = tuple(one for one in storms if one.swings)
    if not shown:
        raise NothingToDrawError(Message("there is nothing that moves a goal"))
    return _Sheet(Frame(title, subtitle, language), shown).scene()


@dataclass(frozen=True)
class _Sheet:
    """A sheet of tornadoes, one beneath the other."""

    frame: Frame
    storms: tuple[Storm, ...]

    @cached_property
    def left(self) -> float:
        """Where bars may begin."""
        return palette.MARGIN + _LABEL_ROOM + _APART

    @cached_property
    def long(self) -> float:
        """How wide the widest bar is."""
        return self.frame.width - _LABEL_ROOM - _WORD_ROOM - 2 * _APART

    def scene(self) -> Scene:
        """Draw it."""
        head, y = self.frame.head()
        said = self.frame.say(_SHAPE)
        lines = rows(said, self.frame.width, _SAID)
        furniture = [head, item("answer", (), self.frame.set(lines, palette.MARGIN, y - 4, _SAID))]
        y += len(lines) * _SAID.lead + 6
        boxes: list[Box] = []
        for at, storm in enumerate(self.storms):
            title, y = self._title(storm.label, y, _GOAL)
            furniture.append(title)
            found, y = self._swings(at, storm, y)
            boxes += found
            if storm.lessons:
                title, y = self._title(self.frame.say(_SETTLED), y + 5, NOTE)
                furniture.append(title)
                found, y = self._lessons(at, storm, y)
                boxes += found
            y += GAP
        keys, bottom = self.frame.keys(self._samples(), y)
        return self.frame.scene(boxes, [*furniture, *keys], said, bottom)

    def _title(self, text: str, top: float, look: Type) -> tuple[Item, float]:
        lines = rows(text, self.frame.width, look)
        words = self.frame.set(lines, palette.MARGIN, top, look, width=self.frame.width)
        return item("heading", (), words), top + len(lines) * look.lead + 5

    def _swings(self, at: int, storm: Storm, top: float) -> tuple[list[Box], float]:
        low = min(storm.now, *(one.fails for one in storm.swings))
        high = max(storm.now, *(one.holds for one in storm.swings))
        scale = self.long / ((high - low) or 1.0)
        boxes = []
        for row, swing in enumerate(storm.swings):
            place = Place(f"swing-{at}-{row}", "swing", row, self._area(swing, top), at)
            y = top + place.area.height / 2
            spots = [
                self.left + (one - low) * scale for one in (swing.fails, storm.now, swing.holds)
            ]
            mark = item("value", [*_swung(spots, y), *self._middle(spots[1], place.area)])
            values = {"thing": swing.label, "goal": storm.label, "words": swing.words}
            told = self.frame.say(Message("{thing} for “{goal}”: {words}", values))
            boxes.append(self.frame.box(place, [mark, self._words(swing, place.area)], told))
            top += place.area.height
        return boxes, top

    def _middle(self, x: float, area: Area) -> tuple[Figure, ...]:
        """Draw a row's part of the line at which the goal stands now."""
        return strokes.tick(x, area.y, area.y + area.height, 1.4)

    def _lessons(self, at: int, storm: Storm, top: float) -> tuple[list[Box], float]:
        boxes = []
        for row, lesson in enumerate(storm.lessons):
            place = Place(f"lesson-{at}-{row}", "lesson", row, self._area(lesson, top), at)
            y = top + (place.area.height - _BAR) / 2
            whole = strokes.bar(self.left, y, self.long, _BAR, palette.BAND)
            edges = (
                strokes.line((self.left, edge), (self.left + self.long, edge), colour=palette.FADED)
                for edge in (y, y + _BAR)
            )
            full = strokes.bar(self.left, y, self.long * lesson.share, _BAR, strokes.NOW)
            base = strokes.line((self.left, y - 2), (self.left, y + _BAR + 2), colour=palette.INK)
            figures = [whole, *edges, *([full] if lesson.share else []), base]
            values = {"pilot": lesson.label, "goal": storm.label, "words": lesson.words}
            told = self.frame.say(Message("{pilot} on “{goal}”: {words}", values))
            marks = [item("value", figures), self._words(lesson, place.area)]
            boxes.append(self.frame.box(place, marks, told))
            top += place.area.height
        return boxes, top

    def _area(self, one: Swing | Lesson, top: float) -> Area:
        label = len(rows(one.label, _LABEL_ROOM, _LABEL)) * _LABEL.lead
        words = len(rows(one.words, _WORD_ROOM, NOTE)) * NOTE.lead
        high = max(label, words, _BAR) + _AIR
        return Area(palette.MARGIN, top, self.frame.width, high)

    def _words(self, one: Swing | Lesson, area: Area) -> Item:
        found = self._column(one.label, palette.MARGIN, (_LABEL_ROOM, _LABEL), area)
        x = self.left + self.long + _APART
        return item("name", (), found + self._column(one.words, x, (_WORD_ROOM, NOTE), area))

    def _column(
        self, text: str, x: float, room: tuple[float, Type], area: Area
    ) -> tuple[Words, ...]:
        wide, look = room
        lines = rows(text, wide, look)
        top = area.y + (area.height - len(lines) * look.lead) / 2
        return paragraph(lines, x, top, look, width=wide, rightward=self.frame.run)

    def _samples(self) -> Iterator[Key]:
        yield Key(tuple(_swung([-9, 9, 9], 0)), Message("if it fails"))
        yield Key(tuple(_swung([-9, -9, 9], 0)), Message("if it holds"))
        yield Key(strokes.tick(0, -8, 8, 1.4), Message("as the map stands"))


def _swung(spots: Sequence[float], y: float) -> Iterator[Figure]:
    """Draw a bar: hollow where the thing fails, full where it holds."""
    low, now, high = spots
    top = y - _BAR / 2
    if now > low:
        corners = ((low, top), (now, top), (now, top + _BAR), (low, top + _BAR), (low, top))
        yield strokes.bar(low, top, now - low, _BAR, palette.PAPER)
        yield strokes.line(*corners, colour=palette.HINDRANCE, width=1.3)
    if high > now:
        yield strokes.bar(now, top, high - now, _BAR, strokes.NOW)
