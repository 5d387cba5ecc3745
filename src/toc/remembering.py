"""What was worked out once is remembered by what it was worked out from.

A memory is a folder of small files, each named by a key and sealed with a digest of
what it holds.  Whatever is missing, damaged or of another kind is forgotten without a
word, and a folder that cannot be written is no reason to fail: the work is done again.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

__all__ = ["Memory", "digest", "user_folder"]

_DIGEST = 16
_SEAL = _DIGEST * 2
_KEPT_DAYS = 30
_DAY = 86_400


def digest(parts: Iterable[bytes]) -> str:
    """Give a key for some pieces of content, in their order.

    >>> digest([b"a", b"bc"]) == digest([b"ab", b"c"])
    False
    """
    whole = blake2b(digest_size=_DIGEST)
    for part in parts:
        # With its length before it, no piece runs into the next.
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


def user_folder() -> Path:
    """Give the folder where the user's caches are kept, after the system's custom.

    `TOC_CACHE_DIR` names another one.
    """
    own = os.environ.get("TOC_CACHE_DIR")
    if own:
        return Path(own)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "toc" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "toc"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "toc"


class Memory:
    """Remembers plain data by key, in a folder that others may share, damage or fill.

    Args:
        folder: where; it is made when something is first remembered.
    """

    def __init__(self, folder: Path) -> None:
        """Touch nothing yet."""
        self.folder = folder
        self._broken = False

    def recall(self, key: str) -> Any | None:
        """Give what was remembered under a key, or None."""
        try:
            with open(self._file(key), "rb") as file:  # noqa: PTH123 - ten thousand of them
                content = file.read()
            sealed, data = content[:_SEAL], content[_SEAL:]
            return json.loads(data) if sealed == _seal(key, data) else None
        except (OSError, ValueError, RecursionError):
            return None

    def remember(self, key: str, data: Any) -> None:
        """Keep data under a key, if the folder lets us."""
        if self._broken:
            return
        content = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        try:
            _write(Path(self._file(key)), _seal(key, content) + content)
        except OSError:
            # A full or forbidden folder stays so for this run: no file is worth a try each.
            self._broken = True

    def forget_old(self, now: float) -> None:
        """Remove what nobody has asked for in a month.

        Args:
            now: the present, in seconds since 1970.
        """
        with suppress(OSError):
            for file in self.folder.glob("*/*"):
                with suppress(OSError):
                    if file.stat().st_mtime < now - _KEPT_DAYS * _DAY:
                        file.unlink()

    def _file(self, key: str) -> str:
        return f"{self.folder}/{key[:2]}/{key[2:]}"


def _seal(key: str, content: bytes) -> bytes:
    return digest([key.encode(), content]).encode()


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
