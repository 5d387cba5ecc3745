"""Check strategies and say what to mend."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.configuration import THRESHOLDS, configuration
from toc.cli.portfolio import check_portfolio
from toc.cli.reading import day, refuse_own
from toc.cli.telling import complain, has_colour, tell
from toc.errors import InputError
from toc.findings import GRADES
from toc.reporters import REPORTERS
from toc.words import Message

if TYPE_CHECKING:
    from toc.cli.configuration import Configuration
    from toc.verdicts import Report

ABOUT = Message("check strategies and say what to mend")

_INCOMPLETE = 2


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    _what_to_check(command, language)
    _what_to_ask(command, language)
    _how_to_tell(command, language)
    _how_to_work(command, language)


def _what_to_check(command: ArgumentParser, language: str) -> None:
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
        "--on",
        type=day,
        metavar=Message("DATE").say(language),
        help=Message("the day for which to check (today by default)").say(language),
    )


def _what_to_ask(command: ArgumentParser, language: str) -> None:
    rule = Message("RULE").say(language)
    command.add_argument(
        "--select",
        action="append",
        default=[],
        metavar=rule,
        help=Message("ask this rule, or this chapter of rules, only; may be repeated").say(
            language
        ),
    )
    command.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar=rule,
        help=Message("do not ask this rule, or this chapter of rules; may be repeated").say(
            language
        ),
    )
    command.add_argument(
        "--no-custom-rules",
        action="store_true",
        help=Message("do not load the project's own rules").say(language),
    )
    command.add_argument(
        "--fail-on",
        choices=THRESHOLDS,
        help=Message("the gravity from which on the exit code is 1 (error by default)").say(
            language
        ),
    )


def _how_to_tell(command: ArgumentParser, language: str) -> None:
    file = Message("FILE").say(language)
    command.add_argument(
        "--format",
        choices=list(REPORTERS),
        help=Message("how to say it (plain by default, github inside GitHub Actions)").say(
            language
        ),
    )
    command.add_argument(
        "--report",
        action="append",
        default=[],
        metavar=Message("FORMAT=FILE").say(language),
        help=Message("write it to a file as well, in that format; may be repeated").say(language),
    )
    command.add_argument(
        "--baseline",
        metavar=file,
        help=Message("do not tell what this file says was there before").say(language),
    )
    command.add_argument(
        "--write-baseline",
        metavar=file,
        help=Message("write what is found to this file, to be left out from now on").say(language),
    )


def _how_to_work(command: ArgumentParser, language: str) -> None:
    command.add_argument(
        "--no-cache",
        action="store_true",
        help=Message("check unchanged files as well").say(language),
    )
    command.add_argument(
        "--timings",
        action="store_true",
        help=Message("say how long each rule took").say(language),
    )


def run(options: Namespace) -> int:
    """Check, say what was found, and give the exit code."""
    here = configuration(Path.cwd())
    reports = [_report_file(text) for text in options.report]
    strategies = api.find(options.paths or _own_paths(here.folder, here.paths))
    for target in (*(file for _, file in reports), *filter(None, [options.write_baseline])):
        refuse_own(target, strategies)
    report = check_portfolio(
        strategies,
        here,
        options,
        on=options.on or date.today(),  # noqa: DTZ011 - the day on the wall of whoever asks
    )
    if options.write_baseline and not report.failures:
        return _write_baseline(report, Path(options.write_baseline), options.language)
    report = _without_known(report, options, here)
    for form, file in reports:
        api.save(REPORTERS[form].render(report, language=options.language), file)
    _tell(report, options)
    if report.failures:
        return _INCOMPLETE
    return int(report.fails(GRADES.get(options.fail_on or here.fail_on)))


def _tell(report: Report, options: Namespace) -> None:
    inside_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    form = options.format or ("github" if inside_actions else "plain")
    render = REPORTERS[form].render
    told = render(report, language=options.language, colour=has_colour(sys.stdout))
    tell(told, end="", as_it_is=True)
    if options.timings:
        for line in _timings(report):
            complain(line)


def _timings(report: Report) -> Iterator[str]:
    """Say how long each rule took over all strategies, in milliseconds, the slowest first."""
    taken: Counter[str] = Counter()
    for verdict in report.verdicts:
        taken.update(verdict.seconds)
    for rule, seconds in sorted(taken.items(), key=lambda one: (-one[1], one[0])):
        yield f"{seconds * 1000:9.3f} ms  {rule}"
    yield f"{sum(taken.values()) * 1000:9.3f} ms"


def _report_file(text: str) -> tuple[str, Path]:
    form, _, file = text.partition("=")
    if form not in REPORTERS or not file:
        values = {"text": text, "known": list(REPORTERS)}
        raise InputError(
            Message("“{text}” is no report: write FORMAT=FILE, with one of {known}", values)
        )
    return form, Path(file)


def _without_known(report: Report, options: Namespace, here: Configuration) -> Report:
    named = options.baseline or (here.baseline and here.folder / here.baseline)
    if not named:
        return report
    from toc.baseline import read_baseline  # noqa: PLC0415 - only who has one

    return read_baseline(Path(named)).without_known(report)


def _write_baseline(report: Report, file: Path, language: str) -> int:
    from toc.baseline import Baseline  # noqa: PLC0415 - only who asks

    baseline = Baseline.of(report)
    api.save(baseline.write(), file)
    values = {"path": str(file), "count": baseline.count}
    said = Message(
        "{path} holds {count} finding, which is not told again",
        values,
        plural="{path} holds {count} findings, which are not told again",
    )
    complain(said.say(language))
    left = len(report.findings) - baseline.count
    if left:
        values = {"count": left}
        said = Message(
            "{count} finding is told all the same, for it hides a part of the file: mend it first",
            values,
            plural="{count} findings are told all the same, for they hide parts of the files: "
            "mend them first",
        )
        complain(said.say(language))
    return 0


def _own_paths(folder: Path, named: tuple[str, ...]) -> list[Path]:
    here = Path.cwd()
    paths = [folder / name for name in named] or [here]
    return [path.relative_to(here) if path.is_relative_to(here) else path for path in paths]
