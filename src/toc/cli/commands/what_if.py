"""Ask what changes in a scenario."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from toc import api
from toc.cli.asking.printing import format_argument, path_argument, print_answers
from toc.cli.reading import read_kindly
from toc.errors import InputError
from toc.words import Message

ABOUT = Message("ask what changes when something is gone or turns out not to hold")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    path_argument(command, language)
    for name, said in (
        ("--without", Message("this is gone: an activity, a stakeholder, an input, a link")),
        ("--fails", Message("this does not hold: an assumption; or a risk that occurs")),
        ("--kept", Message("this holds all the same")),
        ("--goal", Message("ask about this goal only; may be repeated")),
    ):
        command.add_argument(
            name,
            action="append",
            default=[],
            metavar=Message("ID").say(language),
            help=said.say(language),
        )
    format_argument(command, language)


def run(options: Namespace) -> int:
    """Print what changes, for every strategy there is."""
    if not (options.without or options.fails):
        raise InputError(Message("say what is gone: --without ID, or what fails: --fails ID"))
    answers = [
        api.what_if(
            one.strategy,
            without=options.without,
            fails=options.fails,
            kept=options.kept,
            goals=options.goal,
        )
        for one in read_kindly(options.path, options.language)
    ]
    print_answers(answers, options.language, options.format)
    return 0
