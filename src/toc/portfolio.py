"""Many strategies at once: in chunks, by whoever executes them, and remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from toc.remembering import digest
from toc.verdicts import as_data, from_data

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from datetime import date

    from toc.parts import Parts
    from toc.remembering import Memory
    from toc.rulebook import Rulebook
    from toc.verdicts import Verdict

__all__ = ["Errand", "Remembered", "check_parts"]

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

    def recall(self, parts: Parts) -> tuple[str, Verdict | None]:
        """Give the key of a strategy's verdict, and the verdict if it is remembered."""
        if self.memory is None:
            return "", None
        key = digest((self.stamp, str(parts.path).encode(), *_content(parts)))
        try:
            return key, from_data(self.memory.recall(key) or {})
        except (LookupError, TypeError, ValueError, AttributeError):
            return key, None

    def remember(self, key: str, told: _Told) -> None:
        """Keep a verdict, unless a rule failed: that may be mended without a new file."""
        if self.memory is not None and not told["failures"]:
            self.memory.remember(key, told)


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
    """
    known = [remembered.recall(one) for one in parts]
    verdicts = [verdict for _, verdict in known]
    missing = [place for place, verdict in enumerate(verdicts) if verdict is None]
    tell = progress or (lambda _done, _all: None)
    done = len(parts) - len(missing)
    tell(done, len(parts))
    chunks = [missing[start : start + chunk] for start in range(0, len(missing), chunk)]
    for places, told in _worked(errand, parts, chunks, executor):
        for place, one in zip(places, told, strict=True):
            remembered.remember(known[place][0], one)
            verdicts[place] = from_data(one)
        done += len(places)
        tell(done, len(parts))
    return [verdict for verdict in verdicts if verdict is not None]


def _content(parts: Parts) -> Iterator[bytes]:
    files = [*parts.files, *(file for _, file in parts.translations)]
    if parts.readings is not None:
        files.append(parts.readings)
    for file in files:
        yield str(file).encode()
        with open(file, "rb") as stream:  # noqa: PTH123 - ten thousand of them
            yield stream.read()


def _worked(
    errand: Errand,
    parts: Sequence[Parts],
    chunks: Sequence[Sequence[int]],
    executor: Executor | None,
) -> Iterator[tuple[Sequence[int], list[_Told]]]:
    """Have the chunks worked through, each given as soon as it is done."""
    if executor is None or not chunks:
        for places in chunks:
            yield places, errand.judge([parts[place] for place in places])
        return
    from concurrent.futures import as_completed  # noqa: PLC0415 - only for many

    sent = errand.ready()
    waiting = {
        executor.submit(sent.judge, [parts[place] for place in places]): places for places in chunks
    }
    for future in as_completed(waiting):
        yield waiting[future], future.result()
