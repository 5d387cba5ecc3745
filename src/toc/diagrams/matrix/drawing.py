"""The matrix as a scene: rows, columns, signs where they meet, and everything in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.curves import moved, rectangle
from toc.diagrams.labels import clean, rightward
from toc.diagrams.matrix.signs import REACH
from toc.diagrams.mirroring import mirrored
from toc.diagrams.scene import Box, Figure, Scene, rounded
from toc.diagrams.sheet.setting import Type, item, measured, paragraph, rows, shifted
from toc.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.matrix.face import Crossing, Face, Head
    from toc.diagrams.scene import Item, Words

__all__ = ["Drawing"]

_TITLE = Type(18.0, bold=True)
_SUBTITLE = Type(11.0, colour=palette.SECONDARY)
_PILOT = Type(palette.LABEL)
_GROUP = Type(9.0, bold=True, colour=palette.SECONDARY)
_ENTRY = Type(10.0)
_ABOUT = Type(9.0, colour=palette.SECONDARY)

_ROW_ROOM = 210.0
_CELL = 26.0
_APART = 16.0
_HEAD = 34.0
_PAD = 6.0
_LEAST_WIDTH = 620.0
_SIGN_ROOM = 26.0
_LISTS = 2
_GUTTER = 22.0


@dataclass(frozen=True)
class Drawing:
    """A matrix that is to be drawn.

    Attributes:
        face: what stands in it.
        title: the picture's name.
        subtitle: of which strategy, and of when.
        language: a BCP 47 tag.
    """

    face: Face
    title: str
    subtitle: str
    language: str

    @cached_property
    def lefts(self) -> tuple[float, ...]:
        """Where each column begins; kinds stand apart."""
        x, found, before = palette.MARGIN + _ROW_ROOM, [], ""
        for column in self.face.columns:
            x += _APART if column.kind != before else 0
            before = column.kind
            found.append(x)
            x += _CELL
        return tuple(found)

    @cached_property
    def width(self) -> float:
        """How wide everything between the margins is."""
        last = self.lefts[-1] + _CELL if self.lefts else 0.0
        return max(last - palette.MARGIN, _LEAST_WIDTH)

    @cached_property
    def top(self) -> float:
        """Where the columns' heads begin."""
        high = len(self._title) * _TITLE.lead
        high += len(self._subtitle) * _SUBTITLE.lead + len(self._sentence) * _SUBTITLE.lead
        return palette.MARGIN + high + 14

    @cached_property
    def tops(self) -> tuple[float, ...]:
        """Where each row begins, and where the last one ends."""
        found = [self.top + _HEAD]
        for row in self.face.rows:
            lines = len(self._lines(row.title))
            found.append(found[-1] + max(lines * _PILOT.lead + 2 * _PAD, _CELL))
        return tuple(found)

    @cached_property
    def _title(self) -> tuple[str, ...]:
        return rows(self.title, self.width, _TITLE)

    @cached_property
    def _subtitle(self) -> tuple[str, ...]:
        return rows(self.subtitle, self.width, _SUBTITLE)

    @cached_property
    def _sentence(self) -> tuple[str, ...]:
        return rows(self._say(self.face.told), self.width, _SUBTITLE)

    def _say(self, what: object) -> str:
        return clean(say(what, self.language))

    def _lines(self, what: object) -> tuple[str, ...]:
        return rows(self._say(what), _ROW_ROOM - _PAD, _PILOT)

    def scene(self) -> Scene:
        """Draw it, mirrored where its language runs to the left."""
        keys, below = self._keys(self.tops[-1] + 16)
        listed, foot = self._list(below + 14)
        cells = tuple(map(self._cell, self.face.cells))
        scene = Scene(
            width=rounded(self.width + 2 * palette.MARGIN),
            height=rounded(foot + palette.MARGIN),
            language=self.language,
            rightward=rightward(self.language),
            title=self._say(self.title),
            told=self._told(cells),
            furniture=(*self._heads(), *self._rows(), *self._gaps(), *keys, *listed),
            bands=(),
            headings=(),
            boxes=cells,
            arrows=(),
            badges=(),
        )
        return scene if scene.rightward else mirrored(scene)

    def _told(self, cells: tuple[Box, ...]) -> str:
        faults = (f"{self._say(fault)}." for fault in self.face.faults)
        return " ".join((*(f"{cell.told}." for cell in cells), *faults, self._say(self.face.told)))

    def _heads(self) -> Iterator[Item]:
        run, y = rightward(self.language), palette.MARGIN
        words = paragraph(self._title, palette.MARGIN, y, _TITLE, rightward=run)
        y += len(self._title) * _TITLE.lead
        lines = (*self._subtitle, *self._sentence)
        words += paragraph(lines, palette.MARGIN, y, _SUBTITLE, rightward=run)
        yield item("title", (), words)
        for left, column in zip(self.lefts, self.face.columns, strict=True):
            yield item("column", *column.painted(left + _CELL / 2, self.top + _HEAD - 15))

    def _rows(self) -> Iterator[Item]:
        run, right = rightward(self.language), palette.MARGIN + self.width
        for at, row in enumerate(self.face.rows):
            top, bottom = self.tops[at], self.tops[at + 1]
            lines = self._lines(row.title)
            y = (top + bottom - len(lines) * _PILOT.lead) / 2
            words = paragraph(lines, palette.MARGIN, y, _PILOT, rightward=run)
            yield item("row", (_rule(palette.MARGIN, right, top),), words)
        yield item("row", (_rule(palette.MARGIN, right, self.tops[-1]),))

    def _gaps(self) -> Iterator[Item]:
        """Outline what is missing: a column from its head to the last row, or a row."""
        for left, column in zip(self.lefts, self.face.columns, strict=True):
            if column.is_gap:
                yield item("gap", (_outlined(left, self.top, self.tops[-1] - self.top),))
        wide = self.width + 8
        for at, row in enumerate(self.face.rows):
            if row.is_gap:
                top, high = self.tops[at] + 1.5, self.tops[at + 1] - self.tops[at] - 3
                yield item("gap", (_outlined(palette.MARGIN - 6, top, high, wide),))

    def _cell(self, cell: Crossing) -> Box:
        x, top = self.lefts[cell.column], self.tops[cell.row]
        high = self.tops[cell.row + 1] - top
        ground = Figure(rectangle(x + 2, top + 2, _CELL - 4, high - 4))
        if cell.is_gap:
            ground = replace(ground, stroke=palette.HINDRANCE, width=1.4, dash=palette.DASHED)
        return Box(
            id=cell.name,
            kind=cell.kind,
            column=cell.column,
            lane=cell.row,
            x=rounded(x + 2),
            y=rounded(top + 2),
            width=rounded(_CELL - 4),
            height=rounded(high - 4),
            outline=ground,
            lines=(),
            marks=(item(cell.kind, *cell.painted(x + _CELL / 2, top + high / 2)),),
            told=self._say(cell.told),
        )

    def _keys(self, top: float) -> tuple[list[Item], float]:
        """Explain the signs in a row that breaks where it must."""
        run, x, y, found = rightward(self.language), palette.MARGIN, top, []
        gap = Figure(rectangle(-7, -8, 14, 16, 3), "", palette.HINDRANCE, 1.4, palette.DASHED)
        for key in self.face.keys:
            said = self._say(key.meaning)
            wide = _SIGN_ROOM + measured(said, _ABOUT) + 16
            if x > palette.MARGIN and x + wide > palette.MARGIN + self.width:
                x, y = palette.MARGIN, y + 2 * REACH + 6
            figures, lines = key.painted(0, 0) if key.painted is not None else ((gap,), ())
            placed, moved_ = shifted(figures, lines, x + REACH + 1, y + REACH)
            words: tuple[Words, ...] = paragraph(
                [said], x + _SIGN_ROOM, y + 3, _ABOUT, rightward=run
            )
            found.append(item("key", placed, (*moved_, *words)))
            x += wide
        return found, y + 2 * REACH

    def _list(self, top: float) -> tuple[list[Item], float]:
        """List every column by its sign, with its title and who tests it."""
        room = (self.width - (_LISTS - 1) * _GUTTER) / _LISTS
        entries = [self._entry(column, room - _SIGN_ROOM) for column in self.face.columns]
        half = sum(high for *_, high in entries) / _LISTS
        found, place, y, lowest = [], 0, top, top
        for column, (title, about, high) in zip(self.face.columns, entries, strict=True):
            if place < _LISTS - 1 and y - top >= half:
                place, y = place + 1, top
            x = palette.MARGIN + place * (room + _GUTTER)
            found.append(self._listed(column, title, about, (x, y)))
            y += high
            lowest = max(lowest, y)
        return found, lowest

    def _entry(self, column: Head, room: float) -> tuple[tuple[str, ...], tuple[str, ...], float]:
        title = rows(self._say(column.title), room, _ENTRY)
        about = rows(self._say(column.told), room, _ABOUT)
        high = len(title) * _ENTRY.lead + len(about) * _ABOUT.lead
        return title, about, max(high, 2 * REACH + 4) + 7

    def _listed(
        self,
        column: Head,
        title: tuple[str, ...],
        about: tuple[str, ...],
        place: tuple[float, float],
    ) -> Item:
        run, (x, y) = rightward(self.language), place
        figures, number = column.painted(x + 11, y + 9)
        words = paragraph(title, x + _SIGN_ROOM, y, _ENTRY, rightward=run)
        under = y + len(title) * _ENTRY.lead
        words += paragraph(about, x + _SIGN_ROOM, under, _ABOUT, rightward=run)
        return item("listed", figures, (*number, *words))


def _rule(left: float, right: float, y: float) -> Figure:
    return Figure(moved((("M", (left, y)), ("L", (right, y))), 0, 0), "", palette.RULE, 0.8)


def _outlined(left: float, top: float, high: float, wide: float = _CELL - 2) -> Figure:
    path = rectangle(left + 1, top, wide, high, 3)
    return Figure(path, "", palette.HINDRANCE, 1.4, palette.DASHED)
