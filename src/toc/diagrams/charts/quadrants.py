"""The assumptions map: what a goal falls with against what is in doubt, and the list beneath.

Assumption-based planning (Dewar 2002) asks for the quadrant in which both meet.  What nobody
has judged stands apart: it is unknown, and not safe.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from toc.diagrams import palette
from toc.diagrams.badges import badge
from toc.diagrams.charts.frame import GAP, NOTE, Frame, Key, Place
from toc.diagrams.curves import rectangle
from toc.diagrams.layout import Area
from toc.diagrams.scene import Figure
from toc.diagrams.sheet.setting import Type, item, rows
from toc.errors import NothingToDrawError
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.chart import State
    from toc.diagrams.scene import Box, Item, Scene

__all__ = ["Spot", "Weight", "quadrants"]

Weight: TypeAlias = Literal["carries", "may-carry", "alone"]
"""A goal falls with it; falls with it if all causes are needed; does not fall with it alone."""

WEIGHTS: Final[dict[Weight, Message]] = {
    "carries": Message("a goal stands or falls with it"),
    "may-carry": Message("a goal falls with it if all causes are needed"),
    "alone": Message("no goal falls with it alone"),
}
DOUBTS: Final[dict[bool | None, Message]] = {
    True: Message("in doubt"),
    False: Message("held to be true"),
    None: Message("nobody has judged it"),
}
_CAPTIONS: Final[dict[Weight, Message | str]] = {
    "carries": "",
    "may-carry": Message("but if all causes are needed:"),
    "alone": Message("not even then:"),
}
"""Above the parts of a quadrant, where it has several."""

_ROWS: tuple[tuple[Weight, ...], ...] = (("carries",), ("may-carry", "alone"))
_STATES: tuple[State, ...] = ("untested", "holding", "doubtful", "failed")
_HEAD = Type(10.5, bold=True)
_LABEL = Type(10.0)
_SAID = Type(11.0)
_ROW_ROOM = 92.0
_APART = 10.0
_STEP = 24.0
_PAD = 7.0
_LEAST = 58.0
_SIGN_ROOM = 26.0
_GUTTER = 22.0


@dataclass(frozen=True, slots=True)
class Spot:
    """An assumption on the map; its words are in the picture's language.

    Attributes:
        number: by which every picture calls it.
        state: what is known of it today.
        label: what is assumed.
        note: who tests it.
        weight: what falls with it.
        doubt: whether it is in doubt; None where nobody has judged it.
    """

    number: int
    state: State
    label: str
    note: str
    weight: Weight
    doubt: bool | None


def quadrants(
    title: str, subtitle: str, spots: Sequence[Spot], *, language: str, said: str = ""
) -> Scene:
    """Draw each assumption by its number in its quadrant, and list them beneath.

    Args:
        title: the picture's name.
        subtitle: of which strategy.
        spots: at least one.
        language: a BCP 47 tag; every text is in it already.
        said: the answer in a sentence, which stands above.

    Raises:
        NothingToDrawError: there is nothing to draw.
    """
    if not spots:
        raise NothingToDrawError(Message("the strategy has no assumptions to place on a map"))
    ordered = tuple(sorted(spots, key=lambda one: one.number))
    return _Map(Frame(title, subtitle, language), ordered, said).scene()


@dataclass(frozen=True)
class _Map:
    """A sheet with the map."""

    frame: Frame
    spots: tuple[Spot, ...]
    said: str

    @cached_property
    def wide(self) -> float:
        """How wide a quadrant is."""
        return (self.frame.width - _ROW_ROOM - 3 * _APART) / len(DOUBTS)

    def left(self, column: int) -> float:
        """Give where a column begins; what nobody has judged stands apart."""
        apart = _APART if column == len(DOUBTS) - 1 else 0.0
        return palette.MARGIN + _ROW_ROOM + column * (self.wide + _APART) + apart

    def among(self, weight: Weight, doubt: bool | None) -> tuple[Spot, ...]:  # noqa: FBT001 - three values, not two
        """Give the assumptions of a part of a quadrant."""
        return tuple(one for one in self.spots if (one.weight, one.doubt) == (weight, doubt))

    def scene(self) -> Scene:
        """Draw it."""
        head, y = self.frame.head()
        lines = rows(self.said, self.frame.width, _SAID)
        sentence = item("answer", (), self.frame.set(lines, palette.MARGIN, y - 4, _SAID))
        heads, y = self._heads(y + len(lines) * _SAID.lead + 4)
        tops = list(accumulate((self._high(row) + _APART for row in _ROWS), initial=y))
        boxes = [
            self._quadrant(row, column, tops[row], tops[row + 1] - tops[row] - _APART)
            for row in range(len(_ROWS))
            for column in range(len(DOUBTS))
        ]
        sides = [self._side(row, tops[row], tops[row + 1] - _APART) for row in range(len(_ROWS))]
        keys, y = self.frame.keys(self._samples(), tops[-1])
        entries, bottom = self._list(y + GAP)
        furniture = [head, sentence, *heads, *sides, *keys]
        return self.frame.scene([*boxes, *entries], furniture, self.said, bottom)

    def _heads(self, top: float) -> tuple[list[Item], float]:
        found, deepest = [], 0
        for column, doubt in enumerate(DOUBTS.values()):
            lines = rows(self.frame.say(doubt), self.wide, _HEAD)
            words = self.frame.set(lines, self.left(column), top, _HEAD, width=self.wide)
            found.append(item("column", (), words))
            deepest = max(deepest, len(lines))
        return found, top + deepest * _HEAD.lead + 4

    def _row_words(self, row: int) -> Message:
        return WEIGHTS["carries" if not row else "alone"]

    def _side(self, row: int, top: float, bottom: float) -> Item:
        lines = rows(self.frame.say(self._row_words(row)), _ROW_ROOM, _HEAD)
        y = (top + bottom - len(lines) * _HEAD.lead) / 2
        words = self.frame.set(lines, palette.MARGIN, y, _HEAD, width=_ROW_ROOM)
        return item("side", (), words)

    def _groups(self, row: int, doubt: bool | None) -> list[tuple[str, tuple[Spot, ...]]]:  # noqa: FBT001 - as above
        """Give a quadrant's badges, those apart that a goal falls with in one reading only."""
        found = []
        for weight in _ROWS[row]:
            spots = self.among(weight, doubt)
            caption = _CAPTIONS[weight] if self.among("may-carry", doubt) else ""
            if spots:
                found.append((self.frame.say(caption), spots))
        return found or [(self.frame.say(Message("no assumption")), ())]

    def _group_high(self, caption: str, spots: tuple[Spot, ...]) -> float:
        lines = len(rows(caption, self.wide - 2 * _PAD, NOTE)) if caption else 0
        return lines * NOTE.lead + -(-len(spots) // self._per_line) * _STEP

    @property
    def _per_line(self) -> int:
        return int((self.wide - 2 * _PAD) // _STEP)

    def _high(self, row: tuple[Weight, ...]) -> float:
        at = _ROWS.index(row)
        highs = [
            sum(self._group_high(*group) for group in self._groups(at, doubt)) for doubt in DOUBTS
        ]
        return max(_LEAST, max(highs) + 2 * _PAD)

    def _quadrant(self, row: int, column: int, top: float, high: float) -> Box:
        doubt = tuple(DOUBTS)[column]
        area = Area(self.left(column), top, self.wide, high)
        y, marks = top + _PAD, []
        groups = self._groups(row, doubt)
        for caption, spots in groups:
            marks.append(self._group(caption, spots, area.x + _PAD, y))
            y += self._group_high(caption, spots)
        place = Place(f"quadrant-{row}-{column}", "quadrant", row, area, column)
        found = self.frame.box(place, marks, self._told(row, column, groups))
        return replace(found, outline=_edge(area, is_first=not row and doubt is True, doubt=doubt))

    def _group(self, caption: str, spots: tuple[Spot, ...], x: float, top: float) -> Item:
        lines = rows(caption, self.wide - 2 * _PAD, NOTE) if caption else ()
        words = self.frame.set(lines, x, top, NOTE, width=self.wide - 2 * _PAD)
        figures: list[Figure] = []
        top += len(lines) * NOTE.lead
        for at, spot in enumerate(spots):
            down, along = divmod(at, self._per_line)
            drawn = badge(
                spot.number, spot.state, x + (along + 0.5) * _STEP, top + (down + 0.5) * _STEP
            )
            figures += drawn.figures
            words += (drawn.words,)
        return item("badges", figures, words)

    def _told(self, row: int, column: int, groups: list[tuple[str, tuple[Spot, ...]]]) -> str:
        said = [
            " ".join([caption, ", ".join(str(one.number) for one in spots)]).strip()
            for caption, spots in groups
        ]
        values = {"row": self._row_words(row), "column": tuple(DOUBTS.values())[column]}
        where = self.frame.say(Message("{row}, {column}", values))
        return self.frame.say(f"{where}: {'; '.join(said)}")

    def _samples(self) -> Iterator[Key]:
        states = {one.state for one in self.spots}
        edge = _edge(Area(-9, -7, 18, 14), is_first=True, doubt=True)
        yield Key((edge,), Message("test these first"))
        for state in _STATES:
            if state in states:
                yield Key(badge(0, state, 0, 0).figures, STATES[state])

    def _list(self, top: float) -> tuple[list[Box], float]:
        """List the assumptions by number, in two columns that are about as long."""
        room = (self.frame.width - _GUTTER) / 2
        highs = [self._entry_high(one, room - _SIGN_ROOM) for one in self.spots]
        half, found = sum(highs) / 2, []
        column, y, lowest = 0, top, top
        for at, (spot, high) in enumerate(zip(self.spots, highs, strict=True)):
            if not column and y - top >= half:
                column, y = 1, top
            area = Area(palette.MARGIN + column * (room + _GUTTER), y, room, high)
            found.append(self._entry(at, column, spot, area))
            y += high
            lowest = max(lowest, y)
        return found, lowest

    def _entry_high(self, spot: Spot, room: float) -> float:
        label, note = rows(spot.label, room, _LABEL), rows(spot.note, room, NOTE)
        return max(len(label) * _LABEL.lead + len(note) * NOTE.lead, _STEP - 2) + 7

    def _entry(self, at: int, column: int, spot: Spot, area: Area) -> Box:
        room = area.width - _SIGN_ROOM
        label, note = rows(spot.label, room, _LABEL), rows(spot.note, room, NOTE)
        drawn = badge(spot.number, spot.state, area.x + 11, area.y + 9)
        x, under = area.x + _SIGN_ROOM, area.y + len(label) * _LABEL.lead
        words = self.frame.set(label, x, area.y, _LABEL, width=room)
        words += self.frame.set(note, x, under, NOTE, width=room)
        marks = [item("listed", drawn.figures, (drawn.words, *words))]
        values = {
            "number": spot.number,
            "label": spot.label,
            "state": STATES[spot.state],
            "weight": WEIGHTS[spot.weight],
            "doubt": DOUBTS[spot.doubt],
            "note": spot.note,
        }
        told = Message("{number} “{label}” ({state}): {weight}, {doubt}; {note}", values)
        place = Place(f"assumption-{at}", "assumption", at, area, column)
        return self.frame.box(place, marks, self.frame.say(told))


def _edge(area: Area, *, is_first: bool, doubt: bool | None) -> Figure:
    """Draw a quadrant's edge: heavy where both meet, broken where nobody has judged."""
    path = rectangle(area.x, area.y, area.width, area.height, 3)
    if is_first:
        return Figure(path, palette.PAPER, palette.HINDRANCE, 2.4)
    dash = palette.DASHED if doubt is None else ()
    return Figure(path, palette.PAPER, palette.FADED, 1.0, dash)
