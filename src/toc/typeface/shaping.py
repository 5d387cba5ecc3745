"""Given fonts through HarfBuzz: how wide a run is when it is shaped, and parts to embed.

The same library shapes text in the common browsers, so that a box is as wide as its label
there too.  It is an extra: only who gives a font needs it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from toc.errors import InputError, MissingExtraError, OutputError
from toc.typeface.bundled import EM
from toc.typeface.letters import INVISIBLE
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.typeface.choice import Fonts
    from toc.typeface.given import Font

__all__ = ["part_of", "see_to_embedding", "see_to_shaping", "shaped"]

_HarfBuzz: TypeAlias = Any
"""The library, whose types are those of compiled code."""

_NAMES_KEPT = range(15)
"""Copyright, family, trademark, maker, licence and its address."""


@lru_cache(maxsize=8192)
def shaped(font: Font, run: str) -> tuple[int, ...]:
    """Give the advance of each character of a run, in thousandths of the size.

    Where several characters make one shape, the first of them has the whole advance.

    Raises:
        MissingExtraError: HarfBuzz is not installed.
        InputError: HarfBuzz can do nothing with the font.
    """
    library = _harfbuzz()
    buffer = library.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    opened, scale = _opened(font)
    library.shape(opened, buffer)
    found = [0] * len(run)
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        found[glyph.cluster] += round(place.x_advance * EM / scale)
    return tuple(max(0, advance) for advance in found)


def see_to_shaping(fonts: Fonts) -> None:
    """See to it that text can be shaped, before a drawing is begun.

    Raises:
        MissingExtraError: a font is given, and HarfBuzz is not installed.
        InputError: HarfBuzz can do nothing with one of the fonts.
    """
    for font in fonts.given:
        _opened(font)


def see_to_embedding(fonts: Iterable[Font]) -> None:
    """See to it that a drawing may hold these fonts.

    Raises:
        OutputError: the maker of one forbids it.
    """
    for font in fonts:
        if not font.may_be_embedded:
            raise OutputError(
                Message(
                    "the maker of the font {path} forbids embedding it: "
                    "draw a PNG, or give another font",
                    {"path": str(font.path)},
                )
            )


@lru_cache(maxsize=64)
def part_of(font: Font, text: str) -> bytes:
    """Give the part of a font that draws a text, as a font file; the same bytes every time.

    Raises:
        OutputError: the font's maker forbids embedding it, or it cannot be parted.
        MissingExtraError: HarfBuzz is not installed.
    """
    see_to_embedding([font])
    if not font.may_be_parted:
        return font.content
    library = _harfbuzz()
    wanted = library.SubsetInput()
    wanted.flags = library.SubsetFlags.NO_HINTING
    wanted.unicode_set.update(sorted({ord(char) for char in {*text, *INVISIBLE}} & font.letters))
    wanted.name_id_set.update(_NAMES_KEPT)
    try:
        return bytes(library.subset(library.Face(library.Blob(font.content)), wanted).blob.data)
    except RuntimeError as error:
        raise OutputError(
            Message(
                "no part can be taken out of the font {path}: give another font",
                {"path": str(font.path)},
            )
        ) from error


@lru_cache(maxsize=32)
def _opened(font: Font) -> tuple[Any, int]:
    library = _harfbuzz()
    face = library.Face(library.Blob(font.content))
    if not face.glyph_count or not face.upem:
        raise InputError(
            Message("the font {path} is damaged: fetch the file again", {"path": str(font.path)})
        )
    return library.Font(face), int(face.upem)


def _harfbuzz() -> _HarfBuzz:
    try:
        import uharfbuzz  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(
            Message("--font needs an extra package: pip install 'theory-of-change[fonts]'")
        ) from error
    return uharfbuzz
