"""Checking many strategies from the command line: on all cores, remembered, with a bar."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc import api
from toc.remembering import Memory, digest, traces, user_folder
from toc.shelves import rules_package
from toc.words import Message

if TYPE_CHECKING:
    from argparse import Namespace
    from concurrent.futures import Executor
    from datetime import date

    from toc.cli.configuration import Configuration
    from toc.parts import Parts
    from toc.verdicts import Report

__all__ = ["check_portfolio"]

_CHUNK, _CHUNKS = 64, 16
"""How many strategies are sent at once at most, and into how many chunks all are parted."""

_MANY = 48
"""From so many strategies on, starting processes costs less than it gains."""

_MOST_PROCESSES = 61
"""More of them Windows does not wait for."""


def check_portfolio(
    parts: Sequence[Parts], here: Configuration, options: Namespace, *, on: date
) -> Report:
    """Check strategies as the project's configuration and the call want it.

    Args:
        parts: the strategies that were found.
        here: the project's configuration.
        options: what the call says of the rules, the language and the memory.
        on: the day for which to check.

    Raises:
        InputError: when something cannot be read.
        UnknownNameError: when a rule, chapter or profile is not there.
    """
    asked = {
        "select": options.select,
        "ignore": options.ignore,
        "custom": not options.no_custom_rules,
    }
    remember = not (options.no_cache or options.timings)
    memory = _memory() if remember else None
    with ExitStack() as stack:
        report = api.check_many(
            parts,
            on=on,
            book=partial(here.book, **asked),
            language=options.language,
            executor=stack.enter_context(_executor(len(parts))),
            chunk=max(1, min(_CHUNK, len(parts) // _CHUNKS)),
            memory=memory,
            stamp=_stamp(here, asked) if remember else b"",
            progress=stack.enter_context(_progress(len(parts), options.language)),
        )
    if memory is not None and memory.is_fuller:
        memory.forget_old(time.time())
    return report


def _memory() -> Memory | None:
    try:
        return Memory(user_folder())
    except RuntimeError:  # somebody without a home has nothing to remember in
        return None


def _stamp(here: Configuration, asked: Mapping[str, Any]) -> bytes:
    """Say by what a verdict may differ, beside the files and the tool: the project, the call."""
    rules = here.custom_rules if asked["custom"] else ()
    own = [part for name in rules for part in _code_of(name, here.folder)]
    own += [file.read_bytes() for file in here.font_files if file.is_file()]
    return digest([b"toc check", here.written, repr(asked).encode(), *own]).encode()


def _code_of(name: str, folder: Path) -> Iterator[bytes]:
    """Go through the code of a project's own rules, and what stands in the package around it."""
    from importlib.machinery import PathFinder  # noqa: PLC0415 - only who has rules pays

    around = rules_package(name).partition(".")[0]
    # As rules are found: what is installed first, and nothing is run to know where it is.
    found = PathFinder.find_spec(around, [*sys.path, str(folder)])
    yield name.encode()
    for place in (found and found.submodule_search_locations) or ():
        yield from traces(place)


@contextmanager
def _executor(count: int) -> Iterator[Executor | None]:
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    cores = own or 1
    if count < _MANY or cores == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for many

    # The processes start when something is sent: what is remembered starts none.
    # Whoever interrupts is heard by this process, which then sends nothing more.
    silent = partial(signal.signal, signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(min(cores, _MOST_PROCESSES), initializer=silent) as executor:
        yield executor


@contextmanager
def _progress(count: int, language: str) -> Iterator[Callable[[int, int], None] | None]:
    if count < _MANY or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm  # noqa: PLC0415 - only for many, before somebody who looks on

    # Its monitor is a thread, and a process with threads must not be forked.
    tqdm.monitor_interval = 0
    unit = Message("strategies").say(language)
    with tqdm(total=count, unit=f" {unit}", leave=False, file=sys.stderr) as bar:

        def show(done: int, _of: int) -> None:
            bar.update(done - bar.n)

        yield show
