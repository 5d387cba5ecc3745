"""Tell what runs and what comes, draw it along the calendar, and take it into a calendar."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.asking.printing import format_argument, path_argument, print_answers
from toc.cli.configuration import configuration
from toc.cli.papers import day_argument, day_of, file_paper, page_argument
from toc.cli.reading import day, read_kindly, refuse_own
from toc.cli.telling import tell
from toc.errors import InputError
from toc.parts import find_strategies
from toc.words import Message

if TYPE_CHECKING:
    from toc.loading import Loaded

ABOUT = Message("tell what runs and what comes next, and draw the roadmap along the calendar")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    path_argument(command, language)
    day_argument(command, language)
    format_argument(command, language)
    told = {
        "--picture": Message("draw it along the calendar: .svg, .html, .png or .pdf"),
        "--raci": Message("draw who does what as a matrix: .svg, .html, .png or .pdf"),
        "--ics": Message("write events, reviews and deadlines as a calendar file: .ics"),
    }
    for option, about in told.items():
        command.add_argument(
            option, metavar=Message("FILE").say(language), help=about.say(language)
        )
    page_argument(command, language)
    command.add_argument(
        "--by",
        choices=("stage", "area"),
        default="stage",
        help=Message("whether the rows of the picture stand by stage or by policy area").say(
            language
        ),
    )


def run(options: Namespace) -> int:
    """Print the roadmap of every strategy there is, or write what is asked of one."""
    read = read_kindly(options.path, options.language)
    if not (options.picture or options.raci or options.ics or options.page):
        answers = [api.roadmap(one.strategy, on=day_of(options)) for one in read]
        print_answers(answers, options.language, options.format)
        return 0
    one, *others = read
    if others:
        raise InputError(Message("there are several strategies: name one of them"))
    _pictures(options, one)
    if options.ics:
        _calendar(options, one)
    if options.page:
        file_paper(options, one, "roadmap", options.page)
    return 0


def _pictures(options: Namespace, one: Loaded) -> None:
    """Draw what is asked for; only a day that is given stands on it, so that it can be kept."""
    on = day(options.on) if options.on else None
    if options.picture:
        content = api.roadmap_picture(
            one.strategy,
            options.picture,
            on=on,
            by=options.by,
            language=options.language,
            fonts=configuration(Path.cwd()).font_files,
        )
        _file(content, options.picture, one, options.language)
    if options.raci:
        content = api.raci_picture(one.strategy, options.raci, on=on, language=options.language)
        _file(content, options.raci, one, options.language)


def _calendar(options: Namespace, one: Loaded) -> None:
    """Write the calendar, and tell what has no date and is not in it."""
    found = api.calendar_of(one.strategy, on=day_of(options), language=options.language)
    _file(found.content, options.ics, one, options.language)
    tell(found.sentence(options.language))


def _file(content: bytes, target: str, one: Loaded, language: str) -> None:
    refuse_own(target, find_strategies(Path(one.path)))
    api.save(content, target)
    tell(Message("wrote {path}", {"path": target}).say(language))
