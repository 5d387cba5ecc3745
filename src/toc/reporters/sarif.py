"""For code scanning: SARIF 2.1.0, the standard of OASIS for results of static analysis."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from toc.findings import KEY, Severity
from toc.telling import place_of
from toc.terminal import in_one_line, printable

if TYPE_CHECKING:
    from toc.findings import Finding, Related, Span
    from toc.verdicts import Report

__all__ = ["render"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "note",
    Severity.NOTE: "none",
}


def render(report: Report, *, language: str = "en", colour: bool = False) -> str:  # noqa: ARG001 - every reporter is called alike
    """Say everything that was found, as one run."""
    numbers = {name: number for number, name in enumerate(report.rules)}
    results = [
        _result(finding, numbers, language, accepted=accepted)
        for accepted, findings in ((False, report.findings), (True, report.waived))
        for finding in findings
    ]
    run = {
        "tool": {"driver": _driver(report, language)},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return printable(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _driver(report: Report, language: str) -> dict[str, Any]:
    reasons = {
        name: reason for verdict in report.verdicts for name, reason in verdict.reasons.items()
    }
    return {
        "name": "toc",
        "rules": [
            {
                "id": name,
                **({"help": {"text": reasons[name].say(language)}} if name in reasons else {}),
            }
            for name in report.rules
        ],
    }


def _invocation(report: Report) -> dict[str, Any]:
    return {
        "executionSuccessful": not report.failures,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "associatedRule": {"id": failure.rule},
                "message": {"text": f"{failure.error} ({failure.where})"},
            }
            for failure in report.failures
        ],
    }


def _result(
    finding: Finding, numbers: Mapping[str, int], language: str, *, accepted: bool
) -> dict[str, Any]:
    said = f"{_line(finding.message, language)}; {_line(finding.mend, language)}"
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": said},
        "locations": [_location(finding)],
        "relatedLocations": [
            _related(number, there, language) for number, there in enumerate(finding.related)
        ],
        "partialFingerprints": {"toc/v1": _fingerprint(finding)},
        "properties": {"severity": finding.severity.word, "goalPaths": str(finding.goal_paths)},
    }
    if accepted:
        result["suppressions"] = [{"kind": "inSource", "status": "accepted"}]
    return result


def _line(said: Any, language: str) -> str:
    return in_one_line(said.say(language))


def _location(finding: Finding) -> dict[str, Any]:
    logical = {"fullyQualifiedName": place_of(finding) or "strategy"}
    physical = {} if finding.span is None else {"physicalLocation": _physical(finding.span)}
    return {**physical, "logicalLocations": [logical]}


def _related(number: int, there: Related, language: str) -> dict[str, Any]:
    physical = {} if there.span is None else {"physicalLocation": _physical(there.span)}
    return {"id": number, "message": {"text": _line(there.message, language)}, **physical}


def _physical(span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": _uri(span.path)},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": max(span.end_column, 1),
        },
    }


def _uri(path: str) -> str:
    if PurePath(path).is_absolute():
        return Path(path).as_uri()
    return quote(PurePath(path).as_posix())


def _fingerprint(finding: Finding) -> str:
    """Name a finding so that it is known again when its line has moved."""
    steps = [str(step) for step in finding.route if step != KEY and not isinstance(step, int)]
    name = "\0".join((finding.rule, "" if finding.span is None else finding.span.path, *steps))
    return blake2b(name.encode(), digest_size=16).hexdigest()
