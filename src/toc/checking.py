"""A strategy's verdict: what was found, what of it is accepted, and where it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from toc.findings import Finding, Related, Severity
from toc.model import link_ends
from toc.rulebook import examine, find_rule
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from toc.findings import Route
    from toc.loading import Loaded
    from toc.model import Strategy, Waiver
    from toc.rulebook import Rule
    from toc.text.source import Source

__all__ = ["Report", "Verdict", "judge", "judge_loaded"]

_EVERYWHERE = ""


@dataclass(frozen=True)
class Verdict:
    """What is to be told of one strategy.

    Attributes:
        path: the file or folder it came from; empty when it was built in Python.
        strategy: all of it that could be read.
        findings: what was found and is not accepted, in order of place.
        waived: what was found and is accepted by a waiver.
        sources: the text of its files, by path.
    """

    path: str
    strategy: Strategy
    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """What is to be told of everything that was checked.

    Attributes:
        verdicts: one for each strategy, in the order in which they were found.
        rules: the names of the rules that were asked.
        on: the day for which it was checked, if time played a part.
    """

    verdicts: tuple[Verdict, ...]
    rules: tuple[str, ...]
    on: date | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, strategy by strategy."""
        return tuple(finding for verdict in self.verdicts for finding in verdict.findings)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """Everything that is accepted, strategy by strategy."""
        return tuple(finding for verdict in self.verdicts for finding in verdict.waived)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each gravity; what is absent counts 0."""
        return Counter(finding.severity for finding in self.findings)

    def fails(self, threshold: Severity | None = Severity.ERROR) -> bool:
        """Whether anything was found that is at least so grave; None is never."""
        return threshold is not None and any(one.severity >= threshold for one in self.findings)


def judge_loaded(
    loaded: Loaded, *, on: date | None = None, rules: Sequence[Rule] | None = None
) -> Verdict:
    """Examine a strategy that came through the door.

    Args:
        loaded: the strategy with what was found on the way in.
        on: the day for which it is examined.
        rules: the rules to ask; all of them when None.
    """
    found = examine(loaded.strategy, on=on, rules=rules, found=loaded.findings, holes=loaded.holes)
    placed = sorted(map(loaded.placed, found), key=_by_place)
    told, waived = _apart(placed, _waivers(loaded.strategy, loaded.holes), on)
    told = list(map(loaded.placed, told))
    return Verdict(loaded.path, loaded.strategy, tuple(told), tuple(waived), loaded.sources)


def judge(
    strategy: Strategy, *, on: date | None = None, rules: Sequence[Rule] | None = None
) -> Verdict:
    """Examine a strategy that was built in Python: its findings have routes and no places."""
    told, waived = _apart(examine(strategy, on=on, rules=rules), strategy.waivers, on)
    return Verdict("", strategy, tuple(told), tuple(waived))


def _by_place(finding: Finding) -> tuple[object, ...]:
    span = finding.span
    place = ("", 0, 0) if span is None else (span.path, span.line, span.column)
    return (*place, finding.rule, finding.message.say())


def _waivers(strategy: Strategy, holes: Collection[Route]) -> Mapping[str, Waiver]:
    """Give the waivers that could be read whole: else one might hold everywhere, for ever."""
    return {
        key: waiver
        for key, waiver in strategy.waivers.items()
        if not any(hole[:2] == ("waivers", key) for hole in holes)
    }


def _apart(
    findings: Sequence[Finding], waivers: Mapping[str, Waiver], on: date | None
) -> tuple[list[Finding], list[Finding]]:
    by_place = _by_rule_and_place(waivers)
    told: list[Finding] = []
    waived: list[Finding] = []
    for finding in findings:
        meant = [] if _stands_in_the_way(finding) else _waivers_of(finding, by_place)
        if any(_fault(waiver, on) is None for _, waiver in meant):
            waived.append(finding)
        else:
            told.append(_with_spent_waivers(finding, meant, on))
    return told, waived


def _by_rule_and_place(
    waivers: Mapping[str, Waiver],
) -> Mapping[tuple[str, str], Mapping[str, Waiver]]:
    found: defaultdict[tuple[str, str], dict[str, Waiver]] = defaultdict(dict)
    for key, waiver in waivers.items():
        names = {name for place in waiver.at for name in _spellings(place)}
        for name in names if "at" in waiver.model_fields_set else {_EVERYWHERE}:
            found[waiver.rule or "", name][key] = waiver
    return found


def _waivers_of(
    finding: Finding, by_place: Mapping[tuple[str, str], Mapping[str, Waiver]]
) -> list[tuple[str, Waiver]]:
    places = (_EVERYWHERE, *sorted(_names_of(finding)))
    found = {
        key: waiver
        for place in places
        for key, waiver in by_place.get((finding.rule, place), {}).items()
    }
    return list(found.items())


def _stands_in_the_way(finding: Finding) -> bool:
    """Whether a part of the file could not be read: accepting that would hide the rest."""
    return finding.severity >= Severity.ERROR and find_rule(finding.rule).check is None


def _names_of(finding: Finding) -> set[str]:
    return _spellings(str(finding.route[1])) if len(finding.route) > 1 else set()


def _spellings(name: str) -> set[str]:
    ends = link_ends(name)
    if ends is None:
        return {name.lower()}
    return {f"{cause} -> {ends[1]}".lower() for cause in ends[0]}


def _fault(waiver: Waiver, on: date | None) -> Message | None:
    if not waiver.because:
        return Message("the waiver gives no reason")
    if on is not None and waiver.until is not None and waiver.until.last < on:
        return Message("the waiver ended on {date}", {"date": str(waiver.until)})
    return None


def _with_spent_waivers(
    finding: Finding, waivers: Sequence[tuple[str, Waiver]], on: date | None
) -> Finding:
    spent = tuple(
        Related(fault, ("waivers", key))
        for key, waiver in waivers
        if (fault := _fault(waiver, on)) is not None
    )
    return replace(finding, related=(*finding.related, *spent)) if spent else finding
