"""Check strategies and say what to mend."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from toc import api
from toc.cli.configuration import configuration
from toc.cli.telling import has_colour, tell
from toc.errors import InputError
from toc.findings import Severity
from toc.reporters import REPORTERS
from toc.words import Message

ABOUT = Message("check strategies and say what to mend")

_NEVER = "never"
_THRESHOLDS = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "advice": Severity.ADVICE,
    _NEVER: None,
}


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "paths",
        nargs="*",
        metavar=Message("PATH").say(language),
        help=Message(
            "strategies, or folders that hold them; what the configuration names when none is "
            "given, else everything below this folder"
        ).say(language),
    )
    command.add_argument(
        "--format",
        choices=list(REPORTERS),
        default="plain",
        help=Message("how to say it (plain by default)").say(language),
    )
    command.add_argument(
        "--fail-on",
        choices=list(_THRESHOLDS),
        help=Message("the gravity from which on the exit code is 1 (error by default)").say(
            language
        ),
    )
    command.add_argument(
        "--select",
        action="append",
        metavar=Message("RULE").say(language),
        help=Message("ask this rule only; may be repeated").say(language),
    )
    command.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar=Message("RULE").say(language),
        help=Message("do not ask this rule; may be repeated").say(language),
    )
    command.add_argument(
        "--on",
        type=_day,
        metavar=Message("DATE").say(language),
        help=Message("the day for which to check (today by default)").say(language),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(
            Message("“{text}” is no day: write it as 2027-06-30", {"text": text})
        ) from None


def run(options: Namespace) -> int:
    """Check, say what was found, and give the exit code."""
    here = configuration(Path.cwd())
    report = api.check_all(
        options.paths or _own_paths(here.folder, here.paths),
        on=options.on or date.today(),  # noqa: DTZ011 - the day on the wall of whoever asks
        select=options.select or here.select or None,
        ignore=[*options.ignore, *here.ignore],
    )
    render = REPORTERS[options.format].render
    told = render(report, language=options.language, colour=has_colour(sys.stdout))
    tell(told, end="", as_it_is=True)
    return int(report.fails(_THRESHOLDS[options.fail_on or here.fail_on]))


def _own_paths(folder: Path, named: tuple[str, ...]) -> list[Path]:
    here = Path.cwd()
    paths = [folder / name for name in named] or [here]
    return [path.relative_to(here) if path.is_relative_to(here) else path for path in paths]
