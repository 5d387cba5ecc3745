"""What can be drawn of a text, and what cannot."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from toc.typeface.choice import at_hand
from toc.typeface.letters import INVISIBLE, edges_of

if TYPE_CHECKING:
    from toc.typeface.choice import Fonts

__all__ = ["drawable", "missing"]


def missing(text: str, fonts: Fonts | None = None) -> tuple[str, ...]:
    """Give the characters that no font can draw, each once, in order.

    White space and characters that are drawn as nothing, such as joiners, direction marks
    and variation selectors, count as drawn.

    Args:
        text: what is to be drawn.
        fonts: the fonts that there are; those at hand when None.
    """
    if text.isascii() and text.isprintable():
        return ()
    fonts = at_hand() if fonts is None else fonts
    return tuple(char for char in dict.fromkeys(text) if not fonts.draws(char))


def drawable(text: str, fonts: Fonts | None = None) -> str:
    """Leave out of a text what no font can draw, so that no empty box stands for it.

    With a letter go the marks, joiners and selectors that belong to it, and where that
    leaves two spaces together, one of them.

    >>> drawable("acasă 🏡 la noi")
    'acasă la noi'
    """
    fonts = at_hand() if fonts is None else fonts
    if not missing(text, fonts):
        return text
    letters = (text[start:end] for start, end in pairwise(edges_of(text)))
    kept = "".join(_kept(letter, fonts) for letter in letters)
    return " ".join(word for word in kept.split(" ") if word.strip("".join(INVISIBLE)))


def _kept(letter: str, fonts: Fonts) -> str:
    return "".join(filter(fonts.draws, letter)) if fonts.draws(letter[0]) else ""
