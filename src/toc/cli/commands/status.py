"""Say how a strategy is doing: what is on track, behind, not known, and where it fails."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from toc import api
from toc.cli.asking.printing import format_argument, path_argument, print_answers
from toc.cli.papers import day_argument, day_of, file_paper, page_argument
from toc.cli.reading import read_kindly
from toc.errors import InputError
from toc.words import Message

ABOUT = Message("say how it is going: what is on track, behind, not known, and where it fails")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    path_argument(command, language)
    day_argument(command, language)
    command.add_argument(
        "--goal",
        action="append",
        default=[],
        metavar=Message("ID").say(language),
        help=Message("ask about this goal only; may be repeated").say(language),
    )
    format_argument(command, language)
    page_argument(command, language)


def run(options: Namespace) -> int:
    """Print how every strategy there is doing, or write it as a paper."""
    read = read_kindly(options.path, options.language)
    on = day_of(options)
    if not options.page:
        found = [api.status(one.strategy, on=on, goals=options.goal) for one in read]
        print_answers(found, options.language, options.format)
        return 0
    one, *others = read
    if others:
        raise InputError(Message("there are several strategies: name one of them"))
    if len(options.goal) > 1:
        raise InputError(Message("a paper is about one goal, or about all of them"))
    file_paper(options, one, "status", options.page, about="".join(options.goal))
    return 0
