"""Whether a chart fits on its paper in type that can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from toc.diagrams import palette

if TYPE_CHECKING:
    from toc.diagrams.chart import Chart
    from toc.diagrams.paper import Paper

__all__ = ["Fit", "Fits", "hopeless", "room_on"]

_LEAST_BOX = 2 * palette.LABEL * palette.LEADING + palette.BOX_GAP
_SLACK = 1.002
"""Scenes are rounded to 0.1, papers to whole millimetres."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How much of its paper a chart needs.

    Attributes:
        across: of the width.
        down: of the height.
    """

    across: float
    down: float

    def __bool__(self) -> bool:
        """Whether it fits."""
        return max(self.across, self.down) <= _SLACK


Fits: TypeAlias = "Callable[[Chart], Fit]"
"""Lays a chart out and says how much of its paper it needs."""


def hopeless(chart: Chart) -> bool:
    """Tell, without laying it out, of a chart whose fullest column is higher than its paper."""
    fullest = max(Counter(box.column for box in chart.boxes).values(), default=0)
    wide = len(chart.columns) * min(palette.BOX_WIDTHS)
    return fullest * _LEAST_BOX > chart.room[1] or wide > chart.room[0]


_LEAST_POINTS = {"A4": 8.8, "A3": 8.8, "slide": 15.0}
_LEAST_POSTER_POINTS = 12.0
"""The smallest label that can be read: in the hand, on a wall; 15 pt are 20 pixels of a slide."""


def room_on(paper: Paper, *, upright: bool = False) -> tuple[float, float]:
    """Give a paper's width and height in units, at the smallest type that can be read on it.

    Args:
        paper: the paper, or the slide.
        upright: whether it stands on its short side.
    """
    least = _LEAST_POINTS.get(paper.name, _LEAST_POSTER_POINTS) / palette.LABEL
    page = paper.facing(1, 2) if upright else paper.facing(2, 1)
    return page.points_wide / least, page.points_high / least
