"""Show a strategy as an outline."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from toc import api
from toc.cli.reading import read_kindly
from toc.cli.telling import tell
from toc.words import Message

ABOUT = Message("show a strategy as an outline: goals, what leads to them, and why")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "path",
        nargs="?",
        default=".",
        metavar=Message("PATH").say(language),
        help=Message("a strategy, or a folder that holds some (this folder by default)").say(
            language
        ),
    )


def run(options: Namespace) -> int:
    """Print the outline of every strategy there is."""
    said = [
        api.outline(one.strategy, language=options.language)
        for one in read_kindly(options.path, options.language)
    ]
    tell("\n\n".join(said), end="")
    return 0
