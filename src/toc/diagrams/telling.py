"""The picture in words, for those who hear it: "A leads to B, because …, provided that …"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.diagrams.labels import clean, rightward
from toc.vocabulary import STATES
from toc.words import Message, Said, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.chart import Arrow, Box, Chart
    from toc.diagrams.overlay import Wording
    from toc.words import Sayable

__all__ = [
    "EVIDENCE",
    "POLARITIES",
    "arrow_told",
    "box_named",
    "box_told",
    "chart_told",
    "gate_word",
    "laid",
    "note_told",
]

POLARITIES: Mapping[str, Message] = MappingProxyType(
    {"reinforcing": Message("reinforcing loop"), "balancing": Message("balancing loop")}
)
"""What a loop does to itself."""

EVIDENCE: Mapping[str, Message] = MappingProxyType(
    {
        "strong": Message("strong evidence"),
        "moderate": Message("moderate evidence"),
        "limited": Message("limited evidence"),
        "gap": Message("no evidence found"),
        "": Message("evidence not graded"),
    }
)
"""How well an arrow is supported."""


def arrow_told(
    chart: Chart, arrow: Arrow, boxes: Mapping[str, Box], *, evidence: bool = False
) -> str:
    """Tell one arrow: what leads to what, why, and under which conditions.

    Args:
        chart: which it belongs to.
        arrow: the arrow.
        boxes: the chart's, by id.
        evidence: whether it is told how well it is supported.
    """
    claim = _claim(arrow, boxes)
    if evidence:
        claim = Message("{told}; {more}", {"told": claim, "more": EVIDENCE[arrow.evidence]})
    if arrow.because:
        claim = Message(
            "{claim}, because: {reason}", {"claim": claim, "reason": clean(arrow.because)}
        )
    statements = {note.number: note.statement for note in chart.notes}
    conditions = "; ".join(
        clean(statements[number]) for number in arrow.assuming if number in statements
    )
    if conditions:
        claim = Message(
            "{claim}, provided that: {conditions}", {"claim": claim, "conditions": conditions}
        )
    return claim.say(chart.language)


def _claim(arrow: Arrow, boxes: Mapping[str, Box]) -> Message:
    """Say what leads to what."""
    ends = {"cause": clean(boxes[arrow.cause].label), "effect": clean(boxes[arrow.effect].label)}
    claim = Message("“{cause}” leads to “{effect}”", ends)
    if arrow.hinders:
        claim = Message("“{cause}” stands in the way of “{effect}”", ends)
    elif arrow.feedback:
        claim = Message("“{cause}” feeds back to “{effect}”", ends)
    if arrow.feedback:
        claim = Message("{told} ({more})", {"told": claim, "more": POLARITIES[arrow.feedback]})
    if arrow.stands_for > 1:
        several = Message(
            "stands for {count} link",
            {"count": arrow.stands_for},
            plural="stands for {count} links",
        )
        claim = Message("{told} ({more})", {"told": claim, "more": several})
    return claim


def box_told(chart: Chart, box: Box) -> str:
    """Tell one box: its level, its lane, its title, and what stands on its edges."""
    told: Sayable = box_named(chart, box)
    for more in _edges(box):
        told = Message("{told}; {more}", {"told": told, "more": more})
    return told.say(chart.language)


def box_named(chart: Chart, box: Box) -> Sayable:
    """Say where a box stands and what it is called."""
    values = {"level": clean(chart.columns[box.column].title), "title": clean(box.label)}
    if box.kind in _OUTSIDE:
        values["level"] = _OUTSIDE[box.kind].say(chart.language)
    if not values["level"]:
        # Only over boxes that hold several levels is there no heading.
        return Said(values["title"])
    if not chart.lanes:
        return Message("{level}: {title}", values)
    values["lane"] = clean(chart.lanes[box.lane].title)
    return Message("{level}, {lane}: {title}", values)


def _edges(box: Box) -> Iterator[Message]:
    """Say what the marks on a box's edges show."""
    gate = gate_word(box)
    if gate:
        yield Message("of its causes: {gate}", {"gate": gate})
    if box.holds:
        yield Message(
            "{count} thing is folded into it",
            {"count": box.holds},
            plural="{count} things are folded into it",
        )
    if box.unseen_causes:
        yield Message(
            "{count} arrow into it is not on this sheet",
            {"count": box.unseen_causes},
            plural="{count} arrows into it are not on this sheet",
        )
    if box.unseen_effects:
        yield Message(
            "{count} arrow out of it is not on this sheet",
            {"count": box.unseen_effects},
            plural="{count} arrows out of it are not on this sheet",
        )


def laid(told: str, more: Wording, language: str) -> str:
    """Add to what is told what an overlay says of the same thing."""
    said = clean(say(more, language))
    return Message("{told}; {more}", {"told": told, "more": said}).say(language) if said else told


_OUTSIDE = {
    "factor": Message("External factor"),
    "barrier": Message("Barrier"),
    "enabler": Message("Enabler"),
    "unintended": Message("Unintended effect"),
}


def chart_told(
    chart: Chart, arrows: tuple[str, ...], laid_over: Wording = "", *, upright: bool = False
) -> str:
    """Tell the picture: what is not on it, how much there is, every claim in causal order.

    Args:
        chart: the chart.
        arrows: what is told of each arrow.
        laid_over: the overlay's title, if there is one.
        upright: whether it runs from the bottom up.
    """
    boxes = Message("{count} box", {"count": len(chart.boxes)}, plural="{count} boxes")
    lines = Message("{count} arrow", {"count": len(arrows)}, plural="{count} arrows")
    counts = {"boxes": boxes, "arrows": lines}
    start = Message("Theory of change with {boxes} and {arrows}, read from left to right.", counts)
    if upright:
        start = Message(
            "Theory of change with {boxes} and {arrows}, read from the bottom up.", counts
        )
    elif not rightward(chart.language):
        start = Message(
            "Theory of change with {boxes} and {arrows}, read from right to left.", counts
        )
    opening = [f"{chart.left_out}."] if chart.left_out else []
    opening.append(start.say(chart.language))
    if laid_over:
        title = clean(say(laid_over, chart.language))
        opening.append(Message("Laid over it: {title}.", {"title": title}).say(chart.language))
    return " ".join([*opening, *(f"{told}." for told in arrows)])


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
