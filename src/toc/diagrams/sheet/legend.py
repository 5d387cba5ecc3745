"""The legend: every sign that stands on this sheet, and none that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from toc.diagrams import badges, palette, telling
from toc.diagrams.chart import State
from toc.diagrams.curves import rectangle
from toc.diagrams.labels import rightward
from toc.diagrams.layout import Area
from toc.diagrams.scene import Figure, Item, rounded
from toc.diagrams.sheet import samples, signs
from toc.diagrams.sheet.marks import stack, tab, tab_room
from toc.diagrams.sheet.samples import line
from toc.diagrams.sheet.setting import Type, item, paragraph, shifted_item
from toc.vocabulary import STATES
from toc.words import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.chart import Chart
    from toc.diagrams.overlay import Look, Overlay

__all__ = ["height", "keys", "keys_height", "legend"]

_TITLE = Type(10.0, bold=True)
_ROW = 19.0
_SPACES = (22.0, 18.0, 14.0, 10.0)


def height(chart: Chart, width: float) -> float:
    """Give the legend's height beside a width."""
    flowed = _flow(_signs(chart), width)
    return (flowed[-1][2] + _ROW if flowed else 0.0) + 6


def legend(chart: Chart, width: float, top: float) -> tuple[Item, ...]:
    """Set the signs in rows."""
    flowed = _flow(_signs(chart), width)
    return tuple(shifted_item(sign, x, top + y) for sign, x, y in flowed)


def keys_height(chart: Chart, width: float, overlay: Overlay, look: Look) -> float:
    """Give how high the part of the legend is that an overlay or a look adds."""
    blocks = _blocks(chart, overlay, look)
    return sum(_ROW + _flow(drawn, width)[-1][2] + _ROW + 4 for _, drawn in blocks)


def keys(chart: Chart, width: float, top: float, overlay: Overlay, look: Look) -> tuple[Item, ...]:
    """Set what an overlay or a look adds, below all else, each under its title."""
    items: list[Item] = []
    for title, drawn in _blocks(chart, overlay, look):
        run = rightward(chart.language)
        words = paragraph([title], 0, top + 3, _TITLE, rightward=run)
        items.append(item("laid-over", (), words))
        flowed = _flow(drawn, width)
        items += [shifted_item(sign, x, top + _ROW + y) for sign, x, y in flowed]
        top += _ROW + flowed[-1][2] + _ROW + 4
    return tuple(items)


def _blocks(
    chart: Chart, overlay: Overlay, look: Look
) -> Iterator[tuple[str, list[tuple[Item, float]]]]:
    if look.widths and chart.arrows:
        said = Message("Lines: how well they are supported").say(chart.language)
        yield said, list(_widths(chart))
    if overlay.keys:
        said = say(overlay.title, chart.language)
        yield said, [samples.keyed(key, chart.language) for key in overlay.keys]


def _flow(signs: list[tuple[Item, float]], width: float) -> list[tuple[Item, float, float]]:
    """Set signs side by side, closer where that saves a row, and below when a row is full."""
    space = next((near for near in _SPACES if _total(signs, near) <= width), _SPACES[0])
    placed: list[tuple[Item, float, float]] = []
    x = y = 0.0
    for sign, wide in signs:
        if x and x + wide > width:
            x, y = 0.0, y + _ROW
        placed.append((sign, x, y))
        x += wide + space
    return placed


def _total(signs: list[tuple[Item, float]], space: float) -> float:
    return sum(wide + space for _, wide in signs) - space


def _signs(chart: Chart) -> list[tuple[Item, float]]:
    drawn = (_lines, _loops, _outside, _gates, _counts, _states)
    return [sign for part in drawn for sign in part(chart)]


def _lines(chart: Chart) -> Iterator[tuple[Item, float]]:
    """Explain the arrows that are there."""
    usual = any(not arrow.hinders and not arrow.feedback for arrow in chart.arrows)
    if usual:
        yield samples.set_beside("leads", Message("leads to"), chart.language, line(), 30)
    if any(arrow.feedback for arrow in chart.arrows):
        yield samples.set_beside(
            "feedback", Message("feeds back to"), chart.language, line(dash=palette.DASHED), 30
        )
    if any(arrow.hinders for arrow in chart.arrows):
        barred = line(hinders=True)
        yield samples.set_beside(
            "hinders", Message("stands in the way of"), chart.language, barred, 30
        )


