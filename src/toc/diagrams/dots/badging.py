"""Badges for DOT: assumptions' numbers with their states; no author's words.

They are HTML-like labels, the one way to a coloured ground behind a part of a label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.dots.library import html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.chart import Chart, State

__all__ = ["MARKS", "badged"]

MARKS: dict[State, str] = {"untested": "", "holding": "✓", "doubtful": "!", "failed": "×"}
"""What tells a state where colours cannot."""

_ROW = '<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="1" CELLPADDING="2"><TR>{}</TR></TABLE>'
_CELL = '<TD STYLE="{}" BGCOLOR="{}" COLOR="{}"><FONT COLOR="{}">{}</FONT></TD>'


def badged(chart: Chart, numbers: Sequence[int], sign: str = "") -> str:
    """Write the badges of an arrow, and the sign of its loop; empty where it has none."""
    states: dict[int, State] = {note.number: note.state for note in chart.notes}
    cells = [_badge(number, states[number]) for number in numbers if number in states]
    if sign:
        cells.append(f'<TD BORDER="0"><FONT POINT-SIZE="13">{html(sign)}</FONT></TD>')
    return f"<{_ROW.format(''.join(cells))}>" if cells else ""


def _badge(number: int, state: State) -> str:
    return _CELL.format(
        "" if state == "failed" else "ROUNDED",
        palette.STATE_FILL[state],
        palette.STATE_EDGE[state],
        palette.STATE_INK[state],
        f"{number}{MARKS[state]}",
    )
