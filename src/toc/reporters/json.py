"""For programs: everything that was found, as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from toc.findings import KEY, Finding, Severity, Span
from toc.terminal import printable

if TYPE_CHECKING:
    from toc.verdicts import Report, Verdict

__all__ = ["VERSION", "as_data", "render"]

VERSION = 1
"""Grows when something in the output is renamed or taken away."""


def render(report: Report, *, language: str = "en", colour: bool = False) -> str:  # noqa: ARG001 - every reporter is called alike
    """Say everything that was found, messages in one language."""
    # The codes of `printable` are JSON's own, so what it replaces is read back as it was.
    return printable(json.dumps(as_data(report, language), ensure_ascii=False, indent=2)) + "\n"


def as_data(report: Report, language: str) -> dict[str, Any]:
    """Give what `render` writes, as plain data."""
    return {
        "version": VERSION,
        "language": language,
        "on": None if report.on is None else report.on.isoformat(),
        "rules": list(report.rules),
        "counts": _counts(report),
        "known": report.known,
        "failures": [
            {"rule": one.rule, "error": one.error, "where": one.where} for one in report.failures
        ],
        "strategies": [_verdict(verdict, language) for verdict in report.verdicts],
    }


def _counts(report: Report) -> dict[str, int]:
    counts = {severity.word: report.counts[severity] for severity in reversed(Severity)}
    return {**counts, "waived": len(report.waived)}


def _verdict(verdict: Verdict, language: str) -> dict[str, Any]:
    return {
        "path": verdict.path,
        "id": verdict.subject.id,
        "title": verdict.subject.title.say(language),
        "status": verdict.subject.status,
        "findings": [_finding(finding, language) for finding in verdict.findings],
        "waived": [_finding(finding, language) for finding in verdict.waived],
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "message": finding.message.say(language),
        "mend": finding.mend.say(language),
        "question": None if finding.question is None else finding.question.say(language),
        "route": [step for step in finding.route if step != KEY],
        "goal_paths": finding.told_paths,
        "place": _place(finding.span),
        "related": [
            {"message": there.message.say(language), "place": _place(there.span)}
            for there in finding.related
        ],
    }


def _place(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
