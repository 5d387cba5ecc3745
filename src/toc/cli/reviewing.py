"""Forms that are filled in at a table, and edits that are shown before they are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.reading import is_there, refuse_own
from toc.cli.telling import tell
from toc.errors import InputError
from toc.model import Date
from toc.model.refusals import Refusal
from toc.parts import find_strategies
from toc.telling import one_line
from toc.terminal import in_one_line
from toc.words import Message

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Sequence
    from datetime import date

    from toc.amending import Amended
    from toc.findings import Finding
    from toc.loading import Loaded

__all__ = [
    "date_argument",
    "form_arguments",
    "propose",
    "tell_findings",
    "write_form",
]


def date_argument(text: str, *, after: date) -> Date:
    """Read the date of the next review as it is typed.

    Raises:
        InputError: when it is none, or not after the review.
    """
    try:
        found = Date.of(text)
    except Refusal as error:
        context = error.context or {}
        values = {"message": context["message"], "mend": context["mend"]}
        raise InputError(Message("{message}: {mend}", values)) from None
    if found.last <= after:
        values = {"date": text, "day": after.isoformat()}
        raise InputError(Message("the next review ({date}) is not after this one ({day})", values))
    return found


def tell_findings(findings: Iterable[Finding], language: str) -> None:
    """Print what is wrong in a form, each with its place and its mend."""
    for finding in findings:
        tell(one_line(finding, language))
        tell(f"  {in_one_line(finding.mend.say(language))}")


def form_arguments(command: ArgumentParser, language: str, form: Message, filled: Message) -> None:
    """Declare the form, its way back, and that the edit is to be written."""
    file = Message("FILE").say(language)
    for name, about in (("form", form), ("from", filled)):
        command.add_argument(f"--{name}", metavar=file, help=about.say(language))
    command.add_argument(
        "--write",
        action="store_true",
        help=Message("write the proposed edit into the file; else it is only shown").say(language),
    )


def write_form(options: Namespace, one: Loaded, text: str) -> None:
    """Write a form to a file of its own.

    Raises:
        InputError: when there is such a file: somebody may have filled it in.
    """
    target = options.form
    refuse_own(target, find_strategies(Path(one.path)))
    if is_there(target):
        raise InputError(Message("{path} is there already: name another file", {"path": target}))
    api.save(text, target)
    tell(Message("wrote {path}", {"path": target}).say(options.language))


def propose(options: Namespace, found: Sequence[Amended]) -> None:
    """Show the edits; write them on request only."""
    for file in found:
        tell(file.diff(), end="")
    if not found:
        tell(Message("the strategy says all of this already").say(options.language))
    elif options.write:
        for file in found:
            api.save(file.after, file.path)
            tell(Message("wrote {path}", {"path": str(file.path)}).say(options.language))
    else:
        tell(Message("nothing is written yet: add --write").say(options.language))
