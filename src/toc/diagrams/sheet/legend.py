"""The legend: every sign that stands on this sheet, and none that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from toc.diagrams import badges, palette
from toc.diagrams.chart import State
from toc.diagrams.curves import rectangle
from toc.diagrams.layout import Route
from toc.diagrams.scene import Figure, Item, rounded
from toc.diagrams.sheet import drawing
from toc.diagrams.sheet.setting import Type, item, measured, paragraph, shifted_item
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.chart import Chart

__all__ = ["height", "legend"]

_TYPE = Type(9.0)
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
    return [*_lines(chart), *_outside(chart), *_gates(chart), *_states(chart)]


def _keyed(
    name: str, message: Message, language: str, mark: Item, room: float
) -> tuple[Item, float]:
    text = message.say(language)
    words = paragraph([text], room + 6, 4.4, _TYPE)
    wide = room + 6 + measured(text, _TYPE)
    return item(name, mark.figures, (*mark.lines, *words)), wide


def _lines(chart: Chart) -> Iterator[tuple[Item, float]]:
    """Explain the arrows that are there."""
    usual = any(not arrow.hinders and not arrow.feedback for arrow in chart.arrows)
    if usual:
        yield _keyed("leads", Message("leads to"), chart.language, _line(), 30)
    if any(arrow.feedback for arrow in chart.arrows):
        yield _keyed(
            "feedback", Message("feeds back to"), chart.language, _line(dash=(5.0, 3.0)), 30
        )
    if any(arrow.hinders for arrow in chart.arrows):
        yield _keyed(
            "hinders", Message("stands in the way of"), chart.language, _line(hinders=True), 30
        )


def _line(*, dash: tuple[float, ...] = (), hinders: bool = False) -> Item:
    route = Route((("M", (0.0, 9.0)), ("L", (30 - palette.HEAD, 9.0))), (30.0, 9.0))
    colour = palette.HINDRANCE if hinders else palette.ARROW
    return item(
        "line",
        [Figure(route.path, "", colour, palette.LINE, dash), drawing.head(route, hinders=hinders)],
    )


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
            mark = drawing.sign(kind, 21, 4.5)
            yield _keyed(kind, message, chart.language, item(kind, [dashed, *mark.figures]), 28)


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
            drawn = drawing.pill(mark.say(chart.language), 0, 9)
            wide = measured(mark.say(chart.language), drawing.PILL) + 10
            yield _keyed(gate, meaning, chart.language, drawn, rounded(wide))


def _states(chart: Chart) -> Iterator[tuple[Item, float]]:
    """Explain the badges' shapes that are there."""
    states = {note.state for note in chart.notes}
    for state in get_args(State):
        number = next((note.number for note in chart.notes if note.state == state), 0)
        if state in states:
            mark = badges.badge(number, state, 9, 9)
            message = Message("assumption: {state}", {"state": STATES[state]})
            yield _keyed(
                state, message, chart.language, item(state, mark.figures, (mark.words,)), 19
            )
