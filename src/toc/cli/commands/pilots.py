"""Put the pilots side by side, and what a choice of one needs: a sheet, a picture, an edit."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.asking.printing import format_argument, path_argument, print_answers
from toc.cli.reading import day, read_kindly, refuse_own
from toc.cli.telling import complain, tell
from toc.errors import InputError
from toc.model.refusals import Refusal
from toc.model.values import cost
from toc.parts import find_strategies
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.amending import Amended
    from toc.loading import Loaded

ABOUT = Message("put the pilots side by side: what each reaches, tests, teaches and costs")


_FILE, _DATE, _ID = Message("FILE"), Message("DATE"), Message("ID")
_ONCE = {
    "--sheet": (_FILE, Message("write a decision sheet for signature: .html, .pdf or .docx")),
    "--matrix": (
        _FILE,
        Message("draw pilots, assumptions and goals as a matrix: .svg, .png or .pdf"),
    ),
    "--ranks": (
        _FILE,
        Message(
            "draw in how many of all weightings each has which rank: .svg, .png, .pdf or .html"
        ),
    ),
    "--on": (_DATE, Message("the day that stands on it (today by default)")),
    "--choose": (_ID, Message("propose the edit of the file by which this pilot is chosen")),
    "--because": (Message("TEXT"), Message("why it is chosen")),
    "--after": (
        _ID,
        Message("set this pilot's result against what was agreed, and propose what to update"),
    ),
    "--verdict": (
        Message("WORD"),
        Message("what was decided of it: scale, adapt or stop (read from its texts without)"),
    ),
    "--budget": (
        Message("AMOUNT"),
        Message("choose the pilots that together test most for this amount"),
    ),
}
_OF_ONE = ("sheet", "matrix", "ranks", "choose", "after")
"""What is made of one strategy alone."""

_AGAIN = {
    "--by": (_ID, Message("who chooses it")),
    "--must": (_ID, Message("this pilot is carried out in any case")),
    "--not-with": (Message("ID,ID"), Message("of these pilots at most one is carried out")),
}
"""Options that may be repeated."""


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    path_argument(command, language)
    format_argument(command, language)
    for option, (shown, about) in _ONCE.items():
        command.add_argument(option, metavar=shown.say(language), help=about.say(language))
    for option, (shown, about) in _AGAIN.items():
        name, told = shown.say(language), about.say(language)
        command.add_argument(option, action="append", default=[], metavar=name, help=told)
    command.add_argument(
        "--write",
        action="store_true",
        help=Message("write the proposed edit into the file; else it is only shown").say(language),
    )


def run(options: Namespace) -> int:
    """Print the pilots of every strategy there is, or make what is asked of one."""
    read = read_kindly(options.path, options.language)
    if options.budget is not None:
        budget = _amount(options.budget)
        groups = [[name.strip() for name in one.split(",")] for one in options.not_with]
        found = [
            api.afford_pilots(one.strategy, budget, must=options.must, not_with=groups)
            for one in read
        ]
        print_answers(found, options.language, options.format)
        return 0
    if not any(getattr(options, one) for one in _OF_ONE):
        answers = [api.weigh_pilots(one.strategy) for one in read]
        print_answers(answers, options.language, options.format)
        return 0
    one, *others = read
    if others:
        raise InputError(Message("there are several strategies: name one of them"))
    _papers(options, one)
    if options.after:
        _after(options, one)
    if options.choose:
        _choice(options, one)
    return 0


def _amount(text: str) -> float:
    try:
        return float(cost(text))
    except Refusal:
        values = {"text": text}
        raise InputError(Message("“{text}” is no amount: write it as 60000", values)) from None


def _day(options: Namespace) -> date:
    return day(options.on) if options.on else date.today()  # noqa: DTZ011 - the day on the wall


def _papers(options: Namespace, one: Loaded) -> None:
    on, language = _day(options), options.language
    for target, made in (
        (options.sheet, api.decision_sheet),
        (options.matrix, api.pilots_matrix),
        (options.ranks, api.pilots_ranks),
    ):
        if target:
            refuse_own(target, find_strategies(Path(one.path)))
            api.save(made(one.strategy, target, on=on, language=language), target)
            tell(Message("wrote {path}", {"path": target}).say(language))


def _choice(options: Namespace, one: Loaded) -> None:
    """Show the edit; write it on request only."""
    if not options.because:
        raise InputError(Message("a choice needs its reason: --because"))
    found = api.choose(
        one, options.choose, on=_day(options), by=options.by, because=options.because
    )
    _propose(options, [found])


def _after(options: Namespace, one: Loaded) -> None:
    """Say what a pilot has shown, then the edits; JSON says the edits by what they are for."""
    found = api.after_pilot(one.strategy, options.after, verdict=options.verdict or "")
    print_answers([found], options.language, options.format)
    if options.format == "json" and not options.write:
        return
    edits = api.accept(one, found)
    if edits and options.format != "json":
        tell("")
    _propose(options, edits)


def _propose(options: Namespace, edits: Sequence[Amended]) -> None:
    """Show edits, and write them on request only."""
    for one in edits:
        if options.format != "json":
            tell(one.diff(), end="")
        if options.write:
            api.save(one.after, one.path)
            said = Message("wrote {path}", {"path": str(one.path)}).say(options.language)
            (complain if options.format == "json" else tell)(said)