def _loops(chart: Chart) -> Iterator[tuple[Item, float]]:
    """Explain the polarities that are there, and arrows that stand for several links."""
    for feedback in ("reinforcing", "balancing"):
        if any(arrow.feedback == feedback for arrow in chart.arrows):
            mark = signs.polarity(feedback, "", 8, 9, palette.ARROW)
            drawn = item(feedback, mark.figures)
            yield samples.set_beside(
                feedback, telling.POLARITIES[feedback], chart.language, drawn, 16
            )
    most = max((arrow.stands_for for arrow in chart.arrows), default=1)
    if most > 1:
        text = f"×{most}"
        mark = signs.several(text, "", signs.reach_of(text), 9, palette.ARROW)
        wide = 2 * mark.radius
        drawn = item("several", mark.figures, mark.lines)
        yield samples.set_beside(
            "several", Message("so many links in one"), chart.language, drawn, wide
        )


def _widths(chart: Chart) -> Iterator[tuple[Item, float]]:
    """Explain the widths of lines that are there."""
    grades = {arrow.evidence for arrow in chart.arrows}
    for evidence, message in telling.EVIDENCE.items():
        if evidence in grades:
            dash = palette.DOTTED if evidence == "gap" else ()
            drawn = line(width=palette.EVIDENCE_WIDTHS[evidence], dash=dash)
            yield samples.set_beside(evidence or "ungraded", message, chart.language, drawn, 30)


def _outside(chart: Chart) -> Iterator[tuple[Item, float]]:
    """Explain the dashed boxes that are there."""
    kinds = {box.kind for box in chart.boxes}
    words = {
        "factor": Message("external factor"),
        "barrier": Message("barrier"),
        "enabler": Message("enabler"),
        "unintended": Message("unintended effect"),
    }
    for kind, message in words.items():
        if kind in kinds:
            dashed = Figure(
                rectangle(0, 4.5, 26, 11), palette.PAPER, palette.SECONDARY, 1.0, (4.0, 2.5)
            )
            mark = signs.kind_sign(kind, 21, 4.5)
            yield samples.set_beside(
                kind, message, chart.language, item(kind, [dashed, *mark.figures]), 28
            )


def _gates(chart: Chart) -> Iterator[tuple[Item, float]]:
    """Explain the gates that are there."""
    gates = {
        box.gate if isinstance(box.gate, str) else "some"
        for box in chart.boxes
        if box.gate is not None
    }
    words = {
        "all": (Message("all needed"), Message("every cause is needed")),
        "any": (Message("any one"), Message("one cause is enough")),
        "some": (
            Message("at least {count}", {"count": 2}, plural="at least {count}"),
            Message("so many causes are needed"),
        ),
    }
    for gate, (mark, meaning) in words.items():
        if gate in gates:
            drawn = signs.pill(mark.say(chart.language), 0, 9)
            wide = signs.pill_room(mark.say(chart.language))
            yield samples.set_beside(gate, meaning, chart.language, drawn, rounded(wide))


def _counts(chart: Chart) -> Iterator[tuple[Item, float]]:
    """Explain stacks, and counts of what is not on this sheet, where there are any."""
    if any(box.holds for box in chart.boxes):
        area = Area(0, 2, 26, 9)
        card = Figure(rectangle(0, 2, 26, 9, 2), palette.PAPER, palette.INK)
        drawn = item("stack", [card, *stack(area)])
        yield samples.set_beside(
            "stack", Message("so many things folded into one"), chart.language, drawn, 26
        )
    unseen = (
        (max((box.unseen_causes for box in chart.boxes), default=0), _CAUSES, False),
        (max((box.unseen_effects for box in chart.boxes), default=0), _EFFECTS, True),
    )
    for count, message, is_effect in unseen:
        if count:
            mark = tab(count, 0, 9, effect=is_effect)
            yield samples.set_beside("unseen", message, chart.language, mark, tab_room(count))


_CAUSES = Message("so many causes are not on this sheet")
_EFFECTS = Message("so many effects are not on this sheet")


def _states(chart: Chart) -> Iterator[tuple[Item, float]]:
    """Explain the badges' shapes that are there."""
    states = {note.state for note in chart.notes}
    for state in get_args(State):
        number = next((note.number for note in chart.notes if note.state == state), 0)
        if state in states:
            mark = badges.badge(number, state, 9, 9)
            message = Message("assumption: {state}", {"state": STATES[state]})
            yield samples.set_beside(
                state, message, chart.language, item(state, mark.figures, (mark.words,)), 19
            )
