"""Ask what changes in a scenario."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from toc import api
from toc.cli.asking.printing import format_argument, path_argument, print_answers
from toc.cli.reading import read_kindly
from toc.cli.telling import complain
from toc.errors import InputError, StrategyError
from toc.telling import one_line
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking import Asked
    from toc.model import Strategy

ABOUT = Message("ask what changes when something is gone or turns out not to hold")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    path_argument(command, language)
    for name, said in (
        ("--without", Message("this is gone: an activity, a stakeholder, an input, a link")),
        ("--fails", Message("this does not hold: an assumption; or a risk that occurs")),
        ("--kept --holds", Message("this holds all the same")),
        ("--goal", Message("ask about this goal only; may be repeated")),
    ):
        command.add_argument(
            *name.split(),
            action="append",
            default=[],
            metavar=Message("ID").say(language),
            help=said.say(language),
        )
    command.add_argument(
        "--scenario",
        metavar=Message("FILE").say(language),
        help=Message("a file of scenarios, each told beside the strategy as it is").say(language),
    )
    format_argument(command, language)


def run(options: Namespace) -> int:
    """Print what changes, for every strategy there is."""
    if not (options.without or options.fails or options.scenario):
        raise InputError(
            Message(
                "say what is gone: --without ID, what fails: --fails ID, or give a file: "
                "--scenario FILE"
            )
        )
    try:
        answers = [
            answer
            for one in read_kindly(options.path, options.language)
            for answer in _answers(options, one.strategy)
        ]
    except StrategyError as error:
        for finding in error.findings:
            values = {"finding": one_line(finding, options.language), "mend": finding.mend}
            complain(Message("{finding} ({mend})", values).say(options.language))
        raise
    print_answers(answers, options.language, options.format)
    return 0


def _answers(options: Namespace, strategy: Strategy) -> Iterator[Asked]:
    if options.scenario:
        yield api.what_if_scenarios(strategy, options.scenario, goals=options.goal)
    if options.without or options.fails:
        yield api.what_if(
            strategy,
            without=options.without,
            fails=options.fails,
            kept=options.kept,
            goals=options.goal,
        )
