"""For GitHub Actions: annotations in the files of a pull request, and a last line.

See GitHub's documentation of workflow commands for the form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.telling import place_of, slashed, summary
from toc.terminal import in_one_line, printable
from toc.words import Message

if TYPE_CHECKING:
    from toc.findings import Finding
    from toc.verdicts import Report

__all__ = ["render"]

_COMMANDS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "notice",
    Severity.NOTE: "notice",
}


def render(report: Report, *, language: str = "en", colour: bool = False) -> str:  # noqa: ARG001 - every reporter is called alike
    """Say every finding as an annotation, what belongs to it as further lines of the same."""
    lines = [_annotation(finding, language) for finding in report.findings]
    for failure in report.failures:
        said = f"{failure.error} ({failure.where})"
        lines.append(_command("error", {"title": f"toc: {failure.rule}"}, in_one_line(said)))
    return "\n".join([*lines, summary(report, language=language)]) + "\n"


def _annotation(finding: Finding, language: str) -> str:
    properties: dict[str, object] = {}
    if finding.span is not None:
        span = finding.span
        properties = {"file": slashed(span.path), "line": span.line, "endLine": span.end_line}
        # GitHub shows columns only within one line, and its last one is inside.
        if span.line == span.end_line:
            last = max(span.column, span.end_column - 1)
            properties |= {"col": span.column, "endColumn": last}
    properties["title"] = finding.rule
    said = "\n".join(_lines(finding, language))
    return _command(_COMMANDS[finding.severity], properties, said)


def _lines(finding: Finding, language: str) -> Iterator[str]:
    place = "" if finding.span is not None else f"{place_of(finding)}: "
    yield f"{place}{in_one_line(finding.message.say(language))}"
    mend = Message("mend").say(language)
    yield f"{mend}: {in_one_line(finding.mend.say(language))}"
    for there in finding.related:
        span = there.span
        where = "" if span is None else f" ({span.path}:{span.line}:{span.column})"
        yield f"{in_one_line(there.message.say(language))}{in_one_line(where)}"


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    safe = "\n".join(printable(line) for line in text.split("\n"))
    return safe.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
