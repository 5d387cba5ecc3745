"""Measures and types of the Gantt picture: on A3 no letter is smaller than 8.5 points."""

from __future__ import annotations

from typing import Final

from toc.diagrams import palette
from toc.diagrams.sheet.setting import Type

WIDTH: Final = 1486.0
"""A3 is as wide at 0.8 points a unit, so that a type of 10.7 is read at 8.6 points."""

HEIGHT: Final = 1050.0
MARGIN: Final = palette.MARGIN

LABELS: Final = 330.0
"""How wide the column of labels is."""

GUTTER: Final = 26.0
"""Between the labels and the axis; the marks of quick wins stand in it."""

INDENT: Final = 10.0
LEFT: Final = MARGIN + LABELS + GUTTER
RIGHT: Final = WIDTH - MARGIN

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
