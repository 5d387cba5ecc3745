"""Answers on paper or as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from toc.cli.telling import tell
from toc.words import Message

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence

__all__ = ["Written", "format_argument", "path_argument", "print_answers"]

FORMATS = ("text", "json")


class Written(Protocol):
    """Whatever can be written for a meeting and for programs."""

    def text(self, language: str = ..., /) -> str:
        """Write it for a meeting."""
        ...

    def as_data(self, language: str = ..., /) -> dict[str, object]:
        """Give it as plain data."""
        ...


def format_argument(command: ArgumentParser, language: str) -> None:
    """Declare the form of what is printed."""
    command.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help=Message("text for people, JSON for programs").say(language),
    )


def path_argument(command: ArgumentParser, language: str) -> None:
    """Declare where the strategy is."""
    command.add_argument(
        "path",
        nargs="?",
        default=".",
        metavar=Message("PATH").say(language),
        help=Message("a strategy, or a folder that holds some (this folder by default)").say(
            language
        ),
    )


def print_answers(answers: Sequence[Written], language: str, form: str) -> None:
    """Print answers, one strategy after the other."""
    if form == "json":
        data = {"strategies": [one.as_data(language) for one in answers]}
        tell(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        tell("\n".join(one.text(language) for one in answers), end="")
