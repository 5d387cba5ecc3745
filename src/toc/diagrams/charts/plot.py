"""The field of a panel: its two axes, the way that was promised, and what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from toc.diagrams import palette
from toc.diagrams.charts import strokes
from toc.diagrams.charts.scales import days_of, span_of
from toc.diagrams.sheet.setting import Type, item, measured, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toc.diagrams.charts.content import Panel, Point
    from toc.diagrams.charts.frame import Frame
    from toc.diagrams.charts.scales import Days, Span
    from toc.diagrams.layout import Area
    from toc.diagrams.scene import Figure, Item
    from toc.diagrams.scene import Point as Spot

__all__ = ["AXIS", "BREAK", "Plot", "is_broken", "promised"]

AXIS: Final = 16.0
"""The room beneath a field for its days."""

BREAK: Final = "b"
_TYPE = Type(8.0, colour=palette.SECONDARY)
_DAY = 40.0
"""The room for the name of a day."""

_FLAG = 10.0
_ROOF = 13.0
_APART = 5.0
_INSET = 5.0
"""The first day stands clear of the names of the values."""


@dataclass(frozen=True)
class Plot:
    """A field that is to be drawn.

    Attributes:
        frame: the sheet.
        panel: what is shown.
        area: where, with the room for the axes.
    """

    frame: Frame
    panel: Panel
    area: Area

    @cached_property
    def span(self) -> Span | None:
        """The axis of values; None where there is no value."""
        known = [point.value for point in (*self.panel.points, *promised(self.panel))]
        return span_of(known) if known else None

    @cached_property
    def days(self) -> Days:
        """The axis of days."""
        points = (*self.panel.points, *promised(self.panel))
        return days_of([self.panel.on, *(point.when for point in points)])

    @cached_property
    def left(self) -> float:
        """Where the field begins, right of the names of its values."""
        said = [self.frame.number(mark) for mark in self.span.marks] if self.span else []
        wide = max((measured(one, _TYPE) for one in said), default=0.0)
        return self.area.x + min(wide, self.area.width / 2) + _APART

    @property
    def right(self) -> float:
        """Where the field ends; a flag has room beyond it."""
        return self.area.x + self.area.width - _FLAG

    @property
    def top(self) -> float:
        """Where the field begins; a flag has room above it."""
        return self.area.y + _ROOF

    @property
    def bottom(self) -> float:
        """Where the field ends; the days are named beneath."""
        return self.area.y + self.area.height - AXIS

    def x(self, day: date) -> float:
        """Give a day's place."""
        first = self.left + _INSET
        return first + (self.right - first) * self.days.share(day)

    def spot(self, point: Point) -> Spot:
        """Give a value's place."""
        share = self.span.share(point.value) if self.span else 0.0
        return self.x(point.when), self.bottom - (self.bottom - self.top) * share

    def items(self) -> Iterator[Item]:
        """Draw it, undermost first."""
        if not self.panel.points:
            yield item("no-data", self._hatch())
        yield from self._values()
        yield from self._named_days()
        yield item("day", [self._day()])
        yield item("promised", self._promised())
        yield item("measured", self._measured())

    def _hatch(self) -> tuple[Figure, ...]:
        wide, high = self.right - self.left, self.bottom - self.top
        return strokes.hatch(self.left, self.top, wide, high)

    def _values(self) -> Iterator[Item]:
        for mark in self.span.marks if self.span else ():
            share = self.span.share(mark) if self.span else 0.0
            y = self.bottom - (self.bottom - self.top) * share
            rule = strokes.line((self.left, y), (self.right, y), colour=palette.RULE, width=0.8)
            words = paragraph(
                [self.frame.number(mark)],
                self.left - _APART,
                y - _TYPE.size / 2 - 0.4,
                _TYPE,
                rightward=self.frame.run,
                anchor="end",
            )
            yield item("scale", (rule,), words)

    def _named_days(self) -> Iterator[Item]:
        """Name days along the lower edge, none of them upon another."""
        named = self.days.marks(max(int((self.right - self.left) / _DAY), 1))
        ends = tuple((day, day.isoformat()) for day in (self.days.first, self.days.last))
        free = self.left - _APART
        for day, name in named or ends:
            wide = measured(name, _TYPE)
            furthest = self.area.x + self.area.width - wide
            x = max(min(self.x(day) - wide / 2, furthest), self.left)
            if x < free + _APART:
                continue
            free = x + wide
            at = self.x(day)
            edge = strokes.line((at, self.bottom), (at, self.bottom + 3), colour=palette.ARROW)
            words = paragraph([name], x, self.bottom + 5, _TYPE)
            yield item("scale", (edge,), words)

    def _day(self) -> Figure:
        x = self.x(self.panel.on)
        return strokes.line(
            (x, self.top - 3), (x, self.bottom), colour=palette.INK, dash=palette.DOTTED
        )

    def _promised(self) -> list[Figure]:
        """Draw the way that was promised: from the baseline over milestones to the target."""
        panel = self.panel
        way = [self.spot(point) for point in promised(panel)]
        figures = [
            strokes.line(one, other, colour=palette.ARROW, width=1.3, dash=palette.DASHED)
            for one, other in pairwise(way)
        ]
        figures += [strokes.diamond(*self.spot(point)) for point in panel.milestones]
        if panel.target:
            figures += strokes.flag(*self.spot(panel.target))
        return figures

    def _measured(self) -> list[Figure]:
        """Draw what was measured since the baseline, with a gap where the series is broken."""
        points = sorted(self.panel.points, key=lambda point: point.when)
        start = self.panel.baseline
        is_before = start is not None and bool(points) and start.when < points[0].when
        figures: list[Figure] = []
        for one, other in pairwise([start, *points] if start and is_before else points):
            (x0, y0), (x1, y1) = self.spot(one), self.spot(other)
            if is_broken(other):
                figures += strokes.slashes((x0 + x1) / 2, (y0 + y1) / 2)
            else:
                figures.append(strokes.line((x0, y0), (x1, y1), colour=strokes.NOW, width=2.0))
        if start:
            figures.append(strokes.square(*self.spot(start)))
        for point in points:
            reserved = bool(point.flag.replace(BREAK, ""))
            figures.append(strokes.disc(*self.spot(point), hollow=reserved))
        return figures


def promised(panel: Panel) -> tuple[Point, ...]:
    """Give the points of the way that was promised, in the order of their days."""
    ends = [point for point in (panel.baseline, panel.target) if point]
    return tuple(sorted((*ends, *panel.milestones), key=lambda point: point.when))


def is_broken(point: Point) -> bool:
    """Tell whether the series is broken before a point."""
    return BREAK in point.flag
