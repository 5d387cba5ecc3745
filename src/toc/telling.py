"""Findings said in one line: each of them, and how many there are.

Whoever tells more, or in another form, begins with these.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from toc.findings import KEY, Finding, Severity
from toc.terminal import Ink, in_one_line
from toc.words import Message

if TYPE_CHECKING:
    from toc.verdicts import Report

__all__ = ["STYLES", "WORDS", "one_line", "place_of", "summary"]

STYLES: Mapping[Severity, str] = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.ADVICE: "cyan",
    Severity.NOTE: "blue",
}
WORDS: Mapping[Severity, Message] = {
    Severity.ERROR: Message("error"),
    Severity.WARNING: Message("warning"),
    Severity.ADVICE: Message("advice"),
    Severity.NOTE: Message("note"),
}


def place_of(finding: Finding) -> str:
    """Give a finding's route as a reader types it: section, entry and field."""
    return in_one_line(".".join(str(step) for step in finding.route if step != KEY))


def one_line(finding: Finding, language: str) -> str:
    """Say a finding in one line, `path:line:column: severity[rule]: message`.

    The severity is the English word in every language, so that tools can rely on it.  A
    strategy that was built in Python has no files: its findings begin with the route.
    """
    span = finding.span
    place = place_of(finding) if span is None else f"{span.path}:{span.line}:{span.column}"
    message = in_one_line(finding.message.say(language))
    return f"{in_one_line(place)}: {finding.severity.word}[{finding.rule}]: {message}"


def summary(report: Report, *, language: str = "en", colour: bool = False) -> str:
    """Say in one line what was checked and what was found."""
    ink = Ink(colour)
    checked = _checked(report).say(language)
    waived = _waived(report, language)
    counts = report.counts
    # A note is listed and not counted: so a sketch is left in peace.
    counted = [one for one in WORDS if counts[one] and one is not Severity.NOTE]
    found = [_count(severity, counts[severity]).say(language) for severity in counted]
    if report.failures:
        values = {"count": len(report.failures)}
        failed = Message("{count} rule failed", values, plural="{count} rules failed")
        return ink(f"{checked}: {', '.join([failed.say(language), *found])}{waived}", "red", "bold")
    if not found:
        nothing = Message("{checked}: nothing to mend", {"checked": checked}).say(language)
        return ink(f"{nothing}{waived}", "green", "bold")
    style = STYLES[max(counted)]
    return ink(f"{checked}: {', '.join(found)}{waived}", style, "bold")


def _checked(report: Report) -> Message:
    subjects = [verdict.subject for verdict in report.verdicts]
    nodes = sum(subject.nodes for subject in subjects)
    values = {
        "strategies": Message(
            "{count} strategy", {"count": len(subjects)}, plural="{count} strategies"
        ),
        "nodes": Message("{count} node", {"count": nodes}, plural="{count} nodes"),
        "links": Message(
            "{count} link",
            {"count": sum(subject.links for subject in subjects)},
            plural="{count} links",
        ),
        "rules": Message("{count} rule", {"count": len(report.rules)}, plural="{count} rules"),
    }
    return Message("{strategies} with {nodes} and {links}, checked by {rules}", values)


def _count(severity: Severity, count: int) -> Message:
    values = {"count": count}
    return {
        Severity.ERROR: Message("{count} error", values, plural="{count} errors"),
        Severity.WARNING: Message("{count} warning", values, plural="{count} warnings"),
        Severity.ADVICE: Message(
            "{count} piece of advice", values, plural="{count} pieces of advice"
        ),
    }[severity]


def _waived(report: Report, language: str) -> str:
    count = len(report.waived)
    if not count:
        return ""
    said = Message("{count} finding waived", {"count": count}, plural="{count} findings waived")
    return f"; {said.say(language)}"
