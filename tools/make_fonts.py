"""Make the bundled typeface from the two full fonts of Noto Sans.

```console
python tools/make_fonts.py NotoSans-Regular.ttf NotoSans-Bold.ttf
```

Signs that Noto Sans has not, arrows and signs of comparison, are taken from its sister
fonts, which are looked for beside it.

Written are, for each weight, a TTF file for rendering to PNG and three WOFF2 files for
embedding in SVG; and for both together a table of advances, with which a text is
measured without any font library.  The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
from itertools import chain, product
from pathlib import Path
from typing import Any, TypeAlias

from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import flagOverlapSimple

Font: TypeAlias = Any
"""An opened font; fontTools gives no types to what is in its tables."""

FOLDER = Path(__file__).resolve().parent.parent / "src" / "toc" / "typeface" / "fonts"

MARKS = range(0x300, 0x370)
GREEK = range(0x370, 0x400)
CYRILLIC = range(0x400, 0x530)
LATIN = (
    range(0x20, 0x7F),
    range(0xA0, 0xAD),
    range(0xAE, 0x250),
    range(0x2B9, 0x2E0),
    MARKS,
    range(0x1E00, 0x1F00),
    range(0x2000, 0x200B),
    range(0x2010, 0x2028),
    range(0x202F, 0x203B),
    range(0x2044, 0x2045),
    range(0x2070, 0x2090),
    range(0x20A0, 0x20C0),
    range(0x2116, 0x2117),
    range(0x2122, 0x2123),
    tuple(map(ord, "←↑→↓↔↕⇐⇒⇔−∞≈≠≤≥✓✗")),
)
SISTERS = {"NotoSansMath-Regular": "←↑→↓↔↕⇐⇒⇔−∞≈≠≤≥", "NotoSansSymbols2-Regular": "✓✗"}
"""Signs that authors write and Noto Sans has not, by the font that lends them."""

HEAVIER = 28
"""How much further, in thousandths, the outline of a bold sign reaches in all directions."""

BLOCKS = {"latin": LATIN, "greek": (GREEK, MARKS), "cyrillic": (CYRILLIC, MARKS)}
"""What each WOFF2 file holds.

The combining marks are in all of them: a browser draws a letter and its mark together
only if it finds both in one file.
"""


def main() -> None:
    """Write all files into the folder of the package, or into `--into`."""
    parser = argparse.ArgumentParser(description="Make the bundled typeface from the full fonts.")
    parser.add_argument("regular", type=Path, help="the full NotoSans-Regular.ttf")
    parser.add_argument("bold", type=Path, help="the full NotoSans-Bold.ttf")
    parser.add_argument("--into", type=Path, default=FOLDER, help="the folder to write into")
    call = parser.parse_args()
    cut = {
        "regular": write_weight(call.regular, call.into),
        "bold": write_weight(call.bold, call.into),
    }
    table = json.dumps(advances(**cut), separators=(",", ":"))
    (call.into / "advances.json").write_text(table + "\n", encoding="ascii", newline="\n")


def write_weight(full: Path, folder: Path) -> Path:
    """Write one weight's TTF file and its three WOFF2 files.

    Args:
        full: the full font.
        folder: where the files go, named after the font.

    Returns:
        The TTF file.
    """
    name = full.name.removesuffix(".ttf")
    target = folder / f"{name}.ttf"
    everything = set(chain.from_iterable(chain.from_iterable(BLOCKS.values())))
    write_subset(full, everything, target)
    lend(target, full)
    for script, ranges in BLOCKS.items():
        write_subset(target, set(chain.from_iterable(ranges)), folder / f"{name}.{script}.woff2")
    return target


def write_subset(font_file: Path, codepoints: set[int], target: Path) -> None:
    """Write the part of a font that draws these codepoints, in the format of the target's name."""
    font: Font = TTFont(font_file, recalcTimestamp=False)
    subsetter: Any = Subsetter(plain_options())
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    # The time of this run would make every run another file.
    font["head"].modified = font["head"].created
    font.flavor = "woff2" if target.suffix == ".woff2" else None
    font.save(target)


def lend(target: Path, full: Path) -> None:
    """Put the sisters' signs into a font file; the sisters have no bold of their own."""
    font: Font = TTFont(target, recalcTimestamp=False)
    for name, signs in SISTERS.items():
        sister: Font = TTFont(full.with_name(f"{name}.ttf"))
        assert sister["head"].unitsPerEm == font["head"].unitsPerEm
        for sign in signs:
            # Ticks and crosses are heavy already.
            light = full.stem.endswith("-Bold") and sign not in "✓✗"
            put(font, ord(sign), sister, heavier=HEAVIER if light else 0)
    font.save(target)


def put(font: Font, codepoint: int, sister: Font, *, heavier: int) -> None:
    """Put one glyph of another font into a font, as plain outlines.

    It is made heavier by drawing it several times, a little apart: outlines that overlap
    are filled as one.
    """
    name, glyphs = f"uni{codepoint:04X}", sister.getGlyphSet()
    lent = glyphs[sister.getBestCmap()[codepoint]]
    pen = TTGlyphPen(None)
    for x, y in sorted(set(product((-heavier, 0, heavier), repeat=2))):
        lent.draw(DecomposingFilterPen(TransformPen(pen, (1, 0, 0, 1, x, y)), glyphs))
    # With the glyph comes its place in the order of the font.
    font["glyf"][name] = outline = pen.glyph()
    outline.recalcBounds(font["glyf"])
    if heavier:
        outline.flags[0] |= flagOverlapSimple
    font["hmtx"][name] = (round(lent.width), outline.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[codepoint] = name


def plain_options() -> Options:
    """Give the options that leave outlines, advances and names, and no layout.

    Without kerning and ligatures the width of a text is exactly the sum of its advances.
    The names stay whole because they carry the copyright and the licence.
    """
    options: Any = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "DSIG"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    return options


def advances(regular: Path, bold: Path) -> dict[str, object]:
    """Give what is needed to measure text: the advances of both weights and four heights."""
    font: Font = TTFont(regular)
    return {
        "units_per_em": font["head"].unitsPerEm,
        "ascender": font["hhea"].ascent,
        "descender": font["hhea"].descent,
        "cap_height": font["OS/2"].sCapHeight,
        "x_height": font["OS/2"].sxHeight,
        "regular": runs(font),
        "bold": runs(TTFont(bold)),
    }


def runs(font: Font) -> dict[str, list[int]]:
    """Give the advances of consecutive codepoints, by the run's first codepoint in hexadecimal."""
    glyphs: dict[int, str] = font.getBestCmap()
    found: dict[str, list[int]] = {}
    run: list[int] = []
    for codepoint in sorted(glyphs):
        if codepoint - 1 not in glyphs:
            run = found[f"{codepoint:x}"] = []
        run.append(font["hmtx"][glyphs[codepoint]][0])
    return found


if __name__ == "__main__":
    main()
