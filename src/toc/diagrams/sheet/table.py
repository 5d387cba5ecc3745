"""The assumptions' table: badge, statement, state in words, where it sits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import badges, palette, telling
from toc.diagrams.labels import rightward
from toc.diagrams.scene import Figure, rounded
from toc.diagrams.sheet.setting import Type, item, paragraph, row_count, rows
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.chart import Chart, Note
    from toc.diagrams.scene import Item, Words

__all__ = ["height", "table"]

_HEADING = Type(12.0, bold=True)
_STATEMENT = Type(10.0)
_PLACE = Type(9.0, colour=palette.SECONDARY)
_BADGE_ROOM = 24.0
_GUTTER = 26.0
_LEAST_COLUMN = 180.0
_ROW_GAP = 7.0
_FEWER = 3
_MANY = 40
"""Of so many rows it hardly matters in how many columns they stand."""

_TOP = 22.0


def height(chart: Chart, width: float) -> float:
    """Give the table's height beside a width."""
    if not chart.notes or not chart.tabled:
        return 0.0
    _, deep, shares = _columns(chart, width)
    return _TOP + max(sum(deep[first:last]) for first, last in shares)


def table(chart: Chart, width: float, top: float) -> tuple[Item, ...]:
    """Set the table in as many columns as fit, filled one after the other."""
    if not chart.notes or not chart.tabled:
        return ()
    run = rightward(chart.language)
    title = Message("Assumptions: what must be true for the arrows to hold").say(chart.language)
    named = paragraph([title], 0, top, _HEADING, rightward=run)
    items = [item("table-title", (), named)]
    room, deep, shares = _columns(chart, width)
    for at, (first, last) in enumerate(shares):
        x, y = at * (room + _GUTTER), top + _TOP
        for note, row in zip(chart.notes[first:last], deep[first:last], strict=True):
            items.append(_row(chart, note, x, y, room))
            y += row
    return tuple(items)


def _columns(chart: Chart, width: float) -> tuple[float, list[float], list[tuple[int, int]]]:
    """Give the columns' width, the rows' heights, and which rows stand in which column.

    As many columns are set as make the table lowest; of as low ones the fewest and widest.
    """
    most = max(1, int((width + _GUTTER) // (_LEAST_COLUMN + _GUTTER)))
    best: tuple[float, float, list[float], list[tuple[int, int]]] | None = None
    least = most - _FEWER if len(chart.notes) <= _MANY else most
    for count in range(max(1, least), most + 1):
        room = (width + _GUTTER) / count - _GUTTER
        deep = [_deep(chart, note, room) for note in chart.notes]
        shares = _shares(deep, count)
        low = max(sum(deep[first:last]) for first, last in shares)
        if len(shares) == count and (best is None or low < best[0] - 1):
            best = low, room, deep, shares
    if best is None:
        deep = [_deep(chart, note, width) for note in chart.notes]
        return width, deep, [(0, len(deep))]
    return best[1:]


def _deep(chart: Chart, note: Note, room: float) -> float:
    width = room - _BADGE_ROOM
    statement = row_count(note.statement, width, _STATEMENT) * _STATEMENT.lead
    text = statement + row_count(_place(chart, note), width, _PLACE) * _PLACE.lead
    return max(text, 2 * badges.REACH) + _ROW_GAP


def _texts(chart: Chart, note: Note, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    width = room - _BADGE_ROOM
    return rows(note.statement, width, _STATEMENT), rows(_place(chart, note), width, _PLACE)


def _place(chart: Chart, note: Note) -> str:
    return telling.note_told(note.state, note.place).say(chart.language)


def _shares(deep: Sequence[float], columns: int) -> list[tuple[int, int]]:
    """Cut the rows into columns so that the highest column is as low as can be."""
    low, high = max(deep), sum(deep)
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(deep, middle)) <= columns else (middle, high)
    return _filled(deep, high)


def _filled(deep: Sequence[float], limit: float) -> list[tuple[int, int]]:
    cuts, full = [0], 0.0
    for at, row in enumerate(deep):
        if full and full + row > limit:
            cuts.append(at)
            full = 0.0
        full += row
    return list(zip(cuts, [*cuts[1:], len(deep)], strict=True))


def _row(chart: Chart, note: Note, x: float, y: float, room: float) -> Item:
    statement, place = _texts(chart, note, room)
    run = rightward(chart.language)
    left = x + _BADGE_ROOM
    mark = badges.badge(note.number, note.state, x + badges.REACH, y + badges.REACH - 1)
    words: tuple[Words, ...] = paragraph(statement, left, y, _STATEMENT, rightward=run)
    under = y + len(statement) * _STATEMENT.lead + 0.5
    words += paragraph(place, left, under, _PLACE, rightward=run)
    rule = Figure(
        (("M", (rounded(x), rounded(y - 5))), ("L", (rounded(x + room), rounded(y - 5)))),
        "",
        palette.RULE,
        0.7,
    )
    return item("assumption", (rule, *mark.figures), (mark.words, *words))
