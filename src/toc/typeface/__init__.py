"""How wide a text is when drawn, and where its lines break.

The bundled typeface has neither kerning nor ligatures, so the width of a text is the sum
of its characters' advances: the boxes of a diagram can be laid out without a browser and
fit in every browser.  A text is measured as written; to measure what is drawn, bring it
to the normal form NFC first, because renderers compose a letter and its mark where the
typeface has both as one.

```pycon
>>> width("Fără adăpost", 12)
73.332
>>> wrap("Servicii de sprijin pentru locuire", 90, 12)
('Servicii de', 'sprijin pentru', 'locuire')
>>> missing("apă → sănătate")
('→',)
>>> [face.script for face in faces("Київ, Ελλάδα")]
['latin', 'greek', 'cyrillic']

```
"""

from __future__ import annotations

import atexit
import json
import re
from bisect import bisect_left, bisect_right
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, TypedDict, cast
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

__all__ = ["Face", "Metrics", "faces", "metrics", "missing", "path", "width", "wrap"]

_EM = 1000
_LACKING = 600
_LACKING_WIDE = 1000

_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_BREAK_AFTER = frozenset("-/_.@\u2013")
_JOINER = "\u200d"
_MARKS = frozenset(map(chr, range(0x300, 0x370)))
_INVISIBLE = frozenset(
    map(
        chr,
        chain(
            (0xAD, 0x61C, 0xFEFF),
            range(0x200B, 0x2010),
            range(0x202A, 0x202F),
            range(0x2060, 0x2070),
            range(0xFE00, 0xFE10),
            range(0xE0020, 0xE0080),
            range(0xE0100, 0xE01F0),
        ),
    )
)
"""Joiners, direction marks, variation selectors: drawn as nothing, and so by every typeface."""


@dataclass(frozen=True, slots=True)
class Face:
    """A part of the typeface, to embed in a drawing as an `@font-face`.

    Attributes:
        script: `latin` (with figures, spaces and signs), `greek` or `cyrillic`.
        unicode_range: its characters, as the CSS descriptor of that name wants them.
        woff2: the content of the font file.
    """

    script: str
    unicode_range: str
    woff2: bytes


