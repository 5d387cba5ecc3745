"""Print the JSON Schema of the strategy file."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from toc import api
from toc.cli.telling import tell
from toc.words import Message

ABOUT = Message("print the JSON Schema of the strategy file, for editors")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "-o",
        "--output",
        metavar=Message("FILE").say(language),
        help=Message("write it to this file").say(language),
    )


def run(options: Namespace) -> int:
    """Print it, or write it to a file."""
    text = json.dumps(api.schema(language=options.language), ensure_ascii=False, indent=2) + "\n"
    if options.output:
        api.save(text, options.output)
        tell(Message("wrote {path}", {"path": options.output}).say(options.language))
    else:
        tell(text, end="")
    return 0
