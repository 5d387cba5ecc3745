"""Pieces: which files are to be made of which pictures."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.errors import OutputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.diagrams.picture import Picture

__all__ = ["Piece", "form_of", "is_folder", "paged", "tamed", "told_apart"]

_PAGED = frozenset({"svg", "png"})
"""Forms that hold one page in a file: a picture of several becomes several files."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that is to be.

    Attributes:
        target: where it goes.
        picture: what it shows.
        form: what it becomes: "svg", "pdf" …
    """

    target: Path
    picture: Picture
    form: str

    def content(self) -> bytes:
        """Draw it."""
        return self.picture.render(self.form)


def paged(piece: Piece) -> Iterable[Piece]:
    """Make a file of each page where a form holds one page only."""
    if piece.form not in _PAGED:
        return [piece]
    pages = piece.picture.pages
    if len(pages) == 1:
        return [Piece(piece.target, pages[0], piece.form)]
    wide = len(str(len(pages)))
    stem, ending = piece.target.stem, piece.target.suffix
    return [
        Piece(piece.target.with_name(f"{stem}-{at:0{wide}}{ending}"), page, piece.form)
        for at, page in enumerate(pages, start=1)
    ]


def tamed(name: str) -> str:
    """Give a part of a file's name that leads into no other folder, whatever an author typed."""
    return re.sub(r"[^\w.-]", "_", name)


def told_apart(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Give the pieces back when no two go to the same file.

    Raises:
        OutputError: when two do.
    """
    seen: set[Path] = set()
    for piece in pieces:
        if piece.target in seen:
            values = {"path": str(piece.target)}
            raise OutputError(
                Message("two pictures would be drawn as {path}: draw them one by one", values)
            )
        seen.add(piece.target)
    return pieces


def form_of(output: str | None) -> str:
    """Give the form that a file's ending stands for, SVG where nothing has an ending.

    Raises:
        OutputError: when no picture ends so.
    """
    ending = Path(output or "").suffix.removeprefix(".").lower()
    if not ending or output is None or is_folder(output):
        return "svg"
    forms = api.picture_endings()
    if ending not in forms:
        values = {"ending": f".{ending}", "endings": ", ".join(f".{known}" for known in forms)}
        raise OutputError(Message("no picture ends in {ending}; there are {endings}", values))
    return forms[ending]


def is_folder(output: str) -> bool:
    """Tell whether somebody means a folder."""
    # A name that is too long is no folder, and no fault of ours: saving tells of it.
    return output.endswith(("/", os.sep)) or os.path.isdir(output)  # noqa: PTH112
