"""Many strategies at once: in chunks, by whoever executes them, and remembered."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc.parts import every_file
from toc.remembering import digest, traces
from toc.text.source import MAX_BYTES
from toc.verdicts import as_data, from_data

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from datetime import date

    from toc.parts import Parts
    from toc.remembering import Memory
    from toc.rulebook import Rulebook
    from toc.verdicts import Verdict

__all__ = ["Errand", "Remembered", "check_parts"]

_PACKAGE = Path(__file__).parent
_Told = dict[str, Any]
_Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Errand:
    """What is asked of each strategy.

    Attributes:
        on: the day for which to check.
        book: the rules to go by, or who makes them when something must be checked anew.
        language: the language in which the findings are told.
    """

    on: date | None
    book: Rulebook | Callable[[], Rulebook] | None
    language: str

    def judge(self, parts: Sequence[Parts]) -> list[_Told]:
        """Check some strategies, and give the verdicts as plain data.

        Raises:
            OSError: when a file cannot be read.
        """
        from toc.checking import judge_loaded  # noqa: PLC0415 - only what is not remembered pays
        from toc.loading import load_parts  # noqa: PLC0415

        book = self.book() if callable(self.book) else self.book
        verdicts = (judge_loaded(load_parts(one), on=self.on, book=book) for one in parts)
        return [as_data(verdict, self.language) for verdict in verdicts]

    def ready(self) -> Errand:
        """Give an errand that can be sent elsewhere, its rules made."""
        return replace(self, book=self.book()) if callable(self.book) else self


@dataclass(frozen=True)
class Remembered:
    """Verdicts that were given before, by the content of the files.

    Attributes:
        memory: where they are kept; None where nothing is.
        stamp: what a verdict depends on beside the files.
    """

    memory: Memory | None
    stamp: bytes = b""

    def key(self, parts: Parts) -> str:
        """Name a strategy's verdict by all that it depends on; empty where none is kept.

        Raises:
            OSError: when a file cannot be read.
        """
        if self.memory is None or not all(map(_is_file, every_file(parts))):
            return ""
        return digest((_tool(), self.stamp, os.fsencode(parts.path), *_content(parts)))

    def recall(self, key: str) -> Verdict | None:
        """Give a verdict if it is remembered."""
        if self.memory is None or not key:
            return None
        try:
            return from_data(self.memory.recall(key) or {})
        except (LookupError, TypeError, ValueError, AttributeError):
            return None

    def remember(self, key: str, parts: Parts, told: _Told) -> None:
        """Keep a verdict, unless it may be another one the next time.

        A rule that failed may be mended without a new file; and a file that was changed
        while it was checked is not the one by which the verdict would be found again.
        """
        if self.memory is not None and key and not told["failures"] and self.key(parts) == key:
            self.memory.remember(key, {**told, "seconds": {}})


def check_parts(
    parts: Sequence[Parts],
    errand: Errand,
    *,
    executor: Executor | None,
    chunk: int,
    remembered: Remembered,
    progress: _Progress | None,
) -> list[Verdict]:
    """Give the verdict on each strategy, in the order of the strategies.

    See Also:
        `toc.api.check_many` for the arguments.

    Raises:
        OSError: when a file cannot be read.
        ValueError: when a chunk is of no strategy.
    """
    if chunk < 1:
        raise ValueError(chunk)
    keys = [remembered.key(one) for one in parts]
    verdicts = [remembered.recall(key) for key in keys]
    missing = [place for place, verdict in enumerate(verdicts) if verdict is None]
    tell = progress or (lambda _done, _all: None)
    done = len(parts) - len(missing)
    tell(done, len(parts))
    chunks = [missing[start : start + chunk] for start in range(0, len(missing), chunk)]
    for places, told in _worked(errand, parts, chunks, executor):
        for place, one in zip(places, told, strict=True):
            remembered.remember(keys[place], parts[place], one)
            verdicts[place] = from_data(one)
        done += len(places)
        tell(done, len(parts))
    return [verdict for verdict in verdicts if verdict is not None]


@cache
def _tool() -> bytes:
    """Say which tool this is: verdicts are as good as the rules, words and libraries behind it."""
    own = traces(_PACKAGE, with_content=False)
    return digest([sys.version.encode(), *own]).encode()


def _is_file(file: Path) -> bool:
    """Whether a file can be read twice: a pipe is empty when it was read."""
    return stat.S_ISREG(os.stat(file).st_mode)  # noqa: PTH116 - ten thousand of them


def _content(parts: Parts) -> Iterator[bytes]:
    for file in every_file(parts):
        yield os.fsencode(file)
        with open(file, "rb") as stream:  # noqa: PTH123 - ten thousand of them
            # What is larger is refused, whatever stands in it.
            yield stream.read(MAX_BYTES + 1)


def _worked(
    errand: Errand,
    parts: Sequence[Parts],
    chunks: Sequence[Sequence[int]],
    executor: Executor | None,
) -> Iterator[tuple[Sequence[int], list[_Told]]]:
    """Have the chunks worked through, each given as soon as it is done."""
    if not chunks:
        return
    ready = errand.ready()
    sent = ((places, [parts[place] for place in places]) for places in chunks)
    if executor is None:
        yield from ((places, ready.judge(some)) for places, some in sent)
        return
    from concurrent.futures import as_completed  # noqa: PLC0415 - only for many

    waiting = {executor.submit(ready.judge, some): places for places, some in sent}
    try:
        for future in as_completed(waiting):
            yield waiting[future], future.result()
    finally:
        # After a failure nobody wants the rest any more.
        for future in waiting:
            future.cancel()
