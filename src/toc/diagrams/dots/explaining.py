"""The legend below a chart in DOT: signs that occur, then every assumption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import labels, palette
from toc.diagrams.dots.badging import MARKS
from toc.diagrams.dots.library import plain
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.chart import Chart

__all__ = ["explained"]

_WIDTH = 900.0
_SIZE = 10.0


def explained(chart: Chart) -> str:
    r"""Write the legend as an escaped label, every line ended by `\l` and so flush left."""
    rows = [row for text in _texts(chart) for row in labels.lines(text, _WIDTH, _SIZE)]
    return "".join(f"{plain(row)}\\l" for row in rows)


def _texts(chart: Chart) -> Iterator[str]:
    if chart.notes:
        yield Message("Assumptions: what must be true for the arrows to hold").say(chart.language)
    for note in chart.notes:
        state = STATES[note.state].say(chart.language)
        yield f"{note.number}{MARKS[note.state]} · {state} · {note.statement}"
    signs = " · ".join(sign.say(chart.language) for sign in _signs(chart))
    if signs:
        yield signs
    facts = " · ".join(fact for fact in chart.footer if fact)
    if facts:
        yield facts


def _signs(chart: Chart) -> Iterator[Message]:
    """Explain what is there and is not a plain arrow or box."""
    if any(arrow.hinders for arrow in chart.arrows):
        yield Message("red line with a bar: stands in the way of")
    if any(arrow.feedback for arrow in chart.arrows):
        yield Message("dashed line: feeds back to")
    loops = {arrow.feedback for arrow in chart.arrows}
    if "reinforcing" in loops:
        yield Message("+: a loop that reinforces itself")
    if "balancing" in loops:
        yield Message("−: a loop that keeps itself in check")
    if any(box.kind in palette.OUTSIDE for box in chart.boxes):
        yield Message("dashed box: what comes from outside, or was not meant")
    if any(box.gate is not None for box in chart.boxes):
        yield Message("in brackets: how many of its causes a box needs")
