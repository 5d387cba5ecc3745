"""Watching: pictures are drawn again whenever a file of the strategy has been saved.

Looking at the time stamps of a handful of files twice a second needs no library and works
on network drives, where the system tells nobody of a change.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.telling import complain, tell
from toc.errors import TocError
from toc.parts import every_file
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["watch"]

_PAUSE = 0.5

_Traces = tuple[tuple[str, int, int], ...]


def watch(
    path: str,
    draw: Callable[[], int],
    language: str,
    *,
    pause: Callable[[], None] = lambda: time.sleep(_PAUSE),
) -> int:
    """Draw now, and again after every change, until somebody interrupts.

    A file that cannot be read just now, because it is half written or faulty, is told of
    and waited for.

    Args:
        path: what is watched: a strategy, or a folder that holds some.
        draw: draws it.
        language: the language to speak.
        pause: waits a moment between two looks.

    Returns:
        0, when it is interrupted.
    """
    before: _Traces | None = None
    try:
        while True:
            now = _traces(path)
            if now != before:
                before = now
                _draw(draw, language)
                tell(Message("watching {path}; Ctrl+C ends it", {"path": path}).say(language))
            pause()
    except KeyboardInterrupt:
        return 0


def _draw(draw: Callable[[], int], language: str) -> None:
    try:
        draw()
    except TocError as error:
        complain(error.message.say(language))


def _traces(path: str) -> _Traces:
    """Say when each file of the strategies was last written, and how large it is."""
    try:
        found = api.find([path])
    except TocError:
        return ()
    return tuple(_trace(file) for parts in found for file in every_file(parts))


def _trace(file: Path) -> tuple[str, int, int]:
    try:
        seen = file.stat()
    except OSError:
        return str(file), 0, 0
    return str(file), seen.st_mtime_ns, seen.st_size
