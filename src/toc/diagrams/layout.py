"""Where an engine puts things: what engines return and the sheet takes.

Coordinates are relative to the chart's own upper left corner, the names of lanes
included; the sheet moves it into place between title and table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.diagrams.scene import Path, Point

__all__ = ["Area", "Extra", "Layout", "Route"]

Extra: TypeAlias = Callable[[float], float]
"""How high the sheet's furniture will be beside a chart of some width."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow's way.

    Attributes:
        path: one move, then lines and cubics, up to where the head begins.
        tip: where the head touches the effect.
    """

    path: Path
    tip: Point


@dataclass(frozen=True, slots=True)
class Layout:
    """A placed chart.

    Attributes:
        width: of the chart with its lane names.
        height: of the chart without its headings.
        label: room left of the first column for the lanes' names.
        columns: left edge and width of each column, empty when levels are not columns.
        bands: top and height of each lane.
        boxes: area by box id.
        routes: way by arrow key.
        rows: top and height of each level, empty when levels are not rows.
    """

    width: float
    height: float
    label: float
    columns: tuple[tuple[float, float], ...]
    bands: tuple[tuple[float, float], ...]
    boxes: Mapping[str, Area]
    routes: Mapping[str, Route]
    rows: tuple[tuple[float, float], ...] = ()
