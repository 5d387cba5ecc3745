"""HTML: the interactive picture, one file that needs no network and tells all without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.web import page

if TYPE_CHECKING:
    from toc.diagrams.picture import Picture

__all__ = ["ENDINGS", "render"]

ENDINGS = ("html",)
"""How the names of its files end."""


def render(picture: Picture) -> bytes:
    """Write a picture as an interactive page."""
    return page(picture).encode()
