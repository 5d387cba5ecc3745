"""PNG for slides and mail, sharp on A3; drawn by resvg from the SVG, with our own fonts."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from toc import typeface
from toc.diagrams.vector import drawn
from toc.errors import MissingExtraError
from toc.words import Message

if TYPE_CHECKING:
    from toc.diagrams.picture import Picture

__all__ = ["ENDINGS", "render", "scale"]

ENDINGS = ("png",)
"""How the names of its files end."""

_DPI = 96
_A3 = 4961
"""Pixels of A3's long side at 300 dots per inch."""

_COARSEST, _FINEST = 2.0, 4.0
_MOST_PIXELS = 64e6


def render(picture: Picture) -> bytes:
    """Draw a picture as a PNG file.

    Raises:
        MissingExtraError: resvg is not installed.
    """
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(
            Message("PNG needs an extra package: pip install 'theory-of-change[png]'")
        ) from error
    scene = picture.scene
    return svg_to_bytes(
        svg_string=drawn(scene, fonts=False),
        background="#ffffff",
        zoom=scale(scene.width, scene.height),
        dpi=_DPI,
        skip_system_fonts=True,
        font_files=[str(typeface.path()), str(typeface.path(bold=True))],
        font_family="Noto Sans",
        sans_serif_family="Noto Sans",
    )


def scale(width: float, height: float) -> float:
    """Give the pixels per unit: 300 dots per inch when the page is printed on A3.

    A small page gets no more than four pixels a unit, a wall of boxes no fewer than two
    unless memory would suffer.
    """
    wanted = _A3 / max(width, height * sqrt(2))
    kind = min(max(wanted, _COARSEST), _FINEST)
    return min(kind, sqrt(_MOST_PIXELS / (width * height)))
