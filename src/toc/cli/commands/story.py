"""Tell a strategy as a story for citizens: if, then, because, provided that."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from toc import api
from toc.cli.asking.printing import path_argument
from toc.cli.drawing.wishing import see_to_languages
from toc.cli.papers import day_argument, day_of, file_paper
from toc.cli.reading import read_kindly
from toc.cli.telling import tell
from toc.errors import OutputError
from toc.words import Message

if TYPE_CHECKING:
    from toc.loading import Loaded

ABOUT = Message("tell a strategy as a story for citizens: if, then, because, provided that")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    path_argument(command, language)
    command.add_argument(
        "--goal",
        default="",
        metavar=Message("ID").say(language),
        help=Message("tell of this goal alone").say(language),
    )
    command.add_argument(
        "--texts",
        metavar=Message("TAG").say(language),
        help=Message("the language of its texts, such as hu (the strategy's own by default)").say(
            language
        ),
    )
    day_argument(command, language)
    command.add_argument(
        "-o",
        "--output",
        metavar=Message("FILE").say(language),
        help=Message("the file to write: .md, .html, .pdf or .docx").say(language),
    )
    command.set_defaults(second="")


def run(options: Namespace) -> int:
    """Print the story, or write it as a document."""
    strategies = read_kindly(options.path, options.language)
    for one in strategies:
        see_to_languages(options, one.strategy)
    if options.output is None:
        for one in strategies:
            _print(options, one)
        return 0
    one, *others = strategies
    if others:
        raise OutputError(Message("there are several strategies: name one of them"))
    language = _language(options)
    file_paper(options, one, "story", options.output, about=options.goal, language=language)
    return 0


def _language(options: Namespace) -> str | None:
    """Give the language that was asked for; None where it is the strategy's own."""
    asked: str | None = options.language if options.is_language_asked else None
    return options.texts or asked


def _print(options: Namespace, one: Loaded) -> None:
    made = api.document(
        one.strategy,
        "story",
        on=day_of(options),
        about=options.goal,
        language=_language(options),
    )
    tell(api.written(made, "md").decode(), end="")
