"""What of a period is sure: from when to when something may last, and from when to when it must."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toc.diagrams.gantt.axis import Span
    from toc.model import Interval
    from toc.roadmap.moments import Moment

__all__ = ["Extent", "extent_of", "span_of"]


@dataclass(frozen=True, slots=True)
class Extent:
    """The days of a period, counted as Python counts days; the end is the day after.

    Attributes:
        first: the first day that it may begin; None where nobody has said.
        begun: the last day that it may begin.
        ending: the day after the first that it may end.
        last: the day after the last that it may end; None where nobody has said.
    """

    first: int | None
    begun: int | None
    ending: int | None
    last: int | None

    @property
    def sure(self) -> Span | None:
        """The days that it surely takes up, if there are any."""
        if self.begun is None or self.ending is None or self.ending <= self.begun:
            return None
        return self.begun, self.ending


def extent_of(period: Interval) -> Extent:
    """Give the days of a period; a day in both ends' doubt is sure in neither."""
    start, end = period.start, period.end
    if start is not None and start == end and start.precision == "day":
        day = start.first.toordinal()
        return Extent(day, day, day + 1, day + 1)
    return Extent(
        None if start is None else start.first.toordinal(),
        None if start is None else start.last.toordinal(),
        None if end is None else end.first.toordinal() + 1,
        None if end is None else end.last.toordinal() + 1,
    )


def span_of(moment: Moment) -> Span | None:
    """Give the days that the axis must hold so that something can be drawn."""
    period = moment.period or moment.within
    if period is None:
        return None
    found = extent_of(period)
    ends = [end for end in (found.first, found.last) if end is not None]
    if not ends:
        return None
    return (found.first if found.first is not None else ends[0] - 1), (
        found.last if found.last is not None else ends[0] + 1
    )
