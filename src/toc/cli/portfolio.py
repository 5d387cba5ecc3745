"""Checking many strategies from the command line: on all cores, remembered, with a bar."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc import api
from toc.remembering import Memory, digest, user_folder
from toc.words import Message

if TYPE_CHECKING:
    from argparse import Namespace
    from concurrent.futures import Executor
    from datetime import date

    from toc.cli.configuration import Configuration
    from toc.verdicts import Report

__all__ = ["check_portfolio"]

_MANY = 48
"""From so many strategies on, starting processes costs less than it gains."""

_PACKAGE = Path(__file__).parent.parent


def check_portfolio(
    paths: Sequence[str | Path], here: Configuration, options: Namespace, *, on: date
) -> Report:
    """Check what some paths hold, as the project's configuration and the call want it.

    Args:
        paths: the strategies, or folders that hold them.
        here: the project's configuration.
        options: what the call says of the rules, the language and the memory.
        on: the day for which to check.

    Raises:
        InputError: when something cannot be read.
        UnknownNameError: when a rule, chapter or profile is not there.
    """
    parts = api.find(paths)
    asked = {
        "select": options.select,
        "ignore": options.ignore,
        "custom": not options.no_custom_rules,
    }
    remember = not (options.no_cache or options.timings)
    with ExitStack() as stack:
        return api.check_many(
            parts,
            on=on,
            book=partial(here.book, **asked),
            language=options.language,
            executor=stack.enter_context(_executor(len(parts))),
            memory=_memory() if remember else None,
            stamp=_stamp(here, asked) if remember else b"",
            progress=stack.enter_context(_progress(len(parts), options.language)),
        )


def _memory() -> Memory | None:
    try:
        return Memory(user_folder())
    except RuntimeError:  # somebody without a home has nothing to remember in
        return None


def _stamp(here: Configuration, asked: Mapping[str, Any]) -> bytes:
    """Say by what a verdict may differ, beside the files: the tool, the project, the call."""
    rules = here.custom_rules if asked["custom"] else ()
    own = [part for name in rules for part in _files_of(here.folder / name.replace(".", "/"))]
    written = [here.written, str(here.folder).encode() if rules else b""]
    return digest(
        [*_files_of(_PACKAGE, with_content=False), *written, repr(asked).encode(), *own]
    ).encode()


def _files_of(folder: Path, *, with_content: bool = True) -> Iterator[bytes]:
    """Go through the files below a folder: their names, and content or size and time."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            file = os.path.join(place, name)  # noqa: PTH118 - hundreds of them at every start
            yield name.encode()
            if with_content:
                yield Path(file).read_bytes()
            else:
                known = os.stat(file)  # noqa: PTH116
                yield b"%d %d" % (known.st_size, known.st_mtime_ns)


@contextmanager
def _executor(count: int) -> Iterator[Executor | None]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if count < _MANY or cores in (None, 1):
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for many

    # The processes start when something is sent: what is remembered starts none.
    with ProcessPoolExecutor(cores) as executor:
        yield executor


@contextmanager
def _progress(count: int, language: str) -> Iterator[Callable[[int, int], None] | None]:
    if count < _MANY or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm  # noqa: PLC0415 - only for many, before somebody who looks on

    unit = Message("strategies").say(language)
    with tqdm(total=count, unit=f" {unit}", leave=False, file=sys.stderr) as bar:

        def show(done: int, _of: int) -> None:
            bar.update(done - bar.n)

        yield show