@dataclass(frozen=True, slots=True)
class Metrics:
    """The heights of the typeface at a size, from the baseline upwards.

    Attributes:
        ascender: the top of a line.
        descender: the bottom of a line, below zero.
        cap_height: the top of a capital such as H.
        x_height: the top of a small letter such as x.
    """

    ascender: float
    descender: float
    cap_height: float
    x_height: float


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a text on one line.

    Args:
        text: what is drawn; a line end counts as the space that it is drawn as.
        size: the size of the type; the width comes in the same unit.
        bold: whether it is drawn in bold.

    Returns:
        The sum of the advances.  A character that the typeface lacks counts 0.6 of the
        size, a wide one (Chinese, Japanese, Korean, emoji) the whole size.
    """
    return _scaled(sum(map(_advances(bold=bold).__getitem__, text)), size)


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
    folded = _SPACES.sub(" ", text).strip(" ")
    edges = [0, *accumulate(map(_advances(bold=bold).__getitem__, folded))]
    room = _room(edges[-1], width, size)
    pieces = list(_pieces(folded, edges, room))
    starts = [edges[start] for start, _ in pieces]
    ends = [edges[end] for _, end in pieces]
    fewest = len(_fill(starts, ends, room))
    # The narrower the room the more lines, so the first room that is wide enough is sought.
    snug = bisect_left(range(room), -fewest, key=lambda narrow: -len(_fill(starts, ends, narrow)))
    heads = [*_fill(starts, ends, snug), len(pieces)]
    return tuple(folded[pieces[head][0] : pieces[after - 1][1]] for head, after in pairwise(heads))


def missing(text: str) -> tuple[str, ...]:
    """Give the characters that the typeface cannot draw, each once, in order.

    White space and characters that are drawn as nothing, such as joiners, direction marks
    and variation selectors, count as drawn.
    """
    drawn = _advances(bold=False)
    lacking = (char for char in text if char not in drawn and char not in _INVISIBLE)
    return tuple(dict.fromkeys(char for char in lacking if not char.isspace()))


def faces(text: str, *, bold: bool = False) -> tuple[Face, ...]:
    """Give the parts of the typeface that a text needs, and no other.

    Args:
        text: everything that a drawing says in this weight.
        bold: the weight.

    Returns:
        The parts in a fixed order; nothing for a text that the typeface cannot draw.
    """
    needed = set(_scripts(text))
    scripts = (script for script in ("latin", "greek", "cyrillic") if script in needed)
    return tuple(_face(script, bold=bold) for script in scripts)


def metrics(size: float) -> Metrics:
    """Give the heights of the typeface at a size; they hold for both weights."""
    table = _table()
    return Metrics(
        ascender=_scaled(table["ascender"], size),
        descender=_scaled(table["descender"], size),
        cap_height=_scaled(table["cap_height"], size),
        x_height=_scaled(table["x_height"], size),
    )


def path(*, bold: bool = False) -> Path:
    """Give the font file of a weight, for renderers that read fonts from disk.

    The file stays until the process ends, also where the package is read out of an archive.
    """
    return _on_disk(f"{_name(bold=bold)}.ttf")


class _Table(TypedDict):
    ascender: int
    descender: int
    cap_height: int
    x_height: int
    regular: dict[str, list[int]]
    bold: dict[str, list[int]]


class _Advances(dict[str, int]):
    """The advance of every character of the typeface; others are estimated, not kept."""

    def __missing__(self, char: str) -> int:
        if char in _INVISIBLE:
            return 0
        if east_asian_width(char) in {"W", "F"}:
            return _LACKING_WIDE
        return self[" "] if char.isspace() else _LACKING


def _fonts() -> Traversable:
    return files("toc.typeface") / "fonts"


def _name(*, bold: bool) -> str:
    return "NotoSans-Bold" if bold else "NotoSans-Regular"


@cache
def _on_disk(name: str) -> Path:
    unpacked = ExitStack()
    atexit.register(unpacked.close)
    return unpacked.enter_context(as_file(_fonts() / name))


@cache
def _table() -> _Table:
    return cast("_Table", json.loads((_fonts() / "advances.json").read_text("ascii")))


@cache
def _advances(*, bold: bool) -> _Advances:
    table = _table()
    runs = table["bold"] if bold else table["regular"]
    return _Advances(
        (chr(codepoint), advance)
        for first, run in runs.items()
        for codepoint, advance in enumerate(run, int(first, 16))
    )


def _scaled(units: int, size: float) -> float:
    return units * size / _EM


def _room(total: int, width: float, size: float) -> int:
    """Give the most units that measure no more than a width, at most the total."""
    # Sought with the very function that measures, so that no rounding lets a line overflow.
    fitting = bisect_right(range(total + 1), width, key=lambda units: _scaled(units, size))
    return max(0, fitting - 1)


def _pieces(text: str, edges: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    """Give what stays together on a line, as offsets into the text.

    Args:
        text: the text with its spaces folded.
        edges: the width of the text up to each offset.
        room: the width of a line.
    """
    for word in _words(text):
        if edges[word[-1]] - edges[word[0]] <= room:
            yield word[0], word[-1]
            continue
        for part in _parts(text, word):
            fits = edges[part[-1]] - edges[part[0]] <= room
            yield from [(part[0], part[-1])] if fits else pairwise(part)


def _words(text: str) -> Iterator[list[int]]:
    """Give the words between spaces, each as the offsets where its letters meet."""
    word: list[int] = []
    for start, end in pairwise(_letters(text)):
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


def _letters(text: str) -> list[int]:
    """Give the offsets between letters, a letter being a base with its marks and joiners."""
    pairs = enumerate(pairwise(text), start=1)
    inner = [offset for offset, (before, after) in pairs if not _joined(before, after)]
    return [0, *inner, len(text)] if text else []


def _joined(before: str, char: str) -> bool:
    if category(char).startswith("M"):
        return True
    # A space stays a place to break, whatever direction marks stand around it.
    return " " not in {before, char} and (before == _JOINER or char in _INVISIBLE)


def _fill(starts: Sequence[int], ends: Sequence[int], room: int) -> list[int]:
    """Fill lines of a width one after the other; give the first piece of each."""
    heads: list[int] = []
    piece = 0
    while piece < len(starts):
        heads.append(piece)
        piece = max(piece + 1, bisect_right(ends, starts[piece] + room, lo=piece))
    return heads


def _scripts(text: str) -> Iterator[str]:
    """Give the script of each letter of the typeface; a mark is of its letter's script."""
    drawn = _advances(bold=False)
    for start, end in pairwise(_letters(text)):
        yield from (
            _script(char)
            for char in text[start:end]
            if char in drawn and (char == text[start] or char not in _MARKS)
        )


def _script(char: str) -> str:
    if "\u0370" <= char <= "\u03ff":
        return "greek"
    return "cyrillic" if "\u0400" <= char <= "\u052f" else "latin"


@cache
def _face(script: str, *, bold: bool) -> Face:
    woff2 = (_fonts() / f"{_name(bold=bold)}.{script}.woff2").read_bytes()
    return Face(script, _unicode_range(script), woff2)


def _unicode_range(script: str) -> str:
    known = _advances(bold=False)
    drawn = sorted(ord(char) for char in known if _script(char) == script or char in _MARKS)
    firsts = [code for before, code in pairwise([-1, *drawn]) if code != before + 1]
    lasts = [code for code, after in pairwise([*drawn, -1]) if after != code + 1]
    return ", ".join(_span(first, last) for first, last in zip(firsts, lasts, strict=True))


def _span(first: int, last: int) -> str:
    return f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"
