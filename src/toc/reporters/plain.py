"""For people: each finding with its line, what is marked in it, why, and the mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.findings import Finding, Related, Severity, Span
from toc.telling import STYLES, WORDS, one_line, place_of, summary
from toc.terminal import Ink, columns, in_one_line, printable
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.text.source import Source
    from toc.verdicts import Failure, Report, Verdict
    from toc.words import Sayable

__all__ = ["render"]

_WIDEST = 100
_BEFORE = 40
_ALIKE = 3
"""From so many findings of one rule on, the first is told in full and the others in a line."""

_MOST_ALIKE = 12
"""So many lines at most; the one-line form tells all of them."""


@dataclass
class _Voice:
    """Who speaks: in which language and colours, and what was explained already."""

    language: str
    ink: Ink
    explained: set[str] = field(default_factory=set)

    def say(self, message: Sayable) -> str:
        return in_one_line(message.say(self.language))

    def why(self, rule: str, verdict: Verdict) -> str:
        """Say why a rule matters, the first time that it is told of."""
        reason = verdict.reasons.get(rule)
        if reason is None or rule in self.explained:
            return ""
        self.explained.add(rule)
        return self.say(reason)


def render(report: Report, *, language: str = "en", colour: bool = False) -> str:
    """Say everything that was found, and close with a line that counts it.

    Args:
        report: what was found.
        language: the language to say it in.
        colour: whether the terminal shows colours.
    """
    voice = _Voice(language, Ink(colour))
    parts = [
        "\n".join(_alike(findings, verdict, voice))
        for verdict in report.verdicts
        for findings in _gathered(verdict)
    ]
    notes = [one for one in report.findings if one.severity is Severity.NOTE]
    if notes:
        parts.append("\n".join(_note(finding, voice) for finding in notes))
    parts += ["\n".join(_failure(failure, voice)) for failure in report.failures]
    return "\n\n".join([*parts, summary(report, language=language, colour=colour)]) + "\n"


def _gathered(verdict: Verdict) -> Iterator[Sequence[Finding]]:
    """Part what counts into findings that are told together: many of one rule are one story."""
    told = [one for one in verdict.findings if one.severity is not Severity.NOTE]
    by_rule: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in told:
        by_rule.setdefault((finding.rule, finding.severity), []).append(finding)
    for finding in told:
        members = by_rule[finding.rule, finding.severity]
        if len(members) < _ALIKE:
            yield [finding]
        elif finding is members[0]:
            yield members


def _alike(findings: Sequence[Finding], verdict: Verdict, voice: _Voice) -> Iterator[str]:
    """Tell the first in full, and each other one in a line with what is its own."""
    first, *others = findings
    yield from _finding(first, verdict, voice)
    mend = voice.say(first.mend)
    for finding in others[:_MOST_ALIKE]:
        span = finding.span
        place = place_of(finding) if span is None else f"{span.path}:{span.line}:{span.column}"
        own = voice.say(finding.mend)
        said = voice.say(finding.message) if own == mend else f"{voice.say(finding.message)}; {own}"
        yield f"{voice.ink('  +', 'blue')} {in_one_line(place)}: {said}"
    more = len(others) - _MOST_ALIKE
    if more > 0:
        values = {"count": more}
        left = Message("… and {count} more", values, plural="… and {count} more")
        yield f"{voice.ink('  +', 'blue')} {voice.say(left)}"


def _note(finding: Finding, voice: _Voice) -> str:
    """Say in one line what is listed and not counted."""
    return one_line(finding, voice.language)


def _failure(failure: Failure, voice: _Voice) -> Iterator[str]:
    """Say that a rule failed, whose fault that is, and what to send us."""
    word = Message("fault of the tool").say(voice.language)
    failed = Message("this rule failed, and all others were asked; nothing is wrong with your file")
    yield voice.ink(f"{word}[{failure.rule}]", "red", "bold") + f": {voice.say(failed)}"
    yield f"  {in_one_line(failure.error)} ({in_one_line(failure.where)})"
    values = {"ignore": f"--ignore {failure.rule}"}
    mend = Message(
        "please report these two lines, with the file if you may; {ignore} goes on without it",
        values,
    )
    said = voice.ink(Message("mend").say(voice.language), "bold")
    yield f"  {voice.ink('=', 'blue')} {said}: {voice.say(mend)}"


def _finding(finding: Finding, verdict: Verdict, voice: _Voice) -> Iterator[str]:
    style = STYLES[finding.severity]
    word = WORDS[finding.severity].say(voice.language)
    yield voice.ink(f"{word}[{finding.rule}]", style, "bold") + voice.ink(
        f": {voice.say(finding.message)}", "bold"
    )
    margin = max((len(str(place.line)) for place in _spans(finding)), default=1)
    if finding.span is None:
        yield f"{' ' * margin} {voice.ink('-->', 'blue')} {place_of(finding)}"
    else:
        label = "" if finding.label is None else voice.say(finding.label)
        yield from _excerpt(finding.span, verdict.sources, margin, voice.ink, style, label)
    for there in finding.related:
        yield from _related(there, verdict.sources, margin, voice)
    yield from _advice(finding, verdict, margin, voice)


def _advice(finding: Finding, verdict: Verdict, margin: int, voice: _Voice) -> Iterator[str]:
    edge = f"{' ' * margin} {voice.ink('=', 'blue')}"
    why = voice.why(finding.rule, verdict)
    if why:
        yield f"{edge} {voice.ink(Message('why').say(voice.language), 'bold')}: {why}"
    said = voice.ink(Message("mend").say(voice.language), "bold")
    yield f"{edge} {said}: {voice.say(finding.mend)}"


def _spans(finding: Finding) -> Iterator[Span]:
    if finding.span is not None:
        yield finding.span
    yield from (there.span for there in finding.related if there.span is not None)


def _related(
    there: Related, sources: Mapping[str, Source], margin: int, voice: _Voice
) -> Iterator[str]:
    said = voice.say(there.message)
    if there.span is None:
        yield f"{' ' * margin} {voice.ink('=', 'blue')} {said}"
    else:
        yield from _excerpt(there.span, sources, margin, voice.ink, "blue", said, mark="-")


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
