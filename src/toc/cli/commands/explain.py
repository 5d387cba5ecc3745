"""Print a rule's page."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from toc import api
from toc.cli.configuration import configuration
from toc.cli.telling import tell
from toc.words import Message

ABOUT = Message("explain a rule: why it matters, what to do, examples, source")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "rule",
        metavar=Message("RULE").say(language),
        help=Message("the name in brackets after a finding's gravity").say(language),
    )


def run(options: Namespace) -> int:
    """Print the page."""
    book = configuration(Path.cwd()).book()
    tell(api.explain(options.rule, language=options.language, book=book), end="")
    return 0
