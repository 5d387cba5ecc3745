"""The state of what each arrow rests on: the weakest of its assumptions decides."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.overlay import Key, Overlay, Stroke
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.diagrams.chart import Arrow
    from toc.diagrams.laying import Case

ABOUT = Message("how far what the arrows rest on is known to hold")

_WEAKEST_FIRST = ("failed", "doubtful", "untested", "holding")
_NOTHING = ""

_STROKES: Mapping[str, Stroke] = {
    "failed": Stroke(palette.STATE_EDGE["failed"], 3.0, (2.6, 2.6)),
    "doubtful": Stroke(palette.STATE_EDGE["doubtful"], 2.4, (9.0, 3.0)),
    "untested": Stroke(palette.INK, 1.3),
    "holding": Stroke(palette.STATE_EDGE["holding"], 2.6),
    _NOTHING: Stroke(palette.SECONDARY, 1.0, palette.DOTTED),
}


def lay(case: Case) -> Overlay:
    """Draw each arrow as its weakest assumption stands."""
    weakest = {arrow.key: _weakest(case, arrow) for arrow in case.chart.arrows}
    return Overlay(
        "assumptions",
        Message("What the arrows rest on"),
        arrows={key: _stroke(state) for key, state in weakest.items()},
        keys=tuple(_keys(Counter(weakest.values()))),
    )


def _weakest(case: Case, arrow: Arrow) -> str:
    """Give the weakest state that an arrow shows, or has where its badges are on other sheets."""
    states = {note.number: str(note.state) for note in case.chart.notes}
    found = {states[number] for number in arrow.assuming if number in states}
    if not arrow.assuming:
        found = _hidden(case, arrow)
    return next((state for state in _WEAKEST_FIRST if state in found), _NOTHING)


def _hidden(case: Case, arrow: Arrow) -> set[str]:
    """Give the states of what an arrow's links rest on, as an overview does not show them."""
    states = {name.lower(): one.status for name, one in case.strategy.assumptions.items()}
    links = (case.links[key].link for key in arrow.folded or (arrow.key,) if key in case.links)
    names = {name.lower() for link in links for name in link.assuming}
    return {states[name] or "untested" for name in names if name in states}


def _stroke(state: str) -> Stroke:
    usual = _STROKES[state]
    return Stroke(usual.colour, usual.width, usual.dash, told=_told(state))


def _told(state: str) -> Message:
    if not state:
        return Message("rests on no assumption")
    return Message("its weakest assumption: {state}", {"state": STATES[state]})


def _keys(count: Counter[str]) -> Iterator[Key]:
    """Explain what is there, and say how often."""
    for state, stroke in _STROKES.items():
        if count[state]:
            arrows = Message("{count} arrow", {"count": count[state]}, plural="{count} arrows")
            words = Message("{told} ({more})", {"told": _told(state), "more": arrows})
            yield Key(words, stroke)
