"""Levels as rows: a tinted bar on the left, the level's name and meaning, a faint ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import labels, palette
from toc.diagrams.curves import rectangle
from toc.diagrams.scene import Figure, Heading, rounded
from toc.diagrams.sheet.setting import Type, paragraph, rows, shifted

if TYPE_CHECKING:
    from toc.diagrams.chart import Chart, Column
    from toc.diagrams.layout import Layout
    from toc.diagrams.scene import Point, Words

__all__ = ["level_rows"]

_NAME = Type(palette.LABEL, bold=True)
_MEANING = Type(9.0, colour=palette.SECONDARY)
_BAR = 5.0
_INSET = 12.0
_APART = 2.0


def level_rows(chart: Chart, layout: Layout, width: float, origin: Point) -> tuple[Heading, ...]:
    """Draw the rows of all levels.

    Args:
        chart: what is shown.
        layout: where its levels lie.
        width: of the chart, which the rows fill.
        origin: where the chart begins on the sheet.
    """
    return tuple(
        _row(chart, column, (at, top, height), (layout.label, width), origin)
        for at, (column, (top, height)) in enumerate(zip(chart.columns, layout.rows, strict=False))
    )


def _row(
    chart: Chart,
    column: Column,
    place: tuple[int, float, float],
    widths: tuple[float, float],
    origin: Point,
) -> Heading:
    at, top, height = place
    label, width = widths
    tint = palette.TINTS.get(column.level, palette.RULE)
    figures = (
        Figure(rectangle(0, top, width, height), palette.BAND if at % 2 else palette.PAPER),
        Figure(rectangle(0, top + 1, _BAR, height - 2), tint),
    )
    words = _words(chart, column, label - _INSET - _APART, top, height)
    moved = shifted(figures, words, *origin)
    return Heading(column.level, rounded(origin[0]), rounded(label), *moved)


def _words(
    chart: Chart, column: Column, room: float, top: float, height: float
) -> tuple[Words, ...]:
    """Set the name in the middle, and the meaning below it where there is room for both."""
    run = labels.rightward(chart.language)
    names = rows(column.title, room, _NAME)
    meanings = rows(column.definition, room, _MEANING)
    deep = len(names) * _NAME.lead
    both = deep + _APART + len(meanings) * _MEANING.lead
    if both > height - 2 * _APART:
        meanings, both = (), deep
    begin = top + (height - both) / 2
    said = paragraph(names, _INSET, begin, _NAME, rightward=run)
    return said + paragraph(meanings, _INSET, begin + deep + _APART, _MEANING, rightward=run)
