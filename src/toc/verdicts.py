"""What there is to tell of strategies that were checked, and how a verdict travels.

A verdict that was remembered, or that comes from another process, says the same as a
fresh one, in one language, and holds no strategy.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc.findings import Finding, Related, Severity, Span
from toc.text.source import Source, read_source
from toc.words import Said

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Failure", "Report", "Sources", "Subject", "Verdict", "as_data", "from_data"]


@dataclass(frozen=True, slots=True)
class Failure:
    """That a rule failed: a fault of the rule and not of the strategy.

    Attributes:
        rule: its name.
        error: what it failed with.
        where: the place in its code, as file and line.
    """

    rule: str
    error: str
    where: str

    @classmethod
    def of(cls, rule: str, error: BaseException) -> Failure:
        """Say what a rule failed with, and where in the code that was."""
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = "" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        return cls(rule, f"{type(error).__name__}: {error}", "/".join(Path(place).parts[-2:]))


@dataclass(frozen=True, slots=True)
class Subject:
    """What a verdict is about, in few words.

    Attributes:
        id: the strategy's id.
        title: its title, in its languages.
        status: how far it is.
        nodes: how many nodes it has.
        links: how many arrows join them.
    """

    id: str | None
    title: Sayable
    status: str
    nodes: int
    links: int


@dataclass(frozen=True)
class Verdict:
    """What is to be told of one strategy.

    Attributes:
        path: the file or folder it came from; empty when it was built in Python.
        subject: what it is about.
        findings: what was found and is not accepted: the gravest first, and among equally
            grave ones those through whose place most chains to a goal run.
        waived: what was found and is accepted by a waiver.
        failures: the rules that failed, by a fault of their own.
        rules: the names of the rules that were asked.
        reasons: why the rules matter that found something, by name.
        summaries: what those rules look for, in a sentence, by name.
        seconds: how long each rule took, those apart that had nothing to look at.
        strategy: all of it that could be read; None where the verdict was remembered, or
            came from another process.
        sources: the text of its files, by path.
    """

    path: str
    subject: Subject
    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    rules: tuple[str, ...] = ()
    reasons: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    summaries: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False, repr=False)
    strategy: Strategy | None = field(default=None, compare=False, repr=False)
    sources: Mapping[str, Source] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class Report:
    """What is to be told of everything that was checked.

    Attributes:
        verdicts: one for each strategy, in the order in which they were found.
        on: the day for which it was checked, if time played a part.
        known: how many findings are not told because a baseline has them.
    """

    verdicts: tuple[Verdict, ...]
    on: date | None = None
    known: int = 0

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that were asked, in order."""
        # Most strategies are asked the same: one tuple is looked at once.
        asked = {verdict.rules for verdict in self.verdicts}
        return tuple(sorted({name for names in asked for name in names}))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, strategy by strategy."""
        return tuple(finding for verdict in self.verdicts for finding in verdict.findings)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """Everything that is accepted, strategy by strategy."""
        return tuple(finding for verdict in self.verdicts for finding in verdict.waived)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The rules that failed, each once."""
        failures = (failure for verdict in self.verdicts for failure in verdict.failures)
        return tuple({failure.rule: failure for failure in failures}.values())

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each gravity; what is absent counts 0."""
        return Counter(finding.severity for finding in self.findings)

    def fails(self, threshold: Severity | None = Severity.ERROR) -> bool:
        """Whether anything was found that is at least so grave; None is never."""
        return threshold is not None and any(one.severity >= threshold for one in self.findings)


class Sources(Mapping[str, Source]):
    """The files of a verdict, read when somebody wants to see a line."""

    def __init__(self, texts: Mapping[str, str | None]) -> None:
        """Remember the paths, and the texts of what cannot be read again."""
        self._paths = tuple(texts)
        self._read = {path: Source(path, text) for path, text in texts.items() if text is not None}

    def __getitem__(self, path: str) -> Source:
        """Read a file; one that has gone meanwhile is empty."""
        if path not in self._paths:
            raise KeyError(path)
        if path not in self._read:
            try:
                self._read[path] = read_source(Path(path), path)[0]
            except OSError:
                self._read[path] = Source(path, "")
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        """Go through the paths."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Count the files."""
        return len(self._paths)


