"""A baseline: findings that were there before, so that only new ones are told.

A finding is known again by its strategy, its rule and the entry that it is about, and
not by its line: what moves within a file stays known.  That a part of a file could not be
read is told always: whoever leaves that out does not know what else is left out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from toc.errors import InputError
from toc.findings import KEY, Severity
from toc.words import Message

if TYPE_CHECKING:
    from pathlib import Path

    from toc.findings import Finding
    from toc.verdicts import Report, Verdict

__all__ = ["Baseline", "read_baseline"]

_VERSION = 1
"""Under this the findings stand: a later tool that names them otherwise counts on."""


@dataclass(frozen=True)
class Baseline:
    """How many findings of each kind were there before.

    Attributes:
        known: for each strategy, by its id or its path, how many findings have a name.
    """

    known: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, report: Report) -> Baseline:
        """Take all that a report tells."""
        found: dict[str, Counter[str]] = {}
        for verdict in report.verdicts:
            names = Counter(_name(one) for one in verdict.findings if not _is_told_always(one))
            if names:
                found.setdefault(_strategy(verdict), Counter()).update(names)
        return cls(found)

    @property
    def count(self) -> int:
        """How many findings it knows."""
        return sum(sum(names.values()) for names in self.known.values())

    def without_known(self, report: Report) -> Report:
        """Give the report without what was there before; it counts how much that is."""
        # Strategies of one id share what is known of it: each finding is left out once.
        left = {name: Counter(findings) for name, findings in self.known.items()}
        verdicts = tuple(
            replace(verdict, findings=tuple(_new(verdict, left.get(_strategy(verdict), Counter()))))
            for verdict in report.verdicts
        )
        known = len(report.findings) - sum(len(verdict.findings) for verdict in verdicts)
        return replace(report, verdicts=verdicts, known=known)

    def write(self) -> str:
        """Give it as JSON that a diff shows well."""
        data = {"findings": {str(_VERSION): self.known}}
        return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read_baseline(file: Path) -> Baseline:
    """Read a baseline that was written before.

    Raises:
        InputError: when it is not there, or is no baseline.
    """
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        known = {
            str(strategy): {str(name): int(count) for name, count in names.items()}
            for strategy, names in data["findings"][str(_VERSION)].items()
        }
    except FileNotFoundError:
        message = Message(
            "there is no baseline {path}: write one with “--write-baseline”", {"path": str(file)}
        )
        raise InputError(message) from None
    except _UNFIT as error:
        message = Message(
            "{path} is no baseline: write it anew with “--write-baseline”", {"path": str(file)}
        )
        raise InputError(message) from error
    return Baseline(known)


_UNFIT = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""What reading anything but a baseline may end with."""


def _new(verdict: Verdict, left: Counter[str]) -> Iterator[Finding]:
    for finding in verdict.findings:
        name = _name(finding)
        if left[name] > 0 and not _is_told_always(finding):
            left[name] -= 1
        else:
            yield finding


def _is_told_always(finding: Finding) -> bool:
    if finding.severity < Severity.ERROR:
        return False
    from toc.waiving import stands_in_the_way  # noqa: PLC0415 - it knows the rules

    return stands_in_the_way(finding)


def _strategy(verdict: Verdict) -> str:
    return verdict.subject.id or PurePath(verdict.path).as_posix()


def _name(finding: Finding) -> str:
    steps = (str(step) for step in finding.route if step != KEY and not isinstance(step, int))
    return f"{finding.rule} {'.'.join(steps)}".rstrip()
