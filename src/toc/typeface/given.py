"""Fonts that are given for a drawing: font files, read and found fit for use."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from struct import error as TooShort  # noqa: N812 - what it means of a file
from typing import TYPE_CHECKING

from toc.errors import InputError
from toc.typeface import sfnt
from toc.typeface.choice import Fonts
from toc.words import Message

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

__all__ = ["Font", "fonts_of"]

_BOLD_FROM = 600
_NEEDED = frozenset({"OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name"})
_OUTLINES = frozenset({"glyf", "CFF", "CFF2"})
_USE, _RESTRICTED = 0x000F, 0x0002
_WHOLE_ONLY, _PIXELS_ONLY = 0x0100, 0x0200
_OURS = "Noto Sans"
_FAMILY, _TYPOGRAPHIC_FAMILY, _FOR_PRINTERS = 1, 16, 6
_QUOTABLE = re.compile(r"[\w .,&+()!/-]+")

_OTHER_KINDS = {
    b"ttcf": Message(
        "{path} is a collection of several fonts: give a file of one font (.ttf or .otf)"
    ),
    b"wOFF": Message("{path} is packed for the web: give the font as .ttf or .otf"),
    b"wOF2": Message("{path} is packed for the web: give the font as .ttf or .otf"),
}


@dataclass(frozen=True, slots=True)
class Font:
    """A font file that was given for a drawing.

    Attributes:
        path: the file.
        digest: tells its content from any other.
        family: the name of its family, with nothing in it that a style sheet could misread.
        bold: whether it is for what is set in bold.
        letters: the characters that it has.
        content: the file's bytes.
        may_be_embedded: whether its maker allows that a drawing holds it.
        may_be_parted: whether its maker allows that a drawing holds a part of it.
    """

    path: Path
    digest: str
    family: str
    bold: bool
    letters: frozenset[int] = field(compare=False, repr=False)
    content: bytes = field(compare=False, repr=False)
    may_be_embedded: bool = True
    may_be_parted: bool = True


def fonts_of(paths: Iterable[str | os.PathLike[str]]) -> Fonts:
    """Read font files, in the order in which they are asked for a letter.

    Args:
        paths: TTF or OTF files of one font each, such as a regular and a bold one.

    Raises:
        InputError: when one cannot be read, or is nothing that every drawing can use.
    """
    return Fonts(tuple(_read(Path(path)) for path in paths))


def _read(path: Path) -> Font:
    values = {"path": str(path)}
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            Message("{path} cannot be read: {reason}", {**values, "reason": reason})
        ) from error
    if content[:4] in _OTHER_KINDS:
        raise InputError(Message(_OTHER_KINDS[content[:4]].template, values))
    if content[:4] not in sfnt.KINDS:
        raise InputError(Message("{path} is no font: give a .ttf or .otf file", values))
    try:
        return _font(path, content, sfnt.tables(content))
    except (sfnt.Damaged, TooShort) as error:
        raise InputError(
            Message("the font {path} is damaged: fetch the file again", values)
        ) from error


def _font(path: Path, content: bytes, tables: Mapping[str, bytes]) -> Font:
    values = {"path": str(path)}
    if "fvar" in tables:
        raise InputError(
            Message(
                "{path} is a variable font, of many weights at once: give a file of one weight, "
                "often kept in a folder “static” beside it",
                values,
            )
        )
    if not _OUTLINES.intersection(tables):
        raise InputError(
            Message(
                "{path} has no outlines, as fonts of coloured emoji have none: "
                "give another font, or write the signs in words",
                values,
            )
        )
    if not _NEEDED.issubset(tables):
        raise sfnt.Damaged
    bits = sfnt.license_bits(tables["OS/2"])
    return Font(
        path,
        blake2b(content, digest_size=16).hexdigest(),
        _family(path, sfnt.names(tables["name"])),
        sfnt.weight(tables["OS/2"]) >= _BOLD_FROM,
        sfnt.letters(tables["cmap"]),
        content,
        may_be_embedded=bits & _USE != _RESTRICTED and not bits & _PIXELS_ONLY,
        may_be_parted=not bits & _WHOLE_ONLY,
    )


def _family(path: Path, names: Mapping[int, str]) -> str:
    """Give the family's name, by which whoever draws finds the font."""
    family = names.get(_TYPOGRAPHIC_FAMILY) or names.get(_FAMILY) or ""
    if _FOR_PRINTERS not in names or not _QUOTABLE.fullmatch(family):
        raise InputError(
            Message(
                "the font {path} has no name, or one that programs stumble over: give another font",
                {"path": str(path)},
            )
        )
    if family == _OURS:
        raise InputError(
            Message(
                "the font {path} has the name of the bundled one, {family}, and programs would "
                "mistake one for the other: give the font of the script alone, such as "
                "Noto Sans Devanagari",
                {"path": str(path), "family": family},
            )
        )
    return family
