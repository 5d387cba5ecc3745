"""Keeping pictures: they are written whole, or held against those that are there."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from toc import api
from toc.cli.telling import complain, tell
from toc.errors import InputError, MissingExtraError, OutputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from toc.cli.drawing.pieces import Piece
    from toc.errors import TocError

__all__ = ["hold", "write"]

_STALE, _NOT_ALL = 1, 2
_SHOWN = 12
_FIXED = frozenset({"png", "pdf"})
"""Forms in which every letter is drawn once and for all."""


def write(pieces: Sequence[Piece], language: str) -> int:
    """Write pictures, and say where each went; what cannot be made is left out and told.

    Returns:
        0, or 2 when some could not be made for want of an extra or of a font.

    Raises:
        MissingExtraError: when none could be made for want of an extra.
        OutputError: when none could be made, or one cannot be written.
    """
    lacking: dict[str, TocError] = {}
    written: list[Piece] = []
    try:
        with _bar(len(pieces), language) as step:
            for piece in pieces:
                _write(piece, written, lacking)
                step()
    finally:
        # Also when a disk is full half-way: what is there is told of.
        for piece in written:
            tell(Message("wrote {path}", {"path": str(piece.target)}).say(language))
    if lacking and not written:
        raise next(iter(lacking.values()))
    reasons = (error.message for error in lacking.values())
    for message in (*reasons, *_letters(written)):
        complain(message.say(language))
    return _NOT_ALL if lacking else 0


def _write(piece: Piece, written: list[Piece], lacking: dict[str, TocError]) -> None:
    try:
        content = piece.content()
    except (MissingExtraError, OutputError) as error:
        lacking[str(error)] = error
    else:
        api.save(content, piece.target)
        written.append(piece)


def _letters(written: Sequence[Piece]) -> Iterator[Message]:
    """Say which letters are missing from pictures that cannot borrow them from their reader."""
    fixed = (
        sheet.letters_lacking
        for piece in written
        if piece.form in _FIXED
        # The whole of what became pages was never drawn on one, and would take long.
        for sheet in (piece.picture.pages if piece.form == "pdf" else (piece.picture,))
    )
    letters = "".join(dict.fromkeys("".join(fixed)))
    if letters:
        shown = letters if len(letters) <= _SHOWN else f"{letters[:_SHOWN]}…"
        yield Message(
            "no font at hand has the letters {letters}: they are left out; name a font with "
            "--font, and see toc check for where they stand",
            {"letters": shown},
        )


def hold(pieces: Sequence[Piece], language: str) -> int:
    """Say which pictures are not what the strategy would draw today, and write none.

    Returns:
        0, or 1 when a picture is stale or missing.

    Raises:
        InputError: when one cannot be read.
    """
    faults = [fault for piece in pieces if (fault := _fault(piece)) is not None]
    for fault in faults:
        tell(fault.say(language))
    if not faults:
        values = {"count": len(pieces)}
        fresh = Message("{count} picture is fresh", values, plural="{count} pictures are fresh")
        tell(fresh.say(language))
    return _STALE if faults else 0


def _fault(piece: Piece) -> Message | None:
    values = {"path": str(piece.target)}
    found = _read(piece.target)
    if found is None:
        return Message("{path} is missing: draw it without --check", values)
    if found != piece.content():
        return Message("{path} is stale: draw it again without --check", values)
    return None


def _read(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        values = {"path": str(target), "reason": reason}
        raise InputError(Message("{path} cannot be read: {reason}", values)) from error


@contextmanager
def _bar(count: int, language: str) -> Iterator[Callable[[], object]]:
    """Show how far it is, to somebody who looks on."""
    if count == 1 or not sys.stderr.isatty():
        yield lambda: None
        return
    from tqdm import tqdm  # noqa: PLC0415 - only for many, before somebody who looks on

    unit = Message("pictures").say(language)
    with tqdm(total=count, unit=f" {unit}", leave=False, file=sys.stderr) as bar:
        yield bar.update
