"""PDF for paper and for the projector: text as text, our own fonts, told like the SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.diagrams.paper import PAPERS
from toc.diagrams.printing import bound

if TYPE_CHECKING:
    from toc.diagrams.picture import Picture

__all__ = ["ENDINGS", "render"]

ENDINGS: Final = ("pdf",)
"""How the names of its files end."""


def render(picture: Picture) -> bytes:
    """Print a picture on A3.

    Raises:
        MissingExtraError: typst is not installed.
    """
    return bound((picture.scene,), PAPERS["A3"])
