"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from toc.errors import OutputError
from toc.words import Message

__all__ = ["save"]


def save(content: str | bytes, path: str | os.PathLike[str]) -> Path:
    """Write a file whole or not at all; folders on the way are made.

    A file that is there already keeps its permissions, and a link its target; a device
    or a pipe is written to and not replaced.

    Args:
        content: the text (written as UTF-8) or the bytes.
        path: where to.

    Returns:
        The path.

    Raises:
        OutputError: when it cannot be written there.
    """
    target = Path(path)
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(target)), data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        values = {"path": str(path), "reason": reason}
        raise OutputError(Message("{path} cannot be written: {reason}", values)) from error
    return target


def _replace(target: Path, data: bytes) -> None:
    """Write beside a file and move the new one to its place, so that there is no half of it."""
    beside = target.with_name(f".toc-{os.urandom(8).hex()}")
    try:
        with beside.open("xb") as file:
            file.write(data)
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
