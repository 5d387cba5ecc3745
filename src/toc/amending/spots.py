"""Where in a file a route ends, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.amending.wanting import CannotSayError
from toc.text.places import Block, ends

if TYPE_CHECKING:
    from toc.text.document import Document
    from toc.text.places import Place

__all__ = [
    "BLANK",
    "Spot",
    "inside_last_of",
    "last_of",
    "line_end",
    "line_start",
    "newline_of",
    "spot_of",
]

BLANK = " \t\r\n"
"""What YAML does not read at the end of a text: wider spaces belong to it."""

_BRACES = {"{": "}", "[": "]"}
_MARKS = "&*!"


@dataclass(frozen=True, slots=True)
class Spot:
    """The last thing on the way of a route that is written in a file.

    Attributes:
        text: the whole file.
        place: where it stands.
        key: where its key stands, packed; None for an item of a list and for the whole file.
        depth: how many steps of the route lead there.
        in_braces: whether it stands within braces or brackets.
    """

    text: str
    place: Place
    key: int | None
    depth: int
    in_braces: bool

    @property
    def start(self) -> int:
        """Where it begins."""
        return ends(self.place.span if isinstance(self.place, Block) else self.place)[0]

    @property
    def colon(self) -> int:
        """One past the colon after its key."""
        assert self.key is not None
        return self.text.index(":", ends(self.key)[1]) + 1

    @property
    def is_nothing(self) -> bool:
        """Whether only its key is written."""
        return not isinstance(self.place, Block) and len(set(ends(self.place))) == 1

    @property
    def has_braces(self) -> bool:
        """Whether it is written with braces or brackets of its own."""
        return isinstance(self.place, Block) and self.text[self.start : self.start + 1] in _BRACES

    @property
    def end(self) -> int:
        """Where the last of it ends, without the blanks and comments that follow."""
        return last_of(self.text, self.place, self.start)

    @property
    def indent(self) -> int:
        """How far its key, or the dash before it, is indented."""
        at = self.start - 2 if self.key is None else ends(self.key)[0]
        return max(0, at - line_start(self.text, at))


def spot_of(document: Document, route: tuple[str, ...]) -> Spot:
    """Find how far a route leads in a file.

    Raises:
        CannotSayError: when something on the way is shared by an anchor.
    """
    text, place, key = document.source.text, document.places, None
    spot = Spot(text, place, key, 0, in_braces=False)
    for depth, step in enumerate(route, 1):
        inner = spot.place
        at = int(step) if step.isdecimal() and isinstance(inner, Block) and not inner.keys else step
        if not isinstance(inner, Block) or at not in inner.values:
            break
        within = spot.in_braces or spot.has_braces
        spot = Spot(text, inner.values[at], inner.keys.get(step), depth, within)
        if text[spot.start : spot.start + 1] in tuple(_MARKS) and not spot.is_nothing:
            raise CannotSayError
    return spot


def last_of(text: str, place: Place, least: int) -> int:
    """Give where the last of what is written in a place ends, without what follows it."""
    if not isinstance(place, Block):
        start, end = ends(place)
        return start + len(text[start:end].rstrip(BLANK))
    # Of a block only its beginning is known.
    start = ends(place.span)[0]
    last = inside_last_of(text, place, max(least, start))
    closing = _BRACES.get(text[start : start + 1])
    return text.find(closing, last) + 1 if closing else last


def inside_last_of(text: str, block: Block, least: int) -> int:
    """Give where the last key or value in a block ends, before what closes it."""
    inner = [last_of(text, one, least) for one in block.values.values()]
    keys = [text.find(":", ends(key)[1]) + 1 for key in block.keys.values()]
    return max([least, *inner, *keys])


def line_start(text: str, offset: int) -> int:
    """Give where the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Give where the line of an offset ends, before its line end."""
    found = [at for sign in "\r\n" if (at := text.find(sign, offset)) >= 0]
    return min(found, default=len(text))


def newline_of(text: str) -> str:
    """Give the file's own line end."""
    end = line_end(text, 0)
    if text[end : end + 2] == "\r\n":
        return "\r\n"
    return text[end : end + 1] or "\n"
