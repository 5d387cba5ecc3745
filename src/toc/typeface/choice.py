"""Which fonts a drawing uses: the bundled one, and the given ones after it.

Every measure of a drawing depends on its fonts, as every sum of decimals depends on their
precision: they are at hand while it is made, and no function passes them on.  A chart
names them, and `Picture` lays them ready.

>>> at_hand()
Fonts(given=())
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.typeface import bundled
from toc.typeface.letters import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.typeface.given import Font

__all__ = ["BUNDLED", "Fonts", "at_hand", "using"]


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a drawing; the bundled one comes before all of them.

    Attributes:
        given: the others, in the order in which they are asked for a letter.
    """

    given: tuple[Font, ...] = ()

    def draws(self, char: str) -> bool:
        """Tell whether some font has a character, or it is drawn as nothing by every font."""
        if char in bundled.advances(bold=False) or char in INVISIBLE or char.isspace():
            return True
        return any(ord(char) in font.letters for font in self.given)

    def drawing(self, letter: str, *, bold: bool) -> Font | None:
        """Give the font that draws a letter with its marks; None is the bundled one.

        The first font that has the letter draws it, one of the weight before others.
        """
        base, own = letter[0], bundled.advances(bold=bold)
        if base in own or base.isspace() or base in INVISIBLE:
            return None
        having = [font for font in self.given if ord(base) in font.letters]
        return min(having, key=lambda font: font.bold is not bold, default=None)

    def shares(self, text: str, *, bold: bool) -> Iterator[tuple[Font, str]]:
        """Give the given fonts that draw something of a text, each with the characters.

        Joiners and direction marks go to every font that has them: they shape its letters.
        """
        chars = sorted(set(text)) if self.given else []
        drawing = {char: self.drawing(char, bold=bold) for char in chars}
        for font in self.given:
            if font in drawing.values():
                shared = (
                    char for char in INVISIBLE.intersection(chars) if ord(char) in font.letters
                )
                own = (char for char in chars if drawing[char] == font)
                yield font, "".join(sorted({*own, *shared}))

    @property
    def families(self) -> tuple[str, ...]:
        """The names of the given fonts' families, each once."""
        return tuple(dict.fromkeys(font.family for font in self.given))


BUNDLED = Fonts()
"""No other font than the bundled one."""

_AT_HAND: ContextVar[Fonts] = ContextVar("fonts", default=BUNDLED)


def at_hand() -> Fonts:
    """Give the fonts of the drawing that is being made."""
    return _AT_HAND.get()


@contextmanager
def using(fonts: Fonts) -> Iterator[None]:
    """Lay a drawing's fonts ready while it is made."""
    before = _AT_HAND.set(fonts)
    try:
        yield
    finally:
        _AT_HAND.reset(before)
