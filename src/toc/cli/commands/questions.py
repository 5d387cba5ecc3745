"""Say what was found as questions for the next meeting."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from toc import api
from toc.cli.configuration import configuration
from toc.cli.reading import day, refuse_own
from toc.cli.telling import tell
from toc.errors import InputError
from toc.words import Message

ABOUT = Message("say what was found as questions for the next meeting")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "path",
        metavar=Message("PATH").say(language),
        help=Message("a strategy: a file or a folder").say(language),
    )
    command.add_argument(
        "--on",
        type=day,
        metavar=Message("DATE").say(language),
        help=Message("the day for which to check (today by default)").say(language),
    )
    command.add_argument(
        "--first",
        type=_count,
        metavar=Message("COUNT").say(language),
        help=Message("ask so many questions for each goal at most").say(language),
    )
    command.add_argument(
        "-o",
        "--output",
        metavar=Message("FILE").say(language),
        help=Message("write it to this file").say(language),
    )

    command.add_argument(
        "--no-custom-rules",
        action="store_true",
        help=Message("do not load the project's own rules").say(language),
    )


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise InputError(Message("“{text}” is no count: write a number from 1 on", {"text": text}))
    return int(text)


def run(options: Namespace) -> int:
    """Print the questions, or write them to a file."""
    here = configuration(Path.cwd())
    if options.output:
        refuse_own(options.output, api.find([options.path]))
    text = api.questions(
        options.path,
        on=options.on or date.today(),  # noqa: DTZ011 - the day on the wall of whoever asks
        language=options.language,
        first=options.first,
        book=here.book(custom=not options.no_custom_rules),
    )
    if options.output:
        api.save(text, options.output)
        tell(Message("wrote {path}", {"path": options.output}).say(options.language))
    else:
        tell(text, end="")
    return 0
