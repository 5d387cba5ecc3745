"""The picture in words, for those who hear it: "A leads to B, because …, provided that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.labels import clean
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.diagrams.chart import Arrow, Box, Chart

__all__ = ["arrow_told", "box_told", "chart_told", "gate_word", "note_told"]


def arrow_told(chart: Chart, arrow: Arrow, boxes: Mapping[str, Box]) -> str:
    """Tell one arrow: what leads to what, why, and under which conditions."""
    ends = {"cause": clean(boxes[arrow.cause].label), "effect": clean(boxes[arrow.effect].label)}
    claim = Message("“{cause}” leads to “{effect}”", ends)
    if arrow.hinders:
        claim = Message("“{cause}” stands in the way of “{effect}”", ends)
    elif arrow.feedback:
        claim = Message("“{cause}” feeds back to “{effect}”", ends)
    if arrow.because:
        claim = Message(
            "{claim}, because: {reason}", {"claim": claim, "reason": clean(arrow.because)}
        )
    statements = {note.number: clean(note.statement) for note in chart.notes}
    conditions = "; ".join(statements[number] for number in arrow.assuming if number in statements)
    if conditions:
        claim = Message(
            "{claim}, provided that: {conditions}", {"claim": claim, "conditions": conditions}
        )
    return claim.say(chart.language)


def box_told(chart: Chart, box: Box) -> str:
    """Tell one box: its level, its lane and its title."""
    values = {"level": chart.columns[box.column].title, "title": clean(box.label)}
    if box.kind in _OUTSIDE:
        values["level"] = _OUTSIDE[box.kind].say(chart.language)
    if not chart.lanes:
        return Message("{level}: {title}", values).say(chart.language)
    values["lane"] = clean(chart.lanes[box.lane].title)
    return Message("{level}, {lane}: {title}", values).say(chart.language)


_OUTSIDE = {
    "factor": Message("External factor"),
    "barrier": Message("Barrier"),
    "enabler": Message("Enabler"),
    "unintended": Message("Unintended effect"),
}


def chart_told(chart: Chart, arrows: tuple[str, ...]) -> str:
    """Tell the picture: what is not on it, how much there is, every claim in causal order."""
    boxes = Message("{count} box", {"count": len(chart.boxes)}, plural="{count} boxes")
    lines = Message("{count} arrow", {"count": len(arrows)}, plural="{count} arrows")
    start = Message(
        "Theory of change with {boxes} and {arrows}, read from left to right.",
        {"boxes": boxes, "arrows": lines},
    )
    left_out = [f"{chart.left_out}."] if chart.left_out else []
    return " ".join([*left_out, start.say(chart.language), *(f"{told}." for told in arrows)])


def gate_word(box: Box) -> Message | None:
    """Say how many of a box's causes it needs, in the fewest words."""
    if box.gate is None:
        return None
    if box.gate == "all":
        return Message("all needed")
    if box.gate == "any":
        return Message("any one")
    return Message("at least {count}", {"count": box.gate}, plural="at least {count}")


def note_told(state: str, place: str) -> Message:
    """Say an assumption's state and where it sits."""
    word = STATES[state]
    return Message("{state} · {place}", {"state": word, "place": place}) if place else word