def as_data(verdict: Verdict, language: str) -> dict[str, Any]:
    """Give a verdict as plain data, told in one language; see `from_data`."""
    subject = verdict.subject
    return {
        "path": verdict.path,
        "subject": [
            subject.id,
            subject.title.say(language),
            subject.status,
            subject.nodes,
            subject.links,
        ],
        "findings": [_finding_as_data(one, language) for one in verdict.findings],
        "waived": [_finding_as_data(one, language) for one in verdict.waived],
        "failures": [[one.rule, one.error, one.where] for one in verdict.failures],
        "rules": " ".join(verdict.rules),
        "reasons": _said(verdict.reasons, language),
        "summaries": _said(verdict.summaries, language),
        "seconds": dict(verdict.seconds),
        "sources": {path: _once(path, text) for path, text in verdict.sources.items()},
    }


def from_data(data: Mapping[str, Any]) -> Verdict:
    """Take a verdict from plain data.

    Raises:
        LookupError, TypeError, ValueError: when the data is not what `as_data` gives.
    """
    name, title, status, nodes, links = data["subject"]
    return Verdict(
        str(data["path"]),
        Subject(name, Said(str(title)), str(status), int(nodes), int(links)),
        tuple(map(_finding_from_data, data["findings"])),
        tuple(map(_finding_from_data, data["waived"])),
        tuple(Failure(*failure) for failure in data["failures"]),
        _names(data["rules"]),
        _heard(data["reasons"]),
        _heard(data["summaries"]),
        dict(data["seconds"]),
        None,
        Sources(data["sources"]),
    )


def _said(words: Mapping[str, Sayable], language: str) -> dict[str, str]:
    return {name: one.say(language) for name, one in words.items()}


def _heard(words: Mapping[str, Any]) -> dict[str, Sayable]:
    return {name: Said(str(one)) for name, one in words.items()}


@lru_cache(maxsize=64)
def _names(rules: str) -> tuple[str, ...]:
    """Take the names of rules apart: most strategies are asked the same, and so many."""
    return tuple(rules.split())


def _once(path: str, source: Source) -> str | None:
    """Give the text of what can be read only once, such as a pipe."""
    return None if os.path.isfile(path) else source.text  # noqa: PTH113 - ten thousand of them


def _finding_as_data(finding: Finding, language: str) -> list[Any]:
    label, question = finding.label, finding.question
    return [
        finding.rule,
        finding.message.say(language),
        finding.mend.say(language),
        list(finding.route),
        int(finding.severity),
        _span_as_data(finding.span),
        [
            [one.message.say(language), list(one.route), _span_as_data(one.span)]
            for one in finding.related
        ],
        None if label is None else label.say(language),
        None if question is None else question.say(language),
        finding.told_paths,
    ]


def _finding_from_data(data: Sequence[Any]) -> Finding:
    rule, message, mend, route, severity, span, related, label, question, paths = data
    return Finding(
        rule,
        Said(message),
        Said(mend),
        tuple(route),
        Severity(severity),
        _span_from_data(span),
        tuple(
            Related(Said(said), tuple(place), _span_from_data(there))
            for said, place, there in related
        ),
        None if label is None else Said(label),
        None if question is None else Said(question),
        int(paths),
    )


def _span_as_data(span: Span | None) -> list[Any] | None:
    if span is None:
        return None
    return [span.path, span.line, span.column, span.end_line, span.end_column]


def _span_from_data(data: Sequence[Any] | None) -> Span | None:
    return None if data is None else Span(*data)
