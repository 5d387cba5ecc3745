"""Measures and types of the Gantt picture: on A3 no letter is smaller than 8.5 points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from toc.diagrams import palette
from toc.diagrams.sheet.setting import Type

__all__ = [
    "APART",
    "BESIDE",
    "DAY",
    "FORMATS",
    "GROUP",
    "GUTTER",
    "INDENT",
    "LABEL",
    "LEAST_ROW",
    "MARGIN",
    "PAD",
    "SMALL",
    "SUBTITLE",
    "TITLE",
    "YEAR",
    "Format",
]

MARGIN: Final = palette.MARGIN

GUTTER: Final = 26.0
"""Between the labels and the axis; the marks of quick wins stand in it."""


@dataclass(frozen=True, slots=True)
class Format:
    """How large a page is, in units.

    Attributes:
        width: of the page.
        height: the most that a page may be high.
        labels: how wide the column of labels is.
    """

    width: float
    height: float
    labels: float

    @property
    def left(self) -> float:
        """Where the axis begins."""
        return MARGIN + self.labels + GUTTER

    @property
    def right(self) -> float:
        """Where the axis ends."""
        return self.width - MARGIN

    @property
    def room(self) -> float:
        """How wide everything between the margins is."""
        return self.right - MARGIN


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {"A3": Format(1486.0, 1050.0, 330.0), "A4": Format(1030.0, 640.0, 240.0)}
)
"""A sheet of its own, at 0.8 points a unit; and a page of a document that lies, at 0.72."""

INDENT: Final = 10.0

TITLE: Final = Type(22.0, bold=True)
SUBTITLE: Final = Type(12.0, colour=palette.SECONDARY)
GROUP: Final = Type(11.5, bold=True)
LABEL: Final = Type(palette.LABEL)
SMALL: Final = Type(10.7, colour=palette.SECONDARY)
YEAR: Final = Type(11.0, bold=True)
DAY: Final = Type(10.7, bold=True, colour=palette.PAPER)

PAD: Final = 4.0
LEAST_ROW: Final = 22.0
APART: Final = 7.0
"""Above a group."""

BESIDE: Final = 6.0
"""Between a bar and the words beside it."""
