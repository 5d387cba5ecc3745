"""How wide a text is when drawn, where its lines break, and what no font can draw.

The bundled typeface has neither kerning nor ligatures, so the width of a text is the sum
of its characters' advances: the boxes of a diagram can be laid out without a browser and
fit in every browser.  A text is measured as written; to measure what is drawn, bring it
to the normal form NFC first, because renderers compose a letter and its mark where the
typeface has both as one.  Scripts that it lacks come from fonts that are given: each
character is drawn by the first font that has it.

```pycon
>>> width("Fără adăpost", 12)
73.332
>>> wrap("Servicii de sprijin pentru locuire", 90, 12)
('Servicii de', 'sprijin pentru', 'locuire')
>>> missing("acasă 🏡")
('🏡',)
>>> [face.script for face in faces("Київ, Ελλάδα")]
['latin', 'greek', 'cyrillic']

```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.typeface.breaking import line_count, wrap
from toc.typeface.bundled import Face, Metrics, faces, metrics, path
from toc.typeface.choice import BUNDLED, Fonts, at_hand, using
from toc.typeface.coverage import drawable, missing
from toc.typeface.given import Font, fonts_of
from toc.typeface.measuring import runs_of, width
from toc.typeface.shaping import part_of, see_to_embedding, see_to_shaping

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "BUNDLED",
    "Face",
    "Font",
    "Fonts",
    "Metrics",
    "at_hand",
    "drawable",
    "faces",
    "files",
    "fonts_of",
    "line_count",
    "metrics",
    "missing",
    "part_of",
    "path",
    "runs_of",
    "see_to_embedding",
    "see_to_shaping",
    "using",
    "width",
    "wrap",
]


def files(fonts: Fonts) -> tuple[Path, ...]:
    """Give the font files that a drawing may need, the bundled ones first."""
    return (path(), path(bold=True), *(font.path for font in fonts.given))
