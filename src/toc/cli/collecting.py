"""Printing what became of readings: as they were understood, and as they were delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.cli.telling import tell
from toc.terminal import in_one_line
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.findings import Finding, Span
    from toc.importing import Import, Overview

__all__ = ["print_import", "print_overview"]

_MOST = 50
"""So many things of one kind are told; all of them stand in the file of refused rows."""


def print_overview(found: Overview, language: str) -> None:
    """Print what was understood of each indicator, and what was not."""
    tell(in_one_line(found.sentence(language)))
    for one in found.indicators:
        tell(in_one_line(one.sentence(language)))
    _print_findings(found.findings, language)


def print_import(result: Import, language: str, *, shows_change: bool) -> None:
    """Print what came of an import.

    Args:
        result: what came of it.
        language: in which language.
        shows_change: whether to show the change of the spreadsheet of readings.
    """
    delivery = result.delivery
    _print_findings(delivery.notes, language)
    _print_findings([one.finding for one in result.refused], language)
    _print_findings(result.doubtful, language)
    left = [one.finding for one in result.otherwise if not one.is_replaced]
    _print_findings(left, language)
    for said in _remarks(result):
        tell(said.say(language))
    if shows_change:
        tell(result.amended.diff(), end="")


def _remarks(result: Import) -> Iterator[Message]:
    layout, unfilled = result.delivery.layout, result.delivery.unfilled
    if layout is not None and layout.unread:
        columns = list(layout.unread)
        yield Message("nobody knows what these columns hold: {columns}", {"columns": columns})
    if layout is not None and layout.above:
        yield Message(
            "{count} row stands above the heads, and was not read",
            {"count": layout.above},
            plural="{count} rows stand above the heads, and were not read",
        )
    if unfilled:
        yield Message(
            "{count} row has no value yet",
            {"count": unfilled},
            plural="{count} rows have no value yet",
        )


def _print_findings(findings: list[Finding] | tuple[Finding, ...], language: str) -> None:
    for finding in findings[:_MOST]:
        tell(f"{_place(finding.span)}{in_one_line(finding.message.say(language))}")
        for there in finding.related:
            tell(f"    {_place(there.span)}{in_one_line(there.message.say(language))}")
        tell(f"    = {in_one_line(finding.mend.say(language))}")
    more = len(findings) - _MOST
    if more > 0:
        tell(
            Message("… and {count} more", {"count": more}, plural="… and {count} more").say(
                language
            )
        )


def _place(span: Span | None) -> str:
    return "" if span is None else f"{in_one_line(span.path)}:{span.line}:{span.column}: "
