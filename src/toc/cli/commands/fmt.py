"""Mend letters and characters in strategies, and nothing else."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from toc import api
from toc.cli.telling import complain, tell
from toc.words import Message

if TYPE_CHECKING:
    from toc.formatting import Formatted

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
    files = [one for path in options.paths for one in api.fmt(path)]
    changed = [one for one in files if one.count]
    for one in changed:
        if options.diff:
            tell(one.diff(), end="")
        elif not options.check:
            api.save(one.after, one.path)
        complain(_said(one, options).say(options.language))
    for one in files:
        if one.left:
            values = {"path": str(one.path), "count": one.left}
            left = Message(
                "{path}: {count} place is left, for the file would say something else without it",
                values,
                plural="{path}: {count} places are left, for the file would say something else "
                "without them",
            )
            complain(left.say(options.language))
    return int(bool(changed) and (options.check or options.diff))


def _said(one: Formatted, options: Namespace) -> Message:
    values = {"path": str(one.path), "count": one.count}
    if options.diff or options.check:
        return Message(
            "{path}: {count} place to mend", values, plural="{path}: {count} places to mend"
        )
    return Message("{path}: {count} place mended", values, plural="{path}: {count} places mended")
