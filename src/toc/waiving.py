"""Waivers: findings that somebody accepted, with a reason, a name and an end date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from toc.findings import KEY, Finding, Related, Severity
from toc.model import link_ends
from toc.rulebook import find_rule
from toc.rulebook.rule import RULES
from toc.words import Message

if TYPE_CHECKING:
    from datetime import date

    from toc.findings import Route
    from toc.model import Strategy, Waiver

__all__ = ["Waivers", "stands_in_the_way"]

_EVERYWHERE = ""
_HEAD = "strategy"
"""How a waiver names the strategy as a whole."""


@dataclass
class Waivers:
    """The waivers of a strategy, and which of them were used.

    Attributes:
        by_key: those that could be read whole; else one might hold everywhere, for ever.
        on: the day for which is asked whether they have ended; None is never.
        used: the keys of those that a finding was accepted by.
    """

    by_key: Mapping[str, Waiver]
    on: date | None = None
    used: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, strategy: Strategy, holes: Collection[Route], on: date | None) -> Waivers:
        """Take those of a strategy that could be read whole."""
        torn = {hole[1] for hole in holes if hole[:1] == ("waivers",) and len(hole) > 1}
        whole = {key: one for key, one in strategy.waivers.items() if key not in torn}
        return cls({} if ("waivers",) in holes else whole, on)

    @property
    def rules(self) -> frozenset[str]:
        """The names of the rules that they are about."""
        return frozenset(waiver.rule for waiver in self.by_key.values() if waiver.rule)

    def apart(self, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """Part findings into those to be told and those that are accepted.

        What is told although a waiver names it shows that waiver, and why it is spent;
        what is accepted shows by whom, until when and why.
        """
        told: list[Finding] = []
        waived: list[Finding] = []
        for finding in findings:
            meant = [] if stands_in_the_way(finding) else self._about(finding)
            faults = {key: self._fault(self.by_key[key]) for key in meant}
            holding = [key for key, fault in faults.items() if fault is None]
            self.used.update(holding)
            if holding:
                accepted = map(self._acceptance, holding)
                waived.append(replace(finding, related=(*finding.related, *accepted)))
            else:
                spent = (Related(fault, ("waivers", key)) for key, fault in faults.items() if fault)
                told.append(replace(finding, related=(*finding.related, *spent)))
        return told, waived

    def idle(self, severity: Severity, asked: Collection[str]) -> Iterator[Finding]:
        """Find the waivers that hold and accept nothing.

        Args:
            severity: how grave that is.
            asked: the rules that were asked: of the others nobody knows.
        """
        for key, waiver in self.by_key.items():
            if key not in self.used and waiver.rule in asked and self._fault(waiver) is None:
                yield Finding(
                    "waiver-unused",
                    Message(
                        "the waiver “{waiver}” accepts nothing: there is no such finding",
                        {"waiver": key},
                    ),
                    Message("take it out, or correct its “rule:” or “at:”"),
                    ("waivers", key, KEY),
                    severity,
                )

    def _fault(self, waiver: Waiver) -> Message | None:
        if not waiver.because:
            return Message("the waiver gives no reason")
        if not waiver.by:
            return Message("the waiver names nobody who accepts it")
        if waiver.until is None:
            return Message("the waiver has no end date")
        if self.on is not None and waiver.until.last < self.on:
            return Message("the waiver ended on {date}", {"date": str(waiver.until)})
        return None

    def _acceptance(self, key: str) -> Related:
        waiver = self.by_key[key]
        values = {"by": waiver.by, "date": str(waiver.until), "because": waiver.because}
        said = Message("accepted by {by} until {date}: {because}", values)
        return Related(said, ("waivers", key))

    def _about(self, finding: Finding) -> Sequence[str]:
        places = (_EVERYWHERE, *sorted(_names_of(finding)))
        found = (self._by_rule_and_place.get((finding.rule, place), ()) for place in places)
        return list(dict.fromkeys(key for keys in found for key in keys))

    @cached_property
    def _by_rule_and_place(self) -> Mapping[tuple[str, str], Sequence[str]]:
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for key, waiver in self.by_key.items():
            names = {name for place in waiver.at for name in _spellings(place)}
            for name in names if "at" in waiver.model_fields_set else {_EVERYWHERE}:
                found[waiver.rule or "", name].append(key)
        return found


def stands_in_the_way(finding: Finding) -> bool:
    """Whether a part of the file could not be read: accepting that would hide the rest."""
    grave = finding.severity >= Severity.ERROR and finding.rule in RULES
    return grave and find_rule(finding.rule).check is None


def _names_of(finding: Finding) -> set[str]:
    if finding.route[:1] == ("strategy",):
        return {_HEAD}
    return _spellings(str(finding.route[1])) if len(finding.route) > 1 else set()


def _spellings(name: str) -> set[str]:
    ends = link_ends(name)
    if ends is None:
        return {name.lower()}
    return {f"{cause} -> {ends[1]}".lower() for cause in ends[0]}
