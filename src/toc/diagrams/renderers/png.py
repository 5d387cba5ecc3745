"""PNG for slides and mail, sharp on A3; drawn by resvg from the SVG, with our own fonts."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from toc.diagrams import typeface
from toc.diagrams.renderers.svg import drawn
from toc.errors import MissingExtraError
from toc.words import Message

if TYPE_CHECKING:
    from toc.diagrams.picture import Picture

__all__ = ["render", "scale"]

_DPI = 96
_SHARP = 2.75
"""Pixels per unit: about 250 dots per inch where a unit is 0.8 pt, as on A3."""

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
    """Give the pixels per unit: sharp on A3, and less only where memory would suffer."""
    return min(_SHARP, sqrt(_MOST_PIXELS / (width * height)))
