"""Samples of the legend: a sign in small, and what it means beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import badges, palette
from toc.diagrams.curves import rectangle
from toc.diagrams.labels import clean
from toc.diagrams.layout import Area, Route
from toc.diagrams.overlay import Dress, Stamp, Stroke
from toc.diagrams.scene import Figure, Item
from toc.diagrams.sheet import drawing, signs
from toc.diagrams.sheet.setting import Type, item, measured, paragraph
from toc.words import Sayable, say

if TYPE_CHECKING:
    from toc.diagrams.overlay import Key

__all__ = ["keyed", "line", "set_beside"]

_TYPE = Type(9.0)
_BOX = Area(0.0, 2.5, 28.0, 14.0)


def set_beside(
    name: str, meaning: Sayable | str, language: str, mark: Item, room: float
) -> tuple[Item, float]:
    """Set what a sign means to its right, and give how wide both are."""
    text = clean(say(meaning, language))
    words = paragraph([text], room + 6, 4.4, _TYPE)
    wide = room + 6 + measured(text, _TYPE)
    return item(name, mark.figures, (*mark.lines, *words)), wide


def keyed(key: Key, language: str) -> tuple[Item, float]:
    """Draw a line of an overlay's legend."""
    mark, room = _sample(key.sample, language)
    return set_beside("key", key.words, language, mark, room)


def _sample(sample: Dress | Stroke | Stamp, language: str) -> tuple[Item, float]:
    if isinstance(sample, Dress):
        return _boxed(sample, language)
    if isinstance(sample, Stamp):
        mark = drawing.stamped(badges.badge(1, "untested", 9, 9), sample)
        return item("badge", mark.figures, (mark.words,)), 19
    colour = sample.colour or (palette.MUTED if sample.muted else palette.ARROW)
    drawn = line(colour=colour, width=sample.width or palette.LINE, dash=sample.dash)
    return _tagged(drawn, 30, clean(say(sample.tag, language)), colour)


def _boxed(dress: Dress, language: str) -> tuple[Item, float]:
    """Draw a box in small with all that it wears."""
    colour = dress.edge or (palette.MUTED if dress.muted else palette.INK)
    outline = Figure(
        rectangle(_BOX.x, _BOX.y, _BOX.width, _BOX.height, 2),
        dress.fill or palette.PAPER,
        colour,
        min(dress.width, 2.4) or 1.0,
        dress.dash,
    )
    figures = [outline, *drawing.ground("outcome", _BOX, dress)]
    if dress.sign:
        figures += signs.sign(dress.sign, _BOX.x + 14, _BOX.y + 7, colour).figures
    tag = clean(say(dress.tag, language))
    return _tagged(item("box", figures), _BOX.width, tag, dress.edge or palette.INK)


def _tagged(mark: Item, room: float, tag: str, colour: str) -> tuple[Item, float]:
    """Set a tag beside a sample that has one."""
    if not tag:
        return mark, room
    pill = signs.pill(tag, room + 3, 9, fill=colour)
    figures = (*mark.figures, *pill.figures)
    return item(mark.name, figures, pill.lines), room + 3 + signs.pill_room(tag)


def line(
    *,
    colour: str = "",
    width: float = palette.LINE,
    dash: tuple[float, ...] = (),
    hinders: bool = False,
) -> Item:
    """Draw a short arrow."""
    route = Route((("M", (0.0, 9.0)), ("L", (30 - palette.HEAD, 9.0))), (30.0, 9.0))
    stroke = colour or (palette.HINDRANCE if hinders else palette.ARROW)
    head = drawing.head(route, hinders=hinders, colour=stroke)
    return item("line", [Figure(route.path, "", stroke, width, dash), head])
