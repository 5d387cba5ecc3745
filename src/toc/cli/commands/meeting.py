"""Prepare a meeting, and write it down: invitation, agenda, minutes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from toc import api
from toc.cli.asking.printing import path_argument
from toc.cli.papers import day_argument, day_of, file_paper
from toc.cli.reading import is_there, read_kindly
from toc.cli.reviewing import form_arguments, propose, tell_findings, write_form
from toc.cli.telling import tell
from toc.errors import InputError
from toc.words import Message

if TYPE_CHECKING:
    from toc.loading import Loaded

ABOUT = Message("prepare a meeting, and write it down: invitation, agenda, minutes")

_PAPERS = ("invitation", "agenda", "minutes")
_FINDINGS = 1


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "event",
        nargs="?",
        metavar=Message("EVENT").say(language),
        help=Message("the id of the event; without one they are listed").say(language),
    )
    path_argument(command, language)
    day_argument(command, language)
    file = Message("FILE").say(language)
    told = {
        "invitation": Message("write the invitation to this file: .docx, .pdf, .html or .md"),
        "agenda": Message("write the agenda to this file"),
        "minutes": Message("write the minutes to this file: to fill in, or filled"),
    }
    for name in _PAPERS:
        command.add_argument(f"--{name}", metavar=file, help=told[name].say(language))
    form_arguments(
        command,
        language,
        Message("write a form to this file, to fill in during the event"),
        Message("take in the form that was filled in, and show what it adds"),
    )


def run(options: Namespace) -> int:
    """List the events, tell of one, or write its papers."""
    event, path = options.event, options.path
    if event is not None and path == "." and is_there(event):
        # Whoever gives a path alone asks which events there are.
        event, path = None, event
    strategies = read_kindly(path, options.language)
    if event is None:
        if any(_asked(options)):
            raise InputError(Message("say of which event: “toc meeting” lists them"))
        for one in strategies:
            tell(_listed(options, one), end="")
        return 0
    one, *others = strategies
    if others:
        raise InputError(Message("there are several strategies: name one of them"))
    return _of_one(options, one, api.event_named(one.strategy, event))


def _asked(options: Namespace) -> tuple[str | None, ...]:
    return tuple(getattr(options, name) for name in (*_PAPERS, "form", "from"))


def _of_one(options: Namespace, one: Loaded, event: str) -> int:
    for name in _PAPERS:
        target = getattr(options, name)
        if target:
            file_paper(options, one, name, target, about=event)
    on, language = day_of(options), options.language
    if options.form:
        text = api.meeting_form(one.strategy, event, path=one.path, language=language)
        write_form(options, one, text)
    if getattr(options, "from"):
        return _taken_in(options, one, event)
    if not any(_asked(options)):
        text = api.meeting_text(one.strategy, event, on=on, path=one.path, language=language)
        tell(text, end="")
    return 0


def _taken_in(options: Namespace, one: Loaded, event: str) -> int:
    """Take a form in; what is wrong in it is told and nothing is written."""
    found = api.read_meeting_form(getattr(options, "from"), one.strategy, event)
    if found.record is None:
        tell_findings(found.findings, options.language)
        return _FINDINGS
    propose(options, api.amend_by_meeting(one, found.record))
    return 0


def _listed(options: Namespace, one: Loaded) -> str:
    return api.meetings_text(
        one.strategy, on=day_of(options), path=one.path, language=options.language
    )
