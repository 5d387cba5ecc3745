"""What a font file says of itself: its tables, read as far as a drawing must know them.

Only what can be told without an outside library: whether it can be used at all, which
characters it has, how heavy it is, what it is called, and whether it may be embedded.
"""

from __future__ import annotations

from struct import Struct, iter_unpack, unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["KINDS", "Damaged", "letters", "license_bits", "names", "tables", "weight"]

KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
"""How a file begins that holds one font."""

_UNICODE = frozenset({(3, 10), (3, 1), (0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 6)})
_SEGMENTS, _GROUPS = 4, 12
_LAST = 0x10FFFF
_OF_UNICODE = (0, 3)
_WINDOWS, _AMERICAN = 3, 0x409
_BEYOND = 0xFFFF

_ENTRY = Struct(">4s4xII")
_NAME = Struct(">6H")
_ENCODING = Struct(">HHI")


class Damaged(Exception):  # noqa: N818 - it is said of a file, and said again in words
    """The file is not what its beginning promises."""


def tables(content: bytes) -> Mapping[str, bytes]:
    """Give the tables of a font by name.

    Raises:
        Damaged: a table is not where the file says.
        struct.error: the file ends too early.
    """
    (count,) = unpack_from(">H", content, 4)
    found: dict[str, bytes] = {}
    for at in range(count):
        tag, offset, length = _ENTRY.unpack_from(content, 12 + 16 * at)
        if offset + length > len(content):
            raise Damaged
        found[tag.decode("latin-1").strip()] = content[offset : offset + length]
    return found


def weight(table: bytes) -> int:
    """Read the weight out of the table OS/2: 400 is regular, 700 is bold."""
    (found,) = unpack_from(">H", table, 4)
    return int(found)


def license_bits(table: bytes) -> int:
    """Read out of the table OS/2 what the maker allows for embedding (fsType)."""
    (found,) = unpack_from(">H", table, 8)
    return int(found)


def names(table: bytes) -> Mapping[int, str]:
    """Read out of the table `name` what the font is called, in English where it is there.

    Returns:
        The names by their number: 1 and 16 are the family, 6 is what printers say.
    """
    count, start = unpack_from(">HH", table, 2)
    found: dict[int, tuple[bool, str]] = {}
    for at in range(count):
        platform, _, language, name, length, offset = _NAME.unpack_from(table, 6 + 12 * at)
        if platform not in _OF_UNICODE:
            continue
        said = table[start + offset : start + offset + length].decode("utf-16-be", "replace")
        is_english = platform == _WINDOWS and language == _AMERICAN
        found[name] = max(found.get(name, (False, "")), (is_english, said))
    return {name: said for name, (_, said) in found.items() if said}


def letters(table: bytes) -> frozenset[int]:
    """Read the characters that a font has out of the table `cmap`.

    Raises:
        Damaged: the table is in disorder.
        struct.error: the table ends too early.
    """
    (count,) = unpack_from(">H", table, 2)
    found: set[int] = set()
    for at in range(count):
        platform, encoding, offset = _ENCODING.unpack_from(table, 4 + 8 * at)
        if (platform, encoding) in _UNICODE:
            (form,) = unpack_from(">H", table, offset)
            if form == _SEGMENTS:
                found.update(_of_segments(table, offset))
            elif form == _GROUPS:
                found.update(_of_groups(table, offset))
    return frozenset(found)


def _of_groups(table: bytes, offset: int) -> Iterator[int]:
    (count,) = unpack_from(">I", table, offset + 12)
    before = -1
    for first, last, glyph in iter_unpack(">III", _part(table, offset + 16, 12 * count)):
        if not before < first <= last <= _LAST:
            raise Damaged
        before = last
        yield from range(first if glyph else first + 1, last + 1)


def _of_segments(table: bytes, offset: int) -> Iterator[int]:
    (twice,) = unpack_from(">H", table, offset + 6)
    lasts, firsts, deltas, jumps = (
        [number for (number,) in iter_unpack(">H", _part(table, place, twice))]
        for place in (offset + 14 + skip for skip in (0, twice + 2, 2 * twice + 2, 3 * twice + 2))
    )
    before = -1
    for at, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        if not before < first <= last:
            raise Damaged
        before = last
        place = offset + 16 + 3 * twice + 2 * at
        for code in range(first, min(last, _BEYOND - 1) + 1):
            if _glyph(table, place, code - first, jumps[at], code + deltas[at]):
                yield code


def _glyph(table: bytes, place: int, step: int, jump: int, added: int) -> int:
    """Give the glyph of a character of a segment, nought where it has none."""
    if not jump:
        return added & 0xFFFF
    (found,) = unpack_from(">H", table, place + jump + 2 * step)
    return int(found)


def _part(table: bytes, start: int, length: int) -> bytes:
    if start + length > len(table):
        raise Damaged
    return table[start : start + length]
