"""Print the JSON Schema of the strategy file, or of the report on one."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from toc import api
from toc.cli.telling import tell
from toc.words import Message

ABOUT = Message("print the JSON Schema of the strategy file, for editors, or of a report")

_STRATEGY, _REPORT = "strategy", "report"


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "of",
        nargs="?",
        choices=(_STRATEGY, _REPORT),
        default=_STRATEGY,
        help=Message(
            "of what: the strategy file, or the report that “toc check --format json” writes"
        ).say(language),
    )
    command.add_argument(
        "-o",
        "--output",
        metavar=Message("FILE").say(language),
        help=Message("write it to this file").say(language),
    )


def run(options: Namespace) -> int:
    """Print it, or write it to a file."""
    described = (
        api.report_schema() if options.of == _REPORT else api.schema(language=options.language)
    )
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    if options.output:
        api.save(text, options.output)
        tell(Message("wrote {path}", {"path": options.output}).say(options.language))
    else:
        tell(text, end="")
    return 0
