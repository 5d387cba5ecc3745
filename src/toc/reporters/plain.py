"""For people: each finding with its line, what is marked in it, why, and the mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import KEY, Finding, Related, Severity, Span
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import find_rule
from toc.terminal import Ink, columns, in_one_line, printable
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.checking import Report, Verdict
    from toc.text.source import Source

__all__ = ["render", "summary"]

_WIDEST = 100
_BEFORE = 40
_STYLES = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.ADVICE: "cyan",
    Severity.NOTE: "blue",
}
_WORDS = {
    Severity.ERROR: Message("error"),
    Severity.WARNING: Message("warning"),
    Severity.ADVICE: Message("advice"),
    Severity.NOTE: Message("note"),
}


def render(report: Report, *, language: str = "en", colour: bool = False) -> str:
    """Say everything that was found, and close with a line that counts it.

    Args:
        report: what was found.
        language: the language to say it in.
        colour: whether the terminal shows colours.
    """
    ink = Ink(colour)
    told: set[str] = set()
    parts = [
        "\n".join(_finding(finding, verdict, language, ink, told))
        for verdict in report.verdicts
        for finding in verdict.findings
    ]
    return "\n\n".join([*parts, summary(report, language=language, colour=colour)]) + "\n"


def summary(report: Report, *, language: str = "en", colour: bool = False) -> str:
    """Say in one line what was checked and what was found."""
    ink = Ink(colour)
    checked = _checked(report).say(language)
    waived = _waived(report, language)
    counts = report.counts
    # A note is listed and not counted: so a sketch is left in peace.
    counted = [one for one in _WORDS if counts[one] and one is not Severity.NOTE]
    found = [_count(severity, counts[severity]).say(language) for severity in counted]
    if not found:
        nothing = Message("{checked}: nothing to mend", {"checked": checked}).say(language)
        return ink(f"{nothing}{waived}", "green", "bold")
    style = _STYLES[max(counted)]
    return ink(f"{checked}: {', '.join(found)}{waived}", style, "bold")


def _checked(report: Report) -> Message:
    strategies = [verdict.strategy for verdict in report.verdicts]
    nodes = sum(len(getattr(strategy, name)) for strategy in strategies for name in NODE_SECTIONS)
    values = {
        "strategies": Message(
            "{count} strategy", {"count": len(strategies)}, plural="{count} strategies"
        ),
        "nodes": Message("{count} node", {"count": nodes}, plural="{count} nodes"),
        "links": Message(
            "{count} link",
            {"count": sum(len(strategy.arrows) for strategy in strategies)},
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


def _finding(
    finding: Finding, verdict: Verdict, language: str, ink: Ink, told: set[str]
) -> Iterator[str]:
    style = _STYLES[finding.severity]
    word = _WORDS[finding.severity].say(language)
    yield ink(f"{word}[{finding.rule}]", style, "bold") + ink(
        f": {in_one_line(finding.message.say(language))}", "bold"
    )
    margin = max((len(str(place.line)) for place in _spans(finding)), default=1)
    if finding.span is None:
        yield f"{' ' * margin} {ink('-->', 'blue')} {_route(finding)}"
    else:
        label = "" if finding.label is None else in_one_line(finding.label.say(language))
        yield from _excerpt(finding.span, verdict.sources, margin, ink, style, label)
    for there in finding.related:
        yield from _related(there, verdict.sources, margin, language, ink)
    yield from _advice(finding, margin, language, ink, told)


def _advice(
    finding: Finding, margin: int, language: str, ink: Ink, told: set[str]
) -> Iterator[str]:
    edge = f"{' ' * margin} {ink('=', 'blue')}"
    if finding.rule not in told:
        told.add(finding.rule)
        why = find_rule(finding.rule).why(language)
        yield f"{edge} {ink(Message('why').say(language), 'bold')}: {why}"
    mend = in_one_line(finding.mend.say(language))
    yield f"{edge} {ink(Message('mend').say(language), 'bold')}: {mend}"


def _spans(finding: Finding) -> Iterator[Span]:
    if finding.span is not None:
        yield finding.span
    yield from (there.span for there in finding.related if there.span is not None)


def _route(finding: Finding) -> str:
    return in_one_line(".".join(str(step) for step in finding.route if step != KEY))


def _related(
    there: Related, sources: Mapping[str, Source], margin: int, language: str, ink: Ink
) -> Iterator[str]:
    said = in_one_line(there.message.say(language))
    if there.span is None:
        yield f"{' ' * margin} {ink('=', 'blue')} {said}"
    else:
        yield from _excerpt(there.span, sources, margin, ink, "blue", said, mark="-")


def _excerpt(
    span: Span,
    sources: Mapping[str, Source],
    margin: int,
    ink: Ink,
    style: str,
    label: str,
    *,
    mark: str = "^",
) -> Iterator[str]:
    bar = ink("|", "blue")
    arrow = "-->" if mark == "^" else ":::"
    yield f"{' ' * margin} {ink(arrow, 'blue')} {in_one_line(span.path)}:{span.line}:{span.column}"
    source = sources.get(span.path)
    if source is None or span.line > len(source.starts):
        return
    line = source.line(span.line)
    end = span.end_column if span.end_line == span.line else len(line) + 1
    before, marked, shown = _clipped(line, span.column - 1, end - 1)
    width = columns(marked) or 1
    yield f"{' ' * margin} {bar}"
    yield f"{ink(str(span.line).rjust(margin), 'blue')} {bar} {shown}"
    under = ink(mark * width, style, "bold")
    yield f"{' ' * margin} {bar} {' ' * columns(before)}{under} {label}".rstrip()


def _clipped(line: str, start: int, end: int) -> tuple[str, str, str]:
    """Cut a long line around the marked part; give what stands before it, it, and all."""
    first = max(0, start - _BEFORE) if len(line) > _WIDEST else 0
    last = min(len(line), first + _WIDEST)
    before = ("…" if first else "") + printable(line[first:start])
    marked = printable(line[start : max(start, min(end, last))])
    after = printable(line[min(end, last) : last]) + ("…" if last < len(line) else "")
    return before, marked, before + marked + after
