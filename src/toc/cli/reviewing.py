"""What the command for reviews reads and tells beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.cli.telling import tell
from toc.errors import InputError
from toc.model import Date
from toc.model.refusals import Refusal
from toc.telling import one_line
from toc.terminal import in_one_line
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from toc.findings import Finding

__all__ = ["date_argument", "tell_findings"]


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
