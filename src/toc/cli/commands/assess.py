"""Say what an assessment found: its areas, what has changed, and what follows."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.asking.printing import format_argument, path_argument, print_answers
from toc.cli.papers import day_argument, day_of, file_paper, page_argument
from toc.cli.reading import read_kindly, refuse_own
from toc.cli.telling import complain, tell
from toc.errors import InputError, NothingToDrawError
from toc.parts import find_strategies
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.assessing.page import AssessmentPage
    from toc.loading import Loaded

ABOUT = Message("say what the regional questionnaire found, and what has changed since")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    path_argument(command, language)
    identifier, file = Message("ID").say(language), Message("FILE").say(language)
    told = {
        "--assessment": (identifier, Message("which one (the last of all areas by default)")),
        "--against": (identifier, Message("the earlier one (the first by default)")),
    }
    for option, (shown, about) in told.items():
        command.add_argument(option, default="", metavar=shown, help=about.say(language))
    day_argument(command, language)
    format_argument(command, language)
    page_argument(command, language)
    command.add_argument(
        "--picture",
        metavar=file,
        help=Message("draw the areas as a radar: .svg, .png, .pdf or .html").say(language),
    )
    command.add_argument(
        "--template",
        action="store_true",
        help=Message("write an empty table with the questions, to be answered").say(language),
    )
    command.add_argument(
        "-o",
        "--output",
        metavar=file,
        help=Message("the file of the empty table: .csv or .xlsx").say(language),
    )


def run(options: Namespace) -> int:
    """Print the assessment of every strategy there is, or write what is asked of one."""
    if options.output and not options.template:
        raise InputError(Message("-o names the file of the empty table: add --template"))
    read = read_kindly(options.path, options.language)
    if not (options.page or options.picture or options.template):
        print_answers([*_pages(options, read)], options.language, options.format)
        return 0
    one, *others = read
    if others:
        raise InputError(Message("there are several strategies: name one of them"))
    _write(options, one)
    return 0


def _pages(options: Namespace, read: Sequence[Loaded]) -> Iterator[AssessmentPage]:
    """Score what there is; where there are several strategies, say on the side which has none."""
    for one in read:
        try:
            yield api.assess(
                one.strategy,
                assessment=options.assessment,
                against=options.against,
                on=day_of(options),
            )
        except NothingToDrawError as error:
            if len(read) == 1:
                raise
            complain(f"{one.path}: {error.message.say(options.language)}")


def _write(options: Namespace, one: Loaded) -> None:
    if options.page and options.against:
        raise InputError(Message("the report compares with the first assessment: leave --against"))
    if options.page:
        file_paper(options, one, "assessment-report", options.page, about=options.assessment)
    if options.picture:
        content = api.assessment_picture(
            one.strategy,
            options.picture,
            on=day_of(options),
            assessment=options.assessment,
            language=options.language,
        )
        _save(options, one, options.picture, content)
    if options.template:
        target = options.output or "answers.csv"
        content = api.answers_template(
            one.strategy, target, assessment=options.assessment, language=options.language
        )
        _save(options, one, target, content)


def _save(options: Namespace, one: Loaded, target: str, content: bytes) -> None:
    refuse_own(target, find_strategies(Path(one.path)))
    api.save(content, target)
    tell(Message("wrote {path}", {"path": target}).say(options.language))
