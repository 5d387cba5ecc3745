"""What stands around the rows: title, axis, bands of the stages, the day, legend, footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.curves import rectangle
from toc.diagrams.gantt.extent import extent_of
from toc.diagrams.gantt.measures import (
    DAY,
    MARGIN,
    SMALL,
    SUBTITLE,
    TITLE,
    YEAR,
)  # fmt: skip
from toc.diagrams.labels import clean, rightward
from toc.diagrams.scene import Band, Figure, rounded
from toc.diagrams.sheet.setting import item, measured, paragraph, rows
from toc.model import Date
from toc.roadmap.months import said
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from toc.diagrams.gantt.axis import Axis, Tick
    from toc.diagrams.scene import Item, Path
    from toc.diagrams.sheet.setting import Type
    from toc.model import Interval

__all__ = [
    "axis",
    "axis_height",
    "day",
    "day_line",
    "footer",
    "grid",
    "shade",
    "title",
    "title_height",
]

_DAY_ROW = 20.0
_YEAR_ROW = 17.0


def axis_height(*, dated: bool) -> float:
    """Give how high the head of the axis is: years, months, and the name of a day beneath."""
    return 2 * _YEAR_ROW + (_DAY_ROW if dated else 3.0)


def title_height(title_: str, lines: tuple[str, ...], room: float) -> float:
    """Give how high the words above the axis are."""
    high = len(rows(title_, room, TITLE)) * TITLE.lead
    return high + sum(len(rows(line, room, SUBTITLE)) for line in lines) * SUBTITLE.lead + 8


def title(title_: str, lines: tuple[str, ...], room: float, language: str) -> Item:
    """Set the title, and beneath it what is shown."""
    run, y = rightward(language), MARGIN
    head = rows(title_, room, TITLE)
    words = paragraph(head, MARGIN, y, TITLE, rightward=run)
    y += len(head) * TITLE.lead + 1
    for line in lines:
        set_ = rows(line, room, SUBTITLE)
        words += paragraph(set_, MARGIN, y, SUBTITLE, rightward=run)
        y += len(set_) * SUBTITLE.lead
    return item("title", (), words)


def grid(axis_: Axis, top: float, bottom: float) -> Iterator[Band]:
    """Draw the lines that run down from months, quarters or years, beneath everything else."""
    low = top + _YEAR_ROW
    area = (axis_.left, top, axis_.right, bottom)
    fine = [*(tick.left for tick in axis_.ticks()), axis_.right]
    yield _band("ticks", area, Figure(_lines(fine, low, bottom), "", palette.RULE, 0.7))
    years = [tick.left for tick in axis_.years()]
    if years:
        path = _lines(years, top, bottom)
        yield _band("years", area, Figure(path, "", palette.FADED, 0.9))


def axis(axis_: Axis, top: float, body: float, language: str) -> Iterator[Item]:
    """Name the months, quarters or years, above the line on which the rows begin."""
    years, ticks = tuple(axis_.years()), tuple(axis_.ticks())
    yield item("axis", [_level(axis_.left, axis_.right, body, palette.FADED)])
    look = SMALL if years else YEAR
    yield from (_named(tick, top, YEAR, language) for tick in years)
    yield from (_named(tick, top + _YEAR_ROW, look, language) for tick in ticks)


def _named(tick: Tick, top: float, look: Type, language: str) -> Item:
    text = clean(tick.name.say(language))
    if measured(text, look) > tick.right - tick.left - 1:
        return item("tick")
    x = (tick.left + tick.right) / 2
    run = rightward(language)
    return item("tick", (), paragraph([text], x, top + 2, look, rightward=run, anchor="middle"))


def shade(period: Interval, axis_: Axis, top: float, bottom: float) -> Band:
    """Shade the days of a stage behind its rows."""
    found = extent_of(period)
    left = axis_.left if found.first is None else axis_.x(found.first)
    right = axis_.right if found.last is None else axis_.x(found.last)
    right = max(right, left + 1)
    ground = Figure(rectangle(left, top, right - left, bottom - top), palette.BAND)
    return _band("stage", (left, top, right, bottom), ground)


def day_line(on: date, axis_: Axis, top: float, bottom: float) -> Band:
    """Draw a line for a day, beneath the bars."""
    x = _day_at(on, axis_)
    ground = Figure(_lines([x], top, bottom), "", palette.CHANGED, 1.8)
    return _band("day", (x - 1, top, x + 1, bottom), ground)


def day(on: date, axis_: Axis, body: float, language: str) -> Item:
    """Name the day whose line is drawn, where the line begins."""
    top = body - _DAY_ROW + 1
    text = clean(said(Date.of(on)).say(language))
    wide = measured(text, DAY) + 12
    left = min(max(_day_at(on, axis_) - wide / 2, axis_.left), axis_.right - wide)
    tag = Figure(rectangle(left, top, wide, 16, 4), palette.CHANGED)
    run = rightward(language)
    words = paragraph([text], left + wide / 2, top + 2, DAY, rightward=run, anchor="middle")
    return item("day", [tag], words)


def _day_at(on: date, axis_: Axis) -> float:
    return (axis_.x(on.toordinal()) + axis_.x(on.toordinal() + 1)) / 2


def footer(facts: str, page: tuple[int, int], place: tuple[float, float], language: str) -> Item:
    """Set which strategy it is, and which page of how many."""
    (right, top), run = place, rightward(language)
    number = Message("page {page} of {pages}", {"page": page[0], "pages": page[1]}).say(language)
    set_ = rows(facts, right - MARGIN - 140, SMALL)[:1]
    words = paragraph(set_, MARGIN, top + 7, SMALL, rightward=run)
    words += paragraph([number], right, top + 7, SMALL, rightward=run, anchor="end")
    return item("footer", [_level(MARGIN, right, top, palette.RULE)], words)


def _band(key: str, area: tuple[float, float, float, float], ground: Figure) -> Band:
    left, top, right, bottom = area
    size = rounded(right - left), rounded(bottom - top)
    return Band(key, rounded(left), rounded(top), *size, ground, ())


def _lines(places: Iterable[float], top: float, bottom: float) -> Path:
    """Give lines from top to bottom as one outline."""
    return tuple(step for x in places for step in _line(rounded(x), rounded(top), rounded(bottom)))


def _line(x: float, top: float, bottom: float) -> Path:
    return (("M", (x, top)), ("L", (x, bottom)))


def _level(left: float, right: float, y: float, colour: str) -> Figure:
    ends = (rounded(left), rounded(y)), (rounded(right), rounded(y))
    return Figure((("M", ends[0]), ("L", ends[1])), "", colour, 0.8)
