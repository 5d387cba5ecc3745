"""What stands upon a box's edges: gate, counts, and what an overlay says of the box.

An edge is filled from both ends, past what stands there already and past any badge that
is near.  What every picture shows is placed before what an overlay adds, so that nothing
moves when an overlay is laid over it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.diagrams import palette, telling
from toc.diagrams.curves import moved, polygon, rectangle
from toc.diagrams.labels import clean
from toc.diagrams.scene import Figure
from toc.diagrams.sheet import signs
from toc.diagrams.sheet.setting import Type, item, measured, paragraph
from toc.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.diagrams import chart as content
    from toc.diagrams.layout import Area
    from toc.diagrams.overlay import Dress
    from toc.diagrams.scene import Badge, Item, Path, Point, Words

__all__ = ["Shelves", "laid_marks", "shortened", "stack", "tab", "tab_room", "usual_marks"]

_HALF = signs.PILL_HEIGHT / 2
_IN_ABOVE, _IN_BELOW = 1.0, 0.6
"""Marks stand a little further in than out: half a gap is theirs, and the label is not far."""

_APART = 3.0
_INSET = 6.0
_SIGN_ROOM = 11.6
_BAR = 10.0
_TIP = 3.0
_TAB = Type(7.5, bold=True, colour=palette.SECONDARY)


@dataclass
class _Edge:
    """An upper or lower edge, and which stretches of it are taken."""

    y: float
    left: float
    right: float
    taken: list[tuple[float, float]] = field(default_factory=list)

    def seat(self, room: float, *, at_end: bool = False) -> float | None:
        """Give where something so wide may begin, nearest to one end; None where nowhere."""
        starts = [self.left, *(right + _APART for _, right in self.taken)]
        if at_end:
            starts = [self.right - room, *(left - _APART - room for left, _ in self.taken)]
        for x in sorted(starts, reverse=at_end):
            if self._is_free(x, room):
                return x
        return None

    def _is_free(self, x: float, room: float) -> bool:
        inside = self.left - 0.01 <= x and x + room <= self.right + 0.01
        apart = _APART - 0.01
        return inside and all(
            x + room <= left - apart or x >= right + apart for left, right in self.taken
        )

    def take(self, room: float, *, at_end: bool = False) -> float:
        """Give the place for something so wide; over a badge, where there is no other."""
        x = self.seat(room, at_end=at_end)
        if x is None:
            x = self.right - room if at_end else self.left
        self.taken.append((x, x + room))
        return x

    @property
    def widest(self) -> float:
        """How much room is left in one piece."""
        ends = sorted([*self.taken, (self.right + _APART, self.right + _APART)])
        widest, start = 0.0, self.left
        for left, right in ends:
            widest = max(widest, left - _APART - start)
            start = max(start, right + _APART)
        return widest


@dataclass(frozen=True)
class Shelves:
    """The two edges of a box upon which marks stand.

    Attributes:
        upper: the upper edge.
        lower: the lower edge.
    """

    upper: _Edge
    lower: _Edge

    @classmethod
    def of(cls, area: Area, badges: Iterable[Badge], tips: Iterable[Point]) -> Shelves:
        """Find the edges of a box, with the badges that come near them and the points upon them."""
        discs = [(badge.x, badge.y, badge.radius) for badge in badges]
        discs += [(x, y, _TIP) for x, y in tips if area.x + 1 < x < area.right - 1]
        upper = _edge(area, area.y + _IN_ABOVE, discs)
        return cls(upper, _edge(area, area.bottom - _IN_BELOW, discs))

    def below(self, room: float, *, at_end: bool) -> _Edge:
        """Give the lower edge, or the upper one where only that has room."""
        free_below = self.lower.seat(room, at_end=at_end) is not None
        free_above = self.upper.seat(room, at_end=at_end) is not None
        return self.upper if free_above and not free_below else self.lower


def _edge(area: Area, y: float, discs: Iterable[tuple[float, float, float]]) -> _Edge:
    left, right = area.x + _INSET, area.right - _INSET
    near = [
        (x - radius, x + radius)
        for x, down, radius in discs
        if abs(down - y) < radius + _HALF + 1
        and left < x + radius + _APART
        and x - radius - _APART < right
    ]
    return _Edge(y, left, right, near)


def usual_marks(
    box: content.Box, area: Area, shelves: Shelves, language: str, *, muted: bool
) -> list[Item]:
    """Draw what every picture shows: gate, kind, what is folded and what is not seen."""
    marks: list[Item] = [item("stack", stack(area, muted=muted))] if box.holds else []
    gate = telling.gate_word(box)
    if gate:
        text = gate.say(language)
        x = shelves.upper.take(signs.pill_room(text))
        marks.append(_pill(text, x, shelves.upper.y, "gate", palette.INK, muted=muted))
    if box.kind in palette.OUTSIDE:
        x = shelves.upper.take(12.0, at_end=True)
        colour = palette.FADED if muted else ""
        marks.append(signs.kind_sign(box.kind, x + 6, shelves.upper.y, colour))
    for count, is_effect in ((box.unseen_causes, False), (box.unseen_effects, True)):
        if count:
            edge = shelves.below(tab_room(count), at_end=is_effect)
            x = edge.take(tab_room(count), at_end=is_effect)
            marks.append(tab(count, x, edge.y, effect=is_effect))
    if box.holds:
        text = str(box.holds)
        room = signs.pill_room(text)
        edge = shelves.below(room, at_end=not box.unseen_effects)
        x = edge.take(room, at_end=not box.unseen_effects)
        marks.append(_pill(text, x, edge.y, "holds", palette.SECONDARY, muted=muted))
    return marks


def _pill(text: str, x: float, y: float, name: str, colour: str, *, muted: bool) -> Item:
    if muted:
        return signs.pill(
            text,
            x,
            y,
            name=name,
            fill=palette.PAPER,
            ink=palette.SECONDARY,
            edge=palette.MUTED,
        )
    return signs.pill(text, x, y, name=name, fill=colour)


def stack(area: Area, *, muted: bool = False) -> list[Figure]:
    """Draw the edges of the cards that lie beneath a box."""
    colour = palette.MUTED if muted else palette.SECONDARY
    figures = []
    for step in (1, 2):
        y, inset = area.bottom + 1.7 * step, 3.0 + 3.0 * step
        line: Path = (("M", (area.x + inset, y)), ("L", (area.right - inset, y)))
        figures.append(Figure(moved(line, 0, 0), "", colour, 1.0))
    return figures


def tab_room(count: int) -> float:
    """Give how wide the sign of so many unseen arrows is."""
    return measured(f"+{count}", _TAB) + 13.0


def tab(count: int, x: float, y: float, *, effect: bool) -> Item:
    """Draw how many arrows are not on this sheet: into a box, or out of it.

    Args:
        count: how many.
        x: its left end.
        y: its middle.
        effect: whether they lead out of the box.
    """
    room = tab_room(count)
    shape = Figure(
        rectangle(x, y - _HALF, room, 2 * _HALF, 2), palette.PAPER, palette.SECONDARY, 0.9
    )
    tip = x + room - 3.0 if effect else x + 7.6
    back = tip - 4.6
    point = Figure(polygon([(tip, y), (back, y - 2.8), (back, y + 2.8)]), palette.SECONDARY)
    words = paragraph([f"+{count}"], x + (3.2 if effect else 9.6), y - 3.8, _TAB)
    return item("unseen", (shape, point), words)


def laid_marks(lines: Sequence[Words], shelves: Shelves, dress: Dress, language: str) -> list[Item]:
    """Draw what an overlay says of a box, where the usual marks have left room."""
    colour = dress.edge or palette.INK
    marks: list[Item] = []
    if dress.struck:
        marks.append(item("struck", [_strike(line) for line in lines]))
    if dress.sign:
        x = shelves.upper.take(_SIGN_ROOM, at_end=True)
        marks.append(signs.sign(dress.sign, x + _SIGN_ROOM / 2, shelves.upper.y + 0.6, colour))
    marks += _tag(clean(say(dress.tag, language)), shelves, colour, dress)
    marks += _foot(clean(say(dress.foot, language)), shelves, colour, dress.share)
    return marks


def _strike(line: Words) -> Figure:
    """Draw a line through a line of a label."""
    wide = measured(line.text, Type(line.size, bold=line.bold)) / palette.SPARE
    left = line.x if line.lies_right else line.x - wide
    y = line.y - line.size * 0.3
    return Figure(moved((("M", (left, y)), ("L", (left + wide, y))), 0, 0), "", line.colour, 0.9)


def _tag(text: str, shelves: Shelves, colour: str, dress: Dress) -> list[Item]:
    """Draw a tag: above where it fits whole, else below, else shortened."""
    edge = shelves.upper
    is_free_below = not dress.foot and dress.share is None
    if is_free_below and edge.widest < min(signs.pill_room(text), shelves.lower.widest):
        edge = shelves.lower
    said = shortened(text, edge.widest)
    if not said:
        return []
    x = edge.take(signs.pill_room(said))
    return [_pill(said, x, edge.y, "tag", colour, muted=dress.muted)]


def _foot(text: str, shelves: Shelves, colour: str, share: float | None) -> list[Item]:
    """Draw what is reached of what was promised: in words, and as a bar.

    A box with so many other marks that there is no room keeps it for who hears the picture.
    """
    edge = shelves.lower
    marks: list[Item] = []
    said = shortened(text, edge.widest)
    if said:
        x = edge.take(signs.pill_room(said))
        pill = signs.pill(
            said, x, edge.y, name="foot", fill=palette.PAPER, ink=palette.INK, edge=colour
        )
        marks.append(pill)
    room = edge.widest
    if share is not None and room >= _BAR:
        marks.append(_bar(edge.take(room), edge.y, room, colour, share))
    return marks


def _bar(x: float, y: float, room: float, colour: str, share: float) -> Item:
    full = room * min(max(share, 0.0), 1.0)
    track = Figure(rectangle(x, y - 2.4, room, 4.8), palette.PAPER, colour, 0.9)
    figures = [track]
    if full:
        figures.append(Figure(rectangle(x, y - 2.4, full, 4.8), colour))
    return item("share", figures)


def shortened(text: str, room: float) -> str:
    """Cut words so that their pill is no wider than a room; none at all where it is too small."""
    if signs.pill_room(text) <= room:
        return text
    while text and signs.pill_room(f"{text}…") > room:
        text = text[:-1].rstrip()
    return f"{text}…" if text else ""
