"""Put the pilots side by side."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from toc import api
from toc.cli.asking.printing import format_argument, path_argument, print_answers
from toc.cli.reading import read_kindly
from toc.words import Message

ABOUT = Message("put the pilots side by side: what each reaches, tests, teaches and costs")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    path_argument(command, language)
    format_argument(command, language)


def run(options: Namespace) -> int:
    """Print the pilots of every strategy there is."""
    read = read_kindly(options.path, options.language)
    answers = [api.weigh_pilots(one.strategy) for one in read]
    print_answers(answers, options.language, options.format)
    return 0
