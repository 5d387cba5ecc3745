"""Findings: where the theory is thin, so that a meeting sees it.

A finding counts for the box or the arrow that its route leads to.  One about an indicator
counts for what the indicator measures, one about a pilot for the measures that it tries,
one about a risk for the assumption that would fail, and one about an assumption for its
badge and for the arrows that rest on it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.checking import judge
from toc.diagrams import palette
from toc.diagrams.overlay import Dress, Key, Overlay, Stamp, Stroke
from toc.findings import Severity
from toc.model.nodes import NODE_SECTIONS
from toc.telling import WORDS, counted
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from toc.diagrams.laying import Case
    from toc.findings import Finding, Route

ABOUT = Message("where the theory is thin: what the rules find")

_REST = Dress(muted=True)
_WAIVED = Dress(edge=palette.SECONDARY, dash=(1.5, 2.0))
_DRESSES: Mapping[Severity, Dress] = {
    Severity.ERROR: Dress(
        fill=palette.FAR_BEHIND, ink=palette.PAPER, edge=palette.FAR_BEHIND, sign="cross"
    ),
    Severity.WARNING: Dress(
        fill=palette.BEHIND, ink=palette.INK, edge=palette.BEHIND_EDGE, sign="exclamation"
    ),
    Severity.ADVICE: Dress(
        fill=palette.ON_TRACK, ink=palette.INK, edge=palette.ON_TRACK_EDGE, sign="question"
    ),
    Severity.NOTE: Dress(edge=palette.SECONDARY, width=1.6),
}
_STROKES: Mapping[Severity, Stroke] = {
    Severity.ERROR: Stroke(palette.FAR_BEHIND, 3.0, (2.6, 2.6)),
    Severity.WARNING: Stroke(palette.BEHIND_EDGE, 2.6, (9.0, 3.0)),
    Severity.ADVICE: Stroke(palette.ON_TRACK_EDGE, 2.0),
    Severity.NOTE: Stroke(palette.SECONDARY, 1.4),
}


@dataclass
class _Places:
    """Findings by where they count on a chart.

    Attributes:
        boxes: by id of a box.
        arrows: by key of an arrow.
        badges: by number of an assumption.
        elsewhere: those that count for nothing on the chart.
    """

    boxes: defaultdict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    arrows: defaultdict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    badges: defaultdict[int, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    elsewhere: list[Finding] = field(default_factory=list)


def lay(case: Case) -> Overlay:
    """Let what the rules find stand out where it counts; the rest stands back."""
    verdict = judge(case.strategy, on=case.on, book=case.book)
    told, waived = _placed(case, verdict.findings), _placed(case, verdict.waived)
    title = Message("Findings: where the theory is thin")
    if case.on:
        title = Message("Findings on {date}: where the theory is thin", {"date": str(case.on)})
    return Overlay(
        "findings",
        title,
        {box.id: _dress(told.boxes[box.id], waived.boxes[box.id]) for box in case.chart.boxes},
        {
            arrow.key: _stroke(told.arrows[arrow.key], waived.arrows[arrow.key])
            for arrow in case.chart.arrows
        },
        {
            number: Stamp(muted=not told.badges[number], strong=bool(told.badges[number]))
            for number in case.seated
        },
        tuple(_keys(told, waived)),
    )


def _placed(case: Case, findings: Iterable[Finding]) -> _Places:
    """Sort findings by where they count."""
    places = _Places()
    for finding in findings:
        nodes, links, numbers = _seats(case, finding.route)
        boxes, keys = case.boxes_of(nodes), case.arrows_of(links)
        for box in boxes:
            places.boxes[box].append(finding)
        for number in numbers & case.seated:
            places.badges[number].append(finding)
        resting = {
            arrow.key
            for arrow in case.chart.arrows
            if arrow.key in keys or not numbers.isdisjoint(arrow.assuming)
        }
        for key in sorted(resting):
            places.arrows[key].append(finding)
        if not boxes and not resting:
            places.elsewhere.append(finding)
    return places


def _seats(case: Case, route: Route) -> tuple[set[str], set[str], set[int]]:
    """Give the boxes, the arrows and the assumptions for which a route counts."""
    section, name = (*route[:2], "", "")[:2]
    if section in NODE_SECTIONS:
        node = case.graph.node(str(name))
        return {node} if node else set(), set(), set()
    if section == "links":
        return set(), {key for key, arrow in case.links.items() if arrow.key == name}, set()
    names = _meant(case, str(section), str(name))
    nodes = {node for node in map(case.graph.node, names) if node}
    numbers = {case.numbers[one.lower()] for one in names if one.lower() in case.numbers}
    return nodes, set(), numbers


def _meant(case: Case, section: str, name: str) -> Sequence[str]:
    """Give the ids of what something that is not on the chart is about."""
    if section == "assumptions":
        return (name,)
    if section not in {"indicators", "pilots", "risks"}:
        return ()
    entry = getattr(case.strategy, section).get(name)
    return () if entry is None else entry.of


def _dress(found: Sequence[Finding], waived: Sequence[Finding]) -> Dress:
    if not found and not waived:
        return _REST
    usual = _DRESSES[_worst(found)] if found else _WAIVED
    tag = _counted(found) if found else _accepted(len(waived))
    return Dress(
        fill=usual.fill,
        ink=usual.ink,
        edge=usual.edge,
        width=usual.width,
        dash=usual.dash,
        sign=usual.sign,
        tag=tag,
        told=_told(found, waived),
    )


def _stroke(found: Sequence[Finding], waived: Sequence[Finding]) -> Stroke:
    if not found:
        return Stroke(muted=True, told=_told((), waived))
    usual = _STROKES[_worst(found)]
    return Stroke(usual.colour, usual.width, usual.dash, str(len(found)), told=_told(found, waived))


def _worst(found: Iterable[Finding]) -> Severity:
    return max(finding.severity for finding in found)


def _counted(found: Sequence[Finding]) -> Message:
    return Message("{count} finding", {"count": len(found)}, plural="{count} findings")


def _accepted(count: int) -> Message:
    return Message("{count} accepted", {"count": count}, plural="{count} accepted")


def _told(found: Sequence[Finding], waived: Sequence[Finding]) -> Chain:
    """Say how many findings there are, and each of them."""
    parts: list[object] = []
    for said, some in ((_counted(found), found), (_accepted(len(waived)), waived)):
        if some:
            messages = Chain(tuple(finding.message for finding in some), "; ")
            parts.append(Message("{count}: {messages}", {"count": said, "messages": messages}))
    return Chain(tuple(parts), "; ")


def _keys(told: _Places, waived: _Places) -> Iterator[Key]:
    """Explain what is there, gravest first, and count what is not on the sheet."""
    on_boxes = {_worst(found) for found in told.boxes.values() if found}
    on_arrows = {_worst(found) for found in told.arrows.values() if found}
    for severity in sorted(Severity, reverse=True):
        if severity in on_boxes:
            yield Key(WORDS[severity], _DRESSES[severity])
        if severity in on_arrows:
            yield Key(WORDS[severity], _STROKES[severity])
    if any(told.badges.values()):
        yield Key(Message("assumption with findings"), Stamp(strong=True))
    if any(found and not told.boxes[box] for box, found in waived.boxes.items()):
        yield Key(Message("accepted until a date, with a reason"), _WAIVED)
    yield Key(_nothing(told), _REST)


def _nothing(told: _Places) -> Message:
    """Say what a quiet box means, and how much was found that has no place here."""
    quiet = Message("nothing was found")
    if not told.elsewhere:
        return quiet
    parts = [
        counted(severity, count)
        for severity in sorted(Severity, reverse=True)
        if (count := sum(finding.severity == severity for finding in told.elsewhere))
    ]
    return Message("{quiet} (beside the picture: {parts})", {"quiet": quiet, "parts": parts})
