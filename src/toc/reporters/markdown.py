"""For a pull request: a summary in Markdown, grouped by what there is to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.markdown import escaped
from toc.telling import STYLES, WORDS, place_of, summary
from toc.words import Message

if TYPE_CHECKING:
    from toc.findings import Finding
    from toc.verdicts import Report, Verdict

__all__ = ["render"]

_MOST = 200
"""How many findings are told in full: a comment on GitHub ends at 65,536 characters."""


def render(report: Report, *, language: str = "en", colour: bool = False) -> str:  # noqa: ARG001 - every reporter is called alike
    """Say what was found, strategy by strategy, one table for each rule."""
    parts = [f"**{escaped(summary(report, language=language))}**"]
    left = _MOST
    for verdict in report.verdicts:
        if verdict.findings:
            parts += _strategy(verdict, verdict.findings[:left], language)
            left -= len(verdict.findings[:left])
    more = len(report.findings) - _MOST
    if more > 0:
        said = Message("… and {count} more", {"count": more}, plural="… and {count} more")
        parts.append(escaped(said.say(language)))
    parts += [f"`{one.rule}`: {escaped(one.error)}" for one in report.failures]
    return "\n\n".join(parts) + "\n"


def _strategy(verdict: Verdict, findings: Sequence[Finding], language: str) -> Iterator[str]:
    title = verdict.subject.title.say(language) or verdict.path
    yield f"## {escaped(title)}"
    for severity in STYLES:
        by_rule: dict[str, list[Finding]] = {}
        for finding in findings:
            if finding.severity is severity:
                by_rule.setdefault(finding.rule, []).append(finding)
        for rule, members in by_rule.items():
            yield _rule(rule, severity, members, verdict, language)


def _rule(
    rule: str, severity: Severity, members: Sequence[Finding], verdict: Verdict, language: str
) -> str:
    word = WORDS[severity].say(language)
    reason = verdict.reasons.get(rule)
    why = "" if reason is None else f"\n\n{escaped(reason.say(language))}"
    heads = [Message("Place"), Message("What was found"), Message("Mend")]
    head = " | ".join(one.say(language) for one in heads)
    rows = "\n".join(f"| {_row(one, language)} |" for one in members)
    return f"### {word}: `{rule}`{why}\n\n| {head} |\n| --- | --- | --- |\n{rows}"


def _row(finding: Finding, language: str) -> str:
    span = finding.span
    place = place_of(finding) if span is None else f"{span.path}:{span.line}"
    cells = (place, finding.message.say(language), finding.mend.say(language))
    return " | ".join(map(escaped, cells))
