"""DOT text for Graphviz and its many friends; every label is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.dots import written

if TYPE_CHECKING:
    from toc.diagrams.picture import Picture

__all__ = ["ENDINGS", "render"]

ENDINGS = ("dot", "gv")
"""How the names of its files end."""


def render(picture: Picture) -> bytes:
    """Write a picture's chart as DOT; it has no places, Graphviz will find some."""
    return written(picture.chart).encode()
