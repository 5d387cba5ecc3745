"""Where the lines of a text end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from toc.typeface.bundled import scaled
from toc.typeface.choice import at_hand
from toc.typeface.letters import edges_of
from toc.typeface.measuring import advances_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.typeface.choice import Fonts

__all__ = ["line_count", "wrap"]

_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_BREAK_AFTER = frozenset("-/_.@\u2013")
_ONE = 2
"""A single letter has two edges."""


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into the fewest lines that fit, all about equally long.

    Lines end at spaces.  A word that is wider than a whole line also ends one after
    `-`, `/`, `_`, `.`, `@` and an en dash, and a part of it that is still wider anywhere
    between two letters, but never between a letter and its marks.

    Args:
        text: what is drawn; line ends and runs of spaces count as one space.
        width: the room that a line has, in the unit of the size.
        size: the size of the type.
        bold: whether it is drawn in bold.

    Returns:
        The lines, none of them wider than the room unless it is a single letter; nothing
        for an empty text.
    """
    measured = _measured(_SPACES.sub(" ", text).strip(" "), bold, at_hand())
    room = aim = _room(measured.edges[-1], width, size)
    lines = _broken(measured, aim)
    # A word of a given font that is broken inside may have wider shapes at its new ends.
    while aim and at_hand().given and _overflow(lines, room, bold=bold):
        aim = aim * 15 // 16
        lines = _broken(measured, aim)
    return lines


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Count the lines of `wrap`, for much less than breaking them evenly costs."""
    if at_hand().given:
        return len(wrap(text, width, size, bold=bold))
    measured = _measured(_SPACES.sub(" ", text).strip(" "), bold, at_hand())
    room = _room(measured.edges[-1], width, size)
    pieces = list(_pieces(measured, room))
    starts = [measured.edges[start] for start, _ in pieces]
    return len(_fill(starts, [measured.edges[end] for _, end in pieces], room))


class _Measured(NamedTuple):
    """What of a text does not depend on the room: a layout tries many rooms.

    Attributes:
        text: with its spaces folded.
        edges: its width up to each offset.
        words: the offsets where the letters of each word meet.
    """

    text: str
    edges: tuple[int, ...]
    words: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=2048)
def _measured(text: str, bold: bool, _fonts: Fonts) -> _Measured:  # noqa: FBT001 - a key
    edges = (0, *accumulate(advances_of(text, bold=bold)))
    return _Measured(text, edges, tuple(map(tuple, _words(text))))


def _overflow(lines: Sequence[str], room: int, *, bold: bool) -> bool:
    return any(
        sum(advances_of(line, bold=bold)) > room and len(edges_of(line)) > _ONE for line in lines
    )


def _broken(measured: _Measured, room: int) -> tuple[str, ...]:
    text, edges, _ = measured
    pieces = list(_pieces(measured, room))
    starts = [edges[start] for start, _ in pieces]
    ends = [edges[end] for _, end in pieces]
    fewest = len(_fill(starts, ends, room))
    # The narrower the room the more lines, so the first room that is wide enough is sought.
    snug = bisect_left(range(room), -fewest, key=lambda narrow: -len(_fill(starts, ends, narrow)))
    heads = [*_fill(starts, ends, snug), len(pieces)]
    return tuple(text[pieces[head][0] : pieces[after - 1][1]] for head, after in pairwise(heads))


def _room(total: int, width: float, size: float) -> int:
    """Give the most units that measure no more than a width, at most the total."""
    # Sought with the very function that measures, so that no rounding lets a line overflow.
    fitting = bisect_right(range(total + 1), width, key=lambda units: scaled(units, size))
    return max(0, fitting - 1)


def _pieces(measured: _Measured, room: int) -> Iterator[tuple[int, int]]:
    """Give what stays together on a line, as offsets into the text."""
    text, edges, words = measured
    for word in words:
        if edges[word[-1]] - edges[word[0]] <= room:
            yield word[0], word[-1]
            continue
        for part in _parts(text, word):
            fits = edges[part[-1]] - edges[part[0]] <= room
            yield from [(part[0], part[-1])] if fits else pairwise(part)


def _words(text: str) -> Iterator[list[int]]:
    """Give the words between spaces, each as the offsets where its letters meet."""
    word: list[int] = []
    for start, end in pairwise(edges_of(text)):
        if text[start:end] != " ":
            word = word or [start]
            word.append(end)
        elif word:
            yield word
            word = []
    if word:
        yield word


def _parts(text: str, word: Sequence[int]) -> Iterator[list[int]]:
    """Give the parts of a word, each but the last ending in signs that a line may end with."""
    part, before = [word[0]], ""
    for start, end in pairwise(word):
        if before in _BREAK_AFTER and text[start] not in _BREAK_AFTER:
            yield part
            part = [start]
        part.append(end)
        before = text[start]
    yield part


def _fill(starts: Sequence[int], ends: Sequence[int], room: int) -> list[int]:
    """Fill lines of a width one after the other; give the first piece of each."""
    heads: list[int] = []
    piece = 0
    while piece < len(starts):
        heads.append(piece)
        piece = max(piece + 1, bisect_right(ends, starts[piece] + room, lo=piece))
    return heads
