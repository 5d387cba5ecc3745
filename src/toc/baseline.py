"""A baseline: findings that were there before, so that only new ones are told.

A finding is known again by its strategy, its rule and the entry that it is about, and
not by its line: what moves within a file stays known.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from toc.errors import InputError
from toc.findings import KEY
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
        found: dict[str, dict[str, int]] = {}
        for verdict in report.verdicts:
            names = Counter(map(_name, verdict.findings))
            if names:
                found.setdefault(_strategy(verdict), {}).update(names)
        return cls(found)

    def without_known(self, report: Report) -> Report:
        """Give the report without what was there before; it counts how much that is."""
        verdicts = tuple(
            replace(verdict, findings=tuple(self._new(verdict))) for verdict in report.verdicts
        )
        known = len(report.findings) - sum(len(verdict.findings) for verdict in verdicts)
        return replace(report, verdicts=verdicts, known=known)

    def _new(self, verdict: Verdict) -> Iterator[Finding]:
        left = Counter(self.known.get(_strategy(verdict), {}))
        for finding in verdict.findings:
            name = _name(finding)
            if left[name] > 0:
                left[name] -= 1
            else:
                yield finding

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
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        message = Message(
            "{path} is no baseline: write it anew with “--write-baseline”", {"path": str(file)}
        )
        raise InputError(message) from error
    return Baseline(known)


def _strategy(verdict: Verdict) -> str:
    return verdict.subject.id or verdict.path


def _name(finding: Finding) -> str:
    steps = (str(step) for step in finding.route if step != KEY and not isinstance(step, int))
    return f"{finding.rule} {'.'.join(steps)}".rstrip()
