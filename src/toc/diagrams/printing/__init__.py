"""Printing: scenes bound into one PDF, a page each, or cut into tiles to be glued.

The way is scene → leaf → typst's text → PDF.  A leaf says what stands where on which
paper; tiles are leaves too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.printing.leaf import projected, whole
from toc.diagrams.printing.press import printed
from toc.diagrams.printing.tiles import tiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.paper import Paper
    from toc.diagrams.scene import Scene

__all__ = ["bound"]


def bound(scenes: Sequence[Scene], paper: Paper, *, tiles: Paper | None = None) -> bytes:
    """Print scenes into one PDF, each as large as the paper allows.

    Args:
        scenes: one or more, in the order of the pages.
        paper: what each of them fills; it is turned as the scene lies.
        tiles: a smaller paper to cut each of them to, with a page before that shows
            how the tiles lie.

    Returns:
        The file: PDF/UA-1 where the typeface has every letter, otherwise a tagged PDF;
        the same bytes for the same scenes.

    Raises:
        MissingExtraError: typst is not installed.
        OutputError: the tiles' paper is not smaller than the whole.
    """
    if not paper.turns and not tiles:
        return printed(projected(scenes, paper))
    leaves = [
        leaf
        for scene in scenes
        for leaf in (tiled(scene, paper, tiles) if tiles else (whole(scene, paper),))
    ]
    return printed(leaves)
