"""Findings said in one line: each of them, and how many there are.

Whoever tells more, or in another form, begins with these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from toc.findings import KEY, Finding, Related, Severity
from toc.terminal import Ink, in_one_line
from toc.words import Message

if TYPE_CHECKING:
    from toc.verdicts import Report

__all__ = ["STYLES", "WORDS", "acceptance", "counted", "one_line", "place_of", "slashed", "summary"]

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


_PASSES_FOR_A_FINDING = re.compile(r":(?= (?:error|warning|advice|note)\[)")
_PASSES_FOR_A_LINE = re.compile(r":(?=[0-9])")
_COLON = "\\u003a"


def place_of(finding: Finding) -> str:
    """Give a finding's route as a reader types it: section, entry and field.

    What is about the whole strategy stands where its head does.
    """
    steps = (str(step) for step in finding.route if step != KEY)
    return in_one_line(".".join(steps)) or "strategy"


def slashed(path: str) -> str:
    """Give a path as machines of every kind write it, with slashes."""
    return PurePath(path).as_posix()


def acceptance(finding: Finding) -> Related | None:
    """Give the waiver by which a finding is accepted, and what it says."""
    waivers = (there for there in finding.related if there.route[:1] == ("waivers",))
    return next(reversed([*waivers]), None)


def one_line(finding: Finding, language: str) -> str:
    """Say a finding in one line, `path:line:column: severity[rule]: message`.

    The severity is the English word in every language, so that tools can rely on it.  A
    strategy that was built in Python has no files: its findings begin with the route.
    No path and no route can pass for the rest of the line.
    """
    message = in_one_line(finding.message.say(language))
    return f"{_place(finding)}: {finding.severity.word}[{finding.rule}]: {message}"


def _place(finding: Finding) -> str:
    span = finding.span
    if span is None:
        route = _PASSES_FOR_A_LINE.sub(lambda _: _COLON, place_of(finding))
        return _PASSES_FOR_A_FINDING.sub(lambda _: _COLON, route)
    path = _PASSES_FOR_A_FINDING.sub(lambda _: _COLON, in_one_line(span.path))
    return f"{path}:{span.line}:{span.column}"


def summary(report: Report, *, language: str = "en", colour: bool = False) -> str:
    """Say in one line what was checked and what was found."""
    ink = Ink(colour)
    checked = _checked(report).say(language)
    waived = _left_out(report, language)
    counts = report.counts
    # A note is listed and not counted: so a sketch is left in peace.
    grave = [one for one in WORDS if counts[one] and one is not Severity.NOTE]
    found = [counted(severity, counts[severity]).say(language) for severity in grave]
    if report.failures:
        values = {"count": len(report.failures)}
        failed = Message("{count} rule failed", values, plural="{count} rules failed")
        return ink(f"{checked}: {', '.join([failed.say(language), *found])}{waived}", "red", "bold")
    if not found:
        nothing = Message("{checked}: nothing to mend", {"checked": checked}).say(language)
        return ink(f"{nothing}{waived}", "green", "bold")
    style = STYLES[max(grave)]
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


def counted(severity: Severity, count: int) -> Message:
    """Say how many findings of a gravity there are."""
    values = {"count": count}
    return {
        Severity.ERROR: Message("{count} error", values, plural="{count} errors"),
        Severity.WARNING: Message("{count} warning", values, plural="{count} warnings"),
        Severity.ADVICE: Message(
            "{count} piece of advice", values, plural="{count} pieces of advice"
        ),
        Severity.NOTE: Message("{count} note", values, plural="{count} notes"),
    }[severity]


def _left_out(report: Report, language: str) -> str:
    waived, known = {"count": len(report.waived)}, {"count": report.known}
    said = [
        Message("{count} finding waived", waived, plural="{count} findings waived"),
        Message(
            "{count} finding known from the baseline",
            known,
            plural="{count} findings known from the baseline",
        ),
    ]
    return "".join(f"; {one.say(language)}" for one in said if one.values["count"])
