"""Tiny fonts for tests: a box for every letter, as wide and as heavy as is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

__all__ = ["ARABIC", "make_font"]

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ"


def make_font(
    file: Path,
    letters: str = ARABIC,
    *,
    advance: int = 500,
    family: str = "Tiny",
    weight: int = 400,
    permission: int = 0,
    features: str = "",
    axes: bool = False,
) -> Path:
    """Write a font.

    Args:
        file: where it is written.
        letters: the characters that it has; their glyphs are called `u` and the number.
        advance: of each of them.
        family: its name.
        weight: 400 is regular, 700 is bold.
        permission: what its maker allows, as the field fsType says it.
        features: ligatures and the like, in the language of feature files.
        axes: whether it is a variable font.
    """
    names = {ord(char): f"u{ord(char):04X}" for char in dict.fromkeys(letters)}
    extra = ["joined"] if "joined" in features else []
    order = [".notdef", "space", *names.values(), *extra]
    builder: Any = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({0x20: "space", **names})
    builder.setupGlyf(
        {name: TTGlyphPen(None).glyph() if name == "space" else _box(advance) for name in order}
    )
    builder.setupHorizontalMetrics(dict.fromkeys(order, (advance, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable(
        {"familyName": family, "styleName": "Bold" if weight > 500 else "Regular", "psName": "Tiny"}
    )
    builder.setupOS2(usWeightClass=weight, fsType=permission, sTypoAscender=800)
    builder.setupPost()
    if axes:
        builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    builder.save(file)
    return file


def _box(advance: int) -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (advance - 50, 700), (advance - 50, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
