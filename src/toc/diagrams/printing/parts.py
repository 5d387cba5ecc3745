"""A scene's parts in the order in which they are drawn and told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.diagrams import palette
from toc.diagrams.scene import Figure
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.diagrams.scene import Arrow, Box, Heading, Item, Scene, Words

__all__ = ["Part", "Role", "parts"]

Role: TypeAlias = Literal["text", "title", "level", "told", "silent"]
"""Read as it stands, as a heading of the first or second rank, by other words, not at all."""

_HEADS = frozenset({"title", "code"})


@dataclass(frozen=True, slots=True)
class Part:
    """Figures and words that are told as one.

    Attributes:
        role: how it is told.
        figures: undermost first.
        lines: above the figures.
        told: the words that stand for it.
    """

    role: Role
    figures: tuple[Figure, ...]
    lines: tuple[Words, ...] = ()
    told: str = ""


def parts(scene: Scene) -> Iterator[Part]:
    """Take a scene apart: grounds, title and lanes, level by level, then table and legend."""
    heads = (piece for piece in scene.furniture if piece.name in _HEADS)
    others = (piece for piece in scene.furniture if piece.name not in _HEADS)
    yield from (Part("silent", (band.ground,)) for band in scene.bands)
    yield from (Part("silent", heading.figures) for heading in scene.headings)
    for piece in heads:
        yield from _head(piece, scene.language)
    yield from (Part("text", (), band.lines) for band in scene.bands)
    yield from _levels(scene)
    yield from (Part("silent", badge.figures, (badge.words,)) for badge in scene.badges)
    yield from (Part("silent", sign.figures, sign.lines) for sign in scene.signs)
    yield from (Part("text", piece.figures, piece.lines) for piece in others)


def _head(piece: Item, language: str) -> Iterator[Part]:
    """Tell the title as what it is, and the code in words: nobody hears its squares."""
    if piece.name == "title":
        yield from _headed("title", piece.figures, piece.lines)
    else:
        told = Message("QR code: it leads to where the strategy can be read").say(language)
        yield Part("told", piece.figures, piece.lines, told)


def _levels(scene: Scene) -> Iterator[Part]:
    """Give every level: its heading, its boxes, and after each box the arrows that leave it."""
    leaving: defaultdict[str, list[Arrow]] = defaultdict(list)
    for arrow in scene.arrows:
        leaving[arrow.cause].append(arrow)
    boxes: defaultdict[int, list[Box]] = defaultdict(list)
    for box in scene.boxes:
        boxes[box.column].append(box)
    headings = _headings(scene, boxes)
    for column in sorted({*boxes, *headings}):
        for heading in headings.get(column, ()):
            yield from _headed("level", (), heading.lines)
        for box in boxes[column]:
            yield _box(box)
            yield from map(_arrow, leaving[box.id])


def _headings(scene: Scene, boxes: Mapping[int, Sequence[Box]]) -> dict[int, list[Heading]]:
    """Give each column its heading: the same in number, or the nearest where some have none."""
    if len(scene.headings) > max(boxes, default=-1):
        return {at: [heading] for at, heading in enumerate(scene.headings)}
    found: defaultdict[int, list[Heading]] = defaultdict(list)
    for heading in scene.headings:
        found[min(boxes, key=lambda at: abs(boxes[at][0].x - heading.x))].append(heading)
    return found


def _headed(role: Role, figures: tuple[Figure, ...], lines: tuple[Words, ...]) -> Iterator[Part]:
    """Tell a heading's first lines, which are bold, from what explains it."""
    head = tuple(line for line in lines if line.bold and line.text.strip())
    rest = tuple(line for line in lines if not line.bold)
    if figures or head:
        yield Part(role if head else "text", figures, head)
    if rest:
        yield Part("text", (), rest)


def _box(box: Box) -> Part:
    figures = chain.from_iterable(mark.figures for mark in box.marks)
    lines = chain.from_iterable(mark.lines for mark in box.marks)
    return Part("told", (box.outline, *box.ground, *figures), (*box.lines, *lines), box.told)


def _arrow(arrow: Arrow) -> Part:
    """Draw the white casing first, so that crossings can be read."""
    casing = Figure(arrow.line.path, "", palette.PAPER, palette.CASING)
    return Part("told", (casing, arrow.line, arrow.head), (), arrow.told)
