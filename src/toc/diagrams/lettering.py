"""The letters of a scene: what no font at hand can draw is left out, and is told.

Whoever draws letters once and for all, on paper or in pixels, asks `drawable` before: no
empty box is ever printed.  SVG and HTML keep every letter, because the reader's own
device may have a font for it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, cast

from toc import typeface
from toc.diagrams.nouns import changed, found
from toc.diagrams.scene import Band, Box, Heading, Item, Sign, Words
from toc.errors import OutputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.scene import Scene

__all__ = ["drawable", "labels_of", "lost"]


def lost(scene: Scene) -> tuple[str, ...]:
    """Give the characters of a scene that no font at hand has, each once."""
    return typeface.missing("".join(words.text for words in found(scene, Words)))


def drawable(scene: Scene) -> tuple[Scene, tuple[str, ...]]:
    """Leave out of a scene what no font at hand can draw.

    Returns:
        The scene, and the characters that are gone from it.

    Raises:
        OutputError: a whole label would be gone.
    """
    gone = lost(scene)
    if not gone:
        return scene, ()
    for label in labels_of(scene):
        said = " ".join(words.text for words in label)
        if said.strip() and not typeface.drawable(said).strip():
            raise OutputError(
                Message(
                    "no font at hand can draw “{label}”: name one that can with --font",
                    {"label": said},
                )
            )
    return changed(scene, _drawable), gone


def _drawable(noun: Any) -> Any:
    return replace(noun, text=typeface.drawable(noun.text)) if isinstance(noun, Words) else noun


def labels_of(scene: Scene) -> Iterator[Sequence[Words]]:
    """Give the lines of one look that stand together, as they are read."""
    nouns = chain.from_iterable(found(scene, noun) for noun in (Item, Band, Heading, Box, Sign))
    for one in cast("Iterator[Item | Band | Heading | Box | Sign]", nouns):
        for _, lines in groupby(one.lines, lambda line: (line.size, line.bold, line.colour)):
            yield tuple(lines)
