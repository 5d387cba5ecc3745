"""What was worked out once is remembered by what it was worked out from.

A memory is a folder of small files, each named by a key and sealed with a digest of
what it holds.  Whatever is missing, damaged or of another kind is forgotten without a
word, and a folder that cannot be written is no reason to fail: the work is done again.
"""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

__all__ = ["Memory", "digest", "traces", "user_folder"]

_DIGEST = 16
_SEAL = _DIGEST * 2
_MOST = 64 * 1024 * 1024
"""What is larger is nothing of ours, and is neither read nor kept."""
_KEPT_DAYS = 7
"""A verdict holds for a day: an older one is asked for by hardly anybody."""
_DAY = 86_400
_OURS = re.compile(r"[0-9a-f]{2}/(?:[0-9a-f]{30}|\.[0-9a-f]{30}\.[0-9a-f]{16})")


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


def traces(folder: str | os.PathLike[str], *, with_content: bool = True) -> Iterator[bytes]:
    """Go through the files below a folder, in order: their names, and how each is told anew.

    Args:
        folder: the folder; one that is not there has no files.
        with_content: whether a file is known by its content, or by its size and time.

    Raises:
        OSError: when a file cannot be read.
    """
    yield os.fsencode(folder)
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            file = os.path.join(place, name)  # noqa: PTH118 - hundreds of them at every start
            yield os.fsencode(os.path.relpath(file, folder))
            yield _content(file) if with_content else _size_and_time(file)


def _content(file: str) -> bytes:
    with open(file, "rb") as stream:  # noqa: PTH123
        return stream.read()


def _size_and_time(file: str) -> bytes:
    known = os.stat(file)  # noqa: PTH116 - hundreds of them at every start
    return b"%d %d" % (known.st_size, known.st_mtime_ns)


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

    Attributes:
        folder: where.
        is_fuller: whether anything was remembered since.
    """

    def __init__(self, folder: Path) -> None:
        """Touch nothing yet."""
        self.folder = folder
        self.is_fuller = False
        self._broken = False

    def recall(self, key: str) -> Any | None:
        """Give what was remembered under a key, or None."""
        try:
            with open(self._file(key), "rb", opener=_open) as file:
                content = file.read(_MOST + 1)
            if len(content) > _MOST:
                return None
            sealed, data = content[:_SEAL], content[_SEAL:]
            return json.loads(data) if sealed == _seal(key, data) else None
        except (OSError, ValueError, RecursionError):
            return None

    def remember(self, key: str, data: Any) -> None:
        """Keep data under a key, if the folder lets us."""
        if self._broken:
            return
        said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        # Half a character may stand in a file's name or in an escape of YAML.
        content = said.encode("utf-8", "surrogatepass")
        if len(content) > _MOST - _SEAL:
            return
        try:
            _write(Path(self._file(key)), _seal(key, content) + content)
            self.is_fuller = True
        except OSError:
            # A full or forbidden folder stays so for this run: no file is worth a try each.
            self._broken = True

    def forget_old(self, now: float) -> None:
        """Remove what was remembered more than a week ago, and nothing that is not ours.

        It is looked for once a day.

        Args:
            now: the present, in seconds since 1970.
        """
        looked = self.folder / "looked-through"
        with suppress(OSError):
            if looked.exists() and abs(now - looked.stat().st_mtime) < _DAY:
                return
            looked.touch()
            os.utime(looked, (now, now))
            for file in self.folder.glob("*/*"):
                if _OURS.fullmatch(file.relative_to(self.folder).as_posix()):
                    _forget(file, before=now - _KEPT_DAYS * _DAY)

    def _file(self, key: str) -> str:
        return f"{self.folder}/{key[:2]}/{key[2:]}"


def _seal(key: str, content: bytes) -> bytes:
    return digest([key.encode(), content]).encode()


def _open(path: str, flags: int) -> int:
    """Open a file without waiting: what lies there may be a pipe that nobody writes to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _forget(file: Path, *, before: float) -> None:
    with suppress(OSError):
        known = file.lstat()
        if stat.S_ISREG(known.st_mode) and known.st_mtime < before:
            file.unlink()


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own: threads, and machines that share the folder, may write the same.
    beside = file.with_name(f".{file.name}.{os.urandom(8).hex()}")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
