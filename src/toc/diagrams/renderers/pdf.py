"""PDF for paper and for the projector: text as text, our own fonts, told like the SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc import typeface
from toc.diagrams.lettering import drawable
from toc.diagrams.paper import named
from toc.diagrams.printing import bound

if TYPE_CHECKING:
    from toc.diagrams.picture import Picture

__all__ = ["ENDINGS", "render"]

ENDINGS: Final = ("pdf",)
"""How the names of its files end."""


def render(picture: Picture) -> bytes:
    """Print a picture's pages on its paper, a poster on tiles where it asks for them.

    Raises:
        MissingExtraError: typst is not installed.
        UnknownNameError: there is no such paper.
        OutputError: the tiles' paper is not smaller than the poster's; no font has the
            letters of a label, or the maker of one forbids embedding it.
    """
    printing = picture.printing
    tiles = named(printing.tiles) if printing.tiles else None
    typeface.see_to_embedding(picture.chart.fonts.given)
    scenes = [drawable(page.scene)[0] for page in picture.pages]
    return bound(scenes, named(printing.paper), tiles=tiles)
