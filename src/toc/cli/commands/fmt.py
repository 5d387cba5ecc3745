"""Mend letters and characters in strategies, and nothing else."""

from __future__ import annotations

import os
import stat
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from toc import api
from toc.cli.telling import complain, tell
from toc.errors import InputError, OutputError
from toc.words import Message

if TYPE_CHECKING:
    from toc.formatting import Formatted

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

ABOUT = Message("mend legacy Romanian letters and stray characters in the files")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "paths",
        nargs="+",
        metavar=Message("PATH").say(language),
        help=Message("strategies, or folders that hold them").say(language),
    )
    command.add_argument(
        "--diff",
        action="store_true",
        help=Message("show what would be changed, and change nothing").say(language),
    )
    command.add_argument(
        "--check",
        action="store_true",
        help=Message("change nothing; the exit code is 1 if something would be").say(language),
    )


def run(options: Namespace) -> int:
    """Mend the files, or show what would be mended."""
    # All are read before one is written: an unreadable file leaves the others alone.
    files = _each_once(one for path in options.paths for one in api.fmt(path))
    changed = [one for one in files if one.count]
    only_shown = options.diff or options.check
    if not only_shown:
        _see_that_all_can_be_written(changed)
    for one in changed:
        if options.diff:
            tell(one.diff(), end="")
        if not only_shown:
            _write(one)
        complain(_said(one, shown=only_shown).say(options.language))
    for one in files:
        if one.left:
            complain(_left(one).say(options.language))
    return int(bool(changed) and only_shown)


def _each_once(files: Iterable[Formatted]) -> Sequence[Formatted]:
    found: dict[str, Formatted] = {}
    for one in files:
        found.setdefault(os.path.realpath(one.path), one)
    return list(found.values())


def _see_that_all_can_be_written(files: Sequence[Formatted]) -> None:
    """Respect what is protected: a file is replaced, which its own protection does not hinder.

    Raises:
        OutputError: when one may not be written.
    """
    for one in files:
        if not (os.access(one.path, os.W_OK) and one.path.stat().st_mode & _WRITABLE):
            raise OutputError(Message("{path} is protected from writing", {"path": str(one.path)}))


def _write(one: Formatted) -> None:
    if one.path.read_bytes() != one.before:
        values = {"path": str(one.path)}
        raise InputError(Message("{path} was changed meanwhile: run it again", values))
    api.save(one.after, one.path)


def _left(one: Formatted) -> Message:
    values = {"path": str(one.path), "count": one.left}
    return Message(
        "{path}: {count} place is left, for the file would say something else without it",
        values,
        plural="{path}: {count} places are left, for the file would say something else "
        "without them",
    )


def _said(one: Formatted, *, shown: bool) -> Message:
    values = {"path": str(one.path), "count": one.count}
    if shown:
        return Message(
            "{path}: {count} place to mend", values, plural="{path}: {count} places to mend"
        )
    return Message("{path}: {count} place mended", values, plural="{path}: {count} places mended")
