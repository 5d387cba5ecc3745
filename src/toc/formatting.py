"""Mended files: what stands in one and what should, to be shown or written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from toc.errors import InputError
from toc.text.comparing import difference
from toc.text.edits import mend
from toc.text.source import MAX_BYTES, decode
from toc.words import Message

__all__ = ["Formatted", "formatted"]

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file and its mended content.

    Attributes:
        path: the file.
        before: its bytes.
        after: the bytes that should stand in it.
        count: how many places are mended.
        left: how many are not, because the file would say something else.
    """

    path: Path
    before: bytes
    after: bytes
    count: int
    left: int

    def diff(self) -> str:
        """Show the change as a unified diff; nothing where there is none."""
        return difference(str(self.path), self.before, self.after)


def formatted(file: Path) -> Formatted:
    """Mend what is safe to mend in a file, and write nothing.

    Raises:
        InputError: when the file is not written in UTF-8, or is too large.
        OSError: when the system does not give the file.
    """
    with file.open("rb") as stream:
        before = stream.read(MAX_BYTES + 1)
    source, refused = decode(before, str(file))
    if refused:
        values = {"path": str(file), "reason": refused[0].message}
        raise InputError(Message("{path} cannot be read: {reason}", values))
    mended = mend(source)
    mark = _MARK if before.startswith(_MARK) else b""
    after = mark + mended.source.text.encode()
    return Formatted(file, before, after, mended.count, mended.left)
