"""The head of a sheet: title, what it shows, what it leaves out, and a code with the link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.labels import rightward
from toc.diagrams.sheet.code import code
from toc.diagrams.sheet.setting import Type, item, paragraph, row_count, rows

if TYPE_CHECKING:
    from toc.diagrams.chart import Chart
    from toc.diagrams.scene import Item, Words

__all__ = ["height", "title"]

_TITLE = Type(22.0, bold=True)
_SUBTITLE = Type(12.0, colour=palette.SECONDARY)
_LEFT_OUT = Type(9.0, colour=palette.SECONDARY)
_LOOKS = (_TITLE, _SUBTITLE, _LEFT_OUT)
_CODE = 84.0
"""How large a code with the link is: some 24 mm on A3."""

_APART = 18.0
_AIR = 3.0
"""Between the subtitle and what is left out."""


def height(chart: Chart, width: float) -> float:
    """Give the room above the chart, the same in every language."""
    room = _room(chart, width)
    said = zip(*(_texts(one) for one in chart.family), strict=True)
    words = 16.0
    for look, texts in zip(_LOOKS, said, strict=True):
        lines = max(row_count(text, room, look) for text in texts)
        words += lines * look.lead + (_AIR if lines and look is _LEFT_OUT else 0)
    return max(words, _CODE) if chart.link else words


def title(chart: Chart, width: float) -> list[Item]:
    """Set the words, and the code beside them where there is a link."""
    run, room = rightward(chart.language), _room(chart, width)
    y = palette.MARGIN
    words: tuple[Words, ...] = ()
    for text, look in zip(_texts(chart), _LOOKS, strict=True):
        lines = rows(text, room, look)
        y += _AIR if look is _LEFT_OUT else 0
        words += paragraph(lines, 0, y, look, rightward=run)
        y += len(lines) * look.lead + (1 if look is _TITLE else 0)
    coded = [code(chart.link, width, palette.MARGIN - 8, _CODE)] if chart.link else []
    return [item("title", (), words), *coded]


def _texts(chart: Chart) -> tuple[str, str, str]:
    return chart.title, chart.subtitle, chart.left_out


def _room(chart: Chart, width: float) -> float:
    """Leave room for the code."""
    return width - _CODE - _APART if chart.link else width
