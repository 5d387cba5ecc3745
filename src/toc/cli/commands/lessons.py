"""Tell what was learned, and what others learned that may hold here too."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from toc import api
from toc.cli.asking.printing import format_argument
from toc.cli.papers import day_argument, day_of, file_paper, page_argument
from toc.cli.reading import read_kindly
from toc.cli.several import paths_argument, read_several
from toc.cli.telling import tell
from toc.errors import InputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.loading import Loaded
    from toc.model import Strategy

ABOUT = Message("tell what was learned, and what others learned that may hold here too")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    paths_argument(command, language)
    command.add_argument(
        "--for",
        dest="learner",
        metavar=Message("STRATEGY").say(language),
        help=Message("the strategy whose readers want to learn (each in turn by default)").say(
            language
        ),
    )
    command.add_argument(
        "--about",
        default="",
        metavar=Message("ID").say(language),
        help=Message("only what was learned about this, or may hold for it").say(language),
    )
    day_argument(command, language)
    format_argument(command, language)
    page_argument(command, language)


def run(options: Namespace) -> int:
    """Print the lessons, or write them as a document."""
    read = read_several(options.paths, options.language)
    learners = (_learner(options),) if options.learner else _concerned(read, options.about)
    if options.page:
        one, *more = learners
        if more:
            raise InputError(
                Message("there are several strategies: name the one that learns, --for")
            )
        others = _others(one, read)
        file_paper(options, one, "lessons", options.page, about=options.about, others=others)
    elif options.format == "json":
        data = {"strategies": [_data(options, one, _others(one, read)) for one in learners]}
        tell(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        tell("\n".join(_text(options, one, _others(one, read)) for one in learners), end="")
    return 0


def _learner(options: Namespace) -> Loaded:
    one, *others = read_kindly(options.learner, options.language)
    if others:
        raise InputError(Message("there are several strategies: name one of them"))
    return one


def _concerned(read: Sequence[Loaded], about: str) -> Sequence[Loaded]:
    """Give the strategies that have what is asked about; all of them, where none has."""
    found = [one for one in read if about and about.lower() in one.strategy.index]
    return found or read


def _others(one: Loaded, read: Sequence[Loaded]) -> list[Strategy]:
    own = os.path.realpath(one.path)
    return [other.strategy for other in read if os.path.realpath(other.path) != own]


def _text(options: Namespace, one: Loaded, others: Sequence[Strategy]) -> str:
    made = api.document(
        one.strategy,
        "lessons",
        on=day_of(options),
        about=options.about,
        language=options.language,
        others=others,
    )
    return api.written(made, "md").decode()


def _data(options: Namespace, one: Loaded, others: Sequence[Strategy]) -> dict[str, object]:
    language, about = options.language, options.about
    learned = api.learned(one.strategy, about)
    found = api.found_again(one.strategy, others)
    return {
        "strategy": one.strategy.head.id,
        "title": one.strategy.title.say(language),
        "lessons": [lesson.as_data(language) for lesson in learned],
        "found_again": [each.as_data(language) for each in found if each.touches(about)],
        "found_out": [
            each.as_data(language)
            for each in api.found_out(one.strategy, others)
            if not about or each.here.name.lower() == about.lower()
        ],
    }
