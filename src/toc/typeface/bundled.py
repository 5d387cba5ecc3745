"""The bundled typeface: its table of advances, its heights, its files."""

from __future__ import annotations

import atexit
import json
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from typing import TYPE_CHECKING, TypedDict, cast
from unicodedata import east_asian_width

from toc.typeface.letters import INVISIBLE, MARKS, edges_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

__all__ = ["EM", "Advances", "Face", "Metrics", "advances", "faces", "metrics", "path", "scaled"]

EM = 1000
"""How many units of the table are as long as the type is large."""

_LACKING = 600
_LACKING_WIDE = 1000


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
        ascender=scaled(table["ascender"], size),
        descender=scaled(table["descender"], size),
        cap_height=scaled(table["cap_height"], size),
        x_height=scaled(table["x_height"], size),
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


class Advances(dict[str, int]):
    """The advance of every character of the typeface; others are estimated, not kept."""

    def __missing__(self, char: str) -> int:
        if char in INVISIBLE:
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
def advances(*, bold: bool) -> Advances:
    """Give the advance of every character of a weight."""
    table = _table()
    runs = table["bold"] if bold else table["regular"]
    return Advances(
        (chr(codepoint), advance)
        for first, run in runs.items()
        for codepoint, advance in enumerate(run, int(first, 16))
    )


def scaled(units: int, size: float) -> float:
    """Give units of the table in the unit of a size."""
    return units * size / EM


def _scripts(text: str) -> Iterator[str]:
    """Give the script of each letter of the typeface; a mark is of its letter's script."""
    drawn = advances(bold=False)
    for start, end in pairwise(edges_of(text)):
        yield from (
            _script(char)
            for char in text[start:end]
            if char in drawn and (char == text[start] or char not in MARKS)
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
    known = advances(bold=False)
    drawn = sorted(ord(char) for char in known if _script(char) == script or char in MARKS)
    firsts = [code for before, code in pairwise([-1, *drawn]) if code != before + 1]
    lasts = [code for code, after in pairwise([*drawn, -1]) if after != code + 1]
    return ", ".join(_span(first, last) for first, last in zip(firsts, lasts, strict=True))


def _span(first: int, last: int) -> str:
    return f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"
