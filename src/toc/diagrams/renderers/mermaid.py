"""Mermaid flowchart text for a README or a wiki; labels hold no character with a meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.labels import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.diagrams.chart import Arrow, Box, Chart
    from toc.diagrams.picture import Picture

__all__ = ["ENDINGS", "coded", "render"]

ENDINGS = ("mmd", "mermaid")
"""How the names of its files end."""

_HARMLESS = frozenset(" ,")


def render(picture: Picture) -> bytes:
    """Write a picture's chart as a Mermaid flowchart, one frame per level."""
    return ("\n".join(_lines(picture.chart)) + "\n").encode()


def coded(text: str) -> str:
    """Write everything but letters, digits, spaces and commas as numbered entities.

    >>> coded('a "b" <c>')
    'a #34;b#34; #60;c#62;'
    """
    return "".join(
        char if char.isalnum() or char in _HARMLESS else f"#{ord(char)};" for char in clean(text)
    )


def _lines(chart: Chart) -> Iterator[str]:
    boxes = sorted(chart.boxes, key=lambda box: (box.column, box.lane, box.id.casefold(), box.id))
    names = {box.id: f"n{at}" for at, box in enumerate(boxes)}
    yield "flowchart LR"
    yield f"  accTitle: {coded(chart.title)}"
    for at, column in enumerate(chart.columns):
        yield f'  subgraph c{at}["{coded(column.title)}"]'
        yield from (f"    {_box(names[box.id], box)}" for box in boxes if box.column == at)
        yield "  end"
    for arrow in sorted(chart.arrows, key=lambda arrow: arrow.key):
        yield f"  {_arrow(names, arrow)}"
    yield f"  classDef outside stroke:{palette.SECONDARY},stroke-dasharray:4 3"
    yield f"  classDef goal stroke:{palette.INK},stroke-width:2px,font-weight:bold"


def _box(name: str, box: Box) -> str:
    label = f'"{coded(box.label)}"'
    if box.kind in palette.OUTSIDE:
        return f"{name}[{label}]:::outside"
    if box.kind == "goal":
        return f"{name}({label}):::goal"
    return f"{name}({label})" if box.kind in {"activity", "outcome"} else f"{name}[{label}]"


def _arrow(names: Mapping[str, str], arrow: Arrow) -> str:
    line = "-.->" if arrow.feedback else "-->"
    if arrow.hinders:
        line = "--x"
    said = ", ".join(str(number) for number in arrow.assuming)
    label = f'|"{said}"|' if said else ""
    return f"{names[arrow.cause]} {line}{label} {names[arrow.effect]}"
