"""Hold a review: what moved, what is overdue, what is to be decided; and write it down."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from toc import api
from toc.cli.asking.printing import format_argument, path_argument
from toc.cli.papers import day_argument, day_of, file_paper, page_argument
from toc.cli.reading import read_kindly
from toc.cli.reviewing import (
    date_argument,
    form_arguments,
    propose,
    tell_findings,
    write_form,
)
from toc.cli.telling import tell
from toc.errors import InputError
from toc.words import Message

if TYPE_CHECKING:
    from toc.loading import Loaded
    from toc.model import Date
    from toc.reviewing import Minutes

ABOUT = Message("hold a review: what moved, what is overdue, what is to be decided")

_AUTO = "auto"
_TYPED = ("decide", "status")
_FINDINGS = 1


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    path_argument(command, language)
    day_argument(command, language)
    page_argument(command, language)
    format_argument(command, language)
    form_arguments(
        command,
        language,
        Message("write a form to this file, to fill in during the review"),
        Message("take in the form that was filled in, and show what it changes"),
    )
    _typed_arguments(command, language)


def _typed_arguments(command: ArgumentParser, language: str) -> None:
    several = {
        "decide": ("ID=change: …", Message("a decision: keep, change or stop, and why")),
        "status": ("ID=holding", Message("what is known of an assumption since")),
        "by": (Message("ID").say(language), Message("who took part")),
    }
    for name, (shown, about) in several.items():
        command.add_argument(
            f"--{name}", action="append", default=[], metavar=shown, help=about.say(language)
        )
    command.add_argument(
        "--next",
        default=_AUTO,
        metavar=Message("DATE").say(language),
        help=Message("the next review; auto reckons it from the stages").say(language),
    )
    command.add_argument(
        "--because",
        default="",
        metavar=Message("TEXT").say(language),
        help=Message("what changes, in a sentence for the changelog").say(language),
    )


def run(options: Namespace) -> int:
    """Tell of the review of every strategy there is, or do what is asked of one."""
    strategies = read_kindly(options.path, options.language)
    asked = [getattr(options, name) for name in ("page", "form", "from", *_TYPED)]
    if not any(asked):
        _refuse_undecided(options)
        _tell(options, strategies)
        return 0
    one, *others = strategies
    if others:
        raise InputError(Message("there are several strategies: name one of them"))
    if options.page:
        file_paper(options, one, "review", options.page)
    if options.form:
        _form(options, one)
    if getattr(options, "from"):
        return _taken_in(options, one)
    if any(getattr(options, name) for name in _TYPED):
        propose(options, api.amend_by_review(one, _minutes(options, one)))
    return 0


def _refuse_undecided(options: Namespace) -> None:
    """See to it that what goes with a decision is not dropped without a word."""
    if options.by or options.because or options.write or options.next != _AUTO:
        raise InputError(
            Message(
                "nothing is decided: --by, --next, --because and --write go with --decide, "
                "--status or --from"
            )
        )


def _tell(options: Namespace, strategies: tuple[Loaded, ...]) -> None:
    on, language = day_of(options), options.language
    if options.format == "json":
        data = [api.review(one.strategy, on=on).as_data(language) for one in strategies]
        tell(json.dumps({"strategies": data}, ensure_ascii=False, indent=2))
        return
    texts = (
        api.review_text(one.strategy, on=on, path=one.path, language=language) for one in strategies
    )
    tell("\n".join(texts), end="")


def _form(options: Namespace, one: Loaded) -> None:
    on, language = day_of(options), options.language
    write_form(options, one, api.review_form(one.strategy, on=on, path=one.path, language=language))


def _taken_in(options: Namespace, one: Loaded) -> int:
    """Take a form in; what is wrong in it is told and nothing is written."""
    path = getattr(options, "from")
    filled = api.read_review_form(path, one.strategy, on=day_of(options))
    if filled.minutes is None:
        tell_findings(filled.findings, options.language)
        return _FINDINGS
    propose(options, api.amend_by_review(one, filled.minutes))
    return 0


def _minutes(options: Namespace, one: Loaded) -> Minutes:
    return api.typed_minutes(
        one.strategy,
        on=day_of(options),
        decisions=options.decide,
        states=options.status,
        by=options.by,
        next_one=_next(options, one),
        because=options.because,
    )


def _next(options: Namespace, one: Loaded) -> Date:
    on = day_of(options)
    if options.next == _AUTO:
        return api.next_review(one.strategy, on=on)
    return date_argument(options.next, after=on)
