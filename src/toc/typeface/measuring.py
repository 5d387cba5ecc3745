"""How wide a text is: its characters' advances, each in the font that draws it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from toc.typeface import bundled
from toc.typeface.choice import at_hand
from toc.typeface.letters import edges_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.typeface.choice import Fonts
    from toc.typeface.given import Font

__all__ = ["advances_of", "runs_of", "width"]


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a text on one line.

    Args:
        text: what is drawn; a line end counts as the space that it is drawn as.
        size: the size of the type; the width comes in the same unit.
        bold: whether it is drawn in bold.

    Returns:
        The sum of the advances.  A character that no font at hand has counts 0.6 of the
        size, a wide one (Chinese, Japanese, Korean, emoji) the whole size.
    """
    return bundled.scaled(sum(advances_of(text, bold=bold)), size)


def advances_of(text: str, *, bold: bool) -> Sequence[int]:
    """Give the advance of each character where it stands, in thousandths of the size.

    What a given font draws is shaped by whole runs, because there a letter's form depends
    on its neighbours; a run ends at a space at the latest.
    """
    table = bundled.advances(bold=bold)
    found = list(map(table.__getitem__, text))
    fonts = at_hand()
    if not fonts.given or text.isascii():
        return found
    from toc.typeface.shaping import shaped  # noqa: PLC0415 - needs the extra

    for font, start, end in runs_of(text, fonts, bold=bold):
        if font is not None:
            found[start:end] = shaped(font, text[start:end])
    return found


def runs_of(text: str, fonts: Fonts, *, bold: bool) -> Iterator[tuple[Font | None, int, int]]:
    """Cut a text where another font begins to draw; None is the bundled one."""
    begun, current = 0, None
    for start, end in pairwise(edges_of(text)):
        font = fonts.drawing(text[start:end], bold=bold)
        if font is not current:
            if start > begun:
                yield current, begun, start
            begun, current = start, font
    if text:
        yield current, begun, len(text)
