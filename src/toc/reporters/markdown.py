"""For a pull request: a summary in Markdown, one table for each rule.

It is never longer than a comment on GitHub may be: the gravest rules come first, long
texts and long tables are cut, and the last line says how much is not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.markdown import escaped
from toc.telling import WORDS, counted, place_of, slashed, summary
from toc.words import Message

if TYPE_CHECKING:
    from toc.findings import Finding
    from toc.verdicts import Report, Verdict

__all__ = ["LIMIT", "render"]

LIMIT = 65_536
"""How many characters a comment on GitHub may have."""

_LAST_LINE = 200
_ROWS = 25
_CELL = 400
_REASON = 1_000


@dataclass(frozen=True, slots=True)
class _Told:
    """A finding with the strategy that it is about."""

    finding: Finding
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Table:
    """The findings of one rule.

    Attributes:
        head: what stands above its rows.
        rows: a line for each finding, up to a number.
    """

    head: str
    rows: Sequence[str]

    def within(self, room: int) -> Sequence[str]:
        """Give the lines of as many rows as there is room for, none where not one fits."""
        lines = [self.head]
        left = room - len(self.head)
        for row in self.rows:
            left -= 1 + len(row)
            if left < 0:
                break
            lines.append(row)
        return lines if len(lines) > 1 else ()


def render(report: Report, *, language: str = "en", colour: bool = False) -> str:  # noqa: ARG001 - every reporter is called alike
    """Say how much was found, then what, rule by rule, the gravest first."""
    parts = [f"**{escaped(summary(report, language=language))}**"]
    room = LIMIT - _LAST_LINE - len(parts[0])
    told = 0
    for table in (*_failures(report, language), *_tables(report, language)):
        lines = table.within(room - 2)
        if lines:
            parts.append("\n".join(lines))
            room -= 2 + len(parts[-1])
            told += len(lines) - 1
    more = len(report.findings) + len(report.failures) - told
    if more:
        said = Message("… and {count} more", {"count": more}, plural="… and {count} more")
        parts.append(escaped(said.say(language)))
    return "\n\n".join(parts) + "\n"


def _failures(report: Report, language: str) -> Iterator[_Table]:
    if report.failures:
        word = Message("fault of the tool").say(language)
        rows = [
            f"- `{one.rule}`: {_cut(one.error, _CELL)} ({_cut(one.where, _CELL)})"
            for one in report.failures[:_ROWS]
        ]
        yield _Table(f"### {escaped(word)}\n", rows)


def _tables(report: Report, language: str) -> Iterator[_Table]:
    by_rule: defaultdict[str, list[_Told]] = defaultdict(list)
    for verdict in report.verdicts:
        for finding in verdict.findings:
            by_rule[finding.rule].append(_Told(finding, verdict))
    groups = [sorted(told, key=lambda one: -one.finding.severity) for told in by_rule.values()]
    several = len(report.verdicts) > 1
    for told in sorted(groups, key=lambda one: -one[0].finding.severity):
        yield _table(told, language, several=several)


def _table(told: Sequence[_Told], language: str, *, several: bool) -> _Table:
    first = told[0]
    rule = first.finding.rule
    reason = first.verdict.reasons.get(rule)
    why = _cut(reason.say(language), _REASON) if reason is not None else ""
    heads = (Message("Place"), Message("What was found"), Message("Mend"))
    lines = [
        f"### `{rule}`: {_counts(told, language)}\n",
        *([f"{why}\n"] if why else []),
        f"| {' | '.join(one.say(language) for one in heads)} |",
        "| --- | --- | --- |",
    ]
    usual = first.finding.severity
    rows = [_row(one, usual, language, several=several) for one in told[:_ROWS]]
    return _Table("\n".join(lines), rows)


def _counts(told: Sequence[_Told], language: str) -> str:
    found = [one.finding.severity for one in told]
    counts = ((one, found.count(one)) for one in WORDS)
    return ", ".join(counted(one, count).say(language) for one, count in counts if count)


def _row(told: _Told, usual: Severity, language: str, *, several: bool) -> str:
    """Write a finding's row; its gravity is said where it is not that of the first."""
    finding = told.finding
    cells = (
        _place(told, language, several=several),
        finding.message.say(language),
        finding.mend.say(language),
    )
    place, *others = (_cut(cell, _CELL) for cell in cells)
    if finding.severity is not usual:
        place += f" ({escaped(WORDS[finding.severity].say(language))})"
    return f"| {' | '.join((place, *others))} |"


def _place(told: _Told, language: str, *, several: bool) -> str:
    span, subject = told.finding.span, told.verdict.subject
    if span is not None:
        return f"{slashed(span.path)}:{span.line}"
    whose = subject.id or subject.title.say(language)
    return f"{whose}: {place_of(told.finding)}" if several and whose else place_of(told.finding)


def _cut(text: str, most: int) -> str:
    short = text if len(text) <= most else f"{text[:most]}…"
    return escaped(short)
