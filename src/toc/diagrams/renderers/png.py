"""PNG for slides and mail, sharp on A3; drawn by resvg from the SVG, with our own fonts."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING, Any

from toc import typeface
from toc.diagrams.labels import runs
from toc.diagrams.lettering import drawable
from toc.diagrams.nouns import changed
from toc.diagrams.scene import OPPOSITE, Words
from toc.diagrams.vector import ISOLATES, drawn
from toc.errors import MissingExtraError
from toc.words import Message

if TYPE_CHECKING:
    from toc.diagrams.picture import Picture
    from toc.diagrams.scene import Scene

__all__ = ["ENDINGS", "pixels", "render", "scale"]

ENDINGS = ("png",)
"""How the names of its files end."""

_DPI = 96
_A3 = 4961
"""Pixels of A3's long side at 300 dots per inch."""

_COARSEST, _FINEST = 2.0, 4.0
_MOST_PIXELS = 64e6
_TO_THE_RIGHT, _TO_THE_LEFT = ISOLATES
_ENOUGH = "\u2069"
"""Unicode's marks around a stretch that runs one way, whatever is around it."""


def render(picture: Picture) -> bytes:
    """Draw a picture as a PNG file.

    Raises:
        MissingExtraError: resvg is not installed.
        OutputError: no font has the letters of a label.
    """
    return pixels(picture.scene)


def pixels(scene: Scene) -> bytes:
    """Draw a scene as a PNG file.

    Raises:
        MissingExtraError: resvg is not installed.
        OutputError: no font has the letters of a label.
    """
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(
            Message("PNG needs an extra package: pip install 'theory-of-change[png]'")
        ) from error
    scene, _ = drawable(scene)
    return svg_to_bytes(
        svg_string=drawn(changed(scene, _unturned), fonts=False),
        background="#ffffff",
        zoom=scale(scene.width, scene.height),
        dpi=_DPI,
        skip_system_fonts=True,
        font_files=[str(file) for file in typeface.files(typeface.at_hand())],
        font_family="Noto Sans",
        sans_serif_family="Noto Sans",
    )


def _unturned(noun: Any) -> Any:
    """Let a line say itself in which direction it runs: resvg is told by nothing else."""
    if not isinstance(noun, Words) or (noun.rightward and noun.text.isascii()):
        return noun
    if noun.rightward:
        return replace(noun, text=f"{_TO_THE_RIGHT}{_parted(noun)}{_ENOUGH}")
    said = f"{_TO_THE_LEFT}{noun.text}{_ENOUGH}"
    return replace(noun, text=said, anchor=OPPOSITE[noun.anchor], rightward=True)


def _parted(line: Words) -> str:
    """Set apart what another font draws: resvg shapes a stretch by the script it begins with.

    What runs to the left is a stretch of its own anyway, with all its words in their order.
    """
    stretches = typeface.runs_of(line.text, typeface.at_hand(), bold=line.bold)
    pieces = ((font, line.text[start:end]) for font, start, end in stretches)
    return "".join(
        f"{_TO_THE_RIGHT}{piece}{_ENOUGH}" if font and runs(piece, usually=True) else piece
        for font, piece in pieces
    )


def scale(width: float, height: float) -> float:
    """Give the pixels per unit: 300 dots per inch when the page is printed on A3.

    A small page gets no more than four pixels a unit, a wall of boxes no fewer than two
    unless memory would suffer.
    """
    wanted = _A3 / max(width, height * sqrt(2))
    kind = min(max(wanted, _COARSEST), _FINEST)
    return min(kind, sqrt(_MOST_PIXELS / (width * height)))
