"""Mermaid flowchart text for a README or a wiki; labels hold no character with a meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.diagrams import palette, telling
from toc.diagrams.labels import clean
from toc.vocabulary import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.diagrams.chart import Arrow, Box, Chart, Note
    from toc.diagrams.picture import Picture

__all__ = ["DIRECTION", "ENDINGS", "coded", "render"]

ENDINGS = ("mmd", "mermaid")
"""How the names of its files end."""

DIRECTION = "LR"
"""Which way the theory runs: "LR", or "BT" for a pathway that grows from the ground."""

_COMMAND = re.compile("direction", re.IGNORECASE)
_HARMLESS = frozenset(" ,")
_LEAST_WIDE = 4
_ROUND = frozenset({"activity", "outcome", "goal"})
_MARKS = {"untested": "", "holding": "✓", "doubtful": "!", "failed": "×"}
_POLARITIES = {"reinforcing": "+", "balancing": "−"}


def render(picture: Picture) -> bytes:
    """Write a picture's chart as a Mermaid flowchart.

    Mermaid knows no level columns, and frames for levels tear its layout apart: so a
    level is told by its tint and by a row of names, and an arrow is as long as the levels
    that it passes.
    """
    return ("\n".join(_lines(picture.chart)) + "\n").encode()


def coded(text: str) -> str:
    """Write everything but letters, digits, spaces and commas as numbered entities.

    Besides, Mermaid takes a whole line for a command where it says “direction TB”, even in
    quotes, and spells its own entities with a ligature: so neither is written as it is.

    >>> coded('a "b" <c>')
    'a #34;b#34; #60;c#62;'
    """
    said = "".join(
        char if char.isalnum() or char in _HARMLESS else f"#{ord(char)};"
        for char in clean(text).replace("ﬂ", "fl")
    )
    return _COMMAND.sub(lambda found: f"#{ord(found[0][0])};{found[0][1:]}", said)


def _quoted(text: str) -> str:
    """Write a label; one that is empty would be a mistake of syntax."""
    return f'"{coded(text) or " "}"'


def _lines(chart: Chart) -> Iterator[str]:
    boxes = _in_order(chart)
    names = {box.id: f"n{at}" for at, box in enumerate(boxes)}
    yield '%%{init: {"flowchart": {"nodeSpacing": 24, "rankSpacing": 56}}}%%'
    yield f"flowchart {DIRECTION}"
    yield from _told(chart)
    for at, column in enumerate(chart.columns):
        yield f"  c{at}[{_quoted(column.title)}]:::level{at}"
    for at in range(len(chart.columns) - 1):
        yield f"  c{at} ~~~ c{at + 1}"
    yield from (f"  {_box(chart, names[box.id], box)}" for box in boxes)
    columns = {box.id: box.column for box in boxes}
    for arrow in sorted(chart.arrows, key=lambda arrow: arrow.key):
        run = columns[arrow.effect] - columns[arrow.cause]
        yield f"  {_arrow(chart, names, arrow, run)}"
    yield from _legend(chart)
    yield from _looks(chart)


def _in_order(chart: Chart) -> Sequence[Box]:
    """Give the boxes level by level, but first those to which feedback leads.

    Mermaid goes along the arrows from the first box on, and turns those around that lead
    back to where it is: in this order it turns feedback, and not what is fed back.
    """
    fed = {arrow.effect for arrow in chart.arrows if arrow.feedback}

    def rank(box: Box) -> tuple[bool, int, int, str, str]:
        late = -box.column if box.id in fed else box.column
        return box.id not in fed, late, box.lane, box.id.casefold(), box.id

    return sorted(chart.boxes, key=rank)


def _told(chart: Chart) -> Iterator[str]:
    """Tell the picture's name and what it is; an empty line would swallow the next one."""
    about = " · ".join(part for part in (clean(chart.title), clean(chart.subtitle)) if part)
    yield from [f"  accTitle: {coded(about)}"] * bool(about)
    yield f"  accDescr: {coded(telling.chart_told(chart, _claims(chart)))}"


def _claims(chart: Chart) -> tuple[str, ...]:
    """Tell every arrow, by cause and effect from left to right."""
    boxes = {box.id: box for box in chart.boxes}

    def rank(arrow: Arrow) -> tuple[int, int, str]:
        return boxes[arrow.cause].column, boxes[arrow.effect].column, arrow.key

    return tuple(
        telling.arrow_told(chart, arrow, boxes) for arrow in sorted(chart.arrows, key=rank)
    )


def _box(chart: Chart, name: str, box: Box) -> str:
    gate = telling.gate_word(box)
    label = _quoted(f"[{gate.say(chart.language)}] {box.label}" if gate else box.label)
    shape = f"({label})" if box.kind in _ROUND else f"[{label}]"
    look = "outside" if box.kind in palette.OUTSIDE else f"level{box.column}"
    return f"{name}{shape}:::{look}"


def _arrow(chart: Chart, names: Mapping[str, str], arrow: Arrow, run: int) -> str:
    """Write an arrow as long as the levels that it passes: each dash more is one level."""
    line = "-.->" if arrow.feedback else f"--{'-' * max(0, run - 1)}{'x' if arrow.hinders else '>'}"
    states = {note.number: note.state for note in chart.notes}
    said = [_number(number, states.get(number, "untested")) for number in arrow.assuming]
    said += [coded(_POLARITIES[arrow.feedback])] if arrow.feedback in _POLARITIES else []
    label = f'|"{", ".join(said)}"|' if said else ""
    return f"{names[arrow.cause]} {line}{label} {names[arrow.effect]}"


def _number(number: int, state: str) -> str:
    return f"{number}{coded(_MARKS[state])}"


def _legend(chart: Chart) -> Iterator[str]:
    """Write every assumption out, in rows that are as wide as the chart.

    A frame around them would be one broad box in the first column.
    """
    wide = max(_LEAST_WIDE, len(chart.columns))
    for start in range(0, len(chart.notes), wide):
        yield f"  {' ~~~ '.join(_note(chart, note) for note in chart.notes[start : start + wide])}"


def _note(chart: Chart, note: Note) -> str:
    state = STATES[note.state].say(chart.language)
    said = f"{_number(note.number, note.state)} {coded(f'· {state} · {note.statement}')}"
    return f'a{note.number}["{said}"]:::note'


def _looks(chart: Chart) -> Iterator[str]:
    """Give each level its tint; what comes from outside is white and dashed."""
    for at, column in enumerate(chart.columns):
        tint = palette.TINTS.get(column.level, palette.RULE)
        said = palette.PAPER if column.level == "goal" else palette.INK
        yield f"  classDef level{at} fill:{tint},stroke:{palette.SECONDARY},color:{said}"
    said = f"stroke:{palette.SECONDARY},stroke-dasharray:4 3,color:{palette.INK}"
    yield f"  classDef outside fill:{palette.PAPER},{said}"
    if chart.notes:
        yield f"  classDef note fill:none,stroke:none,color:{palette.INK}"
