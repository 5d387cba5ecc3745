"""For notebooks and pages: a fragment of HTML that needs nothing else, in light and in dark.

There is no script in it and no request.  Its style is bound to its own class, and it says
all with headings, tables and words, so that it can be read where styles are taken away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.telling import counted, place_of, slashed, summary
from toc.terminal import in_one_line
from toc.words import Message, spoken

if TYPE_CHECKING:
    from toc.findings import Finding, Related, Span
    from toc.verdicts import Report, Verdict

__all__ = ["render"]

_STRATEGIES = 100
"""So many strategies are told in full; who has thousands reads the counts."""

_ROWS = 50
"""So many findings of one rule: from there on they are one story."""

_CELL = 2_000

_SHAPES: Mapping[Severity, str] = {
    Severity.ERROR: (
        "M1 1H15V15H1Z"
        "M4.5 5.9L6.6 8 4.5 10.1 5.9 11.5 8 9.4 10.1 11.5 11.5 10.1 9.4 8 11.5 5.9 10.1 4.5 "
        "8 6.6 5.9 4.5Z"
    ),
    Severity.WARNING: "M8 1L15.5 15H.5ZM7.2 6V10.5H8.8V6ZM7.2 12V13.5H8.8V12Z",
    Severity.ADVICE: "M8 1a7 7 0 1 0 .01 0ZM7.2 7V12H8.8V7ZM7.2 4V5.6H8.8V4Z",
    Severity.NOTE: "M8 3a5 5 0 1 0 .01 0ZM8 5a3 3 0 1 0 .01 0Z",
}
"""A square with a cross, a triangle, a full circle, a ring: told apart without colour."""


def render(report: Report, *, language: str = "en", colour: bool = False) -> str:  # noqa: ARG001 - every reporter is called alike
    """Say everything that was found: a heading for each strategy, a table for each rule."""
    faulty = [one for one in report.verdicts if one.findings]
    lines = [
        f'<section class="toc-report" lang="{spoken(language)}">',
        f"<style>\n{_style()}</style>",
        f"<p><strong>{_text(summary(report, language=language))}</strong></p>",
        *_failures(report, language),
    ]
    for verdict in faulty[:_STRATEGIES]:
        lines += _strategy(verdict, language)
    lines += _more(sum(len(one.findings) for one in faulty[_STRATEGIES:]), language)
    return "\n".join([*lines, "</section>\n"])


@cache
def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def _failures(report: Report, language: str) -> Iterator[str]:
    """Say which rules failed: that is no fault of the strategy."""
    if report.failures:
        yield f"<h3>{_text(Message('fault of the tool').say(language))}</h3>"
        yield "<ul>"
        for one in report.failures:
            yield (
                f"<li><code>{_text(one.rule)}</code>: {_text(one.error)} ({_text(one.where)})</li>"
            )
        yield "</ul>"


def _strategy(verdict: Verdict, language: str) -> Iterator[str]:
    subject, path = verdict.subject, slashed(verdict.path) if verdict.path else ""
    title = in_one_line(subject.title.say(language)).strip() or subject.id or ""
    names = [_text(title)] if title else []
    names += [f'<code class="toc-path">{_text(path)}</code>'] if path else []
    if names:
        yield f"<h3>{' '.join(names)}</h3>"
    for findings in _gathered(verdict):
        yield from _rule(findings, verdict, language)


def _gathered(verdict: Verdict) -> Sequence[Sequence[Finding]]:
    """Put together what is of one rule and equally grave, the gravest first."""
    found: dict[tuple[str, Severity], list[Finding]] = {}
    for one in verdict.findings:
        found.setdefault((one.rule, one.severity), []).append(one)
    return sorted(found.values(), key=lambda group: -group[0].severity)


def _rule(findings: Sequence[Finding], verdict: Verdict, language: str) -> Iterator[str]:
    rule, severity = findings[0].rule, findings[0].severity
    count = _text(counted(severity, len(findings)).say(language))
    yield f"<h4>{_mark(severity, count)} <code>{_text(rule)}</code></h4>"
    reason = verdict.reasons.get(rule)
    if reason is not None:
        why = _text(Message("why").say(language))
        yield f"<details><summary>{why}</summary><p>{_text(reason.say(language))}</p></details>"
    yield f'<table class="toc-table" aria-label="{_text(rule)}: {count}">'
    heads = (Message("Place"), Message("What was found"), Message("Mend"))
    cells = "".join(f'<th scope="col">{_text(one.say(language))}</th>' for one in heads)
    yield f"<colgroup>{'<col/>' * len(heads)}</colgroup>"
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    yield from _rows(findings[:_ROWS], language)
    yield "</tbody>"
    yield "</table>"
    yield from _more(len(findings) - _ROWS, language)


def _mark(severity: Severity, count: str) -> str:
    """Say how grave it is by a word, a shape and a ground."""
    shape = (
        '<svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">'
        f'<path fill="currentColor" fill-rule="evenodd" d="{_SHAPES[severity]}"/></svg>'
    )
    return f'<span class="toc-mark toc-{severity.word}">{shape}{count}</span>'


def _rows(findings: Sequence[Finding], language: str) -> Iterator[str]:
    """Write a row for each finding; those that follow each other share their mend."""
    for mend, alike in groupby(findings, lambda one: one.mend.say(language)):
        group = list(alike)
        span = f' rowspan="{len(group)}"' if len(group) > 1 else ""
        cell = f"<td{span}>{_text(mend)}</td>"
        for one in group:
            place = f'<th scope="row"><code>{_text(_place(one))}</code></th>'
            found = f"<td>{_text(one.message.say(language))}{_others(one.related, language)}</td>"
            yield f"<tr>{place}{found}{cell}</tr>"
            cell = ""


def _place(finding: Finding) -> str:
    return place_of(finding) if finding.span is None else _at(finding.span)


def _at(span: Span) -> str:
    return f"{slashed(span.path)}:{span.line}"


def _others(related: Sequence[Related], language: str) -> str:
    """List the other places that belong to a finding."""
    listed = "".join(f"<li>{_other(one, language)}</li>" for one in related)
    return f"<ul>{listed}</ul>" if listed else ""


def _other(there: Related, language: str) -> str:
    said = _text(there.message.say(language))
    return said if there.span is None else f"{said} <code>{_text(_at(there.span))}</code>"


def _more(count: int, language: str) -> Iterator[str]:
    if count > 0:
        said = Message("… and {count} more", {"count": count}, plural="… and {count} more")
        yield f"<p>{_text(said.say(language))}</p>"


def _text(text: str) -> str:
    """Write a text so that it is shown as it stands, and never as markup."""
    short = text if len(text) <= _CELL else f"{text[:_CELL]}…"
    return escape(in_one_line(short).replace("\ufffe", "").replace("\uffff", ""))
