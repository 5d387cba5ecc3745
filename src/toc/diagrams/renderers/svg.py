"""SVG that stands alone: text as text, fonts inside, told in words, no script, no request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.vector import drawn

if TYPE_CHECKING:
    from toc.diagrams.picture import Picture

__all__ = ["ENDINGS", "render"]

ENDINGS = ("svg",)
"""How the names of its files end."""


def render(picture: Picture) -> bytes:
    """Draw a picture as an SVG file with its fonts inside."""
    return drawn(picture.scene).encode()
