"""For code scanning: SARIF 2.1.0, the standard of OASIS for results of static analysis.

Each rule that was asked is described as far as the verdicts have its words, each finding
is a result with what belongs to it, and an accepted one says who accepts it and why.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from toc.findings import KEY, Severity
from toc.telling import acceptance, place_of
from toc.terminal import in_one_line, printable
from toc.words import spoken

if TYPE_CHECKING:
    from toc.findings import Finding, Related, Span
    from toc.verdicts import Failure, Report
    from toc.words import Sayable

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
    names = _rules(report)
    numbers = {name: number for number, name in enumerate(names)}
    results = [
        _result(finding, numbers, language, accepted=accepted)
        for accepted, findings in ((False, report.findings), (True, report.waived))
        for finding in findings
    ]
    run = {
        "tool": {"driver": {"name": "toc", "rules": [*_described(names, report, language)]}},
        "language": spoken(language),
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, numbers)],
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return printable(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rules(report: Report) -> list[str]:
    """Give the rules that were asked, and whatever else something is told of."""
    told = {finding.rule for finding in (*report.findings, *report.waived)}
    return sorted({*report.rules, *told, *(failure.rule for failure in report.failures)})


def _described(
    names: list[str], report: Report, language: str
) -> Iterator[dict[str, str | dict[str, str]]]:
    reasons: dict[str, Sayable] = {}
    summaries: dict[str, Sayable] = {}
    for verdict in report.verdicts:
        reasons.update(verdict.reasons)
        summaries.update(verdict.summaries)
    for name in names:
        summary, reason = _words(summaries, name, language), _words(reasons, name, language)
        whole = " ".join(filter(None, (summary, reason)))
        texts = {"shortDescription": summary, "fullDescription": whole, "help": reason}
        yield {"id": name, **{key: {"text": text} for key, text in texts.items() if text}}


def _words(words: Mapping[str, Sayable], name: str, language: str) -> str:
    return _line(words[name], language) if name in words else ""


def _invocation(report: Report, numbers: Mapping[str, int]) -> dict[str, Any]:
    told = [_notification(failure, numbers) for failure in report.failures]
    return {"executionSuccessful": not report.failures, "toolExecutionNotifications": told}


def _notification(failure: Failure, numbers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "level": "error",
        "associatedRule": {"id": failure.rule, "index": numbers[failure.rule]},
        "message": {"text": in_one_line(f"{failure.error} ({failure.where})")},
    }


def _result(
    finding: Finding, numbers: Mapping[str, int], language: str, *, accepted: bool
) -> dict[str, Any]:
    said = f"{_line(finding.message, language)}; {_line(finding.mend, language)}"
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "kind": "fail" if finding.severity else "informational",
        "level": _LEVELS[finding.severity],
        "message": {"text": said},
        "locations": [_location(finding)],
        "relatedLocations": [
            _related(number, there, language) for number, there in enumerate(finding.related)
        ],
        "partialFingerprints": {"toc/v1": _fingerprint(finding)},
        # The standard wants it of all results as soon as one has it: here nothing is nothing.
        "suppressions": [_suppression(acceptance(finding), language)] if accepted else [],
        "properties": {"severity": finding.severity.word, "goalPaths": finding.told_paths},
    }


def _suppression(waiver: Related | None, language: str) -> dict[str, Any]:
    given: dict[str, Any] = {"kind": "inSource", "status": "accepted"}
    if waiver is not None:
        given["justification"] = _line(waiver.message, language)
        if waiver.span is not None:
            given["location"] = {"physicalLocation": _physical(waiver.span)}
    return given


def _line(said: Sayable, language: str) -> str:
    return in_one_line(said.say(language))


def _location(finding: Finding) -> dict[str, Any]:
    physical = {} if finding.span is None else {"physicalLocation": _physical(finding.span)}
    return {**physical, "logicalLocations": [{"fullyQualifiedName": place_of(finding)}]}


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
    """Name a file from the working folder, and one that is not in it from the root."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link is named as it was found
    here = Path.cwd()
    if not whole.is_relative_to(here):
        return whole.as_uri()
    return quote(os.fsencode(whole.relative_to(here).as_posix()))


def _fingerprint(finding: Finding) -> str:
    """Name a finding so that it is known again when its line has moved."""
    steps = [str(step) for step in finding.route if step != KEY and not isinstance(step, int)]
    name = "\0".join((finding.rule, "" if finding.span is None else finding.span.path, *steps))
    return blake2b(name.encode(errors="surrogatepass"), digest_size=16).hexdigest()
